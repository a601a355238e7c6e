import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LanguageEngine } from "../../attribution/article-claims.ts";
import { arabicWords, type PeopleNames } from "../../attribution/arabic/words.ts";
import { englishParts, englishWords } from "../../attribution/english/words.ts";
import { readRules } from "../../attribution/sequence/rules-reading.ts";
import { templatesOf } from "../../attribution/templates.ts";
import { readWeights } from "../../attribution/weights-file.ts";
import type { NamedEntity, NameTable } from "../../identity/name-table.ts";
import type { LanguageReader } from "../../attribution/read-article.ts";
import type { Language } from "../../domain/sets/languages.ts";
import type { WordClasses } from "../../language/words/word-classes.ts";
import type { readAttributionData } from "./attribution-data.ts";

/** The words of both languages as the learned engine sees them. */
export function engineWords(folder: string, data: ReturnType<typeof readAttributionData>, classes: WordClasses, lexicon: readonly string[], entities: NameTable<NamedEntity>) {
	const people = readPeople(folder);
	const known = [...entities.entries()].map(({ words, value }) => ({ kind: value.kind, name: words.join(" ") }));
	return {
		ar: arabicWords({ ...data.arabic, classes, people, known }),
		en: englishWords({ ...data.english, dictionary: englishParts(lexicon), people, known }),
	};
}

export function readPeople(folder: string): PeopleNames {
	const rows = (name: string) =>
		readFileSync(join(folder, "people", name), "utf8").trim().split("\n").slice(1).map((line) => line.split("\t"));
	return {
		given: rows("given-names.tsv").map(([name = "", sex = "", script = ""]) => ({ name, sex, script })),
		family: rows("family-names.tsv").map(([name = "", script = ""]) => ({ name, script })),
	};
}

export function readEngines(
	folder: string,
	data: ReturnType<typeof readAttributionData>,
	readers: Record<Language, LanguageReader>,
	classes: WordClasses,
	lexicon: readonly string[],
	entities: NameTable<NamedEntity>,
): Partial<Record<Language, LanguageEngine>> {
	const words = engineWords(folder, data, classes, lexicon, entities);
	const engine = (language: Language): LanguageEngine | undefined => {
		const file = join(folder, "attribution", `weights-${language}.bin`);
		if (!existsSync(file)) return undefined;
		return {
			words: words[language],
			weights: readWeights(readFileSync(file), templatesOf(words[language])),
			entities,
			rules: (text, tokens) => readRules(readers[language], text, tokens),
		};
	};
	const [ar, en] = [engine("ar"), engine("en")];
	return { ...(ar ? { ar } : {}), ...(en ? { en } : {}) };
}
