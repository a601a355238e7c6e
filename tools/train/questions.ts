import { isQuestion } from "../../src/attribution/forms/asks.ts";
import {
	actFeatures,
	actKeys,
	answerKeys,
	hedgeFeatures,
	ruledAct,
} from "../../src/attribution/frames/act/act-features.ts";
import { claimBefore } from "../../src/attribution/frames/act/claim-before.ts";
import { candidatesFor, type Tie, tieFeatures, ties } from "../../src/attribution/frames/link.ts";
import type { SourceWords } from "../../src/attribution/frames/parts.ts";
import { statementAt } from "../../src/attribution/frames/source/source-candidates.ts";
import type { PassageReading } from "../../src/attribution/sequence/passage-reading.ts";
import { textOf } from "../../src/attribution/sequence/passage-view.ts";
import { kindFeatures } from "../../src/attribution/speakers/kind-features.ts";
import type { Known, SpeakerMention } from "../../src/attribution/speakers/known.ts";
import { SpeakerMemory } from "../../src/attribution/speakers/memory.ts";
import type { Mention } from "../../src/attribution/speakers/mentions/bodies.ts";
import { describe, describeMention } from "../../src/attribution/speakers/mentions/describe.ts";
import { ArticleNames, mentionsBeside } from "../../src/attribution/speakers/mentions/mentions.ts";
import { comparedWords } from "../../src/attribution/speakers/names/compared.ts";
import { resolveFeatures } from "../../src/attribution/speakers/resolve.ts";
import { SpeakerKind } from "../../src/domain/article.ts";
import { Act } from "../../src/domain/sets/acts.ts";
import type { WordKnowledge } from "../../src/language/words/word-knowledge.ts";
import type { AnnotatedArticle } from "../annotated/read.ts";
import type { Question } from "./chooser-trainer.ts";
import { type GoldPassage, goldArticle, kindOf } from "./gold-article.ts";

export type Questions = Record<
	"claim" | "tie" | "source" | "name" | "resolve" | "kind" | "act" | "hedge",
	Question[]
>;

const noRules = { marks: new Uint8Array(), statements: [], introduced: [], subjects: [] };

export const noQuestions = (): Questions => ({
	claim: [],
	tie: [],
	source: [],
	name: [],
	resolve: [],
	kind: [],
	act: [],
	hedge: [],
});

/** Adds every choice that reading an article rightly takes. */
export function askAll(
	article: AnnotatedArticle,
	readings: readonly PassageReading[],
	words: WordKnowledge,
	into: Questions,
): void {
	const memory = new SpeakerMemory();
	const known = new Map<string, Known>();
	for (const [passage, gold] of goldArticle(article, words).entries()) {
		const others = mentionsBeside(
			[...gold.parts.sources, ...gold.mentions.map(({ at }) => at)],
			gold.view,
			readings[passage]?.rules ?? noRules,
			new ArticleNames(),
		);
		const strangers = others.map((at) => ({
			entity: `${at.whole ? "body" : "other"} ${comparedWords(gold.view, at).at(-1)}`,
			at,
		}));
		const mentions: { entity: string; at: Mention }[] = [...gold.mentions, ...strangers].sort(
			(a, b) => a.at.from - b.at.from,
		);
		askPassage(
			article,
			{ ...gold, mentions },
			readings[passage],
			isQuestion(article.paragraphs[passage - 1]),
			passage,
			memory,
			known,
			into,
		);
	}
}

/** Somebody or something that no claim of the article names. */
const isStranger = (entity: string): boolean => /^(?:other|body) /u.test(entity);

