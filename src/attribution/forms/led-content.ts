import { hasConjunction } from "../../language/words/arabic-clitics.ts";
import { ledByVerb } from "../frames/led-by-verb.ts";
import { beginOf, meet, type Parts, type SourceWords } from "../frames/parts.ts";
import { isVerbOfSaying } from "../frames/saying.ts";
import type { PassageView } from "../sequence/passage-view.ts";

/** How sure it is that what a verb leads was said. */
const sureOfLed = 0.95;

/** وطالب الأهالي بجسر: what the verb leads was read as part of its speaker; it was said, up to the end of its clause. */
export function withLedContents(view: PassageView, parts: Parts): Parts {
	const contents = [...parts.contents];
	const sources = parts.sources.map((source): SourceWords => {
		const led = ledByVerb(view, source);
		if (led === undefined) return source;
		const said = { from: led, to: endOfClause(view, led) };
		// What somebody declares stands behind "that": صرح فلان بسوق البلدة.
		const isPlace = view.facts[source.from - 1]?.cue.endsWith(":asserts");
		if (!isPlace && !contents.some(({ pieces }) => pieces.some((p) => meet(p, said))))
			contents.push({ pieces: [said], sure: sureOfLed });
		const { name, ...words } = source;
		return { ...words, to: led, ...(name && name.to <= led ? { name } : {}) };
	});
	return { ...parts, sources, contents: contents.sort((a, b) => beginOf(a) - beginOf(b)) };
}

function endOfClause(view: PassageView, from: number): number {
	let to = from + 1;
	while (/^[\p{L}\p{N}"«»“”]/u.test(view.tokens[to]?.text ?? "") && !goesOnSaying(view, to)) to++;
	return to;
}

/** … وقال: the next thing that is said. */
const goesOnSaying = (view: PassageView, at: number): boolean =>
	isVerbOfSaying(view, at) && hasConjunction(view.facts[at]?.clitics ?? "");
