import { fold } from "../language/text/normalise.ts";
import { tokens } from "../language/text/tokens.ts";
import { isStopWord } from "../language/words/index-terms.ts";
import { differenceOf, type GlossWeights } from "./compare/judge.ts";
import type { BothTexts } from "./compare/name-readers.ts";
import { type SignalReaders, signalsOf } from "./compare/signals.ts";
import type { ComparedWords } from "./gloss-data.ts";
import { isOneText, type Translated } from "./one-text.ts";
import { shareDigits } from "./quantities.ts";
import { askTheSame, type QuestionReaders } from "./question-agreement.ts";

export type GlossReaders = SignalReaders & QuestionReaders & { weights: GlossWeights };

/** What is wrong with a translation; the text itself is told nowhere. */
export type GlossFault =
	| "shape"
	| "script"
	| "chatter"
	| "numbers"
	| "names"
	| "negation"
	| "content";

/**
 * The first fault of a translation, null where none is found. It says nothing of style: what a reader may
 * be misled by is compared, by what both languages are read by anyway, and what cannot be told is dropped.
 */
export function faultOf(translated: Translated, readers: GlossReaders): GlossFault | null {
	const words = readers.words;
	const fault = isOneText(translated);
	if (fault) return fault;
	if (hasChatter(translated, words)) return "chatter";
	const both = bothOf(translated);
	const difference = differenceOf(signalsOf(both, readers), readers.weights);
	if (difference) return difference;
	return isAboutTheSame(both, readers) ? null : "content";
}

/** The same of a question, which is shown to nobody: how it spells a name does no harm. */
export function questionFaultOf(translated: Translated, readers: GlossReaders): GlossFault | null {
	const fault = isOneText(translated);
	if (fault) return fault;
	if (hasChatter(translated, readers.words)) return "chatter";
	const { text, gloss } = translated;
	if (!shareDigits(text, gloss)) return "numbers";
	return askTheSame(bothOf(translated), readers) ? null : "content";
}

function bothOf({ text, from, gloss }: Translated): BothTexts {
	return from === "en" ? { en: text, ar: gloss } : { en: gloss, ar: text };
}

/** What a model says of its own answer; where the text says it too it is translated. */
function hasChatter({ gloss, from, to }: Translated, words: ComparedWords): boolean {
	const said = fold(gloss);
	return from !== to && words[to].chatter.some((phrase) => said.includes(phrase));
}

/** Words of content that are looked at, and the share of them that has to be in the other text. */
const mostLookedAt = 40;
const fewest = 4;
const leastShare = 0.2;

/** Whether the Arabic text holds enough of what the English one's words mean; too few words tell nothing. */
function isAboutTheSame({ en, ar }: BothTexts, { names, stopWords }: GlossReaders): boolean {
	const words = tokens(en)
		.filter(({ text }) => !isStopWord(text, stopWords) && /^\p{L}{3,}/u.test(text))
		.slice(0, mostLookedAt);
	if (words.length < fewest) return true;
	const held = words.filter(({ text }) => names.test(text)([ar])).length;
	return held >= leastShare * words.length;
}
