import type { NoticeWords } from "./notice-data.ts";
import type { NoticeLine, TextPart } from "./notice-line.ts";
import { matchPattern, type Slot } from "./pattern.ts";

export type NoticeValues = { old: TextPart | null; new: TextPart | null };

/** Words before "not" in which the right value is looked for. */
const furthestNumber = 6;

/** The value that was wrong and the right one, each only where the line gives it. */
export function valuesIn(line: NoticeLine, words: NoticeWords, from: number): NoticeValues {
	const single: { old?: Slot; new?: Slot } = {};
	for (const pattern of words.values)
		for (let at = from; at < line.length; at++) {
			const found = matchPattern(pattern, line, at);
			if (!found) continue;
			const { old, new: right } = found.slots;
			if (old && right) return placed(line, { old, new: right });
			if (old) single.old ??= old;
			if (right && !overlap(right, single.old)) single.new ??= right;
		}
	if (single.old && single.new) return placed(line, single);
	return placed(line, contrasted(line, words, from) ?? single);
}

/** "the mayor said June, not May": as many words before as behind, or the number with what it counts. */
function contrasted(
	line: NoticeLine,
	{ contrast }: NoticeWords,
	from: number,
): { old: Slot; new: Slot } | null {
	for (let at = from + 1; at < line.length - 1; at++) {
		const run = contrast.find((words) => line.has(words, at));
		if (!run || (run.length === 1 && !line.commaBefore(at))) continue;
		const old = { from: at + run.length, to: clauseEnd(line, at + run.length) };
		if (old.to <= old.from) continue;
		const begin = clauseBegin(line, at, from);
		const numbered = isNumber(line.words[old.from]?.text) ? lastNumber(line, begin, at) : null;
		const right = { from: Math.max(begin, numbered ?? at - (old.to - old.from)), to: at };
		if (right.from < right.to) return { old, new: right };
	}
	return null;
}

function lastNumber(line: NoticeLine, begin: number, end: number): number | null {
	for (let at = end - 1; at >= Math.max(begin, end - furthestNumber); at--)
		if (isNumber(line.words[at]?.text)) return at;
	return null;
}

function clauseEnd(line: NoticeLine, from: number): number {
	let at = from + 1;
	while (at < line.length && !line.breaksBefore(at) && !line.commaBefore(at)) at++;
	return Math.min(at, line.length);
}

function clauseBegin(line: NoticeLine, before: number, least: number): number {
	let at = before - 1;
	while (at > least && !line.breaksBefore(at)) at--;
	return at;
}

function placed(line: NoticeLine, { old, new: right }: { old?: Slot; new?: Slot }): NoticeValues {
	return { old: old ? line.placeOf(old) : null, new: right ? line.placeOf(right) : null };
}

function overlap(a: Slot, b: Slot | undefined): boolean {
	return b !== undefined && a.from < b.to && b.from < a.to;
}

function isNumber(word: string | undefined): boolean {
	return word !== undefined && /^\d/.test(word);
}
