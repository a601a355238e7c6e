import { closeness, likeness } from "../language/sounds/likeness.ts";
import { isArabic, tokens } from "../language/text/tokens.ts";
import { isEnglishArticle } from "../language/words/stem-english.ts";
import { wordSounds } from "./word-sounds.ts";

/** The words of a name as names are compared: folded, without English articles and possessives. */
export function spelledWords(name: string): string[] {
	const all = tokens(name).map(({ text }) => text.replace(/'s?$/, "").replaceAll("'", ""));
	const words = all.filter((word) => word && !isEnglishArticle(word));
	return words.length > 0 ? words : all;
}

/**
 * Closeness in sound, 0 to 1, from which two words of two scripts are one name, by the consonants that
 * they share: the fewer there are, the more the vowels have to agree.
 */
const leastClose = [1, 0.97, 0.93, 0.9, 0.86] as const;

/** Whether one word writes the other in the other script; two words of one script never are. */
export function transliterates(a: string, b: string): boolean {
	if (isArabic(a) === isArabic(b)) return false;
	const [latin, arabic] = isArabic(a) ? [b, a] : [a, b];
	const others = wordSounds(arabic).readings;
	return wordSounds(latin).readings.some((x) =>
		others.some((y) => {
			if (x.skeleton === "" || x.skeleton !== y.skeleton) return false;
			const { length } = x.sounds.replace(/[a-z]/g, "");
			return closeness(x.sounds, y.sounds) >= leastClose[Math.min(4, length) as 0 | 1 | 2 | 3 | 4];
		}),
	);
}

/** How alike two words sound, 0 to 1: for proposals alone. */
export function alike(a: string, b: string): number {
	if (a === b) return 1;
	const [x, y] = [wordSounds(a), wordSounds(b)];
	const [one, other] = [x.readings.at(-1), y.readings.at(-1)];
	return one && other ? likeness(one.sounds, other.sounds) : 0;
}
