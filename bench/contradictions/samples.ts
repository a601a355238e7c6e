import type { Extraction } from "../../src/app/load/extraction.ts";
import type { ArticleView } from "../../src/contradictions/articles/article-view.ts";
import type { Weighed } from "../../src/contradictions/find-contradictions.ts";
import { isOwnVoice } from "../../src/contradictions/kinds/setting.ts";
import type { Article } from "../../src/domain/article.ts";
import type { Answers } from "./answers.ts";
import type { PairCase } from "./cases.ts";
import type { Sample } from "./learn.ts";
import { weighedBetween, weighedIn } from "./pairs-of-case.ts";
import { readCase } from "./read-case.ts";
import { type Outcome, outcomeOf } from "./score.ts";

export type ReadCase = {
	of: PairCase;
	articles: (Article | undefined)[];
	views: ArticleView[];
	outcome: Outcome;
};

export async function readAll(engine: Extraction, cases: readonly PairCase[]): Promise<ReadCase[]> {
	const out: ReadCase[] = [];
	for (const of of cases) {
		const articles = await readCase(engine, of);
		const views = articles.flatMap((a) =>
			a ? [engine.contradictions.viewWithTold(asRead(a))] : [],
		);
		out.push({ of, articles, views, outcome: outcomeOf(of, articles) });
	}
	return out;
}

/** Without the claims that nobody read as such. */
function asRead(article: Article): Article {
	return { ...article, claims: article.claims.filter(({ told }) => !told) };
}

/** Pairs of annotated articles: marked answers, and all that nobody marked. */
export function answerSamples(engine: Extraction, all: readonly Answers[]): Sample[] {
	const pairs = all.flatMap(({ view, isMarked }) =>
		weighedIn(engine.contradictions, [view])
			// People marked what is said, and no rumour that nobody is said to have told.
			.filter(({ a, b }) => [a, b].every((side) => !side.told || isOwnVoice(side)))
			.map(({ by, signals, a, b }) => ({
				...{ by, signals },
				right: isMarked(a.claim, b.claim),
			})),
	);
	const counts = allMarked / Math.max(1, pairs.filter(({ right }) => right).length);
	return pairs.map((pair) => ({
		...pair,
		counts: pair.right ? counts : counts * unmarked.answers,
	}));
}

/** What all marked answers together count in pairs of cases, however many were annotated: they are of one kind. */
const allMarked = 40;

/** What other pairs than those that people marked count, of answers beside a marked one; nobody looked at each. */
const unmarked = { within: 0.3, across: 0.15, answers: 0.33 };

/** A sample with those whose articles it is of. */
export type HandSample = Sample & { hands: readonly string[] };

/** Marked pairs as they are marked, others of the cases and between cases as none. */
export function samplesOf(engine: Extraction, cases: readonly ReadCase[]): HandSample[] {
	const own = cases.flatMap(({ of, views, outcome }) => {
		const hands = [of.hand];
		const all = weighedIn(engine.contradictions, views);
		const touched = (w: Weighed) => outcome.touches(w.a.claim) || outcome.touches(w.b.claim);
		return all.flatMap((w): HandSample[] => {
			const { by, signals } = w;
			if (outcome.isListed(w.a.claim, w.b.claim))
				return [{ by, signals, right: of.expect, counts: 1, hands }];
			// Beside a real pair others may be as real.
			if (of.expect && touched(w)) return [];
			return [{ by, signals, right: false, counts: unmarked.within, hands }];
		});
	});
	const between = cases.flatMap(({ of, views }, i) =>
		cases
			.slice(i + 1)
			.flatMap((other) =>
				views
					.flatMap((a) => other.views.flatMap((b) => weighedBetween(engine.contradictions, a, b)))
					.map(({ by, signals }) => ({ by, signals, hands: [of.hand, other.of.hand] })),
			),
	);
	return [...own, ...between.map((each) => ({ ...each, right: false, counts: unmarked.across }))];
}
