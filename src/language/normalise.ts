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
 * Folds diacritics, tatweel, zero-width and direction characters, presentation forms, digit and
 * letter variants and case, and keeps a map back, so that a match in the folded text can be quoted
 * from the original. Idempotent; line breaks are kept.
 */
export function normalise(original: string): Normalised {
	const starts: number[] = [];
	let text = "";
	for (let at = 0; at < original.length; ) {
		const point = original.codePointAt(at) ?? 0;
		const width = point > 0xffff ? 2 : 1;
		if (point < 0x80) {
			text +=
				point >= 65 && point <= 90
					? String.fromCharCode(point + 32)
					: point === 9
						? " "
						: original[at];
			starts.push(at);
		} else {
			const folded = foldOne(original.slice(at, at + width));
			text += folded;
			for (let i = 0; i < folded.length; i++) starts.push(at);
		}
		at += width;
	}
	starts.push(original.length);
	return { text, starts: Int32Array.from(starts) };
}

const plainLatin = /^[\x20-\x40\x5b-\x7e]*$/;
const plainArabic = /^[\x20-\x40\u0621-\u063a\u0641-\u064a]*$/;
const variants = /[أإآىةئؤ]/g;

/** The folded text alone, where no way back is needed. */
export function fold(original: string): string {
	// Most words of a lexicon are plain: a tenth of the time, the same result.
	if (plainLatin.test(original)) return original;
	if (plainArabic.test(original)) return original.replace(variants, foldOne);
	return normalise(original).text;
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
