import { nameKey } from "../../identity/related-names.ts";
import type { Lexicon } from "../../language/lexicon/lexicon.ts";
import { fold } from "../../language/text/normalise.ts";
import { type Token, wordsOf } from "../../language/text/tokens.ts";
import { isStopWord } from "../../language/words/index-terms.ts";
import { withoutArticle, withoutProclitics } from "../../language/words/stem-arabic.ts";
import type { BothTexts, NameReaders } from "../compare/name-readers.ts";
import { isPlace, isWanted, shortest } from "../compare/name-runs.ts";
import { soundAlike, soundAlikeTogether } from "../compare/sounds-alike.ts";
import type { CountriesTold } from "./countries-told.ts";
import { roughSound, soundRoughlyAlike } from "./rough-sound.ts";

/** What is compared: the names of the English text, and the countries of both. */
export type NamesInBoth = BothTexts & {
	runs: readonly (readonly Token[])[];
	countries: Record<"here" | "there", ReadonlySet<number>>;
};

/**
 * The Arabic text, with its words again without what is written together with them; `pairs`: of each word, how it and the
 * next one sound as one.
 */
type Told = { text: string; words: readonly string[]; pairs: readonly string[] };

/**
 * Names of the English text that the Arabic one has neither by their translation nor by their sound. Arabic
 * has no capitals: that one of its names is nobody's of the English text shows in that one's that is
 * missing.
 */
export function namesMissing(
	{ en, ar, runs, countries }: NamesInBoth,
	readers: NameReaders,
): string[] {
	const { names } = readers;
	const told = withBareWords(ar);
	const isCountryTold = countriesTold(countries, readers.countries);
	return runs.flatMap((run) => {
		const whole = en.slice(run[0]?.start, run.at(-1)?.end).replace(/['’]s$/u, "");
		if (names.test(whole)([told.text])) return [];
		if (isOtherBody(run, told, readers)) return [whole];
		// New York is one word there.
		const inPair = run.map(({ end }, at) => {
			const next = run[at + 1];
			return (
				next !== undefined && names.test(en.slice(run[at]?.start ?? end, next.end))([told.text])
			);
		});
		return run
			.filter((word, at) => !inPair[at] && !inPair[at - 1] && isWanted(en, word, readers))
			.filter((word) => !isToldWithNext(en, run, word, told.pairs))
			.map(({ start, end }) => en.slice(start, end).replace(/['’]s?$/u, ""))
			.filter((name) => !(isCountryTold(name) ?? isTold(name, told, readers)));
	});
}

/** Whether the Arabic text names the country that a word names; null for other words, and where it may do so in a way of its own. */
function countriesTold({ here, there }: NamesInBoth["countries"], countries: CountriesTold) {
	const hasOther = [...there].some((country) => !here.has(country));
	return (name: string): boolean | null => {
		const country = countries.of(name);
		if (country === undefined) return null;
		if (there.has(country)) return true;
		return hasOther ? false : null;
	};
}

/** A body is named by common words, which are translated: of another one's few are there. */
function isOtherBody(run: readonly Token[], told: Told, readers: NameReaders): boolean {
	const common = run.filter(
		({ text }) =>
			text.length >= shortest &&
			!isStopWord(text, readers.stopWords) &&
			!readers.words.en.notNames.includes(text) &&
			!readers.names.isUnlisted(text) &&
			!readers.people.has(text) &&
			!isPlace(text, readers.lexicon),
	);
	if (common.length < 2) return false;
	return 2 * common.filter(({ text }) => isTold(text, told, readers)).length < common.length;
}

/** Abdul Malik is one word there, or two that are cut elsewhere. */
function isToldWithNext(
	en: string,
	run: readonly Token[],
	word: Token,
	pairs: readonly string[],
): boolean {
	const at = run.indexOf(word);
	return [at - 1, at].some((first) => {
		const [one, two] = [run[first], run[first + 1]];
		if (!one || !two) return false;
		const sound = roughSound(fold(en.slice(one.start, two.end)).replaceAll(/[^a-z]/g, ""));
		if (sound.length < 4) return false;
		return pairs.some((pair) => soundRoughlyAlike(sound, pair));
	});
}

/** Whether an Arabic text names it: by its translation, or by a word that sounds so and is no other place. */
function isTold(name: string, { text, words }: Told, readers: NameReaders): boolean {
	const { names, related } = readers;
	const near = related.get(nameKey(wordsOf(name)))?.near ?? [];
	if ([name, ...near].some((one) => names.test(one)([text]))) return true;
	// Huguenots: Arabic has a plural of its own.
	const forms = /\p{L}{4}s$/u.test(name) ? [name, name.slice(0, -1)] : [name];
	return forms.some((form) => words.some((_, at) => isToldAt(form, words, at, readers)));
}

/** By the sound of the word there, or of it and the next, which the other script may write as one. */
function isToldAt(
	name: string,
	words: readonly string[],
	at: number,
	{ lexicon }: NameReaders,
): boolean {
	const word = words[at] ?? "";
	if (soundAlike(name, word)) return !isOtherPlace(withoutArticle(word), name, lexicon);
	return soundAlikeTogether(name, [word, words[at + 1] ?? ""]);
}

/** Nigeria is no Niger. */
function isOtherPlace(word: string, name: string, lexicon: Lexicon): boolean {
	const entries = lexicon.match([word], 0)?.entries ?? [];
	const places = entries.flatMap(({ entry }) => {
		const listed = lexicon.entry(entry);
		return listed.pos === "g" ? listed.english : [];
	});
	return places.length > 0 && !places.some((place) => fold(place) === fold(name));
}

/** A name may stand behind و, ل, ب, ك or ف; of two letters too: بقم. */
function withBareWords(ar: string): Told {
	const bare = wordsOf(ar).flatMap((word) => [
		...(/^[وفبلك]./u.test(word) ? [word.slice(1)] : []),
		withoutProclitics(word),
	]);
	const text = `${ar} ${bare.join(" ")}`;
	const words = wordsOf(text);
	const single = words.map(withoutArticle);
	const pairs = single.map((word, at) => roughSound(word + (single[at + 1] ?? "")));
	return { text, words, pairs };
}
