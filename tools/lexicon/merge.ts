import { type Entry, type Table, units } from "../../src/language/lexicon/lexicon-table.ts";
import { fold } from "../../src/language/text/normalise.ts";

/**
 * Groups of entries that stand for one sense: the same part of speech, the same first English word
 * and a common Arabic word. In the order of files and lines; an entry alone is no group.
 */
export function duplicates(entries: readonly Entry[]): Entry[][] {
	const byHead = new Map<string, Entry[][]>();
	for (const entry of entries) {
		const head = `${entry.pos}\t${fold(entry.english[0] ?? "")}`;
		const groups = byHead.get(head) ?? [];
		// An entry may tie two groups together that had nothing in common before.
		const tied = groups.filter((group) => group.some((other) => overlap(other, entry)));
		const rest = groups.filter((group) => !tied.includes(group));
		byHead.set(head, [...rest, [...tied.flat(), entry]]);
	}
	const order = new Map(entries.map((entry, index) => [entry, index]));
	const place = (entry: Entry | undefined) => (entry && order.get(entry)) ?? 0;
	return [...byHead.values()]
		.flat()
		.filter((group) => group.length > 1)
		.map((group) => group.sort((a, b) => place(a) - place(b)))
		.sort((a, b) => place(a[0]) - place(b[0]));
}

function overlap(a: Entry, b: Entry): boolean {
	const words = new Set(a.arabic.map(fold));
	return b.arabic.some((word) => words.has(fold(word)));
}

/**
 * The tables with every group of duplicates in the place of its first entry, alternatives in the
 * order in which they come, each once. Comments and all other lines stay. Twice is as once.
 */
export function mergeDuplicates(tables: readonly Table[], entries: readonly Entry[]): Table[] {
	const replaced = new Map<string, string | null>();
	for (const entry of entries) replaced.set(keyOf(entry), columns([entry]));
	for (const group of duplicates(entries)) {
		for (const entry of group) replaced.set(keyOf(entry), null);
		if (group[0]) replaced.set(keyOf(group[0]), columns(group));
	}
	return tables.map(({ name, text }) => {
		const lines = text.split("\n").map((line, index) => {
			const other = replaced.get(`${name}:${index + 1}`);
			return other === undefined ? line : other;
		});
		return { name, text: lines.filter((line) => line !== null).join("\n") };
	});
}

function keyOf({ file, line }: Entry): string {
	return `${file}:${line}`;
}

function columns(group: readonly Entry[]): string {
	const pos = group[0]?.pos ?? "";
	const english = once(group.flatMap((entry) => entry.english));
	const arabic = once(group.flatMap((entry) => units(pos, entry.arabic))).join("|");
	// An entry that begins with an imperfect lends it to the perfect that now stands before it.
	return [pos, english.join("|"), once(units(pos, arabic.split("|"))).join("|")].join("\t");
}

function once(words: string[]): string[] {
	const seen = new Set<string>();
	return words.filter((word) => !seen.has(fold(word)) && seen.add(fold(word)));
}
