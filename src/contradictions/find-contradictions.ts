import type { Article, Claim, Contradiction } from "../domain/article.ts";
import type { Bilingual, Language } from "../domain/sets/languages.ts";
import { atOnce, type Slices } from "../domain/slices.ts";
import {
	type ArticleView,
	type Readable,
	type Relation,
	viewOf,
	withinArticle,
} from "./articles/article-view.ts";
import { type Candidate, type Comparison, candidatesBetween } from "./compare.ts";
import { ranked } from "./kinds/rank.ts";
import { probability } from "./kinds/signals.ts";
import type { StatementReader } from "./statements/statement-reader.ts";
import { mayBeAnswered, toldIn, type Voices } from "./statements/told.ts";
import type { ContradictionWeights } from "./weights-data.ts";

export type ContradictionParts = {
	weights: ContradictionWeights;
	/** Reasons in both languages; `{denier}`, `{speaker}` and figures are filled in. */
	reasons: Record<"denial" | "denialPart" | "figures" | "account", Bilingual>;
};

export type Weighed = Candidate & { probability: number };

const mostPairs = 200;
/** As probable as this the one answers the other. */
const direct = 0.75;

/** Pairs inside an article that cannot both be taken at their word, the text's first ones, at most 200. */
export function contradictionsWithin(
	parts: ContradictionParts,
	view: ArticleView,
): Contradiction[] {
	return atOnce(contradictionsInSlices(parts, view, view, withinArticle));
}

/** An article with all that it tells where no claim was read. */
export function viewWithTold(
	reader: StatementReader,
	article: Readable & Pick<Article, "language">,
	voices: Voices,
): ArticleView {
	return viewOf(reader, article, () => withAdded(article, toldIn(reader, article, voices)));
}

/** An article with what it tells that another one may answer. */
export function viewForOthers(
	reader: StatementReader,
	article: Readable & Pick<Article, "language">,
	voices: Voices,
): ArticleView {
	return viewOf(reader, article, () =>
		withAdded(article, toldIn(reader, article, voices, mayBeAnswered)),
	);
}

function withAdded(
	article: Pick<Article, "claims" | "passages">,
	added: readonly Claim[],
): Claim[] {
	const place = new Map(article.passages.map(({ id }, i) => [id, i]));
	return [...article.claims, ...added].sort(
		(a, b) =>
			(place.get(a.passage) ?? 0) - (place.get(b.passage) ?? 0) ||
			(a.source.start ?? 0) - (b.source.start ?? 0),
	);
}

/** The same for claims of two articles, step by step. */
export function* contradictionsInSlices(
	parts: ContradictionParts,
	one: ArticleView,
	other: ArticleView,
	relation: Relation,
): Slices<Contradiction[]> {
	const all: Weighed[] = [];
	for (const each of weighed(parts, one, other, relation)) {
		if (each) all.push(each);
		yield;
	}
	const shown = chosen(all, parts.weights.least);
	return shown.slice(0, mostPairs).map((candidate) => {
		const told = [candidate.a, candidate.b].flatMap((side) => {
			if (!side.told) return [];
			const view = one.statements.includes(side) ? one : other;
			return [{ article: view.id, claim: side.claim }];
		});
		const pair = contradictionOf(parts, candidate);
		return told.length > 0 ? { ...pair, told } : pair;
	});
}

/** All candidates with how probable each is; undefined where a step is done. */
export function* weighed(
	{ weights }: Pick<ContradictionParts, "weights">,
	one: ArticleView,
	other: ArticleView,
	relation: Relation,
): Generator<Weighed | undefined> {
	const all: Candidate[] = [];
	for (const candidate of candidatesBetween(one, other, relation)) {
		if (candidate) all.push(candidate);
		yield undefined;
	}
	for (const candidate of ranked(all))
		yield candidate && {
			...candidate,
			probability: probability(candidate.signals, weights.weights[candidate.by]),
		};
}

/** Whether it is told of one claim alone: what names little, or names it otherwise. */
const ofOneClaim: ReadonlySet<Comparison> = new Set(["rejected", "otherwise"]);

/** Each pair by what speaks for it most; a rejection speaks of one claim. */
export function chosen(
	candidates: Iterable<Weighed>,
	least: Readonly<Record<Comparison, number>>,
): Weighed[] {
	const best = new Map<string, Weighed>();
	for (const candidate of candidates) {
		if (candidate.probability < least[candidate.by]) continue;
		const { a, b, by } = candidate;
		const key = ofOneClaim.has(by)
			? `${by} ${b.claim.id}`
			: [a.claim.id, b.claim.id].sort().join(" ");
		const known = best.get(key);
		if (!known || candidate.probability > known.probability) best.set(key, candidate);
	}
	// What is denied in the words of a claim is denied of no other one besides.
	const plain = new Set(
		[...best.values()].flatMap(({ by, b }) => (by === "opposed" ? [b.claim.id] : [])),
	);
	const pairs = new Map<string, Weighed>();
	for (const candidate of best.values()) {
		if (candidate.by === "otherwise" && plain.has(candidate.b.claim.id)) continue;
		const key = [candidate.a.claim.id, candidate.b.claim.id].sort().join(" ");
		const known = pairs.get(key);
		if (!known || candidate.probability > known.probability) pairs.set(key, candidate);
	}
	return [...pairs.values()];
}

const kinds = {
	figures: "figures",
	opposed: "denial",
	otherwise: "denial",
	rejected: "denial",
	causes: "rival_account",
	doers: "rival_account",
	starts: "rival_account",
	times: "rival_account",
	versions: "rival_account",
} as const satisfies Record<Comparison, Contradiction["kind"]>;

function contradictionOf({ reasons }: ContradictionParts, candidate: Weighed): Contradiction {
	const { a, b, by, figures } = candidate;
	const isDirect = candidate.probability >= direct;
	const scope = isDirect ? "whole" : "part";
	return {
		claims: [a.claim.id, b.claim.id],
		kind: kinds[by],
		strength: isDirect ? "direct" : "partial",
		scope,
		why: figures
			? filled(reasons.figures, { ar: figures, en: figures })
			: reasonOf(
					kinds[by] === "rival_account"
						? reasons.account
						: isDirect
							? reasons.denial
							: reasons.denialPart,
					b.claim,
					a.claim,
				),
	};
}

function reasonOf(reason: Bilingual, denial: Claim, other: Claim): Bilingual {
	const names = (language: Language) => ({
		denier: denial.speaker.label?.[language] ?? denial.speaker.name,
		speaker: other.speaker.label?.[language] ?? other.speaker.name,
	});
	return filled(reason, { ar: names("ar"), en: names("en") });
}

function filled(reason: Bilingual, values: Record<Language, Record<string, string>>): Bilingual {
	const fill = (language: Language) =>
		reason[language].replace(/\{(\w{1,10})\}/g, (all, key) => values[language][key] ?? all);
	return { ar: fill("ar"), en: fill("en") };
}
