import { asIsnadError } from "../domain/errors.ts";
import type { SourceProblem } from "../domain/sources.ts";
import { shown } from "../fetching/address.ts";

/** Codes of files that say the same of a page under another text: nobody saves a page as .txt here. */
const ofPages: Readonly<Record<string, string>> = {
	file_empty: "page_empty",
	file_binary: "page_binary",
	file_encoding: "page_encoding",
	file_malformed: "page_malformed",
	file_too_large: "page_malformed",
	no_article: "page_no_article",
};

/** An error as it is kept with a source and told to people in their language. */
export function problemOf(error: unknown, at: number, address: string): SourceProblem {
	const { code, told } = asIsnadError(error);
	return {
		at,
		code,
		key: told.key === code ? (ofPages[code] ?? code) : told.key,
		params: { address: shown(address), ...told.params },
	};
}
