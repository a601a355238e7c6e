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

	it.each([
		["whose views they are", "Disclaimer: those who comment here speak for nobody but themselves."],
		["which code it keeps", "We are a member of the Sarin Press Board."],
	])("of a scraped page is no part of it: %s", async (_, foot) => {
		expect(await plain(foot)).toEqual(prose);
	});

	it.each([
		"As reported by the Lowtown Courier, two people were hurt.",
		"نقلا عن شهود، أصيب شخصان قرب الرصيف القديم مساء أمس.",
	])("is a sentence of it though it begins as a credit does: %s", async (sentence) => {
		const lines = [title, "", ...prose.slice(0, 2), sentence, ...prose.slice(2)];
		expect(await passagesOf("page.txt", lines.join("\n\n"))).toContain(sentence);
	});
});

describe("what stands before the first paragraph", () => {
	it("is no part of a web page's article where readers see it above the headline", async () => {
		const menu = "<ul><li>Open days</li><li>Find your way</li></ul><p>The Quay House</p>";
		const paragraphs = prose.map((line) => `<p>${line}</p>`).join("");
		const points = ["Two years of work", "A hedge and no wall", "Begun in March"];
		const list = `<ul>${points.map((point) => `<li>${point}</li>`).join("")}</ul>`;
		const html = `<html><body>${menu}<h1>${title}</h1>${list}${paragraphs}</body></html>`;
		expect(await passagesOf("page.html", html)).toEqual([...points, ...prose]);
	});

	it.each([
		["sizes to choose from", "Change the letters' size: A A A"],
		["who drew for it", "Illustration by Lena Orr and Mei Prowse"],
		["how to keep it", "Save articles to your own list and read them later."],
		["what it asks for", "Support local journalism. A year of it for $1."],
		["how old it is", "Posted 3 hours ago by Lena"],
		["who put it there", "تم النشر بواسطة: هيئة الصفحة"],
	])("is no part of a scraped page's article: %s", async (_, line) => {
		const text = [title, "", line, "", ...prose.flatMap((one) => [one, ""])].join("\n");
		expect(await passagesOf("page.txt", text)).toEqual(prose);
	});
});
