import type { Act } from "../domain/sets/acts.ts";
import { fold } from "../language/text/normalise.ts";
import { Phrases } from "../language/text/phrases.ts";
import type { QuestionData } from "./question-data.ts";
import type { QuestionType } from "./question-types.ts";
import type { Side } from "./sides-of-days.ts";

/** The words that tell what a question asks for, ready to be looked for. */
export type QuestionWords = {
	types: { type: QuestionType; phrases: Phrases<QuestionType>; first: boolean }[];
	auxiliaries: ReadonlySet<string>;
	helps: ReadonlySet<string>;
	copulas: ReadonlySet<string>;
	past: ReadonlySet<string>;
	/** Verbs that a passage need not hold. */
	bareDeeds: ReadonlySet<string>;
	becomes: ReadonlySet<string>;
	away: Phrases<true>;
	determiners: ReadonlySet<string>;
	says: Phrases<true>;
	acts: Phrases<Act>;
	sources: Phrases<true>;
	notSpeaker: Phrases<true>;
	named: Phrases<true>;
	which: Phrases<true>;
	future: Phrases<true>;
	sides: Phrases<Side>;
	instructions: Phrases<true>;
	light: ReadonlySet<string>;
	latest: Phrases<true>;
	compare: Phrases<true>;
	joins: Phrases<true>;
	amounts: ReadonlySet<string>;
	measured: Phrases<true>;
	/** The units, folded, in which what is asked for is told. */
	measures: Phrases<ReadonlySet<string>>;
};

export function questionWords(questions: QuestionData): QuestionWords {
	const both = ({ en, ar }: { en: string[]; ar: string[] }) => [...en, ...ar];
	const acts = new Phrases<Act>();
	for (const [act, forms] of Object.entries(questions.acts)) acts.add(both(forms), act as Act);
	const types: QuestionWords["types"] = questions.types.map((entry) => ({
		type: entry.type,
		phrases: new Phrases<QuestionType>().add(both(entry), entry.type),
		first: entry.first ?? false,
	}));
	const sides = new Phrases<Side>();
	const measures = new Phrases<ReadonlySet<string>>();
	for (const { asks, units } of questions.measures)
		measures.add(both(asks), new Set(both(units).map(fold)));
	for (const side of ["before", "until", "since", "after"] as const)
		sides.add(both(questions.sides[side]), side);
	return {
		sides,
		types,
		acts,
		auxiliaries: new Set(both(questions.auxiliaries)),
		helps: new Set(both(questions.deeds.helps)),
		copulas: new Set(both(questions.deeds.copulas)),
		past: new Set(both(questions.deeds.past)),
		bareDeeds: new Set(
			[...both(questions.deeds.happens), ...both(questions.deeds.stances)].map(fold),
		),
		becomes: new Set(both(questions.deeds.becomes).map(fold)),
		away: new Phrases<true>().add(both(questions.marks.from), true),
		determiners: new Set(both(questions.determiners)),
		says: new Phrases<true>().add(both(questions.says), true),
		sources: new Phrases<true>().add(both(questions.sources), true),
		notSpeaker: new Phrases<true>().add(both(questions.notSpeaker), true),
		named: new Phrases<true>().add(both(questions.named), true),
		which: new Phrases<true>().add(both(questions.which), true),
		future: new Phrases<true>().add(both(questions.future), true),
		instructions: new Phrases<true>().add(both(questions.instructions), true),
		light: new Set(both(questions.light).map(fold)),
		latest: new Phrases<true>().add(both(questions.latest), true),
		compare: new Phrases<true>().add(both(questions.compare), true),
		joins: new Phrases<true>().add(both(questions.joins), true),
		measures,
		measured: new Phrases<true>().add(both(questions.measured), true),
		amounts: new Set(both(questions.amounts).map(fold)),
	};
}

/** How many folded words at the head of a question do no more than ask: 1 of متى, 2 of من هو. */
export function headOf(words: readonly string[], { types, named }: QuestionWords): number {
	const heads = [named, ...types.map(({ phrases }) => phrases)];
	return Math.max(1, ...heads.map((phrases) => phrases.at(words, 0)?.to ?? 0));
}
