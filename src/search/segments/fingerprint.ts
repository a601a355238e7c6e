import { createHash } from "node:crypto";
import type { Article, Passage } from "../../domain/article.ts";
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

/** Whether one can take the place of the other without a passage being read anew. */
export function haveSameTexts(one: readonly Passage[], other: readonly Passage[]): boolean {
	const textsOf = ({ text, paraphrase }: Passage) => [text, paraphrase?.ar, paraphrase?.en];
	return (
		one.length === other.length &&
		one.every((passage, at) => {
			const texts = other[at] && textsOf(other[at]);
			return textsOf(passage).every((text, n) => text === texts?.[n]);
		})
	);
}
