import { readFileSync } from "node:fs";
import path from "node:path";
import type { Passage } from "../../../src/domain/article.ts";
import { createEventExtractor, parseEventData } from "../../../src/timeline/index.ts";
import { dateData } from "../language/dates/date-data.ts";
import { day } from "../language/dates/table.ts";

const file = path.join(import.meta.dirname, "../../../index-data/dates/events.json");
const events = parseEventData(JSON.parse(readFileSync(file, "utf8")));
export const extractor = createEventExtractor({ events, dates: dateData });

/** Passages, one a line; `# ` before a subhead, `= ` before a title, `• ` before an item. */
export function article(published: string | null, ...lines: string[]) {
	const passages = lines.map((line, i): Passage => {
		const kind = line.startsWith("# ") ? "subhead" : line.startsWith("= ") ? "title" : "body";
		const start = /^(?:[#=•] )/.test(line) ? 2 : 0;
		const source = { line: i + 1, start, end: line.length };
		return { id: `a-p${i + 1}`, kind, text: line.slice(start), source };
	});
	return { id: "a", language: "ar" as const, published: day(published), passages };
}

/** Each event as `line: value basis [planned]`. */
export function eventsOf(published: string | null, ...lines: string[]): string[] {
	return extractor
		.extract(article(published, ...lines))
		.map(
			({ source, date, planned }) =>
				`${source.line}: ${date.value} ${date.basis}${planned ? " planned" : ""}`,
		);
}
