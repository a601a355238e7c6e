import type { Sounds } from "./transliterate.ts";

/** What a vowel weighs by where it stands; Arabic writes long ones and those at the edges. */
const costs = {
	firstLost: 0.5,
	innerLost: 0.15,
	lastLost: 0.25,
	breathLost: 0.3,
	added: 0.35,
	changed: 0.2,
	/** Consonants that the two scripts often exchange. */
	near: 0.4,
	/** A breath beside a vowel. */
	breath: 0.4,
	/** A vowel beside a consonant. */
	unlike: 1.2,
};

/**
 * How alike a name is to a word of the other or the same script, 0 to 1. Short vowels of `name` that
 * `word` leaves out cost little, vowels that only `word` has cost more.
 */
export function likeness(name: Sounds, word: Sounds): number {
	const total = Math.max(mass(name), mass(word));
	return total === 0 ? 0 : Math.max(0, 1 - distance(name, word) / total);
}

function isVowel(sound: string): boolean {
	return sound >= "a";
}

function mass(sounds: Sounds): number {
	let sum = 0;
	for (const sound of sounds) sum += isVowel(sound) ? costs.added : 1;
	return sum;
}

/** As `likeness`, where a name has to be written with the same vowels and the same D or T to be one. */
export function closeness(name: Sounds, word: Sounds): number {
	const total = Math.max(mass(name), mass(word));
	return total === 0 ? 0 : Math.max(0, 1 - distance(name, word, closeCost) / total);
}

function closeCost(a: string, b: string): number {
	if (a === b) return 0;
	// Arabic writes any vowel as alef where it is long, but none of the others for one another.
	if (isVowel(a) && isVowel(b) && b !== "a" && a !== "h" && b !== "h") return 1;
	return a + b === "DT" || a + b === "TD" ? 1 : replaceCost(a, b);
}

/** Pairs of consonants that the two scripts often exchange. */
const near = new Set(["SZ", "ZS", "GK", "KG", "XK", "KX", "CS", "SC", "GZ", "ZG", "DT", "TD"]);

function replaceCost(a: string, b: string): number {
	if (a === b) return 0;
	if (isVowel(a) && isVowel(b)) return a === "h" || b === "h" ? costs.breath : costs.changed;
	if (isVowel(a) || isVowel(b)) return costs.unlike;
	return near.has(a + b) ? costs.near : 1;
}

function lostCost(sound: string, at: number, length: number): number {
	if (!isVowel(sound)) return 1;
	if (sound === "h") return costs.breathLost;
	if (at === 0) return costs.firstLost;
	return at === length - 1 ? costs.lastLost : costs.innerLost;
}

function distance(
	name: Sounds,
	word: Sounds,
	cost: (a: string, b: string) => number = replaceCost,
): number {
	let previous = [0];
	for (let j = 0; j < word.length; j++) {
		previous.push((previous[j] ?? 0) + (isVowel(word[j] ?? "") ? costs.added : 1));
	}
	for (let i = 0; i < name.length; i++) {
		const x = name[i] ?? "";
		const lost = lostCost(x, i, name.length);
		const row = [(previous[0] ?? 0) + lost];
		for (let j = 0; j < word.length; j++) {
			const y = word[j] ?? "";
			row.push(
				Math.min(
					(previous[j] ?? 0) + cost(x, y),
					(previous[j + 1] ?? 0) + lost,
					(row[j] ?? 0) + (isVowel(y) ? costs.added : 1),
				),
			);
		}
		previous = row;
	}
	return previous[word.length] ?? 0;
}
