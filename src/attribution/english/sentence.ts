import { type Unit, units } from "../sentence/units.ts";
import type { EnglishGrammar } from "./grammar.ts";

/** Indexes of its two marks; `close` is the number of units where the mark never comes. */
export type Quote = { open: number; close: number };

/** One sentence, cut into units, with its quotations found. Indexes are into `us`. */
export type Text = {
	line: string;
	us: readonly Unit[];
	/** Folded words without a possessive ending; empty for marks. */
	words: readonly string[];
	/** Words that end in a possessive: the army's, officials'. */
	owner: readonly boolean[];
	quotes: readonly Quote[];
	/** For every unit the quotation that holds it, its marks included; undefined outside. */
	quoteAt: readonly (Quote | undefined)[];
	/** First unit behind a dateline, and the unit behind the last word. */
	begin: number;
	end: number;
	question: boolean;
};

/** A quotation that a paragraph left open is looked for this far back. */
const lookBack = 1_200;

export function textOf(g: EnglishGrammar, line: string, from: number, to: number): Text {
	const us = marks(g, units(line, from, to), line);
	const quoteAt: (Quote | undefined)[] = new Array(us.length).fill(undefined);
	const quotes = findQuotes(us, opensBefore(line, from));
	for (const q of quotes)
		for (let i = Math.max(0, q.open); i <= Math.min(q.close, us.length - 1); i++) quoteAt[i] = q;
	const words = us.map((u) => (u.kind === "word" ? u.text.replace(/'s?$/, "") : ""));
	const owner = us.map((u) => u.kind === "word" && /(?:'s|s')$/.test(u.text));
	let end = us.length;
	while (end > 0 && us[end - 1]?.kind === "stop" && !quoteAt[end - 1]) end--;
	const question = us.slice(end).some((u) => u.raw === "?");
	return { line, us, words, owner, quotes, quoteAt, begin: dateline(us), end, question };
}

/** Single quotation marks are told from apostrophes, a point of an abbreviation from a stop. */
function marks(g: EnglishGrammar, us: readonly Unit[], line: string): Unit[] {
	const lastSingle = us.findLastIndex((u) => /['’]$/.test(u.raw));
	const out: Unit[] = [];
	let single = false;
	for (const [i, unit] of us.entries()) {
		const before = line[unit.start - 1] ?? " ";
		const after = line[unit.end] ?? " ";
		const last = out[out.length - 1];
		if (unit.raw === '"') {
			const opens = /[\s([—–-]/u.test(before) && !/\s/u.test(after);
			out.push({ ...unit, kind: opens ? "open" : "close" });
		} else if (
			unit.raw === "." &&
			last?.kind === "word" &&
			last.end === unit.start &&
			abbreviated(g, last, us[i + 1])
		) {
			out[out.length - 1] = { ...last, raw: line.slice(last.start, unit.end), end: unit.end };
		} else if (/^['‘’`´]$/u.test(unit.raw)) {
			const opens =
				unit.raw === "‘" ||
				(/[\s([—–“"]/u.test(before) && /[\p{L}\p{Nd}]/u.test(after) && unit.raw !== "’");
			if (opens && i < lastSingle) {
				single = true;
				out.push({ ...unit, kind: "open" });
			} else {
				out.push({ ...unit, kind: single ? "close" : "mark" });
				single = false;
			}
		} else if (
			single &&
			unit.kind === "word" &&
			/['’]$/.test(unit.raw) &&
			(i === lastSingle || !/s['’]$/.test(unit.raw))
		) {
			single = false;
			out.push({
				...unit,
				text: unit.text.replace(/'$/, ""),
				raw: unit.raw.slice(0, -1),
				end: unit.end - 1,
			});
			out.push({
				text: "'",
				raw: unit.raw.slice(-1),
				start: unit.end - 1,
				end: unit.end,
				kind: "close",
			});
		} else out.push(unit);
	}
	return out;
}

/** Initials, U.S. and titles keep their point, except where the sentence ends with it. */
function abbreviated(g: EnglishGrammar, word: Unit, next: Unit | undefined): boolean {
	if (!next || next.start === next.end) return false;
	return (
		/^\p{L}$/u.test(word.text) ||
		/^\p{L}(?:\.\p{L})+$/u.test(word.text) ||
		g.is.abbreviations.has(word.text)
	);
}

/** The outermost quotations. A mark that opens at the very start and never closes holds all. */
function findQuotes(us: readonly Unit[], inside: boolean): Quote[] {
	const out: Quote[] = [];
	let depth = 0;
	let start = -1;
	if (inside) {
		const close = us.findIndex((u) => u.kind === "close" && /[”»"]/u.test(u.raw));
		const open = us.findIndex((u) => u.kind === "open" && /[“«"]/u.test(u.raw));
		if (close < 0 || open < 0 || close < open) {
			out.push({ open: -1, close: close < 0 ? us.length : close });
			if (close < 0) return out;
		}
	}
	const from = (out[0]?.close ?? -1) + 1;
	for (let i = from; i < us.length; i++) {
		const u = us[i];
		if (!u || isBracket(u)) continue;
		if (u.kind === "open") {
			if (depth === 0) start = i;
			depth++;
		} else if (u.kind === "close" && depth > 0 && --depth === 0)
			out.push({ open: start, close: i });
	}
	if (depth > 0 && start === from) out.push({ open: start, close: us.length });
	// An inner mark that never closes must not swallow the sentence: close with the last one.
	else if (depth > 0) {
		const last = us.findLastIndex((u) => u.kind === "close" && !isBracket(u));
		if (last > start) out.push({ open: start, close: last });
	}
	return out;
}

export function isBracket(u: Unit | undefined): boolean {
	return u !== undefined && /^[()[\]]$/.test(u.raw);
}

/** Whether a “ or « stands open before `from`: the paragraph is one quotation. */
function opensBefore(line: string, from: number): boolean {
	const before = line.slice(Math.max(0, from - lookBack), from);
	const open = Math.max(before.lastIndexOf("“"), before.lastIndexOf("«"));
	return open >= 0 && open > Math.max(before.lastIndexOf("”"), before.lastIndexOf("»"));
}

/** KYIV, Aug 21 (Agency) — the story begins behind the dash. */
function dateline(us: readonly Unit[]): number {
	const first = us[0];
	if (first?.kind !== "word" || first.raw.length < 3 || first.raw !== first.raw.toUpperCase())
		return 0;
	for (let i = 1; i < Math.min(us.length, 16); i++) {
		const u = us[i];
		const spaced =
			(us[i - 1]?.end ?? 0) < (u?.start ?? 0) && (u?.end ?? 0) < (us[i + 1]?.start ?? 0);
		if (u?.kind === "dash" && (spaced || us[i - 1]?.raw === ")")) return i + 1;
	}
	return 0;
}

/** The quotation that begins at `i`. */
export function quoteFrom(t: Text, i: number): Quote | undefined {
	const q = t.quoteAt[i];
	return q?.open === i ? q : undefined;
}

export function isCapital(t: Text, i: number): boolean {
	return /^\p{Lu}/u.test(t.us[i]?.raw ?? "");
}
