export type { PhraseTable as Phrases } from "../text/phrase-table.ts";
export { type DateData, parseDateData } from "./date-data.ts";
export type { DateLine } from "./date-line.ts";
export { compileLexicon, type Lexicon } from "./date-words.ts";
export {
	createDateFinder,
	type DateFinder,
	type FoundDate,
} from "./find-dates.ts";
export { inferPublished } from "./infer.ts";
export { tenseAt } from "./recognise/tense.ts";
export {
	foldedSet,
	phraseAt,
	phraseSet,
	phrases,
	type Text,
	textOf,
} from "./words-of-line.ts";
