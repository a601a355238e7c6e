import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import { html } from "../../adapters/web/markup/html.ts";
import { Language } from "../../src/domain/sets/languages.ts";
import { askedAnswers } from "../../tools/pictures/answers/asked.ts";
import { drawOn } from "../../tools/pictures/answers/faces.ts";
import { faces } from "../../tools/pictures/answers/platforms.ts";
import {
	missingFonts,
	openPage,
	type Started,
	startBrowser,
} from "../../tools/pictures/browser.ts";
import { draw } from "../../tools/pictures/draw.ts";
import { measureHeights, picturesOn, readHeights } from "../../tools/pictures/heights.ts";
import { pageOf } from "../../tools/pictures/page/page.ts";
import { views } from "../../tools/pictures/page/views.ts";

let started: Started;
beforeAll(async () => {
	started = await startBrowser();
});
afterAll(() => started.browser?.close());

/** The test is skipped where no browser starts. */
function browserOf(context: TestContext): Browser {
	if (started.browser) return started.browser;
	return context.skip(started.reason);
}

describe.each(faces)("the typical answers on %s", (face) => {
	it("are drawn whole, and each has a bound in both languages", async () => {
		const pictures = await picturesOn(face);
		for (const { id, drawn } of pictures) expect(drawn.text, id).not.toContain("not drawn");
		const bounded = Object.entries(readHeights()[face]).flatMap(([name, row]) =>
			Object.keys(row).map((language) => `${name}-${language}`),
		);
		expect(bounded.toSorted()).toEqual(pictures.map(({ id }) => id).toSorted());
		const names = new Set(pictures.map(({ id }) => id.split("-")[0]));
		for (const [name] of askedAnswers())
			if (name !== "home" || face === "slack") expect(names).toContain(name);
	});
});

describe("heights on a phone", () => {
	it("stay within the bounds of tools/pictures/heights.json", async (context) => {
		const browser = browserOf(context);
		const missing = await missingFonts(browser);
		context.skip(missing.length > 0, `needs the fonts ${missing.join(", ")}`);
		const [measured, bounds] = [await measureHeights(browser), readHeights()];
		const above = faces.flatMap((face) =>
			Object.entries(measured[face]).flatMap(([name, row]) =>
				Language.options.flatMap((language) => {
					const [screens = 0, most = 0] = [row[language], bounds[face][name]?.[language]];
					const told = `${face} ${name} ${language}: ${screens.toFixed(2)} screens, at most ${most}`;
					return screens > most ? [told] : [];
				}),
			),
		);
		expect(above, "shorten them, or npm run pictures -- --renew").toEqual([]);
	});

	it("grow with what is shown", async (context) => {
		const pictures = [1, 2].map((lines) => ({
			id: `of-${lines}`,
			drawn: html`${Array.from({ length: lines }, () => html`<p>a</p>`)}`,
		}));
		const look = { face: "slack", view: "phone", theme: "dark" } as const;
		const heights = await draw(browserOf(context), pictures, look);
		expect(heights.get("of-2")).toBe(2 * (heights.get("of-1") ?? 0));
	});
});

describe("a page", () => {
	for (const face of faces)
		it(`for ${face} holds nothing that a text has brought`, async (context) => {
			const evil = '</style><script>x</script><img src="https://x.example/"><iframe></iframe>';
			const notice = {
				...{ code: "x", language: "en" as const, title: evil },
				...{ lines: [evil], examples: [evil] },
			};
			const drawn = drawOn[face]({ kind: "notice", notice }, () => evil) ?? html``;
			const look = { face, view: "phone", theme: "light" } as const;
			const content = pageOf([{ id: "a", drawn }], look);
			const page = await openPage(browserOf(context), content, views.phone);
			expect(await page.locator("script, img, iframe, a").count()).toBe(0);
			expect(await page.locator("#a").textContent()).toContain("<script>");
		});
});

describe("where no browser is", () => {
	it("says what to install", async () => {
		const { browser, ...none } = await startBrowser("");
		await browser?.close();
		// A Mac has it elsewhere than on PATH.
		if (!browser) expect(none).toEqual({ reason: expect.stringContaining("install Chromium") });
	});
});
