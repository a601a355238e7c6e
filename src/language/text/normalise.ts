/** Text made comparable, with the way back: `starts[i]` is the UTF-16 offset in the original of unit i. */
export type Normalised = {
	text: string;
	/** One longer than `text`: the last entry is the original's length. */
	starts: Int32Array;
};

// What one character becomes. Sources: Lucene's ArabicNormalizer and PersianNormalizer for the
// letters; the rest are the traps named in docs/DESIGN.md. An empty string drops the character.
const letters: Record<string, string> = {
	أ: "ا",
	إ: "ا",
	آ: "ا",
	ٱ: "ا",
	ٲ: "ا",
	ٳ: "ا",
	ى: "ي",
	ی: "ي",
	ې: "ي",
	ۍ: "ي",
	ے: "ي",
	ة: "ه",
	ۀ: "ه",
	ۃ: "ه",
	ہ: "ه",
	ھ: "ه",
	ە: "ه",
	ک: "ك",
	ڪ: "ك",
	گ: "ك",
	ڭ: "ك",
	پ: "ب",
	چ: "ج",
	ڤ: "ف",
	ڨ: "ق",
	ژ: "ز",
	"٫": ".",
	"٬": ",",
	"’": "'",
	"‘": "'",
	ʼ: "'",
	ß: "ss",
	ø: "o",
	ł: "l",
	đ: "d",
	ı: "i",
	æ: "ae",
	œ: "oe",
};

const dropped = /[\p{Mn}\p{Me}\p{Cf}\u0640]/u;
const space = /[\p{Zs}\t\u0085]/u;

/** Single characters recur; each is worked out once. Bounded by the BMP. */
const known = new Map<string, string>();

function foldOne(ch: string): string {
	const cached = known.get(ch);
	if (cached !== undefined) return cached;
	let out = "";
	for (const part of ch.normalize("NFKC").toLowerCase().normalize("NFKD")) {
		if (dropped.test(part)) continue;
		if (space.test(part)) out += " ";
		else if (/\p{Nd}/u.test(part)) out += decimal(part);
		else out += letters[part] ?? part;
	}
	if (ch.length === 1) known.set(ch, out);
	return out;
}

/** The ASCII digit of a decimal digit in any script: digit blocks start where the value is 0. */
function decimal(digit: string): string {
	let point = digit.codePointAt(0) ?? 48;
	let value = 0;
	while (value < 10 && /\p{Nd}/u.test(String.fromCodePoint(point - 1))) {
		point--;
		value++;
	}
	return String(value % 10);
}

/**
 * The one unit that a UTF-16 unit folds to; 0 where that is not worked out yet and where it folds to
 * nothing or to several.
 */
const folds = new Uint16Array(0x10000);

/** What the character at `at` folds to, and how many units of the original it has. */
function foldAt(original: string, at: number): { folded: string; width: number } {
	const width = (original.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
	const folded = foldOne(original.slice(at, at + width));
	if (width === 1 && folded.length === 1) folds[original.charCodeAt(at)] = folded.charCodeAt(0);
	return { folded, width };
}

/** Units that become a string in one call: more arguments than a call can take must not come up. */
const slice = 4_096;

function textOfUnits(units: Uint16Array, size: number): string {
	let text = "";
	for (let from = 0; from < size; from += slice) {
		const part = units.subarray(from, Math.min(size, from + slice));
		text += Reflect.apply(String.fromCharCode, null, part);
	}
	return text;
}

/** Where a line is folded before it is copied; a longer line gets room of its own. */
const scratch = { units: new Uint16Array(16_384), starts: new Int32Array(16_384) };

function roomFor(length: number): typeof scratch {
	if (length < scratch.units.length) return scratch;
	return { units: new Uint16Array(length + 1), starts: new Int32Array(length + 1) };
}

function grown({ units, starts }: typeof scratch, length: number): typeof scratch {
	const larger = { units: new Uint16Array(length), starts: new Int32Array(length) };
	larger.units.set(units);
	larger.starts.set(starts);
	return larger;
}

type Folded = typeof scratch & { size: number };

function foldUnits(original: string): Folded {
	let { units, starts } = roomFor(original.length);
	let size = 0;
	for (let at = 0; at < original.length; ) {
		const one = folds[original.charCodeAt(at)] ?? 0;
		if (one !== 0 && size < units.length - 1) {
			units[size] = one;
			starts[size++] = at++;
			continue;
		}
		const { folded, width } = foldAt(original, at);
		if (size + folded.length >= units.length) {
			({ units, starts } = grown({ units, starts }, 2 * (size + folded.length) + 1));
		}
		for (let i = 0; i < folded.length; i++) {
			units[size] = folded.charCodeAt(i);
			starts[size++] = at;
		}
		at += width;
	}
	starts[size] = original.length;
	return { units, starts, size };
}

/**
 * Folds diacritics, tatweel, zero-width and direction characters, presentation forms, digit and
 * letter variants and case, and keeps a map back, so that a match in the folded text can be quoted
 * from the original. Idempotent; line breaks are kept.
 */
export function normalise(original: string): Normalised {
	const { units, starts, size } = foldUnits(original);
	return { text: textOfUnits(units, size), starts: starts.slice(0, size + 1) };
}

const plainArabic = /^[\x20-\x40\u0621-\u063a\u0641-\u064a]*$/;
const variants = /[أإآىةئؤ]/g;

let lastFolded = { original: "", text: "" };

/** The folded text alone, where no way back is needed. */
export function fold(original: string): string {
	// Most words of a lexicon are plain: a tenth of the time, the same result.
	// What is said is folded for its act and again for its subjects.
	if (original === lastFolded.original) return lastFolded.text;
	let same = 0;
	while (same < original.length) {
		const unit = original.charCodeAt(same);
		if (folds[unit] !== unit || unit === 0) break;
		same++;
	}
	if (same === original.length) return original;
	if (original.length < 40 && plainArabic.test(original))
		return original.replace(variants, foldOne);
	const { units, size } = foldUnits(original);
	lastFolded = { original, text: textOfUnits(units, size) };
	return lastFolded.text;
}

/**
 * The span of the original behind `[from, to)` of the folded text. Marks that follow the last
 * character (a diacritic, a joiner) belong to it; leading ones do not.
 */
export function originalSpan(n: Normalised, from: number, to: number): [number, number] {
	const start = n.starts[from] ?? 0;
	if (to <= from) return [start, start];
	// A character that folds to several (ﻻ, ½) is never cut.
	let end = to;
	while (end < n.text.length && n.starts[end] === n.starts[end - 1]) end++;
	return [start, n.starts[end] ?? start];
}
