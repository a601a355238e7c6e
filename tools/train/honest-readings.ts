import { featuresOf } from "../../src/attribution/sequence/features.ts";
import {
	type PassageReading,
	passageReading,
} from "../../src/attribution/sequence/passage-reading.ts";
import { viewOf } from "../../src/attribution/sequence/passage-view.ts";
import type { RulesReading } from "../../src/attribution/sequence/rules-reading.ts";
import {
	readLabels,
	readSpans,
	type SequenceWeights,
} from "../../src/attribution/sequence/sequence-model.ts";
import type { TextToken } from "../../src/attribution/sequence/tokens.ts";
import type { WordKnowledge } from "../../src/language/words/word-knowledge.ts";
import type { AnnotatedArticle } from "../annotated/read.ts";
import { frameStock, withOtherFrames } from "./other-frames.ts";
import { type NameStock, withOtherNames } from "./other-names.ts";
import { randomFrom } from "./random.ts";
import { type Sequence, type SequenceOptions, trainSequence } from "./sequence-trainer.ts";
import { type Example, examplesOf } from "./sequences.ts";

export type RuleReader = (text: string, tokens: readonly TextToken[]) => RulesReading;

/** Two looks learned from all articles, and each article as looks that never saw it read it. */
export type Looks = {
	first: SequenceWeights;
	sequence: SequenceWeights;
	readings: PassageReading[][];
};

/** What is learned from what was read must be read as wrongly as it is in articles that nobody has seen. */
const foldCount = 5;

/** The part that an article is left out with: with all others by its author, since a stranger writes otherwise. */
export function foldsOf(articles: readonly AnnotatedArticle[], count = foldCount): number[] {
	const authors = [...new Set(articles.map(({ head }) => head.author))];
	return articles.map(({ head }, i) =>
		authors.length < count ? i % count : authors.indexOf(head.author) % count,
	);
}

/** `copies`: how often each article is read again with other names. */
export function learnLooks(
	articles: readonly AnnotatedArticle[],
	copies: number,
	words: WordKnowledge,
	rules: RuleReader,
	stock: NameStock,
	options: SequenceOptions,
): Looks {
	const random = randomFrom(options.seed);
	const plain = articles.map((article) => examplesOf(article).filter((e) => !e.inner));
	const frames = frameStock(plain.flat(), words);
	const read = articles.map((article, i) => {
		const own = plain[i] as Example[];
		const others = Array.from({ length: copies }, () =>
			withOtherNames(own, article, stock, random).map((e) =>
				withOtherFrames(e, words, frames, random),
			),
		);
		return [own, ...others].flat();
	});
	const firstOf = (examples: readonly Example[]) =>
		examples.map((e) => sequenceOf(e, words, rules));
	const folds = Array.from({ length: foldCount }, (_, fold) => fold);
	const foldOf = foldsOf(articles);
	const without = <T>(list: readonly (readonly T[])[], fold: number) =>
		list.flatMap((items, i) => (foldOf[i] === fold ? [] : items));
	const firsts = folds.map((fold) =>
		trainSequence(without(read.map(firstOf), fold), { ...options, bits: options.bits - 1 }),
	);
	const second = read.map((examples, i) => {
		const first = firsts[foldOf[i] ?? 0] as SequenceWeights;
		return examples.map((e) => sequenceOf(e, words, rules, first));
	});
	const seconds = folds.map((fold) => trainSequence(without(second, fold), options));
	const readings = plain.map((examples, i) =>
		examples.map(({ tokens, text }, at) => {
			const { spans, probable } = readSpans(
				seconds[foldOf[i] ?? 0] as SequenceWeights,
				second[i]?.[at]?.features ?? [],
			);
			return passageReading(viewOf(tokens, words), rules(text, tokens), spans, probable);
		}),
	);
	return { first: meanOf(firsts), sequence: meanOf(seconds), readings };
}

/** The mean of what was learned from different parts of the articles: steadier than any of them. */
function meanOf(all: readonly SequenceWeights[]): SequenceWeights {
	const one = all[0] as SequenceWeights;
	const mean = (of: (w: SequenceWeights) => ArrayLike<number>, i: number) =>
		all.reduce((sum, w) => sum + (of(w)[i] as number), 0) / all.length;
	return {
		...one,
		rows: Float32Array.from(one.rows, (_, i) => mean((w) => w.rows, i)),
		chain: {
			...one.chain,
			transitions: one.chain.transitions.map((_, i) => mean((w) => w.chain.transitions, i)),
		},
	};
}

/** `first`: the look that came before, where this is the second. */
function sequenceOf(
	{ tokens, labels, inner, text }: Example,
	words: WordKnowledge,
	rules: RuleReader,
	first?: SequenceWeights,
): Sequence {
	const view = viewOf(tokens, words);
	const setting = { inner, rules: rules(text, tokens).marks };
	const features = featuresOf(view, setting);
	const seen = first && { ...setting, first: readLabels(first, features) };
	return { features: seen ? featuresOf(view, seen) : features, labels };
}
