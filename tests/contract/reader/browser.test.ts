import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import { type Language, languageKeys } from "../../../src/domain/sets/languages.ts";
import { type Started, startBrowser } from "../../../tools/pictures/browser.ts";
import { harbourArticles } from "../../servers/reader/articles.ts";
import {
	askerOn,
	type Linked,
	payloadOn,
	readerLinks,
	serveLinked,
} from "../../servers/reader/linked.ts";

let started: Started;
let linked: Linked;
beforeAll(async () => {
	[started, linked] = await Promise.all([startBrowser(), serveLinked(harbourArticles())]);
});
afterAll(() => Promise.all([started.browser?.close(), linked.close()]));

/** The test is skipped where no browser starts. */
function browserOf(context: TestContext): Browser {
	if (started.browser) return started.browser;
	return context.skip(started.reason);
}

const asked = {
	en: { text: "sludge near the reef", denial: "it had dumped any sludge near the reef" },
	ar: { text: "الحمأة قرب الشعاب", denial: "أنها ألقت أي حمأة قرب الشعاب" },
} satisfies Record<Language, object>;
const accusation = {
	en: "the ministry had dumped sludge near the reef",
	ar: "الوزارة ألقت الحمأة قرب الشعاب",
} satisfies Record<Language, string>;

/** A link taken out of what the platform is sent. */
async function linkOn(platform: "slack" | "discord", language: Language): Promise<string> {
	const asker = askerOn(platform, language);
	const request = { command: "claims", text: asked[language].text, language } as const;
	const reply = await linked.desk.reply({ kind: "request", request }, asker);
	const links = readerLinks(payloadOn[platform](linked, reply, asker), linked.origin);
	const accused = links.find(
		(link) => /[?&]c=\.c1&/.test(link) && link.includes(article[language]),
	);
	if (!accused) throw new Error(`no link in ${links.join(" ")}`);
	return accused;
}
const article = { en: "/a/harbour", ar: "/a/marfa" };

type Look = { width: number; theme: "light" | "dark" };

/** Opens a page; whatever it asks for elsewhere is noted. */
async function openPage(browser: Browser, url: string, { width, theme }: Look) {
	const context = await browser.newContext({
		viewport: { width, height: 844 },
		colorScheme: theme,
	});
	const page = await context.newPage();
	const elsewhere: string[] = [];
	page.on("request", (request) => {
		if (!request.url().startsWith(linked.origin)) elsewhere.push(request.url());
	});
	await page.goto(url);
	return { page, elsewhere, close: () => context.close() };
}

/** What axe finds that is serious, and how much the page moved while it was laid out. */
async function faultsOf(page: Page) {
	await page.evaluate(axe.source);
	const found = await page.evaluate(async () => {
		const { axe: here } = globalThis as unknown as { axe: typeof import("axe-core") };
		const { violations } = await here.run({ resultTypes: ["violations"] });
		return violations.map(({ id, impact, nodes }) => ({ id, impact, at: nodes[0]?.html ?? "" }));
	});
	const shift = await page.evaluate(async () => {
		let sum = 0;
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
		}).observe({ type: "layout-shift" as "mark", buffered: true });
		await new Promise((resolve) => setTimeout(resolve, 50));
		return sum;
	});
	const overflow = await page.evaluate(() => {
		const { scrollWidth, clientWidth } = (
			globalThis as unknown as {
				document: { documentElement: { scrollWidth: number; clientWidth: number } };
			}
		).document.documentElement;
		return scrollWidth - clientWidth;
	});
	const serious = found.filter(({ impact }) => impact === "serious" || impact === "critical");
	return { serious, shift, overflow };
}

const phone: Look = { width: 390, theme: "light" };
const desk: Look = { width: 1_280, theme: "dark" };
const looks = [phone, desk];

