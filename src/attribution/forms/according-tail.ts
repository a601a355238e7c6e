import { type ContentPieces, meet, type Parts, type Stretch } from "../frames/parts.ts";
import type { PassageView } from "../sequence/passage-view.ts";
import { isArabic, isListed } from "../speakers/names/name-words.ts";

/** How sure it is that whoever is named behind "according to" at the end of a clause said it. */
const sureOfTail = 0.95;
/** Words that name a source behind "according to", at most. */
const longestSource = 6;
/** Words of a clause before "according to", at least. */
const fewestWords = 2;

/**
 * أصيب 12 بحسب الهلال الأحمر، بينما تحدث شهود عن ثلاثين: a clause at the head of a sentence and behind it who says so, which were
 * read as one content. They are parted, so that whoever speaks in the next clause did not say it.
 */
export function withAccordingTails(view: PassageView, parts: Parts): Parts {
	return parts.contents.reduce((read, content) => {
		const tails = tailsOf(view, read, content);
		return tails.length > 0 ? parted(read, content, tails) : read;
	}, parts);
}

/** What is said, the words "according to" and who says it. */
type Tail = { said: Stretch; cue: Stretch; source: Stretch };

function tailsOf(view: PassageView, parts: Parts, { pieces }: ContentPieces): Tail[] {
	const [content] = pieces;
	if (!content || pieces.length > 1 || !isArabic(view, content.from)) return [];
	const first = view.first[view.sentence[content.from] ?? 0] ?? 0;
	// Behind a word of saying the clause and its "according to" are what somebody else says.
	if (parts.cues.some(({ from }) => from >= first && from < content.to)) return [];
	const tails: Tail[] = [];
	let from = content.from;
	for (let t = from + fewestWords; t < content.to - 1; t++) {
		if (!isAccording(view, t)) continue;
		const to = endOfSource(view, t + 1, content.to);
		tails.push({ said: { from, to: t }, cue: { from: t, to: t + 1 }, source: { from: t + 1, to } });
		from = to;
		t = to + fewestWords - 1;
	}
	return from === content.to ? tails : [];
}

const isAccording = (view: PassageView, at: number): boolean =>
	view.facts[at]?.cue.startsWith("according") === true && view.quotes[at] === 0;

/** Up to a word with "and" or a mark. */
function endOfSource(view: PassageView, from: number, until: number): number {
	let to = from;
	const isWord = (t: number) => /^\p{L}/u.test(view.tokens[t]?.text ?? "");
	while (to < until && to - from < longestSource && isWord(to)) {
		if (to > from && hasAnd(view, to)) break;
		to++;
	}
	return to;
}

/** Also onto a word that no list has (وعشرون); of وزارة and وكالة the letter is their own. */
function hasAnd(view: PassageView, at: number): boolean {
	const facts = view.facts[at];
	const isOwn = facts?.clitics === "" && isListed(facts, "head:", "heads:", "known:");
	return !isOwn && /^و\p{L}{3}/u.test(view.tokens[at]?.text ?? "");
}

function parted(parts: Parts, content: ContentPieces, tails: readonly Tail[]): Parts {
	const sure = sureOfTail;
	const ofTails = (pick: (tail: Tail) => Stretch) => tails.map((tail) => ({ ...pick(tail), sure }));
	const sorted = <T extends Stretch>(list: readonly T[]) =>
		[...list].sort((a, b) => a.from - b.from);
	return {
		...parts,
		contents: parts.contents.flatMap((c) =>
			c === content ? tails.map(({ said }) => ({ pieces: [said], sure })) : c,
		),
		cues: sorted([...parts.cues, ...ofTails(({ cue }) => cue)]),
		sources: sorted([
			...parts.sources.filter((s) => tails.every(({ source }) => !meet(s, source))),
			...ofTails(({ source }) => source),
		]),
	};
}
