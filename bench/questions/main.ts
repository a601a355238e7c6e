/**
 * Everyday questions, written by people who had not seen the code: is the first item the right one, and
 * is what the articles do not say refused?
 *   npm run bench -- questions FILE.tsv [--verbose] [--articles DIR] [--corpora DIR] [--published DIR]
 * Columns: id, language, corpus ("seeds" for the shipped one, else a folder of articles below
 * --articles), question, expect (answer, nothing, talk, or other: anything but what the row names),
 * files, words, command (ask where absent); several files and several words of which one is enough are
 * parted by ||. `isnad feedback questions` writes such a table of what readers said.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { projectFolder } from "../../src/app/paths.ts";
import { Corpora } from "./corpora.ts";
import { askedIn, outcomeOf, outcomes, type Verdict } from "./outcomes.ts";

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		verbose: { type: "boolean", default: false },
		articles: { type: "string", default: join(projectFolder, "..", "shared", "articles") },
		/** The articles that the shipped corpus tells in its own words, as they were published. */
		published: { type: "string", default: join(projectFolder, "..", "shared", "seeds") },
		/** Where the read articles are kept between runs; a temporary folder where absent. */
		corpora: { type: "string" },
	},
});
const [file] = positionals;
if (!file) throw new Error("Name a table of questions: npm run bench -- questions FILE.tsv");
const temporary = values.corpora ? null : mkdtempSync(join(tmpdir(), "questions-"));
const corpora = new Corpora({
	articles: values.articles,
	corpora: values.corpora ?? temporary ?? "",
});
function lineOf(name: string, line: number): string {
	const path = join(values.published, name);
	return existsSync(path) ? (readFileSync(path, "utf8").split("\n")[line - 1] ?? "") : "";
}

try {
	const verdicts: Verdict[] = [];
	for (const asked of askedIn(readFileSync(file, "utf8"))) {
		const verdict = await outcomeOf(asked, await corpora.of(asked.corpus), lineOf);
		verdicts.push(verdict);
		if (values.verbose && verdict.outcome !== "right")
			console.log(`${asked.id} ${verdict.outcome}: ${asked.question}\n    ${verdict.first}`);
	}
	const names = Object.keys(outcomes) as (keyof typeof outcomes)[];
	console.log(
		`| corpus | language | questions | ${names.map((name) => outcomes[name]).join(" | ")} |`,
	);
	console.log(`|---|---|---|${names.map(() => "---|").join("")}`);
	const row = (corpus: string, language: string, own: readonly Verdict[]) => {
		const counts = names.map((name) => own.filter(({ outcome }) => outcome === name).length);
		console.log(`| ${corpus} | ${language} | ${own.length} | ${counts.join(" | ")} |`);
	};
	for (const corpus of [...new Set(verdicts.map(({ asked }) => asked.corpus))]) {
		for (const language of ["ar", "en"]) {
			const own = verdicts.filter(
				({ asked }) => asked.corpus === corpus && asked.language === language,
			);
			if (own.length > 0) row(corpus, language, own);
		}
	}
	row("all", "", verdicts);
	const right = verdicts.filter(({ outcome }) => outcome === "right").length;
	console.log(`\nRight: ${((100 * right) / Math.max(1, verdicts.length)).toFixed(1)} %`);
} finally {
	await corpora.close();
	if (temporary) rmSync(temporary, { recursive: true, force: true });
}
