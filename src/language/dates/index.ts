export { type DateData, parseDateData } from "./date-data.ts";
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
	type Phrases,
	phraseAt,
	phraseSet,
	phrases,
	type Text,
	textOf,
} from "./words-of-line.ts";
