/**
 * Names across scripts. A word is written as a row of sounds: consonant classes in capitals, long
 * or short vowels as `a`, `i`, `u`, and the weak breath as `h`. Two spellings of one name give the
 * same consonants (Blinken, بلينكن: BLNKN), and near vowels.
 */
export type Sounds = string;

export const arabicSounds: Record<string, string> = {
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
	["th", ["T", "Th"]],
	["zh", ["C", "G", "Zh"]],
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
export const longestName = 30;

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
		const sounds = group ? [...group[1]] : [latinSounds[name[at] ?? ""] ?? ""];
		if (at === 0 && name.startsWith("x")) sounds.push("C");
		const grown = readings.flatMap((reading) => sounds.map((sound) => reading + sound));
		readings = grown.slice(0, mostReadings);
		at += group ? group[0].length : 1;
	}
	return [...new Set(readings.map(squeeze))];
}

/** A letter that stands twice sounds once. */
function squeeze(sounds: string): string {
	return sounds.replace(/(.)\1+/g, "$1");
}
