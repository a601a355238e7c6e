import type { Segment } from "../segments.ts";

/** How a page's lines were broken: no longer than `width`, give or take `slack` at the end. */
export type Wrapping = {
	width: number;
	slack: number;
	/** A full line that ends a sentence is more likely to go on than to end its paragraph. */
	stopsGoOn: boolean;
};

/** Of a wrapped line, in UTF-16 units; whatever is longer was not wrapped. */
const widths = { least: 28, most: 140 };
/**
 * `slack`: of the width, by which lines may be shorter, since letters on paper are of different widths.
 * `broken`: lines that end in the middle of a sentence because they were full, and their share of all
 * that end so. `stops`: share of the lines that end with a stop; a page without any leaves them out.
 */
const kinds = [
	{ slack: 0, broken: 3, share: 0.6, stops: 0 },
	{ slack: 0.18, broken: 8, share: 0.85, stops: 0.1 },
];
/** Of the lines, those that may be longer than the others: an address, a headline. */
const outliers = 0.03;

/**
 * How the lines of a page were wrapped, or null where they were not: lines that stop where the first
 * word of the next one would no longer have fitted, most of them in the middle of a sentence.
 */
export function wrappingOf(segments: readonly Segment[]): Wrapping | null {
	const width = widthOf(segments);
	if (width === null) return null;
	const stops = segments.filter(({ text }) => endsSentence(text)).length;
	for (const kind of kinds) {
		const slack = Math.round(width * kind.slack);
		let [broken, whole] = [0, 0];
		for (const [i, segment] of segments.entries()) {
			const next = segments[i + 1];
			if (!next || next.gapBefore || segment.text.length < width / 2 || endsSentence(segment.text))
				continue;
			if (isFull(segment, next, { width, slack }) || isDivided(segment, next)) broken++;
			else whole++;
		}
		const enough = broken >= kind.broken && broken >= kind.share * (broken + whole);
		if (enough && stops >= kind.stops * segments.length)
			return { width, slack, stopsGoOn: stopsGoOn(segments, { width, slack }) };
	}
	return null;
}

function widthOf(segments: readonly Segment[]): number | null {
	const lengths = segments.map(({ text }) => text.length).sort((a, b) => b - a);
	const skipped = Math.max(1, Math.floor(lengths.length * outliers));
	for (let at = 0; at <= Math.min(skipped, lengths.length - 1); at++) {
		const width = lengths[at] ?? 0;
		if (width < widths.least) return null;
		// One line that is a little longer than the others is the width itself.
		if (width <= widths.most && (at === skipped || width <= 1.15 * (lengths[at + 1] ?? 0)))
			return width;
	}
	return null;
}

/** Whether the first word of the next line would not have fitted. */
export function isFull(
	segment: Segment,
	next: Segment,
	{ width, slack }: Pick<Wrapping, "width" | "slack">,
): boolean {
	// What wraps lines keeps words together that a no-break space ties.
	const space = next.text.search(/[ \t]/);
	const word = space < 0 ? next.text.length : space;
	return segment.text.length + 1 + word > width - slack;
}

/** A word that is divided by a hyphen goes on in the next line, however full this one is. */
export function isDivided(segment: Segment, next: Segment): boolean {
	return /\p{L}[-\u2010\u00ad]$/u.test(segment.text.slice(-3)) && /^\p{L}/u.test(next.text);
}

export function endsSentence(text: string): boolean {
	// Two dots are a pause, as Arabic headlines write it.
	return /(?:[^.]\.|\.{3}|[؟?!…۔])["”»)\]’\u200e\u200f\s]*$/u.test(text.slice(-12));
}

/**
 * Where a full line ends with a stop, it is the end of a sentence inside a paragraph as often as
 * sentences end inside lines, and the end of a paragraph as often as those end with lines that are not full.
 */
function stopsGoOn(segments: readonly Segment[], wrapping: Omit<Wrapping, "stopsGoOn">): boolean {
	let [inside, ends, gaps] = [0, 0, 0];
	for (const [i, segment] of segments.entries()) {
		const next = segments[i + 1];
		inside += segment.text.match(/[.؟?!…]["”»]?\s(?=\S)/gu)?.length ?? 0;
		if (!endsSentence(segment.text)) continue;
		if (!next || next.gapBefore) gaps++;
		else if (!isFull(segment, next, wrapping)) ends++;
	}
	// Where blank lines part the paragraphs, nothing else does.
	return gaps > 2 * ends || inside > ends;
}
