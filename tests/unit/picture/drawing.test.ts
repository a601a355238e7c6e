import { expect, it, onTestFinished } from "vitest";
import type { PictureContent } from "../../../adapters/picture/content.ts";
import { DrawingThread } from "../../../adapters/picture/drawing/drawing-thread.ts";
import { needsOtherFonts } from "../../../adapters/picture/drawing/resvg-drawing.ts";

const content: PictureContent = {
	...{ kind: "claim", language: "en", brand: "Isnad", title: "Title", foot: "Foot", more: {} },
	blocks: [
		{
			...{ label: null, head: "Somebody said", words: "words", isVerbatim: true },
			...{ place: "Outlet · a.txt, line 2", notes: [] },
		},
	],
};
const asked = { content, shapes: ["wide" as const] };

it("gives up the picture that takes too long, and draws those behind it", async () => {
	const limits: (() => void)[] = [];
	let running = 0;
	const thread = new DrawingThread((over) => {
		limits.push(over);
		running++;
		return () => void running--;
	});
	onTestFinished(() => thread.close());
	const [late, next, last] = [1, 2, 3].map(() => thread.draw(asked));
	// What waits has no limit of its own yet.
	expect(limits).toHaveLength(1);
	limits[0]?.();
	await expect(late).rejects.toMatchObject({ code: "not_supported" });
	for (const each of [next, last]) expect(await each).toMatchObject({ width: 1200, height: 630 });
	expect(limits).toHaveLength(3);
	expect(running).toBe(0);
});

it("refuses what waits where too much does, and all that waits at the end", async () => {
	const thread = new DrawingThread(() => () => {});
	const all = Array.from({ length: 21 }, () => thread.draw(asked));
	const settled = Promise.allSettled(all);
	await expect(all.at(-1)).rejects.toMatchObject({ code: "not_supported" });
	await thread.close();
	expect((await settled).every(({ status }) => status === "rejected")).toBe(true);
});

it.each([
	["a line drawn out, as headings have it", "مرحبـــا", false],
	["a name with an apostrophe of letters", "Saʼda", false],
	["digits, marks and quotation marks", "«2024» – 50 %", false],
	["a script that the font lacks", "Київ", true],
])("reads the fonts of the machine only where they are needed: %s", (_, text, needed) => {
	expect(needsOtherFonts(text)).toBe(needed);
});
