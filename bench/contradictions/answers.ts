import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Extraction } from "../../src/app/load/extraction.ts";
import { projectFolder } from "../../src/app/paths.ts";
import type { ArticleView } from "../../src/contradictions/articles/article-view.ts";
import type { ArticleSkeleton } from "../../src/corpus/index.ts";
import type { Claim } from "../../src/domain/article.ts";
import type { Language } from "../../src/domain/sets/languages.ts";
import { type AnnotatedArticle, type Mark, readAnnotated } from "../../tools/annotated/read.ts";

/** Denials of an article that people marked with the claim that each answers. */
export type Answers = {
	article: string;
	/** Marked pairs, and those of them whose two claims were read. */
	marked: number;
	readable: number;
	/** The article with all that it tells. */
	view: ArticleView;
	isMarked(a: Claim, b: Claim): boolean;
};

const folders = ["annotated/ar", "annotated/en", "annotated/apart/ar", "annotated/apart/en"];

/** Every annotated article by what was marked in it; `nth`: only one of so many. */
export function readAnswers(engine: Extraction, nth = 1): Answers[] {
	return annotated(nth).map(({ article, id }) => answersIn(engine, article, id));
}

/** The annotated articles without their marks; `nth`: only one of so many. */
export function annotatedSkeletons(nth = 1): ArticleSkeleton[] {
	return annotated(nth).map(({ article, id }) => skeletonOf(article, id));
}

function annotated(nth: number): { article: AnnotatedArticle; id: string }[] {
	const files = folders.flatMap((folder) => {
		const path = join(projectFolder, folder);
		const names = readdirSync(path).sort();
		return names.map((name) => ({ path: join(path, name), id: name.slice(0, -4) }));
	});
	return files
		.filter((_, i) => i % nth === 0)
		.map(({ path, id }) => ({ article: readAnnotated(readFileSync(path, "utf8")).article, id }));
}

function answersIn(engine: Extraction, gold: AnnotatedArticle, name: string): Answers {
	const skeleton = skeletonOf(gold, name);
	const { claims } = engine.extract(skeleton);
	const read = claims.filter(({ told }) => !told);
	const view = engine.contradictions.viewWithTold({ ...skeleton, claims: read });
	const contents = (id: string) =>
		gold.marks.filter((mark) => mark.letter === "c" && mark.ids.includes(id));
	const over = (claim: Claim, marks: readonly Mark[]) =>
		marks.some(
			({ paragraph, start, end }) =>
				claim.passage === `p${paragraph}` &&
				(claim.source.start ?? 0) < end &&
				(claim.source.end ?? 0) > start,
		);
	const pairs = gold.claims.flatMap(({ id, answers }) =>
		answers.map((other) => [contents(id), contents(other)] as const),
	);
	const isOver = ([a, b]: readonly [Claim, Claim], [x, y]: (typeof pairs)[number]) =>
		(over(a, x) && over(b, y)) || (over(a, y) && over(b, x));
	return {
		article: name,
		marked: pairs.length,
		readable: pairs.filter(
			([x, y]) => claims.some((c) => over(c, x)) && claims.some((c) => over(c, y)),
		).length,
		view,
		isMarked: (a, b) => pairs.some((pair) => isOver([a, b], pair)),
	};
}

function skeletonOf({ head, paragraphs }: AnnotatedArticle, id: string): ArticleSkeleton {
	const published = head["published"] ?? null;
	return {
		id,
		language: head["language"] as Language,
		title: head["title"] ?? null,
		outlet: head["outlet"] ?? null,
		url: null,
		source: { file: `${id}.txt`, sha256: "0".repeat(64) },
		published: published
			? { value: published, precision: "day", basis: "given" }
			: { value: null, precision: "unknown", basis: "unknown" },
		rendering: "verbatim",
		passages: paragraphs.map((text, i) => ({
			id: `p${i}`,
			kind: "body",
			text,
			source: { line: i + 1, start: 0, end: text.length },
		})),
	};
}
