import iconv from "iconv-lite";
import { IsnadError } from "../../domain/errors.ts";

/** Text and the encoding it was in; `utf-8` text is the file itself, character by character. */
export type Decoded = { text: string; encoding: string };

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
	const utf8 = tryStrict(bytes, "utf-8", true);
	if (utf8 !== null) return { text: checkText(utf8, path, "utf-8"), encoding: "utf-8" };
	if (controlShare(bytes) > 0) throw binary(path);
	const mended = damagedUtf8(bytes, path);
	if (mended !== null) return { text: mended, encoding: "utf-8, damaged" };
	if (declared && !isUtf8.test(declared) && iconv.encodingExists(declared))
		return { text: iconv.decode(Buffer.from(bytes), declared), encoding: declared };
	const guess = guessEncoding(bytes);
	if (guess === "windows-1256")
		return { text: iconv.decode(Buffer.from(bytes), guess), encoding: guess };
	throw new IsnadError(
		"file_encoding",
		`${path} is not UTF-8; it looks like ${guess}: convert it to UTF-8 (iconv -f ${guess} -t utf-8).`,
	);
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

/** 8-bit encodings that news archives come in, with the letters that they should give. */
const candidates = [
	{
		encoding: "windows-1256",
		script: /[\u0621-\u064a]/gu,
		common: /ال|في|من|ية|ات/gu,
		rare: /[^\p{Script=Arabic}\p{P}\p{Zs}\u200c-\u200f\u00a0-\u00bf]/gu,
	},
	{
		encoding: "iso-8859-6",
		script: /[\u0621-\u064a]/gu,
		common: /ال|في|من|ية|ات/gu,
		rare: /[^\p{Script=Arabic}\p{P}\p{Zs}]/gu,
	},
	{
		encoding: "windows-1251",
		script: /[а-яё]/gu,
		common: /ст|но|то|на|ен/gu,
		rare: /[^\p{Script=Cyrillic}\p{P}\p{Zs}№]/gu,
	},
	{
		encoding: "windows-1252",
		script: /[àâäçéèêëîïôöùûüñáíóúßÀÉÖÜ’“”–]/gu,
		common: /[éèüöä’“”]/gu,
		rare: /[^\p{Script=Latin}\p{P}\p{Zs}€£°™®©]/gu,
	},
];

/** The most plausible 8-bit encoding of text that is no UTF-8; judged by the first 64 KB. */
export function guessEncoding(bytes: Uint8Array): string {
	const head = Buffer.from(bytes.subarray(0, 65_536));
	let best = { encoding: "windows-1252", score: 0 };
	for (const { encoding, script, common, rare } of candidates) {
		const high = iconv.decode(head, encoding).replace(/[\u0000-\u007f]+/gu, " ");
		const letters = high.match(script)?.length ?? 0;
		const odd = high.match(rare)?.length ?? 0;
		const total = high.replace(/ /g, "").length || 1;
		// Frequent pairs tell the Arabic code pages apart: the wrong one gives letters, never its words.
		const pairs = high.match(common)?.length ?? 0;
		const score = (letters - 3 * odd) / total + Math.min(1, (8 * pairs) / total);
		if (score > best.score + 0.01) best = { encoding, score };
	}
	return best.encoding;
}
