import type { ArticleView, Relation } from "../articles/article-view.ts";
import { massOf, matchesOf, shareOf } from "../statements/overlap.ts";
import type { Statement } from "../statements/statement.ts";
import type { Term } from "../statements/terms.ts";
import { speaksOf } from "./gates.ts";
import { flag, isDisputed, isOwnVoice, setting } from "./setting.ts";
import type { Signals } from "./signals.ts";

/** What a claim must share, by the weight of its words, with what stood before a "this". */
const leastPointed = 2;

/** What a denial that points back may be of, as its own article tells it. */
function saidBefore(
	{ terms, around, paragraph, previous }: Statement,
	{ beside }: { beside: ArticleView | undefined },
): readonly Term[] {
	const own = new Set([...terms, ...around].map(({ stem }) => stem));
	const before = paragraph.filter(({ stem }) => !own.has(stem));
	return [...before, ...previous, ...(beside?.title ?? [])];
}

/** How well a claim fits what a rejection such as "no truth in the report of a sale" speaks of. */
export function answered(
	claim: Statement,
	rejection: Statement,
	relation: Relation,
	at: { nth: number; beside: ArticleView | undefined; isFirstOf: boolean },
): Signals | undefined {
	const { rejects } = rejection;
	if (!rejects || claim.rejects || claim.denies) return undefined;
	if (claim.claim.act === "calls_for" || claim.marks.has("noSigns")) return undefined;
	// A rejection that names nothing speaks of what its sentence names.
	const pointing = !relation.same && rejection.pointsBack;
	const about =
		rejects.length > 0 ? rejects : pointing ? saidBefore(rejection, at) : rejection.around;
	const own = [...claim.terms, ...claim.speaker];
	const told = matchesOf(about, own);
	const accused = speaksOf(claim, rejection);
	// In another article it must be told of the same; "this" is what stood before it there.
	if (!relation.same && massOf(told) < (pointing ? leastPointed : 1)) return undefined;
	// "The books were forged" rejects what was said of the books, and nothing else; "no such rule" points at what was said.
	const isNamed =
		rejects.some(({ general }) => !general) &&
		!rejection.marks.has("sayings") &&
		!rejection.marks.has("suches");
	if (isNamed && !accused && massOf(told) === 0) return undefined;
	const ringing = matchesOf([...rejection.around, ...(at.beside?.title ?? [])], own);
	return {
		about: Math.min(2, massOf(told)),
		aboutShare: shareOf(about, told),
		topic: Math.min(2, claim.headline),
		answering: Math.min(2, massOf(matchesOf(own, at.beside?.title ?? []))),
		unnamed: flag(rejects.length === 0),
		around: Math.min(3, massOf(ringing)),
		nearness: relation.same ? 1 / (1 + at.nth) : 0,
		order: relation.same ? 0 : 1 / (1 + at.nth),
		before: flag(
			relation.same && (claim.order < rejection.order || claim.passage === rejection.passage),
		),
		paragraphs: relation.same ? Math.min(3, Math.abs(rejection.passage - claim.passage)) : 0,
		accused: flag(accused),
		alleges: flag(claim.claim.act === "alleges" || claim.claim.act === "accuses"),
		ahead: flag(claim.claim.act === "promises" || claim.claim.act === "predicts"),
		denies: flag(rejection.denies),
		pointing: flag(pointing),
		disputed: flag(isDisputed(claim)),
		...setting(claim, rejection, relation),
		told: flag(isOwnVoice(claim)),
		toldRejection: flag(rejection.told),
		firstAccused: flag(at.isFirstOf),
	};
}
