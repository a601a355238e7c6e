import { literalWords } from "./literal-words.ts";

type Allowance = {
	path: RegExp;
	/** These words there; or any, no more than so many in all. */
	words: readonly string[] | number;
	why: string;
};

/** What stands in code all the same. Whoever moves words of the last rows to `index-data` lowers the number. */
const allowances: readonly Allowance[] = [
	{
		path: /^src\/language\/(words|sounds)\//,
		words: 142,
		why: "a language's own room: its endings, clitics, articles and letters",
	},
	{
		path: /^src\/language\/figures\/amounts\.ts$/,
		words: ["ون", "ونا", "ار", "ارا", "فا", "الاف"],
		why: "endings of a scale that is no number alone",
	},
	{
		path: /^src\/corpus\/read\/(?:decode|guess-encoding)\.ts$/,
		words: ["في", "من", "ية", "ات", "us"],
		why: "pairs of letters by which an encoding is told, and a label of one",
	},
	{
		path: /^src\/corpus\/read\/page-days\.ts$/,
		words: ["most", "on"],
		why: "names of classes in markup",
	},
	{
		path: /^src\/search\/words\/words-by-sound\.ts$/,
		words: ["بلفك"],
		why: "a set of letters",
	},
	{
		path: /^src\/attribution\/(?!arabic\/|english\/|topics)/,
		words: 40,
		why: "clitics, names that code gives to things of its own, and the line of ours that tells templates apart",
	},
	{ path: /^src\/attribution\/english\//, words: 155, why: "waits for the engine's data" },
	{ path: /^src\/attribution\//, words: 35, why: "waits for the engine's data" },
];

/** The Arabic article, alone or behind a preposition: a part of words everywhere. */
const articles: ReadonlySet<string> = new Set(["ال", "لل"]);
/** Names that code gives to things of its own. */
const names: ReadonlySet<string> = new Set("who by until more all none same own other".split(" "));

/** Holds the words of a language that stand in code against what may stand there. */
export async function checkWords(base?: string): Promise<{ findings: string[]; looked: string }> {
	const { words, files } = literalWords(base);
	const counts = new Map<Allowance, number>();
	const findings: string[] = [];
	for (const { file, word } of words) {
		const row = allowances.find(({ path }) => path.test(file));
		if (articles.has(word) && !file.startsWith("src/attribution/")) continue;
		if (names.has(word) && !file.startsWith("src/attribution/")) continue;
		if (row) counts.set(row, (counts.get(row) ?? 0) + 1);
		if (row && (typeof row.words === "number" || row.words.includes(word))) continue;
		findings.push(`${file}: holds the word ${JSON.stringify(word)}: move it to index-data`);
	}
	for (const [{ path, words: most }, count] of counts)
		if (typeof most === "number" && count > most)
			findings.push(`${path.source}: holds ${count} words of a language, ${most} are allowed`);
	const kept = [...counts.values()].reduce((sum, count) => sum + count, 0);
	return { findings, looked: `${files} files, ${kept} words that are allowed` };
}
