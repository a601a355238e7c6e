import type { ArticleView, Relation } from "./articles/article-view.ts";
import { rivalCauses } from "./kinds/accounts.ts";
import { negates, opposed } from "./kinds/denials.ts";
import { rivalDoers } from "./kinds/doers.ts";
import { rivalFigures } from "./kinds/figures.ts";
import { sameSpeaker, speaksOf } from "./kinds/gates.ts";
import { deniedOtherwise } from "./kinds/otherwise.ts";
import { answered } from "./kinds/rejections.ts";
import { isOwnVoice } from "./kinds/setting.ts";
import type { Signals } from "./kinds/signals.ts";
import { rivalStarts } from "./kinds/starts.ts";
import { rivalTimes } from "./kinds/times.ts";
import { rivalVersions, type Titles } from "./kinds/versions.ts";
import type { Statement } from "./statements/statement.ts";
import { StatementIndex } from "./statements/statement-index.ts";

/** What is weighed apart: each has weights of its own. */
export const comparisons = [
	"figures",
	"opposed",
	"otherwise",
	"rejected",
	"causes",
	"doers",
	"starts",
	"times",
	"versions",
] as const;
export type Comparison = (typeof comparisons)[number];

/** Two statements that may not both be true; of a denial the second one denies. */
export type Candidate = {
	by: Comparison;
	a: Statement;
	b: Statement;
	signals: Signals;
	figures?: { a: string; b: string };
};

/**
 * Everything that may stand against each other between statements of one article, or of two;
 * undefined where a step is done, so that others can have their turn.
 */
export function* candidatesBetween(
	one: ArticleView,
	other: ArticleView,
	relation: Relation,
): Generator<Candidate | undefined> {
	const of = (view: ArticleView) => (relation.same ? view.statements : view.answerable);
	const index = new StatementIndex(of(other));
	const titles: Titles = relation.same ? { a: [], b: [] } : { a: one.title, b: other.title };
	for (const a of of(one)) {
		for (const [nth, b] of index.like(a).entries()) {
			if (nth % mostAtOnce === mostAtOnce - 1) yield undefined;
			if (relation.same && b.order <= a.order) continue;
			if ((relation.oneVoice && a.told && b.told) || sameSpeaker(a, b)) continue;
			yield* pairCandidates(a, b, relation, titles);
		}
		yield undefined;
	}
	yield* rejections(one, other, relation);
	if (!relation.same) yield* rejections(other, one, relation);
}

/** Statements that one is compared with before others have their turn. */
const mostAtOnce = 10;

function* pairCandidates(
	a: Statement,
	b: Statement,
	relation: Relation,
	titles: Titles,
): Generator<Candidate> {
	for (const { a: x, b: y, signals } of rivalFigures(a, b, relation))
		yield { by: "figures", a, b, signals, figures: { a: x.quote, b: y.quote } };
	if (isOwnVoice(a) && isOwnVoice(b)) return;
	const signals = opposed(a, b, relation);
	if (signals) yield denying(a, b, signals);
	const forth = deniedOtherwise(a, b, relation, titles.b);
	if (forth) yield { by: "otherwise", a, b, signals: forth };
	const back = deniedOtherwise(b, a, relation, titles.a);
	if (back) yield { by: "otherwise", a: b, b: a, signals: back };
	const causes = rivalCauses(a, b, relation) ?? rivalCauses(b, a, relation);
	if (causes) yield { by: "causes", a, b, signals: causes };
	const doers = rivalDoers(a, b, relation) ?? rivalDoers(b, a, relation);
	if (doers) yield { by: "doers", a, b, signals: doers };
	const starts = rivalStarts(a, b, relation);
	if (starts) yield { by: "starts", a, b, signals: starts };
	const times = rivalTimes(a, b, relation);
	if (times) yield { by: "times", a, b, signals: times };
	const versions = rivalVersions(a, b, relation, titles);
	if (versions) yield { by: "versions", a, b, signals: versions };
}

/** The one that negates comes second. */
function denying(a: Statement, b: Statement, signals: Signals): Candidate {
	return negates(b) || !negates(a)
		? { by: "opposed", a, b, signals }
		: { by: "opposed", a: b, b: a, signals };
}

/** Claims that a rejection may speak of: before it, in paragraphs behind it, from the top of another article. */
const mostBefore = 24;
const mostBehind = 8;
const mostOfOther = 40;

/** Claims of `told` that a rejection of `rejecting` may speak of, the nearest first. */
function* rejections(
	told: ArticleView,
	rejecting: ArticleView,
	relation: Relation,
): Generator<Candidate | undefined> {
	for (const rejection of rejecting.statements) {
		if (!rejection.rejects || isSaidBeside(rejection, rejecting)) continue;
		const claims = (relation.same ? told.statements : told.answerable).filter(
			(claim) =>
				claim !== rejection &&
				!sameSpeaker(claim, rejection) &&
				!(relation.oneVoice && isOwnVoice(claim) && isOwnVoice(rejection)),
		);
		const ordered = relation.same
			? [
					// Denied was the claim that … : what stands behind it in its sentence.
					...claims.filter((c) => isOfItsSentence(c, rejection)),
					...claims
						.filter((c) => c.order < rejection.order)
						.slice(-mostBefore)
						.reverse(),
					// What follows at once is said in its support.
					...claims
						.filter((c) => c.order > rejection.order && c.passage > rejection.passage)
						.slice(0, mostBehind),
				]
			: claims.slice(0, mostOfOther);
		// What one says in a paragraph is one step away; what no claim was read of is none.
		const turns = new Map<string, number>();
		const accused = ordered.find((claim) => speaksOf(claim, rejection));
		for (const claim of ordered) {
			const beside = relation.same ? undefined : rejecting;
			const turn = `${claim.passage} ${claim.claim.speaker.name}`;
			const nth = turns.get(turn) ?? turns.size;
			const signals = answered(claim, rejection, relation, {
				nth,
				beside,
				isFirstOf: claim === accused,
			});
			if (!signals) continue;
			if (!claim.told) turns.set(turn, nth);
			yield { by: "rejected", a: claim, b: rejection, signals };
		}
		yield undefined;
	}
}

/** Words of an article before a claim of its sentence may say that it is denied. */
function isOfItsSentence(claim: Statement, { told, order, passage, claim: own }: Statement) {
	const gap = (claim.claim.source.start ?? 0) - (own.source.end ?? 0);
	return (
		told && claim.passage === passage && claim.order === order + 1 && gap >= 0 && gap < longestGap
	);
}

/** Characters between what denies and what is denied: "that". */
const longestGap = 12;

/** What is told of a denial that was read as a claim of the same paragraph. */
function isSaidBeside({ told, passage }: Statement, { statements }: ArticleView): boolean {
	return (
		told && statements.some((s) => !s.told && s.passage === passage && s.rejects !== undefined)
	);
}
