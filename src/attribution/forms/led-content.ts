import { ledByVerb } from "../frames/led-by-verb.ts";
import type { ContentPieces, Parts, Stretch } from "../frames/parts.ts";
import { isVerbOfSaying } from "../frames/saying.ts";
import type { PassageView } from "../sequence/passage-view.ts";

/** How sure it is that what a verb leads was said. */
const sureOfLed = 0.95;

/** وطالب الأهالي بجسر: what the verb leads was read as part of its speaker; it was said, up to the end of its clause. */
export function withLedContents(view: PassageView, parts: Parts): Parts {
	return parts.sources.reduce((read, source) => {
		const led = ledByVerb(view, source);
		if (led === undefined) return read;
		const said = { from: led, to: endOfClause(view, led) };
		const { name, ...words } = source;
		const isWhole = name && name.to <= led;
		const cut = { ...words, to: led, ...(isWhole ? { name } : {}) };
		const sources = read.sources.map((s) => (s === source ? cut : s));
		// What somebody declares stands behind "that": صرح فلان بسوق البلدة.
		const isPlace = view.facts[source.from - 1]?.cue.endsWith(":asserts");
		const isRead = read.contents.some(({ pieces }) => pieces.some((p) => meet(p, said)));
		const content: ContentPieces = { pieces: [said], sure: sureOfLed };
		const contents =
			isRead || isPlace
				? read.contents
				: [...read.contents, content].sort((a, b) => beginOf(a) - beginOf(b));
		return { ...read, sources, contents };
	}, parts);
}

function endOfClause(view: PassageView, from: number): number {
	let to = from + 1;
	while (/^[\p{L}\p{N}"«»“”]/u.test(view.tokens[to]?.text ?? "") && !goesOnSaying(view, to)) to++;
	return to;
}

/** … وقال: the next thing that is said. */
const goesOnSaying = (view: PassageView, at: number): boolean =>
	isVerbOfSaying(view, at) && /^[وف]/u.test(view.facts[at]?.clitics ?? "");

const meet = (a: Stretch, b: Stretch): boolean => a.from < b.to && b.from < a.to;
const beginOf = ({ pieces }: ContentPieces): number => pieces[0]?.from ?? 0;
