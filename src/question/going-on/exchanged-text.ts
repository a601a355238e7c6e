import { tokens } from "../../language/text/tokens.ts";
import { isEnglishArticle } from "../../language/words/stem-english.ts";
import type { AskedStretches, Stretch } from "../asked-stretches.ts";
import { asNamed, replaceStretches } from "./replace-words.ts";

/** A question with what was read of its stretches. */
type Asked = { text: string; stretches?: AskedStretches | undefined };

/**
 * The last question with what the typed one names in the place of the same kind of thing: a place for a
 * place, what stands behind a preposition for what stood behind it, a thing for the one that was asked
 * of. Null where it names no such thing. `lead`: words of the typed one that only say that it goes on.
 */
export function exchangedText(typed: Asked, last: Asked, lead: number): string | null {
	const rest = tokens(typed.text).slice(lead);
	const [first] = rest;
	const end = rest.at(-1)?.end;
	if (!first || end === undefined || !typed.stretches || !last.stretches) return null;
	const light = new Set(typed.stretches.light);
	/** Only this stretch is left, but for articles, prepositions and the like before it. */
	const isAll = ({ start, end: to }: Stretch) =>
		to === end && rest.every((each) => each.start >= start || light.has(each.text));
	const [place] = typed.stretches.places;
	// The preposition of what only goes on (what about, ماذا عن) is none.
	const other = typed.stretches.behind.find(({ start }) => start > first.start);
	if (other && isAll(other)) {
		const same = last.stretches.behind.findLast(
			({ preposition }) => preposition === other.preposition,
		);
		if (same) return replaced(last.text, same, typed.text.slice(other.start, other.end));
	}
	const oldPlace = last.stretches.places.at(-1);
	if (place && oldPlace && isAll(place))
		return replaced(last.text, oldPlace, asNamed(typed.text.slice(place.start, place.end)));
	const { subject } = last.stretches;
	if (!subject || other || place) return null;
	const named = isEnglishArticle(first.text) ? (rest[1] ?? first) : first;
	return replaced(last.text, subject, asNamed(typed.text.slice(named.start, end)));
}

function replaced(text: string, stretch: Stretch, by: string): string {
	return replaceStretches(text, [stretch], by);
}
