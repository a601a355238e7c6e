import type { Exported } from "../../src/domain/exported.ts";
import type { Say } from "../../src/domain/messages.ts";
import type { ExportKind } from "../../src/domain/sets/export-formats.ts";
import type { Language } from "../../src/domain/sets/languages.ts";

/** What a format is made of. */
export type WriterParts = {
	kind: ExportKind;
	records: Iterable<Exported>;
	/** Of words of ours. */
	language: Language;
	say: Say;
};

/** Texts that follow one another, one a record or so: nothing is gathered but what has to be. */
export type FormatWriter = (parts: WriterParts) => Iterable<string>;
