import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { engineWords, readPeople } from "../../src/app/load/engines.ts";
import { readAttributionData } from "../../src/app/load/attribution-data.ts";
import { readData, readLexicon } from "../../src/app/load/language-data.ts";
import { readRules, type RulesReading } from "../../src/attribution/sequence/rules-reading.ts";
import { templatesOf } from "../../src/attribution/templates.ts";
import { writeWeights } from "../../src/attribution/weights-file.ts";
import { arabicGrammar } from "../../src/attribution/arabic/grammar.ts";
import { arabicReader } from "../../src/attribution/arabic/reader.ts";
import { englishGrammar } from "../../src/attribution/english/grammar.ts";
import { englishReader } from "../../src/attribution/english/reader.ts";
import { entityTable } from "../../src/identity/name-table.ts";
import { type Outlet, outletNames } from "../../src/attribution/outlet-names.ts";
import { WordClasses } from "../../src/language/words/word-classes.ts";
import { checkAnnotated } from "../annotated/check.ts";
import { annotatedFiles } from "../annotated/files.ts";
import { root } from "../files.ts";
import { fit } from "./fit.ts";
import type { RuleReader } from "./honest-readings.ts";
import { stockOf } from "./other-names.ts";

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { authors: { type: "string" }, from: { type: "string" }, copies: { type: "string", default: "3" }, language: { type: "string" }, out: { type: "string" } },
});

const folder = join(root, "index-data");
const data = readAttributionData(folder);
const lexicon = await readLexicon(folder);
const classes = new WordClasses(lexicon);
const { outlets } = (await readData(folder, "outlets.json")) as { outlets: Outlet[] };
const entities = entityTable(data.entities);
const words = engineWords(folder, data, classes, lexicon, entities);
const readers = {
	ar: arabicReader(arabicGrammar(data.arabic, entities, outletNames(outlets), classes)),
	en: englishReader(englishGrammar(data.english, entities, outletNames(outlets))),
};
for (const language of ["ar", "en"] as const) {
	if (values.language && values.language !== language) continue;
	const places = positionals.length > 0 ? positionals : undefined;
	const files = annotatedFiles(places);
	const texts = files.map((file) => readFileSync(file, "utf8"));
	const articles = texts.map((text) => checkAnnotated(text)).filter((a) => a.problems.length === 0).map((a) => a.article).filter((a) => a.head.language === language);
	const marks = new Map<string, RulesReading>();
	const rules: RuleReader = (text, tokens) => {
		const key = `${tokens.map((t) => t.start).join()} ${text}`;
		const made = marks.get(key) ?? readRules(readers[language], text, tokens);
		marks.set(key, made);
		return made;
	};
	const weights = fit(articles, Number(values.copies), words[language], rules, stockOf(readPeople(folder), language), entities);
	const hash = createHash("sha256").update(texts.join("\u0000")).digest("hex").slice(0, 16);
	const bytes = writeWeights(weights, { language, articles: hash, templates: templatesOf(words[language]) });
	writeFileSync(join(values.out ?? join(folder, "attribution"), `weights-${language}.bin`), bytes);
	process.stdout.write(`${language}: ${articles.length} articles, ${bytes.length} bytes\n`);
}
