export { type DateData, parseDateData } from "./data.ts";
export {
	createDateFinder,
	type DateFinder,
	type FoundDate,
} from "./find.ts";
export { inferPublished } from "./infer.ts";
export { compileLexicon, type Lexicon } from "./lexicon.ts";
export {
	foldedSet,
	type Phrases,
	phraseAt,
	phraseSet,
	phrases,
	type Text,
	textOf,
} from "./scan.ts";
export { tenseAt } from "./tense.ts";
