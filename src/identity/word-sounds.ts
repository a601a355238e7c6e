import { skeleton } from "../language/sounds/skeleton.ts";
import { arabicName, latinName, type Sounds } from "../language/sounds/transliterate.ts";
import { isArabic } from "../language/text/tokens.ts";

/** How a word of a name may sound. */
export type WordSounds = {
	readings: { sounds: Sounds; skeleton: string }[];
	/** The consonants of the first reading, a bit each: what is compared before anything dearer. */
	consonants: number;
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
	let consonants = 0;
	for (const sound of readings.at(-1)?.skeleton ?? "")
		consonants |= 1 << (sound.charCodeAt(0) - 65);
	if (kept.size >= mostKept) kept.clear();
	const made = { readings, consonants };
	kept.set(word, made);
	return made;
}

/** Share of the consonants of both words that they have in common, 0 to 1. */
export function sharedConsonants(a: WordSounds, b: WordSounds): number {
	const all = bits(a.consonants | b.consonants);
	return all === 0 ? 1 : bits(a.consonants & b.consonants) / all;
}

function bits(mask: number): number {
	let count = 0;
	for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
	return count;
}
