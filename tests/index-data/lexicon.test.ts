import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTable, type Table } from "../../src/language/lexicon/lexicon-table.ts";
import { fold } from "../../src/language/text/normalise.ts";
import { checkTables } from "../../tools/check-lexicon.ts";
import { countEntries, leastCounts } from "../../tools/lexicon/counts.ts";
import { mergeDuplicates } from "../../tools/lexicon/merge.ts";

const table = (text: string, name = "a.tsv"): Table => ({ name, text });
const findings = (text: string) => readTable(table(text)).findings;

describe("the lexicon's check", () => {
	it("accepts what the format allows", () => {
		const text =
			"# comment\n\nn\tdrone|unmanned aircraft\tدرون|طائرة بدون طيار\np\tG20|R&D|C++|People's café Inc.\tمجموعة 20\n";
		expect(findings(text)).toEqual([]);
		expect(readTable(table(text)).entries).toHaveLength(2);
	});

	it.each([
		["two columns", "n\tdrone\n", "columns"],
		["four columns", "n\tdrone\tدرون\tx\n", "columns"],
		["an unknown part of speech", "noun\tdrone\tدرون\n", "part of speech"],
		["no Arabic", "n\tdrone\t\n", "has no Arabic"],
		["no English", "n\t\tدرون\n", "has no English"],
		["an empty alternative", "n\tdrone||uav\tدرون\n", "an empty English alternative"],
		["a diacritic", "n\tdrone\tدرُون\n", "U+064F"],
		["a tatweel", "n\tdrone\tدرـون\n", "U+0640"],
		["a Persian letter", "n\tdrone\tدرونی\n", "U+06CC"],
		["a presentation form", "n\tdrone\tﺩرون\n", "U+FEA9"],
		["a direction mark", "n\tdrone\tدرون\u200f\n", "U+200F"],
		["a no-break space", "n\tair force\tسلاح\u00a0الجو\n", "U+00A0"],
		["Latin among Arabic", "n\tdrone\tدرون A\n", "U+0041"],
		["Arabic among English", "n\tdrone|درون\tدرون\n", "U+062F"],
		["a comma", "n\tdrone, uav\tدرون\n", "U+002C"],
		["two blanks", "n\tair  force\tسلاح الجو\n", "a blank too many"],
		["a blank at the end", "n\tdrone \tدرون\n", "a blank too many"],
		["a repeated word", "n\tdrone|Drone\tدرون\n", "repeats"],
		["a second spelling", "n\tmatter\tأمر|امر\n", "repeats"],
		["decomposed letters", "n\tcafe\u0301\tمقهى\n", "NFC"],
		["an open last line", "n\tdrone\tدرون", "end the last line"],
	])("names %s", (_what, text, part) => {
		expect(findings(text)).toEqual(expect.arrayContaining([expect.stringContaining(part)]));
		expect(findings(text)[0]).toMatch(/^a\.tsv:\d+: /);
	});

	it("keeps a verb's perfect with its imperfect, which another perfect may share", () => {
		expect(findings("v\tcondemn\tأدان|يدين|دان|يدين|إدانة\n")).toEqual([]);
		expect(findings("v\tleave\tترك|يترك|ترك\n")).toEqual([]);
		expect(findings("v\tleave\tترك|يترك|ترك|يترك\n")).toHaveLength(1);
	});

	it("finds one sense in two files, and leaves two senses of a word alone", () => {
		const first = table("n\tbank\tبنك|مصرف\nv\tstrike\tضرب\n", "a.tsv");
		const second = table("n\tBank|lender\tمصرف\nn\tbank|shore\tضفة\nn\tstrike\tضرب\n", "b.tsv");
		expect(checkTables([first, second]).findings).toEqual([
			`a.tsv:1: "bank" stands again in b.tsv:1; merge them (--merge)`,
		]);
	});

	it("counts entries and those with a term of several words", () => {
		const { entries } = readTable(
			table("n\tdrone\tطائرة مسيرة\nn\tair force\tسلاح\nn\tsea\tبحر\n"),
		);
		expect(countEntries(entries)).toEqual({ entries: 3, multiWord: 2 });
		expect(leastCounts({ entries: 7_999, multiWord: 1_500 })).toHaveLength(1);
		expect(leastCounts({ entries: 8_000, multiWord: 1_500 })).toEqual([]);
	});
});

describe("merging", () => {
	const merge = (tables: Table[]) => mergeDuplicates(tables, checkTables(tables).entries);

	it("puts every alternative into the first place, each once, and keeps the rest as it is", () => {
		const first = table("# money\nn\tbank\tبنك|بنوك\nn\tsea\tبحر\n", "a.tsv");
		const second = table("n\tlake\tبحيرة\nn\tbank|lender|Bank\tمصرف|بنك\n# end\n", "b.tsv");
		expect(merge([first, second]).map(({ text }) => text)).toEqual([
			"# money\nn\tbank|lender\tبنك|بنوك|مصرف\nn\tsea\tبحر\n",
			"n\tlake\tبحيرة\n# end\n",
		]);
	});

	it("joins two entries that only a third one ties together", () => {
		const [only] = merge([table("n\tend\tنهاية\nn\tend\tختام\nn\tend\tختام|نهاية|آخر\n")]);
		expect(only?.text).toBe("n\tend\tنهاية|ختام|آخر\n");
	});

	it("keeps verbs readable: each imperfect after a perfect of its own", () => {
		const [only] = merge([table("v\tarm\tسلح|يسلح|تسليح\nv\tarm\tسلح|يتسلح|تسليح\n")]);
		expect(only?.text).toBe("v\tarm\tسلح|يسلح|تسليح|سلح|يتسلح\n");
	});

	it("loses no pair of words, leaves nothing to merge, and is the same when done twice", () => {
		const words = (...all: string[]) =>
			fc.array(fc.constantFrom(...all), { minLength: 1, maxLength: 3 });
		const entry = fc.tuple(
			fc.constantFrom("n", "v"),
			words("a", "b", "c", "d"),
			words("ب", "يب", "ت", "يت", "جد"),
		);
		const tables = fc.array(fc.array(entry, { maxLength: 12 }), { minLength: 1, maxLength: 3 });
		fc.assert(
			fc.property(tables, (rows) => {
				const before = rows.map((lines, index) =>
					table(
						lines.map(([p, e, a]) => `${p}\t${e.join("|")}\t${a.join("|")}\n`).join(""),
						`${index}.tsv`,
					),
				);
				const after = merge(before);
				expect(checkTables(after).findings).toEqual([]);
				const kept = pairs(after);
				for (const pair of pairs(before)) expect(kept).toContain(pair);
				expect(merge(after)).toEqual(after);
			}),
		);
	});
});

/** Every translation that the tables hold: `POS english arabic`. */
function pairs(tables: Table[]): Set<string> {
	const { entries } = checkTables(tables);
	return new Set(
		entries.flatMap(({ pos, english, arabic }) =>
			english.flatMap((e) => arabic.map((a) => `${pos} ${fold(e)} ${fold(a)}`)),
		),
	);
}
