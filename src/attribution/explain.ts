import { probabilities } from "./choice/chooser.ts";
import type { Step, Weigh } from "./choice/weigh.ts";
import { claimsOf } from "./engine.ts";
import type { LanguageEngine } from "./language-engine.ts";
import type { ReadClaim } from "./read-claim.ts";
import { readPassageSpans } from "./sequence/passage-reading.ts";
import { textOf } from "./sequence/passage-view.ts";

/** A step of reading a passage: its candidates, the most probable first. */
export type ExplainedStep = { step: Step; options: { words: string; share: number }[] };

export type Explanation = {
	/** What the rules of the language read, before anything was weighed. */
	rules: { content: string; source: string; act: string }[];
	/** What the sequence model read, with its lowest probability. */
	spans: { kind: string; words: string; sure: number }[];
	steps: ExplainedStep[];
	claims: ExplainedClaim[];
};

export type ExplainedClaim = {
	quote: string;
	speaker: string;
	/** The words that name the speaker here; empty where none are printed. */
	printed: string;
	act: string;
	via: string;
	confidence: number;
	named: number;
};

/** So many candidates of a step are told. */
const mostOptions = 3;

/** How the claims of one passage of an article came about. */
export function explainPassage(
	engine: LanguageEngine,
	passages: readonly string[],
	at: number,
): Explanation {
	const { words, weights, entities } = engine;
	const readings = passages.map((text) => readPassageSpans(text, words, engine.rules, weights));
	const steps: ExplainedStep[] = [];
	const lookingOn: Weigh = (step, candidates, show) => {
		const shares = probabilities(weights[step], candidates);
		const options = shares
			.map((share, i) => ({ words: show(i) || "none", share }))
			.sort((a, b) => b.share - a.share)
			.slice(0, mostOptions);
		if (candidates.length > 1) steps.push({ step, options });
		return shares;
	};
	const claims = claimsOf(readings, weights, entities, (passage) =>
		passage === at ? lookingOn : undefined,
	);
	const reading = readings[at];
	if (!reading) return { rules: [], spans: [], steps: [], claims: [] };
	const { view, rules, parts } = reading;
	const told = (part: { from: number; to: number } | undefined) => (part ? textOf(view, part) : "");
	return {
		rules: rules.statements.map(({ content, source, act }) => ({
			content: told(content),
			source: told(source),
			act,
		})),
		spans: [
			...parts.contents.flatMap(({ pieces, sure }) =>
				pieces.map((piece) => ({ kind: "content", words: told(piece), sure })),
			),
			...parts.cues.map((cue) => ({ kind: "cue", words: told(cue), sure: cue.sure })),
			...parts.sources.map((source) => ({
				kind: "source",
				words: told(source),
				sure: source.sure,
			})),
		],
		steps,
		claims: claims.filter(({ passage }) => passage === at).map(explainedClaim),
	};
}

function explainedClaim(claim: ReadClaim): ExplainedClaim {
	const told = (part: { from: number; to: number } | undefined) =>
		part ? textOf(claim.view, part) : "";
	const { speaker, act, source, channel, confidence, named } = claim;
	return {
		quote: claim.content.pieces.map(told).join(" … "),
		speaker: speaker?.name ?? "",
		printed: told(source),
		act,
		via: told(channel) || (claim.ruledVia[0] ?? ""),
		confidence,
		named,
	};
}
