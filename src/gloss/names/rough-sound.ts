import { rememberedWord } from "../../language/text/memo.ts";

/**
 * Consonants of a name in classes that both scripts keep apart: newspapers write a foreign name in many
 * ways, and these are what they agree in. After the idea of Soundex, over two alphabets.
 */
const latin: readonly [RegExp, string][] = [
	[/h$/g, ""],
	[/mbe?$/g, "m"],
	[/c?ques?$/g, "k"],
	[/dj/g, "j"],
	[/c(?=[eiy])/g, "s"],
	[/x/g, "ks"],
	[/t?sch|tch|sh|ch|ts|tz|[sz]/g, "s"],
	[/ph|[fv]/g, "f"],
	[/th|dh|[td]/g, "t"],
	[/kh|gh|gn|ck|[kgcqj]/g, "k"],
	[/[bp]/g, "b"],
	[/(?:ou|oo|u|o)(?=[aeiou])/g, "w"],
];
const arabic: readonly [RegExp, string][] = [
	[/ه$/gu, ""],
	[/ت(?=ش)/gu, ""],
	[/[سصزش]/gu, "s"],
	[/د(?=ج)/gu, ""],
	[/ف/gu, "f"],
	[/[تطدذضظث]/gu, "t"],
	[/[كقخغج]/gu, "k"],
	[/ب/gu, "b"],
	[/[حه]/gu, "h"],
	[/م/gu, "m"],
	[/ن/gu, "n"],
	[/ل/gu, "l"],
	[/ر/gu, "r"],
	[/و/gu, "w"],
];

/** Of a folded word; what the classes do not hold is left out. */
export function roughSound(word: string): string {
	const isArabic = /\p{Script=Arabic}/u.test(word);
	const rules = isArabic ? arabic : latin;
	const said = rules.reduce(
		(rest, [from, to]) => rest.replace(from, to.toUpperCase()),
		word.replaceAll(/([^aeiou])\1/g, "$1"),
	);
	return (
		isArabic ? said : said.replaceAll(/[mnlrwh]/g, (letter) => letter.toUpperCase())
	).replaceAll(/[^A-Z]/g, "");
}

/** From so many consonants on one may differ. */
const long = 5;

/** Whether two rough sounds may be one name's. */
export function soundRoughlyAlike(one: string, other: string): boolean {
	if (isEnough(one) && one === other) return true;
	const [a, b] = [withoutWeak(one), withoutWeak(other)];
	if (isEnough(a) && a === b) return true;
	return Math.min(a.length, b.length) >= long - 1 && differByOne(a, b, long);
}

/** W and h are written in one script and left out in the other. */
export const withoutWeak = rememberedWord((sound) => sound.replaceAll(/[WH]/g, ""));

function isEnough(sound: string): boolean {
	return sound.length >= 2;
}

/** Whether two rough sounds, the longer of so many consonants at least, differ in one of them. */
export function differByOne(one: string, other: string, least = 2): boolean {
	const [a, b] = [withoutWeak(one), withoutWeak(other)];
	if (Math.max(a.length, b.length) < least) return false;
	let from = 0;
	while (from < a.length && a[from] === b[from]) from++;
	const [restA, restB] = [a.slice(from), b.slice(from)];
	return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}
