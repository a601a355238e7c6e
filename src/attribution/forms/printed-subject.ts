import { leadsBy } from "../../language/words/arabic-endings.ts";
import type { ContentPieces, Parts, Stretch } from "../frames/parts.ts";
import { isVerbOfSaying } from "../frames/saying.ts";
import type { PassageReading } from "../sequence/passage-reading.ts";
import type { PassageView } from "../sequence/passage-view.ts";
import { isArabic } from "../speakers/names/name-words.ts";
import { endBeforeLed, endOfName, endOfQuotedName, endOfSubject } from "./subject-end.ts";

/** How sure it is that a subject that its form shows speaks, and that what stands behind it was said. */
const sureOfSubject = 0.95;
const sureOfRest = 0.99;

/**
 * واتهم البناؤون المقاول بـ…, نفى وزير الصناعة عماد رشيد بيع …: an Arabic verb, its subject and its object stand side by
 * side. What was read as said begins with the subject or with the rest of it: the words are parted where the forms show it.
 */
export function withPrintedSubjects(reading: PassageReading): PassageReading {
	const { view } = reading;
	return reading.parts.contents.reduce((read, content) => {
		const subject = subjectWithin(view, read.parts, content);
		return subject ? parted(read, content, subject) : read;
	}, reading);
}

/** The subject whose end stands within a content; `known`: so much of it was read as the speaker. */
type Within = { subject: Stretch; known: Stretch | undefined; isName: boolean };

function subjectWithin(
	view: PassageView,
	{ cues, sources }: Parts,
	{ pieces }: ContentPieces,
): Within | undefined {
	const [content] = pieces;
	if (!content || !isArabic(view, content.from)) return undefined;
	if (view.quotes[content.from]) return bodyBetweenMarks(view, sources, content);
	const known = sources.find(({ to }) => to === content.from);
	const from = known?.from ?? content.from;
	const cue = cues.find(({ to }) => to === from);
	if (!cue || !isVerbOfSaying(view, cue.to - 1)) return undefined;
	const name = known && endOfName(view, known, content.to);
	const phrase = { from, to: content.to };
	const behind = isCarrying(view, cue.to - 1)
		? endBeforeLed(view, phrase)
		: endOfSubject(view, phrase, content.from);
	const to = name ?? behind;
	if (to === undefined || !goesOn(view, { from: to, to: content.to }, cue.to - 1)) return undefined;
	return { subject: { from, to }, known, isName: name !== undefined };
}

/** اتهم تحالف «نهضة العراق» المعارض المفوضية: what was read as said begins within the name of the body that speaks. */
function bodyBetweenMarks(
	view: PassageView,
	sources: Parts["sources"],
	content: Stretch,
): Within | undefined {
	const known = sources.find(({ to }) => to === content.from - 1);
	if (!known || !isVerbOfSaying(view, known.from - 1)) return undefined;
	const to = endOfQuotedName(view, known, content.to);
	if (to === undefined || !goesOn(view, { from: to, to: content.to }, known.from - 1))
		return undefined;
	return { subject: { from: known.from, to }, known, isName: false };
}

/** قدرتها: its object is written onto the verb, so that the noun behind it is its subject. */
const isCarrying = (view: PassageView, verb: number): boolean =>
	view.facts[verb]?.roles.has("carriesObject") === true;

/** What is left of a content is still one; whoever accuses or describes does it to somebody. */
function goesOn(view: PassageView, { from, to }: Stretch, verb: number): boolean {
	if (from >= to - 1 || !/^\p{L}/u.test(view.tokens[from]?.text ?? "")) return false;
	const facts = view.facts[from];
	const isLed = facts?.led === true || leadsBy(facts?.clitics ?? "");
	if (isCarrying(view, verb)) return true;
	const isPlaced = facts?.kinds.has("prepositions") === true || isLed;
	const needsObject =
		view.facts[verb]?.cue.endsWith(":accuses") || view.facts[verb]?.roles.has("calls");
	return !(isPlaced && needsObject);
}

function parted(
	reading: PassageReading,
	content: ContentPieces,
	{ subject, known, isName }: Within,
): PassageReading {
	const { view } = reading;
	const begin = content.pieces[0]?.from ?? 0;
	const isLed = view.facts[subject.to]?.kinds.has("verbPrepositions") === true;
	const rest = { from: subject.to + (isLed ? 1 : 0), to: content.pieces[0]?.to ?? subject.to };
	const contents = reading.parts.contents.map((c) =>
		c === content ? { pieces: [rest, ...c.pieces.slice(1)], sure: sureOfRest } : c,
	);
	const sources = reading.parts.sources.filter((s) => s !== known);
	sources.push({ ...subject, sure: sureOfSubject });
	sources.sort((a, b) => a.from - b.from);
	const source = reading.source.slice().fill(sureOfSubject, begin, subject.to);
	const name = reading.name.slice();
	if (isName) name.fill(sureOfSubject, begin, subject.to);
	return { ...reading, parts: { ...reading.parts, contents, sources }, source, name };
}
