import type { ExportFormat } from "../../src/domain/sets/export-formats.ts";
import type { FormatWriter } from "./format-writer.ts";
import { writeCsl } from "./write-csl.ts";
import { writeCsv } from "./write-csv.ts";
import { writeJsonLd } from "./write-json-ld.ts";
import { writeJsonLines } from "./write-json-lines.ts";
import { writeRis } from "./write-ris.ts";

/** The formats that hold records as they stand; a feed needs to know when each came. */
export const formatWriters = {
	csv: writeCsv,
	jsonl: writeJsonLines,
	jsonld: writeJsonLd,
	ris: writeRis,
	csl: writeCsl,
} as const satisfies Record<Exclude<ExportFormat, "atom">, FormatWriter>;
