import { confidenceFeatures } from "../../src/attribution/choice/confidence.ts";
import { claimsOf } from "../../src/attribution/engine.ts";
import { withForms } from "../../src/attribution/forms/forms.ts";
import type { Weights } from "../../src/attribution/language-engine.ts";
import type { NamedEntity, NameTable } from "../../src/identity/name-table.ts";
import type { WordKnowledge } from "../../src/language/words/word-knowledge.ts";
import type { AnnotatedArticle } from "../annotated/read.ts";
import { matchClaims } from "./cards.ts";
import { chooserOptions, type Question, trainChooser } from "./chooser-trainer.ts";
import { foldsOf, type Looks, learnLooks, type RuleReader } from "./honest-readings.ts";
import { learnedVerbs } from "./learned-verbs.ts";
import type { NameStock } from "./other-names.ts";
import { askAll, noQuestions } from "./questions.ts";
import { askReadings } from "./reading-questions.ts";
import { defaultOptions, type SequenceOptions } from "./sequence-trainer.ts";

/** Weights for a language from its annotated articles; `copies`: how often each is read again with other names. */
export function learn(
	articles: readonly AnnotatedArticle[],
	copies: number,
	words: WordKnowledge,
	rules: RuleReader,
	stock: NameStock,
	entities: NameTable<NamedEntity>,
	options: Partial<SequenceOptions> = {},
): Weights {
	const looks = learnLooks(articles, copies, words, rules, stock, {
		...defaultOptions,
		...options,
	});
	return fitChoices(articles, looks, words, entities);
}

/** Learns the choices from articles as they are marked and as looks that never saw them read them. */
export function fitChoices(
	articles: readonly AnnotatedArticle[],
	looks: Looks,
	words: WordKnowledge,
	entities: NameTable<NamedEntity>,
): Weights {
	const questions = { card: [] as Question[], who: [] as Question[] };
	const halfOf = foldsOf(articles, 2);
	for (const half of [0, 1]) {
		// How sure the choices may be shows on articles that they were not learned from.
		const others = choicesFrom(articles, looks, words, (i) => halfOf[i] !== half);
		for (const [i, article] of articles.entries()) {
			if (halfOf[i] !== half) continue;
			const read = claimsOf(looks.readings[i] ?? [], others, entities);
			const matches = new Map(matchClaims(article, read).map((m) => [m.found, m]));
			for (const [j, claim] of read.entries()) {
				const match = matches.get(j);
				const candidates = confidenceFeatures(claim);
				questions.card.push({ candidates, right: match?.level === 1 && match.sameAct ? 1 : 0 });
				if (match) questions.who.push({ candidates, right: match.level > 0 ? 1 : 0 });
			}
		}
	}
	const choices = choicesFrom(articles, looks, words, () => true);
	return {
		...choices,
		card: trainChooser(questions.card, calibration),
		who: trainChooser(questions.who, calibration),
	};
}

/** Few features and many claims: what is learned are shares, not words. */
const calibration = { ...chooserOptions, bits: 10, dropout: 0, decay: 0.01 };

/** Choices that look at few words need no large table. */
const small = { ...chooserOptions, bits: chooserOptions.bits - 1 };

function choicesFrom(
	articles: readonly AnnotatedArticle[],
	{ first, sequence, readings }: Looks,
	words: WordKnowledge,
	taken: (index: number) => boolean,
): Weights {
	const questions = noQuestions();
	for (const [i, article] of articles.entries()) {
		if (!taken(i)) continue;
		askAll(article, readings[i] ?? [], words, questions);
		askReadings(article, withForms(readings[i] ?? []), words, questions);
	}
	const none = { weights: new Float32Array(1), scale: 1 };
	return {
		first,
		sequence,
		verbs: learnedVerbs(articles, words),
		claim: trainChooser(questions.claim, small),
		tie: trainChooser(questions.tie),
		source: trainChooser(questions.source),
		name: trainChooser(questions.name),
		resolve: trainChooser(questions.resolve),
		kind: trainChooser(questions.kind, small),
		act: trainChooser(questions.act, { ...chooserOptions, decay: 0.01 }),
		hedge: trainChooser(questions.hedge, small),
		card: none,
		who: none,
	};
}
