import { join } from "node:path";
import { z } from "zod";
import { arabicWords } from "../../attribution/arabic/words.ts";
import { englishWords } from "../../attribution/english/words.ts";
import type { LanguageEngine } from "../../attribution/language-engine.ts";
import type { LanguageReader } from "../../attribution/language-reader.ts";
import { readRules } from "../../attribution/sequence/rules-reading.ts";
import { templatesOf } from "../../attribution/templates.ts";
import { readWeights } from "../../attribution/weights-file.ts";
import type { PeopleNames } from "../../attribution/word-lists.ts";
import { IsnadError } from "../../domain/errors.ts";
import { Language } from "../../domain/sets/languages.ts";
import { readRegularSync } from "../../files/regular-file.ts";
import type { NamedEntity, NameTable } from "../../identity/name-table.ts";
import { onDemand } from "../../language/text/memo.ts";
import { englishParts } from "../../language/words/english-shape.ts";
import type { WordClasses } from "../../language/words/word-classes.ts";
import { type NameWords, nameRoles } from "../../language/words/word-roles.ts";
import type { readAttributionData } from "./attribution-data.ts";
import { damaged, fitting } from "./language-data.ts";

/** What both languages' words are made of. */
export type EngineData = {
	/** `index-data`. */
	folder: string;
	data: ReturnType<typeof readAttributionData>;
	classes: WordClasses;
	/** Texts of the lexicon's tables. */
	lexicon: readonly string[];
	entities: NameTable<NamedEntity>;
};

/** The words of both languages as the learned engine sees them. */
export function engineWords({ folder, data, classes, lexicon, entities }: EngineData) {
	const people = readPeople(folder);
	const known = [...entities.entries()].map(({ words, value }) => ({
		kind: value.kind,
		name: words.join(" "),
		entity: value.en,
	}));
	return {
		ar: onDemand(() =>
			arabicWords({ ...data.arabic, classes, people, known })
				.addRoles(data.statementWords)
				.addSorts(data.sorts),
		),
		en: onDemand(() =>
			englishWords({
				...data.english,
				...{ dictionary: englishParts(lexicon), people, known },
			})
				.addRoles(data.statementWords)
				.addSorts(data.sorts),
		),
	};
}

const Around = z.strictObject(
	Object.fromEntries(
		[...nameRoles, "endingsBefore" as const].map((role) => [role, z.array(z.string().min(1))]),
	) as Record<keyof NameWords, z.ZodArray<z.ZodString>>,
);

function nameWords(folder: string): NameWords {
	const file = join(folder, "people", "name-words.json");
	return fitting(file, Around, JSON.parse(readRegularSync(file).toString("utf8")));
}

/** The names of people in `index-data/people`. Errors: `data_invalid`. */
export function readPeople(folder: string): PeopleNames {
	const scripts = Language.options.join("|");
	// Thirteen thousand rows: a pattern checks them in a tenth of the time that a schema takes.
	const rows = (name: string, row: RegExp): string[][] => {
		const file = join(folder, "people", name);
		const lines = readRegularSync(file).toString("utf8").trimEnd().split("\n").slice(1);
		const bad = lines.findIndex((line) => !row.test(line));
		if (bad >= 0)
			throw new IsnadError(
				"data_invalid",
				`${file} does not fit its schema in line ${bad + 2}: it wants ${row.source}`,
			);
		return lines.map((line) => line.split("\t"));
	};
	return {
		given: rows("given-names.tsv", new RegExp(`^[^\\t]+\\t[mfb]\\t(?:${scripts})$`, "u")).map(
			([name = "", sex = "", script = ""]) => ({ name, sex, script }),
		),
		around: nameWords(folder),
		family: rows("family-names.tsv", new RegExp(`^[^\\t]+\\t(?:${scripts})$`, "u")).map(
			([name = "", script = ""]) => ({
				name,
				script,
			}),
		),
	};
}

/**
 * What was learned for each language, read when its first article comes. Errors then: `data_invalid`
 * where weights do not fit the code.
 */
export function readEngines(
	of: EngineData,
	readers: Record<Language, LanguageReader>,
): (language: Language) => LanguageEngine {
	const words = onDemand(() => engineWords(of));
	const engine = (language: Language) =>
		onDemand((): LanguageEngine => {
			const file = join(of.folder, "attribution", `weights-${language}.bin`);
			const own = words()[language]();
			return {
				words: own,
				weights: weightsOf(file, templatesOf(own)),
				entities: of.entities,
				rules: (text, tokens) => readRules(readers[language], text, tokens),
			};
		});
	const engines = new Map(Language.options.map((language) => [language, engine(language)]));
	return (language) => (engines.get(language) ?? engine(language))();
}

function weightsOf(file: string, templates: string) {
	try {
		return readWeights(readRegularSync(file), templates);
	} catch (error) {
		throw damaged(file, error);
	}
}
