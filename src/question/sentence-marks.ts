import { Phrases } from "../language/text/phrases.ts";
import { isArabic } from "../language/text/tokens.ts";
import { withoutConjunction } from "../language/words/arabic-clitics.ts";
import type { QuestionData } from "./question-data.ts";

/** Words of a text by which a sentence may answer a question of some kind. */
export type SentenceMarks = {
	/** It tells of what lies ahead. */
	ahead: Phrases<true>;
	/** It gives a reason. */
	reasons: Phrases<true>;
	/** It takes back what stands behind it: not, never. */
	negations: Phrases<true>;
	/** Right before a unit as good as a number: a week, several days. */
	counts: Phrases<true>;
	/** Behind a number: of a hundred. */
	percents: Phrases<true>;
	/** Persons, of whom only what is said of them tells which are counted. */
	persons: Phrases<true>;
	/** It tells that something was not done: rejected, postponed. */
	refusals: Phrases<true>;
	/** In a question: what a figure is only of where it stands beside it, as a salary is. */
	properties: Phrases<true>;
	/** Of a number in words what multiplies it: thousand. By itself it counts nothing. */
	scales: Phrases<true>;
	/** Months and days of the week: a number beside one counts nothing. */
	calendar: Phrases<true>;
	/** In a question: it may be answered in per cent. */
	shares: Phrases<true>;
	/** Whoever is named behind it does nothing: with, to. */
	governs: Phrases<true>;
	/** Of these, what leads to whoever is named behind it. */
	to: Phrases<true>;
	/** What leads away from whoever is named behind it. */
	from: Phrases<true>;
	/** At the head of a passage: it goes on from the one before. */
	connectives: Phrases<true>;
};

/**
 * The numbers of the folded words at which one of these stands, also behind a conjunction that Arabic
 * writes together with it: «وبسبب».
 */
export function marksIn(words: readonly string[], marks: Phrases<true>): ReadonlySet<number> {
	const plain = words.map((word) => (isArabic(word) ? withoutConjunction(word, 3) : word));
	return new Set([words, plain].flatMap((each) => marks.find(each).map(({ from }) => from)));
}

export const noMarks: SentenceMarks = {
	ahead: new Phrases(),
	reasons: new Phrases(),
	negations: new Phrases(),
	counts: new Phrases(),
	percents: new Phrases(),
	persons: new Phrases(),
	refusals: new Phrases(),
	properties: new Phrases(),
	scales: new Phrases(),
	calendar: new Phrases(),
	shares: new Phrases(),
	governs: new Phrases(),
	to: new Phrases(),
	from: new Phrases(),
	connectives: new Phrases(),
};

export function sentenceMarks({ marks, calendar, shares }: QuestionData): SentenceMarks {
	const phrases = ({ en, ar }: { en: string[]; ar: string[] }) =>
		new Phrases<true>().add([...en, ...ar], true);
	return {
		ahead: phrases(marks.ahead),
		reasons: phrases(marks.reasons),
		negations: phrases(marks.negations),
		counts: phrases(marks.counts),
		percents: phrases(marks.percents),
		persons: phrases(marks.persons),
		refusals: phrases(marks.refusals),
		properties: phrases(marks.properties),
		scales: phrases(marks.scales),
		calendar: phrases(calendar),
		shares: phrases(shares),
		governs: phrases(marks.governs),
		to: phrases(marks.to),
		from: phrases(marks.from),
		connectives: phrases(marks.connectives),
	};
}