function askPassage(
	article: AnnotatedArticle,
	{
		view,
		parts,
		claims,
		mentions,
	}: Omit<GoldPassage, "mentions"> & {
		mentions: readonly { entity: string; at: Mention }[];
	},
	reading: PassageReading | undefined,
	asked: boolean,
	passage: number,
	memory: SpeakerMemory,
	known: Map<string, Known>,
	into: Questions,
): void {
	const named = (entity: string, mention: SpeakerMention, words: SourceWords | undefined) => {
		const candidates = memory.candidates();
		const before = known.get(entity);
		const at = before ? candidates.indexOf(before) : -1;
		into.resolve.push({
			candidates: resolveFeatures(mention, candidates, memory.order),
			right: at < 0 ? candidates.length : at,
			about: mention.printed,
		});
		const name = words?.name ? textOf(view, words.name) : "";
		if (before) {
			memory.note(before, mention, name);
			return before;
		}
		if (!words || mention.printed === "pronoun") return undefined;
		const kind = entity.startsWith("body ") ? "organisation" : kindOf(article, entity);
		if (!isStranger(entity))
			into.kind.push({
				candidates: kindFeatures(view, words),
				right: SpeakerKind.options.indexOf(kind),
			});
		const made = memory.add(
			kind,
			textOf(view, words.name ?? words),
			mention,
			mention.words.length > 0 ? mention.words : mention.titles,
		);
		memory.note(made, mention, name);
		known.set(entity, made);
		return made;
	};
	let noted = 0;
	const note = () => {
		const { entity, at } = mentions[noted++] as (typeof mentions)[number];
		if (!isStranger(entity) && !article.entities.some((e) => e.id === entity)) return;
		const { from, to } = at;
		const words: SourceWords = { ...(at.whole ?? at), name: { from, to }, sure: 1 };
		named(entity, describeMention(view, words, passage), words);
	};
	for (const claim of claims) {
		const content = parts.contents[claim.content];
		if (!content) continue;
		const right = { source: claim.source, cue: claim.cue, channel: claim.channel, day: claim.day };
		for (const tie of ties) askTie(tie, right[tie]);
		const printed = parts.sources[claim.source];
		if (printed?.name && kindOf(article, claim.row.entity) !== "person") {
			// The first look may not tell the name from the words around it.
			const { name: _, ...plain } = printed;
			const candidates = memory.candidates();
			const before = known.get(claim.row.entity);
			const at = before ? candidates.indexOf(before) : -1;
			const plainly = {
				...describe(view, plain, parts.cues[claim.cue], content.pieces[0]?.from ?? 0, passage),
				asked,
			};
			into.resolve.push({
				candidates: resolveFeatures(plainly, candidates, memory.order),
				right: at < 0 ? candidates.length : at,
			});
			if (!before)
				into.kind.push({
					candidates: kindFeatures(view, plain),
					right: SpeakerKind.options.indexOf(kindOf(article, claim.row.entity)),
				});
		}
		function askTie(tie: Tie, index: number) {
			if (!content) return;
			const count = candidatesFor(parts, tie).length;
			into.tie.push({
				candidates: tieFeatures(view, parts, content, tie),
				right: index < 0 ? count : index,
			});
		}
		const words = parts.sources[claim.source];
		const cue = parts.cues[claim.cue];
		const from = content.pieces[0]?.from ?? 0;
		const until = Math.max(words?.from ?? 0, from);
		while (noted < mentions.length && (mentions[noted]?.at.from ?? 0) < until) note();
		const speaker = named(
			claim.row.entity,
			{ ...describe(view, words, cue, from, passage), asked },
			words,
		);
		if (speaker) memory.speaks(speaker);
		const kind = kindOf(article, claim.row.entity);
		const { last } = memory;
		const act = {
			content,
			cue,
			speaker: kind,
			ruled: reading ? ruledAct(statementAt(reading.rules, content)) : "",
			before: last?.act ?? "",
			same: last?.speaker === speaker,
			earlier: last?.before ?? "",
			who: speaker,
			passage,
			claims: memory.claims,
		};
		const keys = actKeys(view, act);
		into.act.push({
			candidates: actFeatures([...keys, ...answerKeys(view, act)]),
			right: Act.options.indexOf(claim.row.act as Act),
		});
		memory.claimed(claimBefore(view, content, { act: claim.row.act, speaker, passage }));
		into.hedge.push({ candidates: hedgeFeatures(keys), right: claim.row.hedged ? 1 : 0 });
	}
	while (noted < mentions.length) note();
}
