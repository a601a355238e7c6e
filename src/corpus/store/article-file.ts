import { Article } from "../../domain/article.ts";
import { IsnadError } from "../../domain/errors.ts";

/** Parses and validates one article file. Errors: `corpus_corrupt`, naming the file and the field. */
export function parseArticle(text: string, file: string): Article {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (cause) {
		throw new IsnadError(
			"corpus_corrupt",
			`${file} is damaged (no JSON): ingest its article again.`,
			{ cause },
		);
	}
	const parsed = Article.safeParse(value);
	// Of the schema's copy only the defaults: its records grow field by field, and take half as much again of memory.
	if (parsed.success) return Object.assign({ ...parsed.data }, value);
	const issue = parsed.error.issues[0];
	throw new IsnadError(
		"corpus_corrupt",
		`${file} is damaged (${issue?.path.join(".") || "the whole"}: ${issue?.message}): ingest its article again.`,
		{ cause: parsed.error },
	);
}

/** One article as text. The schema puts the keys into its own order, so equal articles are equal bytes. */
export function printArticle(article: Article): string {
	return `${JSON.stringify(Article.parse(article), null, "\t")}\n`;
}
