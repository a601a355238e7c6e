import type { NoticeWords } from "./notice-data.ts";
import type { NoticeLine, Slot, TextPart } from "./notice-line.ts";
import { matchPattern } from "./pattern.ts";

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

/**
 * "the mayor said June, not May": the word before, or the number with what it counts, or from the word
 * on that both begin with ("in Oslo, not in Bergen").
 */
function contrasted(
	line: NoticeLine,
	{ contrast }: NoticeWords,
	from: number,
): { old: Slot; new?: Slot } | null {
	for (let at = from + 1; at < line.length; at++) {
		const run = contrast.find((words) => line.has(words, at));
		if (!run || (run.length === 1 && !line.commaBefore(at))) continue;
		const first = at + run.length;
		if (first >= line.length) continue;
		const old = { from: first, to: clauseEnd(line, first) };
		const begin = rightBegin(line, old, clauseBegin(line, at, from), at);
		return begin === null ? { old } : { old, new: { from: begin, to: at } };
	}
	return null;
}

function rightBegin(line: NoticeLine, old: Slot, begin: number, end: number): number | null {
	const head = line.words[old.from]?.text;
	if (isNumber(head)) return lastNumber(line, begin, end);
	if (old.to - old.from === 1) return end - 1;
	for (let at = end - 1; at >= begin; at--) if (line.words[at]?.text === head) return at;
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
