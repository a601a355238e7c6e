import { basename, extname } from "node:path";
import { IsnadError } from "../../domain/errors.ts";
import { noFacts, type RawPage } from "../page/raw-page.ts";
import { sha256 } from "../store/read-corpus.ts";
import { checkSize, defaultMaxBytes, readBytes } from "./bytes.ts";
import { declaredEncoding } from "./declared-encoding.ts";
import { decode } from "./decode.ts";
import { readMarkdown } from "./markdown.ts";

export const formats: ReadonlyMap<string, RawPage["format"]> = new Map([
	[".txt", "txt"],
	[".html", "html"],
	[".htm", "html"],
	[".md", "md"],
	[".json", "json"],
]);

/**
 * A path, or bytes that were read already together with the name that they go by, and with what
 * whoever sent them said of them.
 */
export type PageSource =
	| string
	| {
			name: string;
			bytes: Uint8Array;
			/** By the name's ending where absent. */
			format?: RawPage["format"];
			/** Encoding that the server named. */
			charset?: string | null;
	  };

/**
 * Reads the pages of one file: one, except for a `.json` with several articles.
 * Where lines and offsets count: in the file itself for `.txt` in UTF-8 (split at "\n" alone, "\r"
 * and a byte-order mark kept); in the extracted text for `.html` and `.md` and for text in another
 * encoding; in the decoded text value for `.json`, split at its newlines.
 * Errors: `path_unreadable`, `not_supported`, `file_empty`, `file_too_large`, `file_binary`,
 * `file_encoding`, `file_malformed`, `no_article`.
 */
export async function readSource(
	source: PageSource,
	{ maxBytes = defaultMaxBytes }: { maxBytes?: number } = {},
): Promise<RawPage[]> {
	const path = typeof source === "string" ? source : source.name;
	const given = typeof source === "string" ? null : source;
	const format = given?.format ?? formats.get(extname(path).toLowerCase());
	if (!format)
		throw new IsnadError(
			"not_supported",
			`${path} is of a kind that is not read: give .txt, .html, .md or .json.`,
		);
	const bytes = given ? given.bytes : await readBytes(path, maxBytes);
	checkSize(path, bytes.byteLength, maxBytes);
	const declared = given?.charset ?? (format === "html" ? declaredEncoding(bytes) : undefined);
	const { text, encoding } = decode(bytes, path, declared);
	const base = { path, file: basename(path), format };
	if (format === "html") {
		// The HTML parser takes 150 ms to load: only who reads HTML waits for it.
		const { readHtml } = await import("./html.ts");
		return [{ ...base, sha256: null, ...readHtml(text, path) }];
	}
	if (format === "md") return [{ ...base, sha256: null, ...readMarkdown(text) }];
	if (format === "json") {
		// A text in JSON may be HTML: the same parser.
		const { readJson } = await import("./json.ts");
		return readJson(text, path).map((page) => ({ ...base, sha256: null, ...page }));
	}
	return [
		{
			...base,
			lines: text.split("\n"),
			sha256: encoding === "utf-8" ? sha256(bytes) : null,
			facts: noFacts,
			headings: new Set(),
		},
	];
}
