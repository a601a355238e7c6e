import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readAttributionData } from "../../src/app/load/attribution-data.ts";
import { engineWords, readPeople } from "../../src/app/load/engines.ts";
import { loadDateFinder, readData, readLexicon } from "../../src/app/load/language-data.ts";
import { arabicGrammar } from "../../src/attribution/arabic/grammar.ts";
import { arabicReader } from "../../src/attribution/arabic/reader.ts";
import type { ExtractorParts } from "../../src/attribution/article-text.ts";
import { readClaims } from "../../src/attribution/engine.ts";
import { englishGrammar } from "../../src/attribution/english/grammar.ts";
import { englishReader } from "../../src/attribution/english/reader.ts";
import type { LanguageReader } from "../../src/attribution/language-reader.ts";
import { type Outlet, outletNames } from "../../src/attribution/outlet-names.ts";
import { type RulesReading, readRules } from "../../src/attribution/sequence/rules-reading.ts";
import { templatesOf } from "../../src/attribution/templates.ts";
import { readWeights, writeWeights } from "../../src/attribution/weights-file.ts";
import { Language } from "../../src/domain/sets/languages.ts";
import { entityTable } from "../../src/identity/name-table.ts";
import { WordClasses } from "../../src/language/words/word-classes.ts";
import { root } from "../files.ts";
import { articlesToLearn } from "./articles.ts";
import { matchClaims, scoreCards, summary } from "./cards.ts";
import { daySummary, scoreDays } from "./days.ts";
import { learn } from "./fit.ts";
import type { RuleReader } from "./honest-readings.ts";
import { stockOf } from "./other-names.ts";

// npm run train -- [--language ar] [--copies 3] [--out FOLDER] [FILES…]: the weights of attribution
// from the annotated articles; the same bytes each time.
// npm run train -- --look FILES…: how the weights that are there read these articles, before they
// are learned from.
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		language: { type: "string" },
		copies: { type: "string", default: "3" },
		out: { type: "string" },
		look: { type: "boolean", default: false },
	},
});

const folder = join(root, "index-data");
const data = readAttributionData(folder);
const lexicon = await readLexicon(folder);
const classes = new WordClasses(lexicon);
const { outlets } = (await readData(folder, "outlets.json")) as { outlets: Outlet[] };
const entities = entityTable(data.entities);
const words = engineWords({ folder, data, classes, lexicon, entities });
const names = outletNames(outlets);
const readers = {
	ar: arabicReader(arabicGrammar(data.arabic, entities, names, classes)),
	en: englishReader(englishGrammar(data.english, entities, names)),
};

const dates = await loadDateFinder(folder);
const findDates: ExtractorParts["findDates"] = (line, published) => dates.find(line, { published });

const asked = Language.safeParse(values.language);
if (values.language && !asked.success) {
	process.stderr.write(`--language is one of ${Language.options.join(", ")}.\n`);
	process.exit(2);
}
for (const language of asked.success ? [asked.data] : Language.options) {
	const { articles, hash } = articlesToLearn(language, positionals);
	const rules = remembered(readers[language]);
	const file = `weights-${language}.bin`;
	if (values.look) {
		const weights = readWeights(
			readFileSync(join(folder, "attribution", file)),
			templatesOf(words[language]()),
		);
		const scores = articles.map((article) => {
			const read = readClaims(article.paragraphs, words[language](), weights, rules, entities);
			const matches = matchClaims(article, read);
			return {
				cards: scoreCards(article, read, matches),
				days: scoreDays(article, read, matches, { findDates }),
			};
		});
		if (scores.length === 0) continue;
		process.stdout.write(`${language}: ${summary(scores.map(({ cards }) => cards))}\n`);
		process.stdout.write(`${language}: ${daySummary(scores.map(({ days }) => days))}\n`);
		continue;
	}
	const stock = stockOf(readPeople(folder), language);
	const weights = learn(articles, Number(values.copies), words[language](), rules, stock, entities);
	const templates = templatesOf(words[language]());
	const bytes = writeWeights(weights, { language, articles: hash, templates });
	writeFileSync(join(values.out ?? join(folder, "attribution"), file), bytes);
	process.stdout.write(`${file}: ${articles.length} articles, ${bytes.length} bytes\n`);
}

/** What the rules read in a text is asked for again in each look at it. */
function remembered(reader: LanguageReader): RuleReader {
	const known = new Map<string, RulesReading>();
	return (text, tokens) => {
		const key = `${tokens.map((t) => t.start).join()} ${text}`;
		const made = known.get(key) ?? readRules(reader, text, tokens);
		known.set(key, made);
		return made;
	};
}
