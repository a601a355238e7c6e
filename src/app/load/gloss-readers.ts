import type { z } from "zod";
import { AmountData } from "../../gloss/amount-words.ts";
import type { GlossReaders } from "../../gloss/check-gloss.ts";
import { GlossWeights } from "../../gloss/compare/judge.ts";
import { KindData, Kinds } from "../../gloss/compare/kinds.ts";
import { GlossData } from "../../gloss/gloss-data.ts";
import { CountriesTold, StateAdjectives } from "../../gloss/names/countries-told.ts";
import { countryNames } from "../../identity/countries.ts";
import { NameData } from "../../identity/name-data.ts";
import type { NameMatcher } from "../../identity/name-matcher.ts";
import { createDateFinder, parseDateData } from "../../language/dates/index.ts";
import type { Lexicon } from "../../language/lexicon/lexicon.ts";
import { fold } from "../../language/text/normalise.ts";
import { tokens } from "../../language/text/tokens.ts";
import { QuestionData } from "../../question/question-data.ts";
import { questionWords } from "../../question/question-words.ts";
import { typeAsked } from "../../question/what-is-asked.ts";
import type { SearchData } from "../../search/search-data.ts";
import { Instructions } from "../../translation/chat-model.ts";
import { readPeople } from "./engines.ts";
import { fitting, readData, readDateFiles } from "./language-data.ts";

/** What a translation is compared with its original by. Errors: `data_invalid`. */
export async function loadGlossReaders(
	folder: string,
	{ lexicon, stopWords, related }: Pick<SearchData, "lexicon" | "stopWords" | "related">,
	names: NameMatcher,
): Promise<GlossReaders> {
	const [files, words, amounts, kinds, weights, questions, markers, stateNames] = await Promise.all(
		[
			readDateFiles(folder),
			readData(folder, "gloss.json"),
			readData(folder, "gloss-amounts.json"),
			readData(folder, "gloss-kinds.json"),
			readData(folder, "gloss-weights.json"),
			readData(folder, "question.json"),
			readData(folder, "attribution/markers-en.json"),
			readData(folder, "names.json"),
		],
	);
	const { states } = fitting("names.json", NameData.pick({ states: true }), stateNames);
	const stateAdjectives = fitting("attribution/markers-en.json", StateAdjectives, markers);
	const glossData = fitting("gloss.json", GlossData, words);
	const asking = questionWords(fitting("question.json", QuestionData, questions));
	const dateData = parseDateData(files);
	const dates = createDateFinder(dateData);
	const amountWords = fitting("gloss-amounts.json", AmountData, amounts);
	const people = readPeople(folder);
	return {
		...{ dates, names, lexicon, stopWords, related },
		amounts: amountWords,
		numbers: new Set(amountWords.en.numbers.keys()),
		countries: new CountriesTold({
			pairs: countryNames(),
			...{ states, related },
			adjectives: { en: stateAdjectives, ar: glossData.origin.ar },
			isCommon: (word) => isCommonWord(word, lexicon),
		}),
		people: new Set([...people.given, ...people.family].map(({ name }) => fold(name))),
		words: glossData,
		kinds: new Kinds(fitting("gloss-kinds.json", KindData, kinds)),
		weights: fitting("gloss-weights.json", GlossWeights, weights),
		asks(question) {
			const type = typeAsked(
				tokens(question).map(({ text }) => text),
				asking,
				false,
			);
			return type === "topic" ? null : type;
		},
	};
}

/** Whether the lexicon has it as often for what is no name. */
function isCommonWord(word: string, lexicon: Lexicon): boolean {
	const exact = lexicon.match([word], 0)?.entries.filter((each) => each.exact) ?? [];
	const common = exact.filter(({ entry }) =>
		lexicon.entry(entry).english.every((term) => /^\p{Ll}/u.test(term)),
	);
	return 2 * common.length >= exact.length && common.length > 0;
}

/** What a model is told that translates. Errors: `data_invalid`. */
export async function loadInstructions(folder: string): Promise<z.infer<typeof Instructions>> {
	return fitting("translation.json", Instructions, await readData(folder, "translation.json"));
}
