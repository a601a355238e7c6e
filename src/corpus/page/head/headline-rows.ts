import type { MarkedLine } from "../marks.ts";

/** A menu is at least this many short lines in a row. */
const shortestMenu = 3;
const longestMenuItem = 3;

/** One of several short lines in a row. */
export function inMenu(head: readonly MarkedLine[], index: number): boolean {
	const short = (at: number) => {
		const line = head[at];
		return line !== undefined && !line.heading && line.words.length <= 4 && line.ending === "open";
	};
	if ((head[index]?.words.length ?? 0) > longestMenuItem || !short(index)) return false;
	let from = index;
	let to = index;
	while (from > index - shortestMenu && short(from - 1)) from--;
	while (to < index + shortestMenu && short(to + 1)) to++;
	return to - from + 1 >= shortestMenu;
}

/** Four headlines or more, one right after the other, are a ticker. */
const shortestTicker = 4;

function isRowLine(head: readonly MarkedLine[], at: number): boolean {
	const line = head[at];
	return (
		line !== undefined &&
		line.mark === null &&
		line.words.length >= 5 &&
		line.ending === "open" &&
		line.date === null
	);
}

/** One of a ticker's headlines. */
export function inRow(head: readonly MarkedLine[], index: number): boolean {
	let from = index;
	let to = index;
	while (from > index - shortestTicker && !head[from]?.gapBefore && isRowLine(head, from - 1))
		from--;
	while (to < index + shortestTicker && isRowLine(head, to + 1) && !head[to + 1]?.gapBefore) to++;
	return to - from + 1 >= shortestTicker;
}

/** News from elsewhere, by its label or the picture before it. */
export function isTicker({ mark, text }: MarkedLine): boolean {
	return mark === "ticker" || /^[⚡🔴🚨🔔📢]/u.test(text);
}

/** "Beirut - Samer Haddad - Al-Waha": a few words each, between three marks of one kind. */
export function isRow(text: string): boolean {
	const parts = text.split(/(?<!\s)\s+[-–—|/]\s+/u);
	return parts.length > 2 && parts.every((part) => part.split(/\s+/u).length <= 3);
}

/** A header that the page prints twice: the line and its neighbour both come again. */
export function inTwiceHeader(
	head: readonly MarkedLine[],
	index: number,
	again: (at: number) => boolean,
): boolean {
	const key = head[index]?.key;
	if (!again(index) || head[index + 1]?.key === key || head[index - 1]?.key === key) return false;
	return [index - 1, index + 1].some(
		(at) => again(at) && head[at]?.key !== head[at + 1]?.key && head[at]?.key !== head[at - 1]?.key,
	);
}
