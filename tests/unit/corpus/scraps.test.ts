import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { buildArticle, readSource } from "../../../src/corpus/index.ts";
import { englishBody, rules } from "./rules.ts";

const title = "Council approves the riverside park";
const prose = [
	...englishBody,
	"Two families who live beside the old tannery asked for a wall, and were told that there would be a hedge.",
	"Nobody spoke against the plan in the end, although the meeting had gone on for more than three hours.",
	"Work is to begin in March, when the river is lower, and the bridge will stay open for as long as it lasts.",
];

/** The passages below the title of a page, as its file has them. */
async function passagesOf(name: string, text: string): Promise<string[]> {
	const [page] = await readSource({ name, bytes: Buffer.from(text) });
	if (!page) throw new Error("no page");
	const { passages } = buildArticle(page, rules).article;
	return passages.filter(({ kind }) => kind !== "title").map(({ text: passage }) => passage);
}

const web = (foot: string) =>
	passagesOf(
		"page.html",
		`<html><body><article><h1>${title}</h1>${prose.map((line) => `<p>${line}</p>`).join("")}${foot}</article></body></html>`,
	);
const plain = (...foot: string[]) =>
	passagesOf("page.txt", [title, "", ...prose.flatMap((line) => [line, ""]), ...foot].join("\n"));

describe("what stands behind the last paragraph", () => {
	it.each([
		["a button in capitals", "<p>SEE THE WHOLE LETTER BOX</p>"],
		["a way to the page before", "<p>Earlier: Tide wall holds</p>"],
		["initials and a number", "<p>LO/SR</p><p>(Notice No. 40127) Seen by : 811</p>"],
		["a motto and a licence", "<p>The Quay, on its own feet. Text free to share</p>"],
	])("of a web page is no part of it: %s", async (_, foot) => {
		expect(await web(foot)).toEqual(prose);
	});

	it.each([
		["what a colon announces", "<p>The park will have:</p><p>a lawn</p><p>a pond</p>", "a pond"],
		["a list", "<ul><li>a lawn</li><li>a pond</li></ul>", "a pond"],
		[
			"a quotation",
			"<p>“We will all be glad of it one day”</p>",
			"“We will all be glad of it one day”",
		],
		[
			"a longer list in lines",
			["June 3 Sarin", "June 5 Karsten", "June 7 Leddy", "June 9 Tun", "June 11 Zam"]
				.map((day) => `<p>${day}</p>`)
				.join(""),
			"June 11 Zam",
		],
	])("of a web page is its own: %s", async (_, foot, last) => {
		expect((await web(foot)).at(-1)).toBe(last);
	});

	it.each([
		["a field to fill in", "Leave your address for our letter about the town every day: [ ] Send"],
		[
			"what else the site has",
			"Also on our pages: Win a basket for two at the summer fair of Sarin",
		],
	])("of a scraped page is no part of it: %s", async (_, foot) => {
		expect(await plain(foot)).toEqual(prose);
	});
});
