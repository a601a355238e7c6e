/** What a UTF-16 unit is; a half of a pair says nothing about the pair. */
export const letter = 1;
export const digit = 2;
export const space = 3;
export const punctuation = 4;
export const other = 5;
export const surrogate = 6;

/** 0 while nobody has asked: a pattern is tried once for each unit. */
const kinds = new Uint8Array(0x10000);

export function kindOf(unit: number): number {
	const known = kinds[unit] ?? other;
	if (known !== 0) return known;
	const kind = workedOut(unit);
	kinds[unit] = kind;
	return kind;
}

/** The kind of the unit at `at`; `other` outside the text. */
export function kindIn(text: string, at: number): number {
	return at < 0 || at >= text.length ? other : kindOf(text.charCodeAt(at));
}

function workedOut(unit: number): number {
	if (unit >= 0xd800 && unit <= 0xdfff) return surrogate;
	const ch = String.fromCharCode(unit);
	if (/\p{L}/u.test(ch)) return letter;
	if (/\p{Nd}/u.test(ch)) return digit;
	if (/\s/u.test(ch)) return space;
	return /\p{P}/u.test(ch) ? punctuation : other;
}
