import { describe, expect, it } from "vitest";
import {
	citedPage,
	readPlace,
	textFragment,
	written,
} from "../../../../adapters/web/reader/addresses.ts";
import { unknownPublished } from "../../../../src/domain/dates.ts";
import { wordsHash } from "../../../../src/domain/state/conversation.ts";

const citation = {
	...{ article: "a1", passage: "a1-p3", title: null, outlet: null, file: "f.txt", url: null },
	...{ published: unknownPublished, line: 3, start: 4, end: 9 },
};

describe("the address of a citation", () => {
	it.each([
		["words in a line", citation],
		["words over two lines", { ...citation, end_line: 4 }],
		["our words for a line", { ...citation, start: null, end: null }],
		["a passage with an id of its own", { ...citation, passage: "intro" }],
	])("gives back the place of %s", (_, of) => {
		const page = citedPage(of, { stated: "a1-c7", quote: "words" });
		const address = new URL(written(page, "ar", { base: "/isnad" }), "http://reader.test");
		expect(address.pathname).toBe("/isnad/a/a1");
		const place = readPlace("a1", (key) => address.searchParams.get(key) ?? undefined);
		const { article, passage, line, start, end } = of;
		const words = start === null ? undefined : wordsHash("words");
		expect(place).toMatchObject({ article, passage, line, start, end, words, stated: "a1-c7" });
		expect(place?.end_line).toBe("end_line" in of ? of.end_line : undefined);
	});

	it.each([
		["no passage", { l: "3" }],
		["no line", { p: ".p3" }],
		["a line that is no number", { p: ".p3", l: "3e1" }],
		["a line beyond all files", { p: ".p3", l: "9999999999" }],
	])("names no place where there is %s", (_, query: Record<string, string>) => {
		expect(readPlace("a1", (key) => query[key])).toBeNull();
	});

	it("is that of the article alone where nothing of it is cited", () => {
		expect(citedPage({ ...citation, passage: "" })).toEqual({ path: "/a/a1", query: [] });
	});
});

describe("the text that browsers look for", () => {
	it.each([
		["one two", "#cited:~:text=one%20two"],
		["one two three four five", "#cited:~:text=one%20two,four%20five"],
		["a-b, c & d", "#cited:~:text=a%2Db%2C%20c%20%26%20d"],
		["", "#cited"],
		["x".repeat(300), "#cited"],
		["half \ud800", "#cited:~:text=half%20%EF%BF%BD"],
	])("of %j is %s", (quote, fragment) => {
		expect(textFragment(quote)).toBe(fragment);
	});
});
