import type { Exported } from "../../src/domain/exported.ts";
import type { FormatWriter } from "./format-writer.ts";
import { jsonText } from "./json-text.ts";

/** One record a line, with nothing taken from its texts. */
export const writeJsonLines: FormatWriter = function* ({ records }) {
	for (const record of records) yield `${jsonText(lineOf(record))}\n`;
};

/** `kind` says which records these are in a file of their own as well. */
function lineOf(record: Exported): Record<string, unknown> {
	const { article, quote, gloss, endLine, ...rest } = record;
	return { ...rest, quotation: quote, machine_translation: gloss, end_line: endLine, article };
}
