import { type Parts, partsOf, type Stretch } from "../../src/attribution/frames/parts.ts";
import { spansOf } from "../../src/attribution/sequence/labels.ts";
import { type PassageView, viewOf } from "../../src/attribution/sequence/passage-view.ts";
import type { SpeakerKind } from "../../src/domain/article.ts";
import type { WordKnowledge } from "../../src/language/words/word-knowledge.ts";
import type { AnnotatedArticle, AnnotatedClaim, Mark } from "../annotated/read.ts";
import { examplesOf, tokensIn } from "./sequences.ts";

/** A claim of the outer layer with the parts of its passage that belong to it. */
export type GoldClaim = {
	row: AnnotatedClaim;
	passage: number;
	/** Index into `parts.contents`. */
	content: number;
	/** Indexes into the parts; -1: none. */
	source: number;
	cue: number;
	channel: number;
	day: number;
};

export type GoldPassage = {
	view: PassageView;
	parts: Parts;
	labels: Uint8Array;
	claims: GoldClaim[];
	mentions: { entity: string; at: Stretch }[];
};

/** An annotated article as the engine would see it if it read every span rightly. */
export function goldArticle(article: AnnotatedArticle, words: WordKnowledge): GoldPassage[] {
	return examplesOf(article)
		.filter((e) => !e.inner)
		.map(({ tokens, labels, paragraph }) => {
			const view = viewOf(tokens, words);
			const parts = partsOf(spansOf(labels).map((s) => ({ ...s, sure: 1 })));
			const marks = article.marks.filter((m) => m.paragraph === paragraph);
			const at = (m: Mark) => tokensIn(tokens, m);
			const nearest = (
				letter: string,
				id: string,
				list: readonly Stretch[],
				content: Stretch,
			): number => {
				let best = -1;
				let least = Number.POSITIVE_INFINITY;
				for (const m of marks) {
					if (m.letter !== letter || !m.ids.includes(id)) continue;
					const [from, to] = at(m);
					for (const [i, s] of list.entries()) {
						if (s.from >= to || s.to <= from) continue;
						const distance = Math.min(Math.abs(content.from - s.to), Math.abs(s.from - content.to));
						if (distance < least) [best, least] = [i, distance];
					}
				}
				return best;
			};
			const claims = parts.contents.flatMap((content, index): GoldClaim[] => {
				const here = content.pieces[0] as Stretch;
				const mark =
					marks.find((m) => {
						const [from, to] = at(m);
						return m.letter === "c" && from <= here.from && to >= here.to && from === here.from;
					}) ??
					marks.find((m) => m.letter === "c" && at(m)[0] <= here.from && at(m)[1] > here.from);
				const row = article.claims.find((c) => mark?.ids.includes(c.id));
				if (!row) return [];
				return [
					{
						row,
						passage: paragraph,
						content: index,
						source: nearest("s", row.id, parts.sources, here),
						cue: nearest("q", row.id, parts.cues, here),
						channel: nearest("v", row.id, parts.channels, here),
						day: nearest("d", row.id, parts.days, here),
					},
				];
			});
			const mentions = marks
				.filter((m) => m.letter === "k")
				.map((m) => {
					const [from, to] = at(m);
					return { entity: m.ids[0] ?? "", at: { from, to } };
				});
			return { view, parts, labels, claims, mentions };
		});
}

export const kindOf = (article: AnnotatedArticle, entity: string): SpeakerKind =>
	(article.entities.find((e) => e.id === entity)?.kind ?? "person") as SpeakerKind;
