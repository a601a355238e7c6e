import { describe, expect, it, type TestContext } from "vitest";
import { askedAnswers } from "../../tools/pictures/answers/asked.ts";
import { drawOn } from "../../tools/pictures/answers/faces.ts";
import { faces } from "../../tools/pictures/answers/platforms.ts";
import { findBrowser, missingFonts, openPage, withBrowser } from "../../tools/pictures/browser.ts";
import { draw } from "../../tools/pictures/draw.ts";
import { measureHeights, picturesOn, readHeights } from "../../tools/pictures/heights.ts";
import { html } from "../../tools/pictures/markup/html.ts";
import { pageOf } from "../../tools/pictures/page/page.ts";
import { views } from "../../tools/pictures/page/views.ts";

const program = findBrowser();

/** The browser's file; the test is skipped where there is none. */
function browserFor(context: TestContext): string {
	context.skip(program === null, "needs a browser: Chromium on PATH");
	return program ?? "";
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
		await withBrowser(browserFor(context), async (browser) => {
			const missing = await missingFonts(browser);
			context.skip(missing.length > 0, `needs the fonts ${missing.join(", ")}`);
			const [measured, bounds] = [await measureHeights(browser), readHeights()];
			const above = faces.flatMap((face) =>
				Object.entries(measured[face]).flatMap(([name, row]) =>
					Object.entries(row).flatMap(([language, screens]) => {
						const most = bounds[face][name]?.[language as keyof typeof row] ?? 0;
						return screens > most
							? [`${face} ${name} ${language}: ${screens} screens, at most ${most}`]
							: [];
					}),
				),
			);
			expect(above, "shorten them, or npm run pictures -- --renew").toEqual([]);
		});
	});

	it("grow with what is shown", async (context) => {
		await withBrowser(browserFor(context), async (browser) => {
			const pictures = [1, 2].map((lines) => ({
				id: `of-${lines}`,
				drawn: html`${Array.from({ length: lines }, () => html`<p>a</p>`)}`,
			}));
			const look = { face: "slack", view: "phone", theme: "dark" } as const;
			const heights = await draw(browser, pictures, look);
			expect(heights.get("of-2")).toBe(2 * (heights.get("of-1") ?? 0));
		});
	});
});

describe("a page", () => {
	it("holds nothing that a text has brought", async (context) => {
		const evil = '</style><script>x</script><img src="https://x.example/"><iframe></iframe>';
		const notice = {
			code: "x",
			language: "en" as const,
			title: evil,
			lines: [evil],
			examples: [evil],
		};
		await withBrowser(browserFor(context), async (browser) => {
			for (const face of faces) {
				const drawn = drawOn[face]({ kind: "notice", notice }, () => evil) ?? html``;
				const look = { face, view: "phone", theme: "light" } as const;
				const page = await openPage(browser, pageOf([{ id: "a", drawn }], look), views.phone);
				expect(await page.locator("script, img, iframe, a").count()).toBe(0);
				expect(await page.locator("#a").textContent()).toContain("<script>");
			}
		});
	});
});
