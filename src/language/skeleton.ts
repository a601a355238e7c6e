import { arabicSounds, longestName, type Sounds } from "./names.ts";

/** Consonants that the two scripts often exchange, taken together. */
const coarse: Record<string, string> = { Z: "S", D: "T", G: "K", X: "K" };

/** What is compared first: the consonants alone, those that the scripts exchange taken together. */
export function skeleton(sounds: Sounds): string {
	let out = "";
	for (const sound of sounds) {
		const merged = sound >= "a" ? "" : (coarse[sound] ?? sound);
		if (merged && !out.endsWith(merged)) out += merged;
	}
	return out;
}

const consonants = "BTXZSRCFKLMNDG";

/** Consonants as one number of four bits each, the first seven: what an index is keyed by. */
export function skeletonCode(row: string): number {
	let code = 0;
	for (let i = 0; i < row.length && i < 7; i++)
		code = code * 16 + consonants.indexOf(row[i] ?? "") + 1;
	return code;
}

/** By the last eight bits of an Arabic letter: its place among the merged consonants, plus 1. */
const arabicConsonants = new Uint8Array(256);
for (const [letter, sound] of Object.entries(arabicSounds)) {
	if (sound === "" || sound >= "a") continue;
	arabicConsonants[letter.charCodeAt(0) & 255] = consonants.indexOf(coarse[sound] ?? sound) + 1;
}

/** `skeletonCode(skeleton(arabicName(word)))` in one pass, for the many words of a corpus. */
export function arabicSkeleton(word: string): number {
	let code = 0;
	let last = 0;
	for (let at = 0, taken = 0; at < word.length && at < longestName && taken < 7; at++) {
		const letter = word.charCodeAt(at);
		// تش is one sound.
		if (letter === 0x62a && word.charCodeAt(at + 1) === 0x634) continue;
		const consonant = letter >> 8 === 6 ? (arabicConsonants[letter & 255] ?? 0) : 0;
		if (consonant === 0 || consonant === last) continue;
		code = code * 16 + consonant;
		last = consonant;
		taken++;
	}
	return code;
}
