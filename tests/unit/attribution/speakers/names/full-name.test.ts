import { describe, expect, it } from "vitest";
import { fillNames } from "../../../../../src/attribution/speakers/names/full-name.ts";
import { type Language, viewIn } from "../../engine/language.ts";
import { known } from "../knowns.ts";

/** What somebody known by a last name alone is called after the article has been read. */
function filled(language: Language, last: string, lines: readonly string[], more = {}) {
	const one = known(last, more);
	fillNames(
		[one],
		lines.map((line) => viewIn(language, line)),
	);
	return one;
}

describe("somebody known by a last name", () => {
	it.each<[Language, string, string[], string]>([
		["en", "Roth", ["Roth left.", "Ana Roth had come."], "Ana Roth"],
		["en", "Roth", ["Ana Roth came.", "Ana Maria Roth left."], "Ana Maria Roth"],
		["en", "Roth", ["The mayor, Ana van Roth, came."], "Ana van Roth"],
		["ar", "حداد", ["غادر الحداد.", "وصل سامي الحداد."], "سامي الحداد"],
		["ar", "حداد", ["وصل عبد الصمد الحداد."], "عبد الصمد الحداد"],
		["ar", "ستويكوف", ["غادر ستويكوف.", "وصل المدرب الصربي دراغان ستويكوف."], "دراغان ستويكوف"],
		["en", "Breslin", ["The novel by Nuala Breslin is out."], "Nuala Breslin"],
	])("gets the fullest form of it (%s, %s): %j", (language, last, lines, name) => {
		const one = filled(language, last, lines);
		expect(one.name).toBe(name);
		expect(one.words.at(-1)).toBe(last.toLowerCase());
		expect(one.kind).toBe("person");
	});

	it.each<[Language, string, string]>([
		["en", "Roth", "On Monday Roth left."],
		["en", "Roth", "They painted the Roth house."],
		["en", "Roth", "Ana, Roth and the others came."],
		["en", "Roth", "Ana Rothman came."],
		["ar", "حداد", "وصل الوزير الحداد."],
		["ar", "حداد", "سامي وبعده وصل الحداد."],
		["ar", "حداد", "وصل السيد الحداد."],
		["ar", "حداد", "سلم على الحداد."],
		["ar", "حداد", "قال إن الحداد غادر."],
		["ar", "سامي الحداد", "وصل وزير دفاع فلكاريا سامي الحداد."],
		["ar", "سامي الحداد", "وصل رئيس أركان فلكاريا سامي الحداد."],
		["ar", "سامي الحداد", "وصل فضيلة المفتي سامي الحداد."],
	])("keeps it where no given name stands before (%s, %s): %s", (language, last, line) => {
		expect(filled(language, last, [line]).name).toBe(last);
	});

	it("becomes a person where the name was taken for a body", () => {
		expect(filled("en", "Roth", ["Ana Roth came."], { kind: "organisation" }).kind).toBe("person");
	});

	it("stays what it is where it is a state or a document", () => {
		expect(filled("en", "Roth", ["Ana Roth came."], { kind: "state" })).toMatchObject({
			kind: "state",
			name: "Roth",
		});
	});

	it("keeps a longer name as it is", () => {
		expect(filled("en", "Tom Roth", ["Ana Maria Roth came."]).name).toBe("Tom Roth");
	});

	it("keeps the first name before بن", () => {
		expect(filled("ar", "حداد", ["وصل سامي بن كريم الحداد."]).name).toBe("سامي بن كريم الحداد");
	});
});

it("no ordinary noun of a body's name is somebody's last name", () => {
	const line = "قال إن جلسات الحوار تبدأ وسمع أحدهما المستوردين.";
	for (const word of ["حوار", "مستوردين"])
		expect(filled("ar", word, [line], { kind: "organisation" }).name).toBe(word);
});
