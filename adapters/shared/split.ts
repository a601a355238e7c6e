const open = "\u2068";
const close = "\u2069";

/**
 * A text in pieces of at most `most` UTF-16 units, broken at blanks where there are any, never
 * inside a character; nothing is left out but the blanks at the breaks. A direction isolate that a
 * break would leave open is closed and opened again. `size` measures a piece as the platform counts
 * it, escapes included; a piece as long as its text where absent. `most` must hold a character with
 * its isolate.
 */
export function split(
	text: string,
	most: number,
	size: (piece: string) => number = (piece) => piece.length,
): string[] {
	const pieces: string[] = [];
	let rest = text;
	let depth = 0;
	while (rest) {
		const head = open.repeat(depth);
		const end = size(head + rest) <= most ? rest.length : longest(rest, head, most, size);
		const taken = rest.slice(0, end);
		depth = depthAfter(taken, depth);
		pieces.push(head + taken.trimEnd() + close.repeat(depth));
		rest = rest.slice(end).trimStart();
	}
	return pieces.length > 0 ? pieces : [""];
}

/** The longest beginning that fits with the isolates it leaves open, up to a blank where it has one. */
function longest(
	text: string,
	head: string,
	most: number,
	size: (piece: string) => number,
): number {
	const fits = (end: number) => {
		const taken = text.slice(0, end);
		return size(head + taken + close.repeat(depthAfter(taken, head.length))) <= most;
	};
	let [low, high] = [1, Math.min(text.length, most)];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (fits(middle)) low = middle;
		else high = middle - 1;
	}
	// A break at a blank reads better than a full piece, unless hardly anything would be left.
	const blank = text.lastIndexOf(" ", low);
	const end = blank > low / 4 ? blank : low;
	return end > 1 && isLowHalf(text.charCodeAt(end)) ? end - 1 : Math.max(end, wholeFirst(text));
}

/** A character of two units is one. */
function wholeFirst(text: string): number {
	return isLowHalf(text.charCodeAt(1)) ? 2 : 1;
}

function isLowHalf(unit: number): boolean {
	return unit >= 0xdc00 && unit <= 0xdfff;
}

function depthAfter(text: string, before: number): number {
	let depth = before;
	for (const ch of text) {
		if (ch === open) depth++;
		else if (ch === close && depth > 0) depth--;
	}
	return depth;
}
