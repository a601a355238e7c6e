/** A stretch of a line: `line.slice(start, end)`. */
export type Stretch = { start: number; end: number };

/**
 * One stretch of the sentence for each of its dates, in order: a sentence with one date is quoted
 * whole; one with several is cut at the last comma before each further date, so that each quotation
 * holds its own. Dates that no comma separates share one.
 */
export function clausesFor(line: string, sentence: Stretch, dates: readonly Stretch[]): Stretch[] {
	const cuts = dates.map((date, i) =>
		i === 0 ? null : lastComma(line, dates[i - 1]?.end ?? 0, date.start),
	);
	const out: Stretch[] = [];
	let end = sentence.end;
	for (let i = dates.length - 1, last = i; i >= 0; i--) {
		const cut = i === 0 ? sentence.start : (cuts[i] ?? null);
		if (cut === null) continue;
		for (; last >= i; last--) out[last] = trim(line, cut, end);
		end = cut;
	}
	return out;
}

function lastComma(line: string, from: number, to: number): number | null {
	for (let at = to - 1; at >= from; at--) {
		const ch = line[at];
		if (ch === "،" || ch === "؛" || ch === ";") return at + 1;
		if (ch === "," && !/\d/.test(line[at + 1] ?? "")) return at + 1;
	}
	return null;
}

function trim(line: string, from: number, to: number): Stretch {
	let start = from;
	let end = to;
	while (start < end && /[\s،,؛;]/u.test(line[start] ?? "")) start++;
	while (end > start && /[\s،,؛;:]/u.test(line[end - 1] ?? "")) end--;
	return { start, end };
}

const openers: Record<string, string> = { "«": "»", "“": "”" };

/** The quoted stretches of a line, marks included. An unclosed mark quotes nothing. */
export function quotations(line: string): Stretch[] {
	const out: Stretch[] = [];
	let open: { at: number; closer: string } | null = null;
	for (let at = 0; at < line.length; at++) {
		const unit = line.charCodeAt(at);
		// Most characters are letters; the marks are " « » “ ”.
		const mark = unit === 0x22 || unit === 0xab || unit === 0xbb || (unit | 1) === 0x201d;
		if (!mark) continue;
		const ch = line[at] ?? "";
		if (open && ch === open.closer) {
			out.push({ start: open.at, end: at + 1 });
			open = null;
		} else if (!open && (ch === '"' || openers[ch])) open = { at, closer: openers[ch] ?? '"' };
	}
	return out;
}
