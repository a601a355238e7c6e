import { describe, expect, it } from "vitest";
import { countryNames, currencyNames, languageNames } from "../../../../src/identity/countries.ts";
import { Lexicon } from "../../../../src/language/lexicon/lexicon.ts";
import { fold } from "../../../../src/language/text/normalise.ts";

const table = [
	"# invented for this test",
	"n\tmissile|rocket\tصاروخ|صواريخ",
	"v\taccuse|blamed\tاتهم|يتهم|اتهام",
	"n\tagreement\tاتفاقية|اتفاق",
	"p\tcease-fire|truce\tوقف إطلاق النار|هدنة",
	"n\tfire\tنار|حريق",
	"n\tgeneral\tجنرال",
	"a\tgenerous\tكريم",
	"a line that is none",
].join("\n");

function english(lexicon: Lexicon, text: string): { length: number; words: string[] } | null {
	const match = lexicon.matchEnglish(text.split(" "), 0);
	return match
		? {
				length: match.length,
				words: match.entries.map(({ entry }) => lexicon.entry(entry).arabic[0] ?? ""),
			}
		: null;
}

describe("the lexicon", () => {
	it("keeps the order of its lines, whichever of their letters is asked for first", () => {
		const lines = ["n\temigre|exile\tمهاجر", "n\tÉmigrés\tألمان", "p\tthe exiles\tالمهاجر"];
		const [one, other] = [new Lexicon([lines.join("\n")]), new Lexicon([lines.join("\n")])];
		const asked = ["exile", "émigré", "مهاجر", "المان", "the exiles"];
		const told = (lexicon: Lexicon, text: string) => lexicon.match(fold(text).split(" "), 0);
		const forwards = asked.map((text) => told(one, text));
		const backwards = asked.toReversed().map((text) => told(other, text));
		expect(forwards).toEqual(backwards.toReversed());
		expect(forwards.map((match) => match?.entries.map(({ entry }) => entry))).toEqual([
			[0],
			[0, 1],
			[0, 2],
			[1],
			[2],
		]);
		// A line that comes later joins those of its letter.
		one.add("n\texiles\tمنفي");
		expect(told(one, "exile")?.entries.map(({ entry }) => entry)).toEqual([0, 3]);
	});

	it("counts its entries and passes over what is none", () => {
		expect(new Lexicon([table]).size).toBe(7);
	});

	it("finds a word in any of its regular forms", () => {
		expect(english(new Lexicon([table]), "missiles")?.words).toEqual(["صاروخ"]);
		expect(english(new Lexicon([table]), "accusing")?.words).toEqual(["اتهم"]);
	});

	it("takes the longest term", () => {
		expect(english(new Lexicon([table]), "cease fire now")).toEqual({
			length: 2,
			words: ["وقف إطلاق النار"],
		});
		expect(english(new Lexicon([table]), "fire now")).toEqual({ length: 1, words: ["نار"] });
	});

	it("tells the very spelling from a shared stem, and puts it first", () => {
		const lexicon = new Lexicon(["n\tgenerals\tقادة\nn\tgeneral\tجنرال"]);
		const match = lexicon.matchEnglish(["general"], 0);
		expect(match?.entries).toEqual([
			{ entry: 1, exact: true },
			{ entry: 0, exact: false },
		]);
	});

	it("finds an Arabic word behind its article, preposition or ending", () => {
		const lexicon = new Lexicon([table]);
		for (const word of ["الصواريخ", "باتفاقيه", "اتهمت", "وصواريخهم"]) {
			expect(lexicon.matchArabic([word], 0), word).toBeDefined();
		}
		expect(lexicon.matchArabic(["وقف", "اطلاق", "النار"], 0)?.length).toBe(3);
	});

	it("finds nothing where there is nothing", () => {
		const lexicon = new Lexicon([table]);
		expect(lexicon.matchEnglish(["zebra"], 0)).toBeUndefined();
		expect(lexicon.matchEnglish([], 0)).toBeUndefined();
		expect(lexicon.matchArabic(["ق"], 0)).toBeUndefined();
	});

	it("lists single words by their first letter", () => {
		expect(new Lexicon([table]).englishWords("f")).toEqual(["fire"]);
		expect(new Lexicon([table]).englishWords("c")).toEqual([]);
	});

	it("takes entries that are added after the first look-up", () => {
		const lexicon = new Lexicon([table]);
		lexicon.matchEnglish(["fire"], 0);
		lexicon.add("n\tzebra\tحمار وحشي");
		expect(lexicon.matchEnglish(["zebra"], 0)).toBeDefined();
	});

	it("takes what was put off only when a word is missing, and once", () => {
		const lexicon = new Lexicon([table]);
		let taken = 0;
		lexicon.addLater(() => {
			taken++;
			return [["g\tAndorra\tأندورا"]];
		});
		lexicon.matchEnglish(["fire"], 0);
		expect(taken).toBe(0);
		expect(lexicon.matchArabic(["اندورا"], 0)).toBeDefined();
		lexicon.matchEnglish(["nowhere"], 0);
		expect(taken).toBe(1);
	});

	it("finds the same when it was prepared bit by bit", async () => {
		const lexicon = new Lexicon([table]);
		await lexicon.prepare(async () => undefined);
		expect(english(lexicon, "cease fire")?.length).toBe(2);
	});
});

describe("names that the runtime knows", () => {
	it("has countries, languages and currencies in both languages", () => {
		expect(countryNames()).toContainEqual({ english: "Cyprus", arabic: "قبرص" });
		expect(languageNames().length).toBeGreaterThan(100);
		expect(currencyNames().length).toBeGreaterThan(100);
	});
});
