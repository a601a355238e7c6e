import { skeleton } from "../language/sounds/skeleton.ts";
import { arabicName, latinName, type Sounds } from "../language/sounds/transliterate.ts";
import { isArabic } from "../language/text/tokens.ts";

/** How a word of a name may sound. */
export type WordSounds = {
	readings: { sounds: Sounds; skeleton: string }[];
};

/** Words whose sounds are kept: the names of some thousand articles. */
const mostKept = 50_000;
const kept = new Map<string, WordSounds>();

/** The ways to sound a folded word out; an Arabic one also without its article. */
export function wordSounds(word: string): WordSounds {
	const known = kept.get(word);
	if (known) return known;
	const bare = /^ال.{3}/.test(word) ? [word, word.slice(2)] : [word];
	const all = isArabic(word) ? bare.map(arabicName) : latinName(word);
	const readings = all.map((sounds) => ({ sounds, skeleton: skeleton(sounds) }));
	if (kept.size >= mostKept) kept.clear();
	const made = { readings };
	kept.set(word, made);
	return made;
}

/** The consonants of a skeleton, a bit each: what is compared before anything dearer. */
export function consonantsOf(skeleton: string): number {
	let mask = 0;
	for (let at = 0; at < skeleton.length; at++) mask |= 1 << (skeleton.charCodeAt(at) - 65);
	return mask;
}

/** Share of the consonants of both that they have in common, 0 to 1. */
export function sharedConsonants(a: number, b: number): number {
	const all = bits(a | b);
	return all === 0 ? 1 : bits(a & b) / all;
}

function bits(mask: number): number {
	let count = 0;
	for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
	return count;
}
