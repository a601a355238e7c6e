import iconv from "iconv-lite";
import { IsnadError } from "../../domain/errors.ts";
import { guessEncoding } from "./guess-encoding.ts";
import { arabicEncodings, type Decoded, readAsWestern } from "./read-as-western.ts";

/**
 * Bytes as text: UTF-8 (a byte-order mark is kept, so that offsets are those of the file), UTF-16
 * with a byte-order mark, UTF-8 with a few broken letters, a declared encoding, else windows-1256
 * where it gives plausible Arabic.
 * Errors: `file_empty` (white space alone), `file_binary`, `file_encoding` (says what it looks like).
 */
export function decode(bytes: Uint8Array, path: string, declared?: string): Decoded {
	const decoded = decodeAny(bytes, path, declared);
	if (/^[\s\u200b-\u200f\u2060\ufeff]*$/u.test(decoded.text))
		throw new IsnadError(
			"file_empty",
			`${path} holds white space alone: put the article's text into it.`,
		);
	return decoded;
}

function decodeAny(bytes: Uint8Array, path: string, declared?: string): Decoded {
	const mark =
		bytes[0] === 0xff && bytes[1] === 0xfe
			? "utf-16le"
			: bytes[0] === 0xfe && bytes[1] === 0xff
				? "utf-16be"
				: null;
	if (mark) return { text: checkText(tryStrict(bytes, mark, false), path, mark), encoding: mark };
	const wide = wideEncoding(bytes);
	if (wide) return { text: checkText(tryStrict(bytes, wide, false), path, wide), encoding: wide };
	const utf8 = tryStrict(bytes, "utf-8", true);
	if (utf8 !== null) {
		const mistaken = readAsWestern(utf8, path);
		if (mistaken !== null) return mistaken;
		return { text: checkText(utf8, path, "utf-8"), encoding: "utf-8" };
	}
	if (controlShare(bytes) > 0) throw binary(path);
	const mended = damagedUtf8(bytes, path);
	if (mended !== null) return { text: mended, encoding: "utf-8, damaged" };
	const guess = guessEncoding(bytes);
	// Servers name Western encodings by habit: letters that make Arabic words are none.
	const mistaken = declared !== undefined && western.test(declared) && arabicEncodings.has(guess);
	if (declared && !mistaken && !isUtf8.test(declared) && iconv.encodingExists(declared))
		return { text: iconv.decode(Buffer.from(bytes), declared), encoding: declared };
	if (arabicEncodings.has(guess))
		return { text: iconv.decode(Buffer.from(bytes), guess), encoding: guess };
	throw new IsnadError(
		"file_encoding",
		`${path} is not UTF-8; it looks like ${guess}: convert it to UTF-8 (iconv -f ${guess} -t utf-8).`,
	);
}

const western = /^(?:iso-?8859-?1|latin-?1|windows-?1252|cp-?1252|us-ascii)$/i;

/** UTF-16 without its mark: every other byte of ASCII is 0, and of Arabic 6. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
	const head = bytes.subarray(0, 4_096);
	if (head.length < 16 || bytes.length % 2 !== 0) return null;
	const high = [0, 0];
	for (const [at, byte] of head.entries())
		if (byte === 0 || byte === 6) high[at % 2] = (high[at % 2] ?? 0) + 1;
	const [even = 0, odd = 0] = high;
	if (odd > 0.7 * (head.length / 2) && even < 0.2 * (head.length / 2)) return "utf-16le";
	if (even > 0.7 * (head.length / 2) && odd < 0.2 * (head.length / 2)) return "utf-16be";
	return null;
}

/** Of the letters beyond ASCII: text in another encoding has hardly one that is UTF-8 by chance. */
const mostBroken = 0.2;
/** Characters to one that is broken: a letter cut in two, as servers do, spoils one word. */
const fewestToOne = 500;

/** UTF-8 but for a few places; null where it is none. Errors: `file_encoding` where too much is lost. */
function damagedUtf8(bytes: Uint8Array, path: string): string | null {
	const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
	const broken = text.match(/\ufffd/g)?.length ?? 0;
	const beyond = text.match(/[^\u0000-\u007f]/g)?.length ?? 0;
	if (broken > mostBroken * beyond) return null;
	if (broken * fewestToOne <= text.length) return text;
	throw new IsnadError(
		"file_encoding",
		`${path} is UTF-8 and damaged in ${broken} places: get a whole copy of it.`,
	);
}

const isUtf8 = /^(?:utf-?8|us-ascii|ascii|unicode-1-1-utf-8)$/i;

function tryStrict(bytes: Uint8Array, encoding: string, keepMark: boolean): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true, ignoreBOM: keepMark }).decode(bytes);
	} catch {
		return null;
	}
}

function checkText(text: string | null, path: string, encoding: string): string {
	if (text === null)
		throw new IsnadError(
			"file_encoding",
			`${path} begins like ${encoding} and is damaged further on: save it as UTF-8.`,
		);
	// A text may hold a stray control character; a NUL, or many, is no text.
	const controls = text.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
	if (text.includes("\0") || controls * 200 > text.length) throw binary(path);
	return text;
}

function binary(path: string): IsnadError {
	return new IsnadError(
		"file_binary",
		`${path} is a binary file, no text: export the article as .txt, .html, .md or .json.`,
	);
}

/** Share of bytes that no text in an 8-bit encoding holds; looked for in the first 64 KB. */
function controlShare(bytes: Uint8Array): number {
	const head = bytes.subarray(0, 65_536);
	let controls = 0;
	for (const b of head) if (b < 9 || (b > 13 && b < 27) || (b > 27 && b < 32)) controls++;
	return controls === 0 ? 0 : head.includes(0) ? 1 : controls / head.length > 0.005 ? 1 : 0;
}
