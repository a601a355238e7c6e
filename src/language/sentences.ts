/** A sentence of a line: `line.slice(start, end)`, trimmed of white space. */
export type Sentence = { start: number; end: number };

const openers = new Map([
	["«", "»"],
	["“", "”"],
	["„", "“"],
	["‹", "›"],
	["(", ")"],
	["[", "]"],
]);
/** A quotation longer than this is taken for an unclosed one, so that a stray mark cannot swallow the text. */
const longestQuotation = 1_200;
const abbreviation = /(?:^|[\s(«“"])(?:\p{Lu}(?:\.\p{Lu})*|mr|mrs|ms|dr|prof|gen|col|lt|sen|rep|gov|st|no|vs|inc|ltd|co|jr|sr|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|\p{Script=Arabic})$/iu;

/**
 * Splits a line into sentences. A stop inside a quotation or a bracket does not end the sentence
 * that carries it; a decimal point, an initial and an abbreviation never do. Linear in the length.
 */
export function sentences(line: string): Sentence[] {
	const out: Sentence[] = [];
	const closers = closings(line);
	let start = 0;
	for (let i = 0; i < line.length; i++) {
		const jump = closers.get(i);
		if (jump !== undefined) {
			i = jump;
			// «…». Next and “….” Next: a stop just before the closing mark ends the sentence
			// when what follows begins a new one.
			if (isStop(line[i - 1]) && startsAfter(line, i + 1)) {
				push(out, line, start, i + 1);
				start = i + 1;
			}
			continue;
		}
		if (!isStop(line[i])) continue;
		if (line[i] === "." && !endsHere(line, i, start)) continue;
		let end = i + 1;
		while (end < line.length && /[.!?؟…"”»’)\]]/u.test(line[end] ?? "")) end++;
		push(out, line, start, end);
		start = end;
		i = end - 1;
	}
	push(out, line, start, line.length);
	return out;
}

function push(out: Sentence[], line: string, from: number, to: number): void {
	let start = from;
	let end = to;
	while (start < end && /\s/u.test(line[start] ?? "")) start++;
	while (end > start && /\s/u.test(line[end - 1] ?? "")) end--;
	if (end > start) out.push({ start, end });
}

function isStop(ch: string | undefined): boolean {
	return ch === "." || ch === "!" || ch === "?" || ch === "؟" || ch === "…" || ch === "؛";
}

function endsHere(line: string, at: number, start: number): boolean {
	const next = line[at + 1];
	if (next !== undefined && !/[\s"”»’)\].…]/u.test(next)) return false;
	return !abbreviation.test(line.slice(Math.max(start, at - 6), at));
}

/** After a closing quotation mark: white space, then a letter that can begin a sentence. */
function startsAfter(line: string, at: number): boolean {
	return at >= line.length || /^\s+[\p{Lu}\p{Lo}«“"]/u.test(line.slice(at, at + 4));
}

/** For every opening mark that has a partner near enough, where the partner stands. */
function closings(line: string): Map<number, number> {
	const out = new Map<number, number>();
	const open: { at: number; closer: string }[] = [];
	let straight = -1;
	for (let i = 0; i < line.length; i++) {
		const ch = line[i] ?? "";
		if (ch === '"') {
			if (straight < 0) straight = i;
			else {
				if (i - straight <= longestQuotation) out.set(straight, i);
				straight = i - straight <= longestQuotation ? -1 : i;
			}
			continue;
		}
		const top = open[open.length - 1];
		if (top && ch === top.closer) {
			open.pop();
			if (i - top.at <= longestQuotation) out.set(top.at, i);
			continue;
		}
		const closer = openers.get(ch);
		if (closer && open.length < 8) open.push({ at: i, closer });
	}
	return out;
}
