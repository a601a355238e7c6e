import type { NameMatcher } from "../identity/name-matcher.ts";
import { nameKey } from "../identity/related-names.ts";
import type { Lexicon } from "../language/lexicon/lexicon.ts";
import { likeness } from "../language/sounds/likeness.ts";
import { arabicName, latinName, type Sounds } from "../language/sounds/transliterate.ts";
import { fold } from "../language/text/normalise.ts";
import { type Token, tokens, wordsOf } from "../language/text/tokens.ts";
import { isStopWord, type StopWords } from "../language/words/index-terms.ts";
import { withoutArticle, withoutProclitics } from "../language/words/stem-arabic.ts";
import type { CountriesTold } from "./countries-told.ts";
import type { ComparedWords, GlossWords } from "./gloss-data.ts";
import { differByOne, roughSound, soundRoughlyAlike } from "./rough-sound.ts";

export type NameReaders = {
	names: NameMatcher;
	lexicon: Lexicon;
	stopWords: StopWords;
	/** Folded given and family names of people. */
	people: ReadonlySet<string>;
	/** China for Chinese. */
	related: ReadonlyMap<string, { near: readonly string[] }>;
	countries: CountriesTold;
	/** Folded words of numbers, which have a capital at the head of a sentence. */
	numbers: ReadonlySet<string>;
	words: ComparedWords;
};

/** The texts of both languages, whichever of them is the translation. */
export type BothTexts = { en: string; ar: string };

/** Likeness in sound, 0 to 1, of one name in two scripts. */
const alikeEnough = 0.78;
/** Shorter ones are written in too many ways to be told by their sound. */
export const shortest = 4;

/**
 * Names of the English text that the Arabic one has neither by their translation nor by their sound. Arabic
 * has no capitals: that one of its names is nobody's of the English text shows in that one's that is
 * missing.
 */
