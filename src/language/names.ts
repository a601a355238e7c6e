/**
 * Names across scripts. A word is written as a row of sounds: consonant classes in capitals, long
 * or short vowels as `a`, `i`, `u`, and the weak breath as `h`. Two spellings of one name give the
 * same consonants (Blinken, بلينكن: BLNKN), and near vowels.
 */
export type Sounds = string;

const arabicSounds: Record<string, string> = {
	ا: "a",
	ع: "a",
	ء: "",
	ئ: "i",
	ؤ: "u",
	و: "u",
	ي: "i",
	ب: "B",
	ت: "T",
	ط: "T",
	ث: "T",
	ج: "G",
	غ: "G",
	ح: "h",
	ه: "h",
	خ: "X",
	د: "D",
	ض: "D",
	ذ: "Z",
	ر: "R",
	ز: "Z",
	ظ: "Z",
	س: "S",
	ص: "S",
	ش: "C",
	ف: "F",
	ق: "K",
	ك: "K",
	ل: "L",
	م: "M",
	ن: "N",
};

const latinSounds: Record<string, string> = {
	a: "a",
	e: "i",
	i: "i",
	o: "u",
	u: "u",
	w: "u",
	y: "i",
	b: "B",
	p: "B",
	c: "K",
	d: "D",
	f: "F",
	v: "F",
	g: "G",
	j: "G",
	h: "h",
	k: "K",
	q: "K",
	l: "L",
	m: "M",
	n: "N",
	r: "R",
	s: "S",
	t: "T",
	x: "KS",
	z: "Z",
};

/** Letter groups that are one sound; where two readings are current, both are tried. */
const latinGroups: [string, string[]][] = [
	["tsch", ["C"]],
	["sch", ["C", "SK"]],
	["tch", ["C"]],
	["ch", ["C", "K", "X"]],
	["sh", ["C"]],
	["kh", ["X"]],
	["gh", ["G", ""]],
	["ph", ["F"]],
	["th", ["T"]],
	["zh", ["C", "G"]],
	["dj", ["G"]],
	["dg", ["G"]],
	["ck", ["K"]],
	["ce", ["Si", "Ki"]],
	["ci", ["Si", "Ki"]],
	["cy", ["Si"]],
	["ts", ["TS"]],
	["tz", ["TZ", "TS"]],
];
const mostReadings = 6;
const longestName = 30;

/** The sounds of a folded Arabic word. */
export function arabicName(word: string): Sounds {
	let out = "";
	for (const letter of word.slice(0, longestName).replace(/تش/g, "ش")) {
		out += arabicSounds[letter] ?? "";
	}
	return squeeze(out);
}

/** The ways to sound a folded Latin word out: one, or a few where a letter group is ambiguous. */
export function latinName(word: string): Sounds[] {
	const name = word.slice(0, longestName).replace(/'s?$/, "");
	let readings = [""];
	for (let at = 0; at < name.length; ) {
		const group = latinGroups.find(([letters]) => name.startsWith(letters, at));
		const sounds = group ? group[1] : [latinSounds[name[at] ?? ""] ?? ""];
		if (at === 0 && name.startsWith("x")) sounds.push("C");
		const grown = readings.flatMap((reading) => sounds.map((sound) => reading + sound));
		readings = grown.slice(0, mostReadings);
		at += group ? group[0].length : 1;
	}
	return [...new Set(readings.map(squeeze))];
}

/** What is compared first: the consonants alone, those that the scripts exchange taken together. */
export function skeleton(sounds: Sounds): string {
	let out = "";
	for (const sound of sounds) {
		const merged = sound >= "a" ? "" : (coarse[sound] ?? sound);
		if (!out.endsWith(merged) || merged === "") out += merged;
	}
	return out;
}

const coarse: Record<string, string> = { Z: "S", D: "T", G: "K", X: "K" };

const consonants = "BTXZSRCFKLMNDG";

/** Consonants as one number of four bits each, the first seven: what an index is keyed by. */
export function skeletonCode(row: string): number {
	let code = 0;
	for (let i = 0; i < row.length && i < 7; i++) code = code * 16 + consonants.indexOf(row[i] ?? "") + 1;
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

/** A letter that stands twice sounds once. */
function squeeze(sounds: string): string {
	return sounds.replace(/(.)\1+/g, "$1");
}

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

function distance(name: Sounds, word: Sounds): number {
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
					(previous[j] ?? 0) + replaceCost(x, y),
					(previous[j + 1] ?? 0) + lost,
					(row[j] ?? 0) + (isVowel(y) ? costs.added : 1),
				),
			);
		}
		previous = row;
	}
	return previous[word.length] ?? 0;
}
