import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Language } from "../../src/domain/sets/languages.ts";
import { checkAnnotated } from "../annotated/check.ts";
import { annotatedFiles } from "../annotated/files.ts";
import type { AnnotatedArticle } from "../annotated/read.ts";

/** What weights are learned from: the articles of a language that are marked without a problem, and a hash of them. */
export function articlesToLearn(
	language: Language,
	places?: readonly string[],
): { articles: AnnotatedArticle[]; hash: string } {
	const hash = createHash("sha256");
	const articles: AnnotatedArticle[] = [];
	for (const file of annotatedFiles(places)) {
		const text = readFileSync(file, "utf8");
		const { article, problems } = checkAnnotated(text);
		if (problems.length > 0 || article.head.language !== language) continue;
		hash.update(text).update("\0");
		articles.push(article);
	}
	return { articles, hash: hash.digest("hex").slice(0, 16) };
}
