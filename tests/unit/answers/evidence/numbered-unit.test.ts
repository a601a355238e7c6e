import { expect, it } from "vitest";
import { hasNumberedUnit } from "../../../../src/answers/evidence/numbered-unit.ts";
import { readData } from "../../../../src/app/load/language-data.ts";
import { shippedSearchData } from "../../../../src/app/load/search-data.ts";
import { indexDataFolder } from "../../../../src/app/paths.ts";
import { NameMatcher } from "../../../../src/identity/name-matcher.ts";
import { tokens } from "../../../../src/language/text/tokens.ts";
import { termOf } from "../../../../src/language/words/index-terms.ts";
import { QuestionData } from "../../../../src/question/question-data.ts";
import { questionWords } from "../../../../src/question/question-words.ts";
import { sentenceMarks } from "../../../../src/question/sentence-marks.ts";

const { lexicon, stopWords } = await shippedSearchData();
const names = new NameMatcher(lexicon, stopWords, []);
const questions = QuestionData.parse(await readData(indexDataFolder, "question.json"));
const marks = sentenceMarks(questions);
const { measures } = questionWords(questions);

function isTold(asks: string, sentence: string): boolean {
	const folded = tokens(asks).map(({ text }) => text);
	const units = measures.at(folded, 0)?.value ?? new Set<string>();
	const words = tokens(sentence).map((token) => ({ ...token, term: termOf(token.text) }));
	return hasNumberedUnit({ words }, units, { names, marks });
}

it.each([
	["how high", "The tower stands metres from the houses of 40 guilds.", false],
	["how high", "The tower is 40 metres high.", true],
	["how high", "The tower is 2000 metres up the hill.", true],
	["how high", "The tower is some forty paved metres high.", true],
	["how high", "The tower is hundreds of metres high.", true],
	["how old", "The tower fell in the year 2012.", false],
	["how old", "The keeper, aged about 40, left it.", true],
	["how old", "The keeper left it at the age of 40.", true],
	["how long was", "The strike went on for weeks.", false],
	["how long was", "The strike went on for a week.", true],
	["how long was", "The strike went on for several weeks.", true],
	["كم ارتفاع", "يقع البرج على أمتار من المدينة التي فيها 40 بيتاً.", false],
	["كم ارتفاع", "يبلغ ارتفاع البرج 40 متراً.", true],
	["كم ارتفاع", "يبلغ ارتفاع الباب مترين.", true],
	["كم ارتفاع", "يبلغ ارتفاع الباب عدة أمتار.", true],
	["كم طول", "بدأ الإضراب سنة 2012.", false],
	["كم طول", "استمر الإضراب سنوات.", false],
	["كم طول", "استمر الإضراب دقيقتين.", true],
	["كم طول", "استمر الإضراب أسبوعاً.", true],
	["كم عمر", "عمره نحو 40.", true],
])("%s — %s: %s", (asks, sentence, told) => {
	expect(isTold(asks, sentence)).toBe(told);
});