export function namesMissing(
	{ en, ar }: BothTexts,
	readers: NameReaders,
	words: GlossWords,
): string[] {
	const { names } = readers;
	const told = withBareWords(ar);
	const isCountryTold = countriesTold({ en, ar }, readers.countries);
	return runsOf(en, readers).flatMap((run) => {
		const whole = en.slice(run[0]?.start, run.at(-1)?.end).replace(/['’]s$/u, "");
		if (names.test(whole)([told])) return [];
		if (isOtherBody(run, told, readers)) return [whole];
		// New York is one word there.
		const inPair = run.map(({ end }, at) => {
			const next = run[at + 1];
			return next !== undefined && names.test(en.slice(run[at]?.start ?? end, next.end))([told]);
		});
		return run
			.filter((word, at) => !inPair[at] && !inPair[at - 1] && isWanted(en, word, readers, words))
			.filter((word) => !isToldWithNext(en, run, word, told))
			.map(({ start, end }) => en.slice(start, end).replace(/['’]s?$/u, ""))
			.filter((name) => !(isCountryTold(name) ?? isTold(name, told, readers)));
	});
}

/** Whether the Arabic text names the country that a word names; null for other words, and where it may do so in a way of its own. */
function countriesTold({ en, ar }: BothTexts, countries: CountriesTold) {
	const [here, there] = [countries.inEnglish(en), countries.inArabic(ar)];
	const hasOther = [...there].some((country) => !here.has(country));
	return (name: string): boolean | null => {
		const country = countries.of(name);
		if (country === undefined) return null;
		if (there.has(country)) return true;
		return hasOther ? false : null;
	};
}

/** A body is named by common words, which are translated: of another one's few are there. */
export function isOtherBody(run: readonly Token[], told: string, readers: NameReaders): boolean {
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

/** Whether people whom both texts name by their names stand in another order: who did what to whom may be another. */
export function areInOtherOrder(
	both: BothTexts,
	readers: NameReaders,
	words: ComparedWords,
): boolean {
	const { en } = both;
	if (isPassive(en, words.en)) return false;
	const people = peopleIn(both, readers);
	const arabic = wordsOf(both.ar);
	// Who says it may stand before all or behind all, in either language.
	return [people.slice(1), people.slice(0, -1)].every((others, n) => {
		const sayer = n === 0 ? people[0] : people.at(-1);
		const isOne = sayer && isSayer(en, sayer.run, words.en) && saysIt(arabic, sayer.at, words.ar);
		const all = isOne ? others : people;
		return all.some(({ at }, each) => at < (all[each - 1]?.at ?? 0));
	});
}

/** In the order of the English text, with their places in the Arabic one. */
export function peopleIn({ en, ar }: BothTexts, readers: NameReaders): { at: number; run: Token[] }[] {
	const told = wordsOf(ar).map(withBareWords);
	return runsOf(en, readers).flatMap((run) => {
		// A firm or a ministry may stand anywhere.
		if (!run.some(({ text }) => readers.people.has(text))) return [];
		const names = run.flatMap(({ text, start, end }) =>
			text.length < shortest ? [] : [en.slice(start, end).replace(/['’]s?$/u, "")],
		);
		const at = told.findIndex((word) => names.some((name) => isTold(name, word, readers)));
		return at < 0 ? [] : [{ at, run }];
	});
}

/** "Was accused by": who did it stands behind whom it was done to. */
export function isPassive(en: string, { passive }: GlossWords): boolean {
	const words = wordsOf(en);
	const be = words.findIndex((word) => passive.be.includes(word));
	return be >= 0 && words.some((word, at) => at > be + 1 && passive.by.includes(word));
}

/** How many characters may stand between a name and what tells that its bearer speaks: a post, a comma. */
const sayerReach = { before: 40, behind: 14 } as const;

/** How many words may stand between what tells that somebody speaks and the name: a post. */
const sayerWords = 3;

function saysIt(words: readonly string[], at: number, { sayers }: GlossWords): boolean {
	const before = words.slice(Math.max(0, at - sayerWords), at);
	return before.some((word) => sayers.includes(word.replace(/^[وف](?=..)/u, "")));
}

/** "…", said NAME; NAME said; according to NAME. Behind "said that" it is somebody who is spoken of. */
export function isSayer(en: string, run: readonly Token[], { sayers }: GlossWords): boolean {
	const [start, end] = [run[0]?.start ?? 0, run.at(-1)?.end ?? 0];
	const before =
		en
			.slice(Math.max(0, start - sayerReach.before), start)
			.split(/[.;]/)
			.at(-1) ?? "";
	const behind = fold(en.slice(end, end + sayerReach.behind)).replace(/^[\s,]+/, "");
	return sayers.some((word) => {
		if (behind.startsWith(`${word} `)) return true;
		const at = fold(before).lastIndexOf(`${word} `);
		return at >= 0 && (word.includes(" ") || /[,"”]\s*$/u.test(before.slice(0, at)));
	});
}

/** Abdul Malik is one word there, or two that are cut elsewhere. */
function isToldWithNext(en: string, run: readonly Token[], word: Token, told: string): boolean {
	const at = run.indexOf(word);
	const words = wordsOf(told);
	return [at - 1, at].some((first) => {
		const [one, two] = [run[first], run[first + 1]];
		if (!one || !two) return false;
		const sound = roughSound(fold(en.slice(one.start, two.end)).replaceAll(/[^a-z]/g, ""));
		if (sound.length < 4) return false;
		return words.some((each, n) =>
			soundRoughlyAlike(
				sound,
				roughSound(withoutArticle(each) + withoutArticle(words[n + 1] ?? "")),
			),
		);
	});
}

export function isTold(name: string, told: string, { names, related, lexicon }: NameReaders): boolean {
	const near = related.get(nameKey(wordsOf(name)))?.near ?? [];
	if ([name, ...near].some((one) => names.test(one)([told]))) return true;
	// Doubled and weak letters are written in more ways than who is who lets pass for one name.
	const written = wordsOf(told)
		.filter((word) => !isOtherPlace(withoutArticle(word), name, lexicon))
		.flatMap(soundsOf);
	const isToldAs = (form: string) =>
		[...latinName(form)].some((sounds) =>
			written.some((word) => likeness(sounds, word) >= alikeEnough),
		) || isToldRoughly(form, told, lexicon);
	// Huguenots: Arabic has a plural of its own.
	return isToldAs(name) || (/\p{L}{4}s$/u.test(name) && isToldAs(name.slice(0, -1)));
}

/** Of Slavic and Turkish letters, which lose their sound when they are folded. */
function plainLetters(name: string): string {
	return name.replaceAll(/[čćç]/giu, "ch").replaceAll(/[šş]/giu, "sh").replaceAll(/ž/giu, "zh");
}

/** Some word, or two that the other script writes as one, has the name's consonants, and is no other place. */
function isToldRoughly(name: string, told: string, lexicon: Lexicon): boolean {
	const sound = roughSound(fold(plainLetters(name)));
	const words = wordsOf(told);
	return words.some((word, at) => {
		const bare = withoutArticle(word);
		const next = withoutArticle(words[at + 1] ?? "");
		const isSingle =
			(soundRoughlyAlike(sound, roughSound(bare)) || sound === roughSound(word)) &&
			Math.abs(bare.length - name.length) <= 4;
		if (isSingle) return !isOtherPlace(bare, name, lexicon);
		return (
			sound.length >= 3 &&
			[next, words[at + 1] ?? ""].some((rest) => soundRoughlyAlike(sound, roughSound(bare + rest)))
		);
	});
}

/** Whether a name that is not told has a word of nearly its consonants there: it may be written in a way of its own. */
export function isNearlyTold(name: string, told: string): boolean {
	const sound = roughSound(fold(plainLetters(name)));
	const words = wordsOf(told);
	return words.some((word) => differByOne(sound, roughSound(withoutArticle(word))));
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

/** Words that stand with a capital, neighbours together; at the head of a sentence only what is a name. */
export function runsOf(text: string, readers: NameReaders): Token[][] {
	const runs: Token[][] = [];
	const all = tokens(text);
	let last = -2;
	for (const [at, word] of all.entries()) {
		if (last === at - 1 && readers.words.en.particles.includes(word.text)) {
			last = at;
			continue;
		}
		if (!isCapital(text, word)) continue;
		const gap = text.slice(all[at - 1]?.end ?? 0, word.start);
		const isHead = at === 0 || /[.!?:;"“«(\n]/.test(gap);
		const next = all[at + 1];
		const isFirst = next !== undefined && isCapital(text, next);
		if (isHead && !isFirst && !isNameAlone(word.text, readers)) continue;
		if (last === at - 1 && (gap === " " || gap === "-")) runs.at(-1)?.push(word);
		else runs.push([word]);
		last = at;
	}
	return runs;
}

export function isCapital(text: string, word: Token): boolean {
	return /^\p{Lu}/u.test(text.slice(word.start, word.end));
}

export function isNameAlone(word: string, { people, lexicon, names }: NameReaders): boolean {
	return isPlace(word, lexicon) || (people.has(word) && names.isUnlisted(word));
}

/** Folding took ى for ي: at the end of a name it is an a. */
function soundsOf(word: string): Sounds[] {
	const said = arabicName(word);
	return word.endsWith("ي") ? [said, arabicName(`${word.slice(0, -1)}ا`)] : [said];
}

/** A title, a body's common words and an acronym may be told in many ways; a person and a place in one. */
export function isWanted(
	text: string,
	word: Token,
	readers: NameReaders,
	{ notNames, adjectives }: GlossWords,
): boolean {
	const written = text.slice(word.start, word.end);
	const bare = word.text.replace(/'s?$/, "");
	if (bare.length < shortest || /\p{Lu}{2}/u.test(written) || readers.numbers.has(bare))
		return false;
	if (isStopWord(bare, readers.stopWords) || notNames.includes(bare)) return false;
	if (isPlace(bare, readers.lexicon)) return true;
	if (!readers.names.isUnlisted(bare)) return false;
	// Of one consonant it is written in too many ways, and an adjective is translated.
	return (
		roughSound(bare).length > 1 &&
		(readers.people.has(bare) || !adjectives.some((ending) => bare.endsWith(ending)))
	);
}

export function isPlace(word: string, lexicon: Lexicon): boolean {
	const found = lexicon.match([word], 0);
	return (found?.entries ?? []).some(
		({ entry, exact }) => exact && lexicon.entry(entry).pos === "g",
	);
}

/** A name may stand behind و, ل, ب, ك or ف. */
export function withBareWords(ar: string): string {
	const bare = wordsOf(ar).flatMap((word) => [
		...(/^[وفبلك]./u.test(word) ? [word.slice(1)] : []),
		withoutProclitics(word),
	]);
	return `${ar} ${bare.join(" ")}`;
}
