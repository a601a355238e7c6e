import { cellsOf, headOf } from "./columns.ts";
import { csvRow } from "./csv-rows.ts";
import type { FormatWriter } from "./format-writer.ts";

/** Without it spreadsheets take Arabic for another encoding. */
const byteOrderMark = "\ufeff";

/** RFC 4180, a head and one row a record. */
export const writeCsv: FormatWriter = function* ({ kind, records }) {
	yield byteOrderMark + csvRow(headOf(kind));
	for (const record of records) yield csvRow(cellsOf(record));
};
