import type { ReadClaim } from "../../src/attribution/read-claim.ts";
import { textTokens } from "../../src/attribution/sequence/tokens.ts";
import { Act, groupOf } from "../../src/domain/sets/acts.ts";
import type { AnnotatedArticle } from "../annotated/read.ts";
import { bareWord, entityOf } from "./sequences.ts";

export type CardScore = {
	gold: number;
	found: number;
	matched: number;
	whole: number;
	wrong: number;
	act: number;
	cards: number;
};

/** مصدراً, مصدر: the same word as an object and as a subject; lost on both sides of a comparison. */
const objectEnding = /(?<=^\p{Script=Arabic}{3,})ا$/u;

const words = (s: string): string[] =>
	textTokens(s)
		.map((t) => bareWord(t.word).replace(objectEnding, ""))
		.filter((w) => w.length > 2 && /[\p{L}\p{N}]/u.test(w));

/** A claim that was read beside the annotated one that it matches. */
export type Match = { gold: number; found: number; level: 0 | 0.5 | 1; sameAct: boolean };

/** Claims of an article beside those that were read, one for one, as the scoring of whole corpora pairs them. */
export function matchClaims(article: AnnotatedArticle, read: readonly ReadClaim[]): Match[] {
	const found = read.map((c) => {
		const first = c.content.pieces[0] as { from: number };
		const last = c.content.pieces.at(-1) as { to: number };
		return {
			c,
			passage: c.passage,
			from: c.view.tokens[first.from]?.start ?? 0,
			to: c.view.tokens[last.to - 1]?.end ?? 0,
		};
	});
	const gold = goldExtents(article);
	const pairs = gold
		.flatMap((g, i) =>
			found.flatMap((f, j) => {
				if (f.passage !== g.passage) return [];
				const overlap = Math.min(f.to, g.to) - Math.max(f.from, g.from);
				if (overlap < 0.5 * Math.min(f.to - f.from, g.to - g.from)) return [];
				return [{ i, j, s: overlap / (f.to - f.from) + levelOf(article, f.c, g.row.id) }];
			}),
		)
		.sort((a, b) => b.s - a.s);
	const [usedI, usedJ] = [new Set<number>(), new Set<number>()];
	return pairs.flatMap(({ i, j }): Match[] => {
		if (usedI.has(i) || usedJ.has(j)) return [];
		usedI.add(i);
		usedJ.add(j);
		const { row } = gold[i] as (typeof gold)[number];
		const claim = read[j] as ReadClaim;
		return [
			{
				gold: i,
				found: j,
				level: levelOf(article, claim, row.id),
				sameAct: groupOf(claim.act) === groupOf(Act.parse(row.act)),
			},
		];
	});
}

function goldExtents(article: AnnotatedArticle) {
	return article.claims.map((row) => {
		const marks = article.marks.filter((m) => m.letter === "c" && m.ids.includes(row.id));
		return {
			row,
			passage: marks[0]?.paragraph ?? -1,
			from: Math.min(...marks.map((m) => m.start)),
			to: Math.max(...marks.map((m) => m.end)),
		};
	});
}

/** 1: the whole name and nothing that is not the speaker's; 0.5: cut or polluted; 0: somebody else. */
function levelOf(article: AnnotatedArticle, c: ReadClaim, id: string): 0 | 0.5 | 1 {
	const e = entityOf(article, id);
	const name = words(c.speaker?.name ?? "");
	const want = words(e?.name ?? "");
	const all = [...want, ...words(e?.title ?? "")];
	if (
		e?.kind === "anonymous" &&
		(!c.speaker || c.speaker.kind === "anonymous") &&
		(!c.speaker || want.some((w) => name.includes(w)))
	)
		return 1;
	if (!name.some((w) => all.includes(w))) return 0;
	const hit = want.filter((w) => name.includes(w)).length;
	const extra = name.filter((w) => !all.includes(w)).length;
	return (
		e?.kind === "person"
			? hit >= Math.min(2, want.length) && extra === 0
			: hit > 0 && extra === 0
	)
		? 1
		: 0.5;
}

/** Strict cards of one article; its days are counted by `scoreDays`. `matches`: of what was read. */
export function scoreCards(
	article: AnnotatedArticle,
	read: readonly ReadClaim[],
	matches: readonly Match[],
): CardScore {
	return {
		gold: article.claims.length,
		found: read.length,
		matched: matches.length,
		whole: matches.filter((m) => m.level === 1).length,
		wrong: matches.filter((m) => m.level === 0).length,
		act: matches.filter((m) => m.sameAct).length,
		cards: matches.filter((m) => m.level === 1 && m.sameAct).length,
	};
}

export function summary(scores: readonly CardScore[]): string {
	const sum = (key: keyof CardScore) => scores.reduce((s, c) => s + c[key], 0);
	const r = sum("matched") / sum("gold");
	const p = sum("matched") / Math.max(1, sum("found"));
	const share = (a: number, b: number) => (a / Math.max(1, b)).toFixed(3);
	return `gold ${sum("gold")} found ${sum("found")} R ${r.toFixed(3)} P ${p.toFixed(3)} F ${((2 * p * r) / (p + r)).toFixed(3)} card ${share(sum("cards"), sum("gold"))} cardP ${share(sum("cards"), sum("found"))} whole ${share(sum("whole"), sum("matched"))} wrong ${share(sum("wrong"), sum("matched"))} act ${share(sum("act"), sum("matched"))}`;
}
