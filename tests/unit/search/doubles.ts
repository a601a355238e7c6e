import type { Article } from "../../../src/domain/article.ts";
import { unknownPublished } from "../../../src/domain/dates.ts";
import type { Bilingual, Language } from "../../../src/domain/sets/languages.ts";
import { addNames, relatedNames } from "../../../src/identity/related-names.ts";
import { Lexicon } from "../../../src/language/lexicon/lexicon.ts";
import { Thesaurus } from "../../../src/language/lexicon/thesaurus.ts";
import { parseStopWords } from "../../../src/language/words/index-terms.ts";
import type { SearchData } from "../../../src/search/search-data.ts";

/** An article of these lines: a text, or one in both languages. */
export function article(
	id: string,
	lines: (string | Bilingual)[],
	language: Language = "ar",
): Article {
	return {
		id,
		language,
		title: null,
		outlet: null,
		url: null,
		source: { file: `${id}.txt`, sha256: "0".repeat(64) },
		published: unknownPublished,
		rendering: lines.some((line) => typeof line !== "string") ? "paraphrase" : "verbatim",
		passages: lines.map((line, at) => {
			const text = typeof line === "string" ? line : line[language];
			const source = { line: at + 1, start: 0, end: text.length };
			const passage = { id: `${id}-p${at + 1}`, kind: "body" as const, text, source };
			return typeof line === "string" ? passage : { ...passage, paraphrase: line };
		}),
		claims: [],
		events: [],
		figures: [],
		contradictions: [],
	};
}

const table = `
n	weapon|arms	سلاح|أسلحة
n	drone|unmanned aircraft	مسيرة|درون
v	deny|denial	نفى|ينفي|نفي
v	export	صدر|يصدر|تصدير
n	satellite	قمر صناعي|ساتل
n	customs	جمارك
n	export	صادرات
n	court	محكمة|محاكم
p	ceasefire|truce	وقف إطلاق النار|هدنة
n	fire	نار|حريق
n	stop	توقف
n	wheat	قمح
n	strike	ضربة|غارة
n	strike	إضراب
n	raid	غارة|مداهمة
n	walkout	إضراب|انسحاب
`;

const fields = "n\traid|strike\nn\twalkout|strike\n";

const names = {
	states: [
		{
			english: { name: ["China"], people: ["Chinese"], capital: ["Beijing"] },
			arabic: { name: ["الصين"], people: ["صيني"], capital: ["بكين"] },
		},
	],
	numbers: [{ value: "3", english: ["three", "third"], arabic: ["ثلاثة", "ثلاث", "ثالث"] }],
	people: [{ english: ["Joseph", "Yusuf"], arabic: ["يوسف", "جوزيف"] }],
};

/** A lexicon of a dozen words, enough to see what is done with it. */
export function smallData(): SearchData {
	const lexicon = new Lexicon([table]);
	addNames(lexicon, names);
	const stopWords = parseStopWords(
		"the of did what who a an to by in is are",
		"في من على هل ماذا عن إلى أن",
	);
	const thesaurus = new Thesaurus([fields], lexicon);
	return { lexicon, thesaurus, stopWords, related: relatedNames(names) };
}
