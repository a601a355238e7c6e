import type { NameWords } from "../identity/name-data.ts";
import { isPlace, type NameHit } from "../identity/names-in-question.ts";
import type { PhraseHit, Phrases } from "../language/text/phrases.ts";
import { isArabic, type Token } from "../language/text/tokens.ts";
import { isDefinite } from "../language/words/arabic-clitics.ts";
import { isStopWord } from "../language/words/index-terms.ts";
import type { QuestionType } from "./question-types.ts";
import type { QuestionWords } from "./question-words.ts";

/** A name so many words from a word of reporting is taken for who reports. */
const reach = 3;

/** Words for whoever says something may go on so long. */
const longestSayer = 6;

/** A word that no dictionary lists in any form, as most names are. */
export function isUnlisted(word: string, { lexicon, stopWords }: NameWords): boolean {
	return (
		!isStopWord(word, stopWords) &&
		[word, word.slice(1)].every((form) => (lexicon.match([form], 0)?.entries.length ?? 0) === 0)
	);
}

/** A run of words, `[from, to)`. */
type Run = { from: number; to: number };

/**
 * Where a question names whoever says something: between "did" and "say", or behind قال up to the next
 * preposition; behind a verb that takes an object (اتهم، نفى) the first name, or a few words.
 */
export function sayerAt(
	{ words, type, reported, sources }: Reports,
	{ auxiliaries, notSpeaker, says }: QuestionWords,
	names: readonly NameHit[],
	data: NameWords,
): Run | undefined {
	const [verb] = [...reported].sort((a, b) => a.from - b.from);
	if (!verb) return undefined;
	if (!isArabic(words[verb.from] ?? "")) {
		const did = words.findIndex((word) => auxiliaries.has(word));
		return did < 0 || did > verb.from ? undefined : { from: did + 1, to: verb.from };
	}
	// ماذا قالت …: the verb of the question, which marks a source further on.
	if (verb.from > 2 && sources.some(({ from }) => from === verb.from)) return undefined;
	const name = names.find(({ from }) => from === verb.to);
	const isPlaceFirst = isPlace(words[verb.to] ?? "", data);
	if (type === "topic" && !name && !isPlaceFirst) return undefined;
	const plain = says.at(words, verb.from) !== undefined;
	if (!plain && (name || isPlaceFirst)) return { from: verb.to, to: name?.to ?? verb.to + 1 };
	const named = words[verb.to] ?? "";
	// Of whom nobody knows no more is taken than surely is his: the opposition, not whom it accuses.
	if (!plain && type === "how_many") return undefined;
	if (!plain && !isDefinite(named) && !isUnlisted(named, data)) return undefined;
	let to = verb.to;
	const most = verb.to + (plain ? longestSayer : 1);
	// شي جين بينغ لبوتين: whom he told it, written onto the name.
	const isTold = (at: number) =>
		/^ل\p{L}{3}/u.test(words[at] ?? "") &&
		names.some(({ from, to }) => from >= verb.to && to === at);
	while (to < Math.min(words.length, most) && !notSpeaker.at(words, to) && !isTold(to)) to++;
	return { from: verb.to, to };
}

/**
 * Whether two are asked of together, each by a word of reporting of his own or both before one: what do the
 * driver and the guard say, شو بتقول العائلة وشو بتقول المديرة. `sayer`: whom it would be read to ask of.
 */
export function asksOfSeveral(
	{ words, reported }: Reports,
	sayer: Run | undefined,
	{ joins, says }: QuestionWords,
	names: readonly NameHit[],
): boolean {
	if (!sayer) return false;
	const inside = names.filter(({ from, to }) => from >= sayer.from && to <= sayer.to);
	const joined = joins.find(words).find(({ from }) => from > sayer.from && from < sayer.to);
	// Both by names that are known are quoted together.
	if (joined)
		return !(
			inside.some(({ to }) => to === joined.from) && inside.some(({ from }) => from === joined.to)
		);
	const [first, second, ...others] = reported.filter(({ from }) => says.at(words, from));
	if (!first || !second || others.length > 0) return false;
	return isArabic(words[second.from] ?? "") && second.from - first.to > 1;
}

/** What a question says of reporting: its folded words, and where the telling ones stand. */
export type Reports = {
	words: readonly string[];
	type: QuestionType;
	reported: readonly PhraseHit<unknown>[];
	sources: readonly PhraseHit<unknown>[];
};

/** The name nearest to a word of reporting or behind the mark of a source. */
export function speakerOf(
	names: readonly NameHit[],
	{ words, type, reported, sources }: Reports,
	notSpeaker: Phrases<true>,
	sayer: Run | undefined,
): NameHit | undefined {
	const source = behind(names, sources);
	if (source) return source;
	// Where the question says who says it, whoever else it names is spoken of: accuse China.
	const inside = names.filter((hit) => sayer && hit.from >= sayer.from && hit.to <= sayer.to);
	if (sayer && sayer.to > sayer.from && inside.length === 0) return undefined;
	if (sayer && inside.length > 0) {
		const last = Math.max(...inside.map(({ to }) => to));
		// A title before the name is a part of it: the Chinese president Xi Jinping is not China.
		return inside.find(({ to, from }) => to === last && last - from > 1) ?? inside[0];
	}
	// "Who denied …": whoever is named behind the word is not the one who is asked for.
	const asks = type === "who" && reported.some(({ from }) => from <= 1);
	if (asks) return undefined;
	let best: { hit: NameHit; distance: number } | undefined;
	for (const hit of names) {
		if (hit.from > 0 && notSpeaker.at(words, hit.from - 1)?.to === hit.from) continue;
		for (const { from, to } of reported) {
			if (hit.from < to && hit.to > from) continue;
			const distance = hit.to <= from ? from - hit.to : hit.from - to;
			const [open, end] = hit.to <= from ? [hit.to, from] : [to, hit.from];
			// A preposition between the two makes the name a part of what is reported.
			if (range(open, end).some((at) => notSpeaker.at(words, at))) continue;
			const better =
				!best ||
				distance < best.distance ||
				(distance === best.distance && hit.weight > best.hit.weight);
			if (distance <= reach && better) best = { hit, distance };
		}
	}
	// A title before the name is a part of it: the Chinese president Xi Jinping is not China.
	const { hit } = best ?? {};
	return names.find((name) => hit && name.from === hit.to && name.to - name.from > 1) ?? hit;
}

function range(from: number, to: number): number[] {
	return Array.from({ length: Math.max(0, Math.min(to - from, reach)) }, (_, n) => from + n);
}

export function behind(
	names: readonly NameHit[],
	sources: readonly PhraseHit<unknown>[],
	accept: (name: number) => boolean = () => true,
): NameHit | undefined {
	return names.find(
		(hit) => accept(hit.name) && sources.some(({ to }) => hit.from >= to && hit.from - to <= 1),
	);
}

/** A country right beside the word of reporting is who reports, although it may never speak in the corpus. */
export function countryThatSpeaks(
	words: readonly Token[],
	reported: readonly PhraseHit<unknown>[],
	type: QuestionType,
	data: NameWords,
): Token | undefined {
	if (type === "who") return undefined;
	for (const { from, to } of reported) {
		// English names the speaker before the verb, Arabic behind it.
		const before = words[from - 1];
		const behind = words[to];
		for (const word of [before, behind]) {
			const place = word && isArabic(word.text) === (word === behind) && isPlace(word.text, data);
			if (place) return word;
		}
	}
	return undefined;
}
