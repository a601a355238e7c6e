import type { ExportedArticle } from "../../src/domain/exported.ts";
import { clean } from "../shared/clean.ts";
import type { FormatWriter } from "./format-writer.ts";
import { articlesOf } from "./list-of-articles.ts";

/** A newspaper article for each, as reference managers read it: a tag, two blanks, a hyphen, a value a line. */
export const writeRis: FormatWriter = function* ({ records, language, say }) {
	for (const article of articlesOf(records)) {
		const { standing } = article;
		const note = standing ? say(language, `export.standing.${standing}`) : null;
		const fields: [tag: string, value: string | null][] = [
			["TY", "NEWS"],
			["ID", article.id],
			["TI", article.title],
			["T2", article.outlet],
			...daysOf(article),
			["UR", article.url],
			["LA", article.language],
			["N1", note],
		];
		const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${line(value)}`] : []));
		yield `${[...lines, "ER  - "].join("\r\n")}\r\n\r\n`;
	}
};

/** `2024/03/05/`: what is not known of a day stays empty. */
function daysOf({ published }: ExportedArticle): [string, string | null][] {
	const [first = ""] = published.value?.split("/") ?? [];
	if (!first) return [];
	const [year = "", month = "", day = ""] = first.split("-");
	return [
		["PY", year],
		["DA", `${year}/${month}/${day}/`],
	];
}

/** A line break in a title would begin a field of its own. */
function line(value: string): string {
	return clean(value.toWellFormed()).trim();
}
