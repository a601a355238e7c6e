import { isArabic } from "../text/tokens.ts";
import { arabicName, arabicSounds, latinName, longestName, type Sounds } from "./transliterate.ts";

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

const firstLetters: Readonly<Record<string, string>> = { و: "W", w: "W", ي: "Y", y: "Y" };

/**
 * What a short name is compared by, which two consonants would not tell apart: its consonants with
 * the breath inside it and with what it begins with (Al-Waha and الواحة: WH, Hama and حماة: HM). More than one
 * where its letters can be read in several ways.
 */
export function closeRows(word: string): Set<string> {
	const arabic = isArabic(word);
	const readings = arabic ? [arabicName(word.replace(/[اهوي]$/, ""))] : latinName(word);
	const first = firstLetters[word[0] ?? ""] ?? (/^[aeiouاع]/.test(word) ? "A" : "");
	const rows = new Set<string>();
	for (const reading of readings) {
		let row = first;
		for (const sound of arabic ? reading : reading.replace(/[aiu]+h?$/, "")) {
			const merged = sound === "h" ? "H" : sound >= "a" ? "" : (coarse[sound] ?? sound);
			if (merged && !row.endsWith(merged)) row += merged;
		}
		if (row.length > 1) rows.add(row);
	}
	return rows;
}

const rowSounds = `${consonants}HWYA`;

/** A row as one number of five bits each, the first five: what an index is keyed by. */
export function rowCode(row: string): number {
	let code = 1;
	for (const sound of row.slice(0, 5)) code = code * 32 + rowSounds.indexOf(sound) + 1;
	return code;
}
