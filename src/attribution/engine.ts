import { Act } from "../domain/sets/acts.ts";
import type { NamedEntity, NameTable } from "../identity/name-table.ts";
import type { WordFacts } from "../language/words/word-facts.ts";
import type { WordKnowledge } from "../language/words/word-knowledge.ts";
import { confidenceOf } from "./choice/confidence.ts";
import { type Weigh, weighWith } from "./choice/weigh.ts";
import { asks } from "./forms/asks.ts";
import { type FormedReading, withForms } from "./forms/forms.ts";
import { withAnswer } from "./forms/with-answer.ts";
import {
	actFeatures,
	actKeys,
	answerKeys,
	chooseAct,
	hedgeFeatures,
	ruledAct,
} from "./frames/act/act-features.ts";
import type { ActWords } from "./frames/act/act-words.ts";
import { claimBefore } from "./frames/act/claim-before.ts";
import { actOfExclusion } from "./frames/act/excluded.ts";
import { meet } from "./frames/parts.ts";
import { statementAt } from "./frames/source/source-candidates.ts";
import { type TiedContent, tieParts } from "./frames/tie-parts.ts";
import type { Weights } from "./language-engine.ts";
import type { ReadClaim } from "./read-claim.ts";
import { type PassageReading, readPassageSpans } from "./sequence/passage-reading.ts";
import type { RulesReading } from "./sequence/rules-reading.ts";
import type { TextToken } from "./sequence/tokens.ts";
import type { Mention } from "./speakers/mentions/bodies.ts";
import { describe } from "./speakers/mentions/describe.ts";
import { ArticleNames, mentionsBeside } from "./speakers/mentions/mentions.ts";
import { comparedWords } from "./speakers/names/compared.ts";
import { fillNames } from "./speakers/names/full-name.ts";
import { Resolver } from "./speakers/resolver.ts";

/** Reads the claims of an article from its passages, in the order of the text. */
export function readClaims(
	passages: readonly string[],
	words: WordKnowledge,
	weights: Weights,
	rules: (text: string, tokens: readonly TextToken[]) => RulesReading,
	entities: NameTable<NamedEntity>,
): ReadClaim[] {
	const readings = passages.map((text) => readPassageSpans(text, words, rules, weights));
	return claimsOf(readings, weights, entities);
}

/** The claims of passages whose spans are known. `weighFor`: a passage's weighing, where somebody looks on. */
export function claimsOf(
	read: readonly PassageReading[],
	weights: Weights,
	entities: NameTable<NamedEntity>,
	weighFor?: (passage: number) => Weigh | undefined,
): ReadClaim[] {
	const readings = withForms(read);
	const plain = weighWith(weights);
	const names = new ArticleNames();
	const tied = readings.map((reading, passage) => {
		const weigh = weighFor?.(passage) ?? plain;
		const contents = tieParts(reading, weigh);
		const { answer } = reading;
		return { reading, weigh, contents: answer ? withAnswer(contents, answer) : contents };
	});
	for (const { reading, contents } of tied)
		for (const { source } of contents)
			if (source?.name) names.add(comparedWords(reading.view, source.name));
	const answered = readings.findIndex(({ answer }) => answer);
	const intro = readings.slice(0, Math.max(0, answered)).map(({ view }) => view);
	const resolver = new Resolver(entities, intro);
	const claims = tied.flatMap(({ reading, weigh, contents }, passage) => {
		const spoken = contents.flatMap((c) => c.source ?? []);
		// The line of an interview that names who asks names nobody who speaks.
		const isByline = answered >= 0 && passage < answered && reading.view.tokens.length < shortest;
		const mentions = isByline ? [] : mentionsBeside(spoken, reading.view, reading.rules, names);
		const asked = reading.answer !== undefined || asks(readings[passage - 1]?.view);
		return readPassage({ reading, contents, mentions, asked, passage }, resolver, weights, weigh);
	});
	const speakers = new Set(claims.flatMap((c) => c.speaker ?? []));
	fillNames(
		speakers,
		readings.map(({ view }) => view),
	);
	return claims;
}

/** Fewer tokens before the first answer of an interview are a byline. */
const shortest = 8;

type TiedPassage = {
	reading: FormedReading;
	contents: readonly TiedContent[];
	mentions: readonly Mention[];
	/** The passage before is a question. */
	asked: boolean;
	passage: number;
};

/** The claims of a passage whose parts are tied; the resolver learns who was named. */
function readPassage(
	{ reading: { view, rules, answer, parts }, contents, mentions, asked, passage }: TiedPassage,
	resolver: Resolver,
	weights: Weights,
	weigh: Weigh,
): ReadClaim[] {
	const ahead = [...mentions];
	const isLearned = ({ cue, stem }: WordFacts) => cue === "" || weights.verbs.has(stem);
	const isSource = (at: Mention) => parts.sources.some((source) => meet(source, at));
	const noteUntil = (end: number) => {
		while ((ahead[0]?.from ?? end) < end) {
			const at = ahead.shift() as Mention;
			resolver.note(weigh, view, at, passage, isSource(at));
		}
	};
	const claims = contents.map(({ content, source, cue, channel, day, sure }): ReadClaim => {
		const from = content.pieces[0]?.from ?? 0;
		noteUntil(Math.max(source?.from ?? 0, from));
		const mention = { ...describe(view, source, cue, from, passage), asked };
		const isAnswer = content.pieces[0] === answer && !source;
		const who = isAnswer
			? resolver.answering(weigh, view, mention)
			: resolver.speaker(weigh, view, source, mention);
		const { last } = resolver.memory;
		const statement = statementAt(rules, content);
		const said: ActWords = {
			content,
			cue,
			speaker: who.known?.kind ?? "",
			ruled: ruledAct(statement),
			before: last?.act ?? "",
			same: last?.speaker === who.known,
			earlier: last?.before ?? "",
			who: who.known,
			passage,
			claims: resolver.memory.claims,
		};
		const keys = actKeys(view, said);
		const act = chooseAct(
			weigh("act", actFeatures([...keys, ...answerKeys(view, said)]), (i) => Act.options[i] ?? ""),
			statement?.act,
			cue !== undefined && !view.facts.slice(cue.from, cue.to).every(isLearned),
		);
		const does = actOfExclusion(view, said, act);
		const [, hedged = 0] = weigh("hedge", hedgeFeatures(keys), (i) =>
			i === 0 ? "plain" : "hedged",
		);
		resolver.memory.claimed(
			claimBefore(view, content, { act: act.act, speaker: who.known, passage }),
		);
		if (who.known) resolver.memory.speaks(who.known);
		const claim = {
			passage,
			view,
			content,
			source,
			cue,
			channel,
			day,
			ruledVia: statement?.via ?? [],
			speaker: who.known,
			act: does.act,
			hedged: hedged > 0.5,
			sure: {
				claim: sure.claim,
				content: content.sure,
				source: sure.source,
				tie: sure.cue,
				name: sure.name,
				speaker: who.sure,
				kind: who.kindSure,
				act: does.sure,
			},
		};
		const confidence = confidenceOf(weights.card, claim);
		return { ...claim, confidence, named: confidenceOf(weights.who, claim) };
	});
	noteUntil(Number.POSITIVE_INFINITY);
	return claims;
}
