import iconv from "iconv-lite";
import { IsnadError } from "../../domain/errors.ts";
import { guessEncoding } from "./guess-encoding.ts";

/** Text and the encoding it was in; `utf-8` text is the file itself, character by character. */
export type Decoded = { text: string; encoding: string };

export const arabicEncodings: ReadonlySet<string> = new Set(["windows-1256", "iso-8859-6"]);

/** What a byte that goes on with a letter in UTF-8 becomes where it is taken for a Western letter. */
const further = "[\\u0080-\\u00bf\\u0152-\\u0192\\u02c6-\\u02dc\\u2010-\\u203a\\u20ac\\u2122]";
/** Letters of Arabic in UTF-8 whose bytes were taken for Western letters and encoded once more. */
const doubledArabic = new RegExp(`[\\u00d8-\\u00db]${further}`, "gu");
/** The same of any letter. */
const doubled = new RegExp(
	`[\\u00c3-\\u00df]${further}|[\\u00e0-\\u00ef]${further}{2}|\\u00c2[\\u00a0-\\u00bf]`,
	"gu",
);
const fewestArabic = 20;
/** By chance hardly one stands in a text of which all of it is UTF-8 in the end. */
const fewestDoubled = 2;
/** Words of a code page with letters where Western ones have accents: no language has such words. */
const accentsAlone = /[\u00c0-\u00ff]{3,}/gu;
const fewestAccented = 8;

/**
 * What a text was before its bytes were taken for Western letters and saved as UTF-8: UTF-8, or an
 * Arabic code page. Null where it was not. Errors: `file_encoding` where it was and cannot be undone.
 */
export function readAsWestern(text: string, path: string): Decoded | null {
	const head = text.slice(0, 65_536);
	const countOf = (pattern: RegExp) => head.match(pattern)?.length ?? 0;
	const beyond = countOf(/[^\u0000-\u007f]/gu);
	const arabic = countOf(doubledArabic);
	const isArabic = arabic >= fewestArabic && 2 * arabic >= 0.8 * beyond;
	if (isArabic || countOf(doubled) >= fewestDoubled) {
		const once = utf8Of(text);
		if (once !== null) return { text: once, encoding: "utf-8, twice" };
		if (isArabic)
			throw new IsnadError(
				"file_encoding",
				`${path} is UTF-8 that was encoded twice, and damaged: get a whole copy of it.`,
			);
	}
	return countOf(accentsAlone) >= fewestAccented ? codePageOf(text) : null;
}

function utf8Of(text: string): string | null {
	const bytes = westernBytes(text);
	try {
		return bytes && new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return null;
	}
}

function codePageOf(text: string): Decoded | null {
	const bytes = westernBytes(text);
	if (bytes === null) return null;
	const encoding = guessEncoding(bytes);
	if (!arabicEncodings.has(encoding)) return null;
	return { text: iconv.decode(Buffer.from(bytes), encoding), encoding: `${encoding}, as Western` };
}

/** The bytes that stood there before, whether they were read as windows-1252 or as ISO 8859-1. */
function westernBytes(text: string): Uint8Array | null {
	const bytes = new Uint8Array(text.length);
	let length = 0;
	for (const letter of text.replace(/^\ufeff/, "")) {
		const code = letter.charCodeAt(0);
		const byte = westernByte.get(letter) ?? (code <= 0xff ? code : undefined);
		if (byte === undefined) return null;
		bytes[length++] = byte;
	}
	return bytes.subarray(0, length);
}

/** As browsers read windows-1252: the five places that it leaves empty are control characters. */
const westernByte: ReadonlyMap<string, number> = new Map(
	[...new TextDecoder("windows-1252").decode(Uint8Array.from(Array(256).keys()))].map(
		(letter, byte) => [letter, byte],
	),
);
