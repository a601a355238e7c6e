import { likeness } from "../../language/sounds/likeness.ts";
import { arabicName, latinName, type Sounds } from "../../language/sounds/transliterate.ts";
import { rememberedWord } from "../../language/text/memo.ts";
import { fold } from "../../language/text/normalise.ts";
import { withoutArticle } from "../../language/words/stem-arabic.ts";
import { differByOne, roughSound, soundRoughlyAlike, withoutWeak } from "../names/rough-sound.ts";

/** Likeness in sound, 0 to 1, of one name in two scripts. */
export const alikeEnough = 0.78;
/** Letters that a name may have more in one script. */
const mostMore = 4;
/** Two words that the other script may write as one have so many consonants. */
const fewestOfTwo = 3;

const nameOf = rememberedWord((name) => ({
	rough: roughSound(fold(plainLetters(name))),
	sounds: [...latinName(name)],
}));
const wordOf = rememberedWord((word) => {
	const bare = withoutArticle(word);
	return {
		...{ bare, rough: roughSound(bare), whole: roughSound(word) },
		sounds: [...soundsOf(word), ...(bare === word ? [] : soundsOf(bare))],
	};
});
const roughOf = rememberedWord(roughSound);

/** How much alike a Latin name and a folded Arabic word sound: from 0 to 1, and 1 where their consonants are the same. */
export function likenessOf(name: string, word: string): number {
	const [here, there] = [nameOf(name), wordOf(word)];
	if (isRoughlyAlike(name, word)) return 1;
	if (!mayBeAlike(withoutWeak(here.rough), withoutWeak(there.rough))) return 0;
	return Math.max(
		...here.sounds.flatMap((one) => there.sounds.map((other) => likeness(one, other))),
	);
}

/** Doubled and weak letters are written in more ways than who is who lets pass for one name. */
export function soundAlike(name: string, word: string): boolean {
	return likenessOf(name, word) >= alikeEnough;
}

function isRoughlyAlike(name: string, word: string): boolean {
	const { rough } = nameOf(name);
	const there = wordOf(word);
	return (
		(soundRoughlyAlike(rough, there.rough) || rough === there.whole) &&
		rough.length > 1 &&
		Math.abs(there.bare.length - name.length) <= mostMore
	);
}

/** What differs at both its ends, or by more than two consonants, is not worth comparing sound by sound. */
function mayBeAlike(one: string, other: string): boolean {
	if (Math.abs(one.length - other.length) > 2) return false;
	return one.length < 2 || other.length < 2 || one[0] === other[0] || one.at(-1) === other.at(-1);
}

/** Two neighbours that the other script writes as one. */
export function soundAlikeTogether(name: string, words: readonly [string, string]): boolean {
	const { rough } = nameOf(name);
	if (rough.length < fewestOfTwo) return false;
	const [first, second] = words;
	const { bare } = wordOf(first);
	return [wordOf(second).bare, second].some((rest) =>
		soundRoughlyAlike(rough, roughOf(bare + rest)),
	);
}

/** Whether they differ in one consonant: a name may be written in a way of its own. */
export function soundNearlyAlike(name: string, word: string): boolean {
	return differByOne(nameOf(name).rough, wordOf(word).rough);
}

/** Folding took ى for ي: at the end of a name it is an a. */
function soundsOf(word: string): Sounds[] {
	const said = arabicName(word);
	return word.endsWith("ي") ? [said, arabicName(`${word.slice(0, -1)}ا`)] : [said];
}

/** Of Slavic and Turkish letters, which lose their sound when they are folded. */
function plainLetters(name: string): string {
	return name.replaceAll(/[čćç]/giu, "ch").replaceAll(/[šş]/giu, "sh").replaceAll(/ž/giu, "zh");
}
