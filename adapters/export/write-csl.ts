import type { ExportedArticle } from "../../src/domain/exported.ts";
import type { FormatWriter } from "./format-writer.ts";
import { jsonText } from "./json-text.ts";
import { articlesOf } from "./list-of-articles.ts";

/** One array of items, as citation processors read it. */
export const writeCsl: FormatWriter = function* ({ records, language, say }) {
	yield "[";
	let before = "\n";
	for (const article of articlesOf(records)) {
		const { standing } = article;
		const note = standing ? { note: say(language, `export.standing.${standing}`) } : {};
		yield before + jsonText({ ...itemOf(article), ...note });
		before = ",\n";
	}
	yield "\n]\n";
};

function itemOf({ id, title, outlet, url, language, published }: ExportedArticle) {
	const parts = published.value?.split("/").map((day) => day.split("-").map(Number));
	return {
		...{ id, type: "article-newspaper", language },
		...(title === null ? {} : { title: title.toWellFormed() }),
		...(outlet === null ? {} : { "container-title": outlet.toWellFormed() }),
		...(url === null ? {} : { URL: url }),
		...(parts ? { issued: { "date-parts": parts } } : {}),
	};
}
