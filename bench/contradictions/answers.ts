import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Extraction } from "../../src/app/load/extraction.ts";
import { projectFolder } from "../../src/app/paths.ts";
import type { ArticleView } from "../../src/contradictions/articles/article-view.ts";
import type { ArticleSkeleton } from "../../src/corpus/index.ts";
import type { Claim } from "../../src/domain/article.ts";
import type { Language } from "../../src/domain/sets/languages.ts";
import { type AnnotatedArticle, type Mark, readAnnotated } from "../../tools/annotated/read.ts";
import { isTold } from "./samples.ts";

/** Denials that people marked with the claim that each answers, and what was reported in their article. */
export type Answers = {
	article: string;
	/** Marked pairs, and those of them whose two claims were read. */
	marked: number;
	readable: number;
	found: number;
	/** Reported pairs over two marked claims that are no marked pair, and those over something else. */
	others: [Claim, Claim, string][];
	/** The article with all that it tells. */
	view: ArticleView;
	isMarked(a: Claim, b: Claim): boolean;
};

const folders = ["annotated/ar", "annotated/en", "annotated/apart/ar", "annotated/apart/en"];

/** Every annotated article by what is reported in it; `nth`: only one of so many. */
export function* readAnswers(engine: Extraction, nth = 1): Generator<Answers> {
	let n = 0;
	for (const folder of folders)
		for (const name of readdirSync(join(projectFolder, folder)).sort()) {
			if (n++ % nth > 0) continue;
			const { article } = readAnnotated(readFileSync(join(projectFolder, folder, name), "utf8"));
			yield answersIn(engine, article, name.slice(0, -4));
		}
}

/** The annotated articles without their marks. */
export function* annotatedSkeletons(): Generator<ArticleSkeleton> {
	for (const folder of folders)
		for (const name of readdirSync(join(projectFolder, folder)).sort()) {
			const { article } = readAnnotated(readFileSync(join(projectFolder, folder, name), "utf8"));
			yield skeletonOf(article, name.slice(0, -4));
		}
}

function answersIn(engine: Extraction, gold: AnnotatedArticle, name: string): Answers {
	const skeleton = skeletonOf(gold, name);
	const { claims, contradictions } = engine.extract(skeleton);
	const read = claims.filter(({ id }) => !isTold(id));
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
	const byId = new Map(claims.map((claim) => [claim.id, claim]));
	const reported = contradictions.flatMap(({ claims: ids, kind }) => {
		const [a, b] = ids.map((id) => byId.get(id));
		return a && b ? [[a, b, kind] as [Claim, Claim, string]] : [];
	});
	return {
		article: name,
		marked: pairs.length,
		readable: pairs.filter(
			([x, y]) => claims.some((c) => over(c, x)) && claims.some((c) => over(c, y)),
		).length,
		found: pairs.filter((pair) => reported.some(([a, b]) => isOver([a, b], pair))).length,
		view,
		isMarked: (a, b) => pairs.some((pair) => isOver([a, b], pair)),
		others: reported.filter(([a, b]) => !pairs.some((pair) => isOver([a, b], pair))),
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
