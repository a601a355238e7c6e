import type { DateValue, Precision } from "../../domain/dates.ts";
import type { z } from "zod";
import { compileFurniture, type Furniture } from "./furniture-data.ts";
import { compileOutlets, type Outlets } from "./outlets.ts";

/** A date that a line prints; null where the line is no date line. */
export type DateLineReader = (
	line: string,
) => { value: z.infer<typeof DateValue> | null; precision: z.infer<typeof Precision> } | null;

/** The language data that pages are read by; the application loads it and passes it in. */
export type PageRules = { furniture: Furniture; outlets: Outlets; readDateLine: DateLineReader };

/** `furniture` and `outlets` are the parsed files of `index-data`. Errors: `data_invalid`. */
export function createPageRules(data: {
	furniture: unknown;
	outlets: unknown;
	readDateLine: DateLineReader;
}): PageRules {
	return {
		furniture: compileFurniture(data.furniture),
		outlets: compileOutlets(data.outlets),
		readDateLine: data.readDateLine,
	};
}
