import { createHash } from "node:crypto";
import type { Article } from "../../domain/article.ts";
import { type IndexArticle, indexPassages } from "./segment/passage-rows.ts";

/** What the index reads of an article. */
export function indexArticle(article: Article): IndexArticle {
	const { id, language } = article;
	return { id, language, fingerprint: fingerprintOf(article), passages: indexPassages(article) };
}

/** The same for two articles of which the index reads the same. */
export function fingerprintOf(article: Article): string {
	const hash = createHash("sha256").update(article.language);
	for (const { text, other = "", line, isParaphrased } of indexPassages(article))
		hash.update(`\n${line} ${isParaphrased}\n${text}\n${other}`);
	return hash.digest("base64url").slice(0, 22);
}