describe.each(["slack", "discord"] as const)("a citation in a message on %s", (platform) => {
	for (const language of languageKeys)
		it(`opens at the marked words, with the denial beside them (${language})`, async (context) => {
			const browser = browserOf(context);
			const link = await linkOn(platform, language);
			for (const look of looks) {
				const { page, elsewhere, close } = await openPage(browser, link, look);
				const mark = page.locator("mark");
				expect(await mark.textContent()).toBe(accusation[language]);
				const box = await mark.boundingBox();
				expect(box?.y).toBeGreaterThanOrEqual(0);
				expect(box?.y).toBeLessThan(844);
				const rival = page.locator("section.cited .rival blockquote");
				expect(await rival.textContent()).toBe(asked[language].denial);
				expect(await rival.isVisible()).toBe(true);
				expect(elsewhere).toEqual([]);
				await close();
			}
		});
});

describe("pages", () => {
	const pages: [what: string, path: (language: Language) => string | Promise<string>][] = [
		["a citation", (language) => linkOn("slack", language)],
		["a claim", () => "/c/harbour-c1"],
		["an answer", () => "/?q=sludge+near+the+reef&kind=claims"],
		["a name", () => "/w/Nadia%20Rahal"],
		["a timeline", () => "/t?q=boats"],
		["an article", () => "/a/marfa"],
		["what is not there", () => "/a/none"],
	];

	it("are clean to axe, stand still, and fit phones and desks", async (context) => {
		const browser = browserOf(context);
		const cookie = await session();
		const signedIn = await browser.newContext();
		const page = await signedIn.newPage();
		await signedIn.addCookies([{ ...cookie, url: linked.origin }]);
		// Each page once, every other one in the other language, on the other screen, in the other light.
		for (const [nth, [what, path]] of pages.entries()) {
			const language = languageKeys[nth % languageKeys.length] ?? "en";
			const { width, theme } = looks[Math.floor(nth / 2) % looks.length] ?? desk;
			const address = await path(language);
			const query = address.includes("?") ? "&" : "?";
			await page.setViewportSize({ width, height: 844 });
			await page.emulateMedia({ colorScheme: theme });
			await page.goto(
				address.startsWith("http") ? address : `${linked.origin}${address}${query}lang=${language}`,
			);
			const faults = await faultsOf(page);
			const none = { serious: [], shift: 0, overflow: 0 };
			expect(faults, `${what} in ${language} at ${width}`).toEqual(none);
		}
		await signedIn.close();
	});

	it("are reached by the keyboard alone: past the head, into the question", async (context) => {
		const { page, close } = await openPage(browserOf(context), linked.origin, desk);
		await page.context().addCookies([{ ...(await session()), url: linked.origin }]);
		await page.goto(`${linked.origin}/?lang=en`);
		await page.keyboard.press("Tab");
		expect(await page.locator(".skip").boundingBox()).toMatchObject({ x: expect.any(Number) });
		expect((await page.locator(".skip").boundingBox())?.x).toBeGreaterThanOrEqual(0);
		await page.keyboard.press("Enter");
		await page.keyboard.press("Tab");
		await page.keyboard.type("sludge reef");
		await page.keyboard.press("Enter");
		await page.waitForURL(/q=sludge/);
		expect(await page.locator("h1").textContent()).toContain("Nadia Rahal");
		await close();
	});

	it("need no script", async (context) => {
		const scriptless = await browserOf(context).newContext({ javaScriptEnabled: false });
		const page = await scriptless.newPage();
		await page.goto(await linkOn("slack", "en"));
		expect(await page.locator("script").count()).toBe(0);
		const more = page.locator("details summary").first();
		await more.click();
		expect(await page.locator("details .claim").first().isVisible()).toBe(true);
		await scriptless.close();
	});
});

/** What the form for the secret gives a browser. */
async function session(): Promise<{ name: string; value: string }> {
	const response = await fetch(`${linked.origin}/login`, {
		method: "POST",
		redirect: "manual",
		body: new URLSearchParams({ secret: "sixteen letters at least", next: "/" }),
	});
	const [pair = ""] = (response.headers.get("set-cookie") ?? "").split(";");
	const [name = "", value = ""] = pair.split("=");
	return { name, value };
}
