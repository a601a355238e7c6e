import { describe, expect, it } from "vitest";
import { loadIdentityData } from "../../../src/app/load/identity-data.ts";
import { shippedSearchData } from "../../../src/app/load/search-data.ts";
import { indexDataFolder } from "../../../src/app/paths.ts";
import type { Article, Speaker } from "../../../src/domain/article.ts";
import { nameOf } from "../../../src/identity/identity.ts";
import { IdentityTable } from "../../../src/identity/identity-table.ts";
import { factsOf } from "../../../src/identity/who-is-who.ts";
import { article, claim } from "../answers/doubles.ts";

const data = await loadIdentityData(indexDataFolder, await shippedSearchData());

/** Articles, a statement a speaker; a line `title: name` has the title before the name. */
function articlesOf(...speakers: (string | Speaker)[][]): Article[] {
	return speakers.map((all, n) => {
		const said = all.map((one) =>
			typeof one === "string" ? { name: one, kind: "person" as const } : one,
		);
		const names = said.map(({ name }) => name.split(": "));
		const made = article(
			`a${n + 1}`,
			names.map((parts) => `Then ${parts.join(" ")} spoke.`),
		);
		for (const [at, speaker] of said.entries())
			claim(made, at + 1, "spoke", { speaker: { ...speaker, name: names[at]?.at(-1) ?? "" } });
		return made;
	});
}

const who = (...speakers: (string | Speaker)[][]) =>
	IdentityTable.of(articlesOf(...speakers), data);
const body = (name: string): Speaker => ({ name, kind: "organisation" });
const found = (table: IdentityTable, name: string) =>
	table.find(name).identities.map(({ spellings }) => spellings[0]);

describe("one identity", () => {
	it.each([
		["a whole name that stands in two articles", ["Rana Haddad"], ["Rana Haddad"]],
		["a last name beside the only whole name with it", ["Rana Haddad", "Haddad"], []],
		["a last name under the same title", ["Judge: Rana Haddad"], ["Judge: Haddad"]],
		["a whole name that writes another in the other script", ["Rana Haddad"], ["رنا حداد"]],
		["other spellings that a list has", ["Mohammed Sorel"], ["Muhammad Sorel"]],
		["letters that differ only in how they write a foreign sound", ["شي جين بينغ"], ["شي جينبينج"]],
		[
			"a state and its capital",
			[{ name: "China", kind: "state" }],
			[{ name: "بكين", kind: "state" }],
		],
		[
			"a body whose words stand in another order",
			[body("Harbour Ministry")],
			[body("Ministry of Harbour")],
		],
	] as [string, (string | Speaker)[], (string | Speaker)[]][])("is %s", (_, first, second) => {
		expect(who(first, second).identities).toHaveLength(1);
	});
});

describe("two identities", () => {
	it.each([
		["of one last name", ["Rana Haddad"], ["Salim Haddad"]],
		[
			"of one last name in one article, and who is only called so",
			["Rana Haddad", "Salim Haddad"],
			["Haddad"],
		],
		["that sound alike in one script", ["Ann Stevens"], ["Ann Stephens"]],
		["whose long vowels differ", ["سالم قاسم"], ["سليم قاسم"]],
		[
			"whose names an Arabic one might write both",
			["Salim Haddad", "Saleem Haddad"],
			["سليم حداد"],
		],
		["told by one word in two articles", ["Haddad"], ["Haddad"]],
		["of one given name under the same title", ["Judge: Rana Haddad"], ["Judge: Rana"]],
		["ministries", [body("Interior Ministry")], [body("Finance Ministry")]],
		["a person and a body of his name", ["Rana Haddad"], [body("Rana Haddad Foundation")]],
	] as [string, (string | Speaker)[], (string | Speaker)[]][])(
		"are those %s",
		(_, first, second) => {
			const { length } = [...first, ...second];
			expect(who(first, second).identities).toHaveLength(length);
		},
	);
});

describe("a name that is asked for", () => {
	const table = who(
		[
			"Judge: Ellen Marquardt",
			"Vladimir Putin",
			"Salim Haddad",
			"Rana Haddad",
			body("Interior Ministry"),
		],
		[body("Finance Ministry"), body("Biden administration"), "فلاديمير بوتين", "هيلغا ليندنر"],
		[
			{ name: "Xi Jinping and Vladimir Putin", kind: "person" },
			"Xi Jinping",
			body("Prairie Care Alliance"),
		],
	);

	it.each([
		["Ellen Marquardt", ["Ellen Marquardt"]],
		["marquardt", ["Ellen Marquardt"]],
		["Judge Marquardt", ["Ellen Marquardt"]],
		["Mrs Ellen Marquardt", ["Ellen Marquardt"]],
		["إلين ماركوارت", []],
		["Helga Lindner", ["هيلغا ليندنر"]],
		["Putin", ["Vladimir Putin"]],
		["بوتين", ["Vladimir Putin"]],
		["Haddad", ["Rana Haddad", "Salim Haddad"]],
		["Interior Ministry", ["Interior Ministry"]],
		["وزارة الداخلية", ["Interior Ministry"]],
		["Prairie Care", ["Prairie Care Alliance"]],
		["Helga Marquardt", []],
		["President Marquardt", []],
		["Biden", []],
		["بايدن", []],
		["Patten", []],
		["Ministry", []],
		["Defence Ministry", []],
		["", []],
	])("%s means %j", (name, expected) => {
		expect(found(table, name)).toEqual(expected);
	});

	it.each([
		["Marquart", "Ellen Marquardt"],
		["Helga Marquardt", "Ellen Marquardt"],
		["بوتن", "فلاديمير بوتين"],
	])("%s may be meant for %s", (name, meant) => {
		expect(
			table
				.like(name, 3)
				.map((one) => nameOf(one, /\p{L}/u.test(name) && /[ء-ي]/.test(name) ? "ar" : "en")),
		).toContain(meant);
	});

	it("is each of those who speak together", () => {
		const [both] = table.find("Xi Jinping").identities;
		expect(both?.claims).toBe(2);
		expect(table.identities.filter(({ name }) => name.en?.includes(" and "))).toEqual([]);
	});

	it("is known to questions, those who speak together only each by himself", () => {
		const programme = body("United Nations World Food Programme");
		const facts = factsOf(who([programme, body("United Nations"), body("World Food Programme")]));
		expect(facts.speakers.flat()).toContain(programme.name);
		const names = factsOf(table).speakers.flat();
		expect(names).toContain("Xi Jinping");
		expect(names.filter((name) => name.includes(" and "))).toEqual([]);
	});

	it("is not looked for in names that no article has, however long it is", () => {
		expect(found(table, "x ".repeat(2_000))).toEqual([]);
	});
});
