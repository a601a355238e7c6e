import { readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { z } from "zod";
import { weightsHeader } from "../src/attribution/weights-file.ts";
import { Language } from "../src/domain/sets/languages.ts";
import { checkAmbient } from "./ambient.ts";
import { checkAnnotated } from "./annotated/check.ts";
import { annotatedFiles, apart } from "./annotated/files.ts";
import { checkData } from "./check-data.ts";
import { checkTables, readLexicon } from "./check-lexicon.ts";
import { checkLock } from "./check-lock.ts";
import { checkMessages } from "./check-messages.ts";
import { checkWords } from "./check-words.ts";
import { root, sourceFiles } from "./files.ts";
import { checkImports } from "./imports.ts";
import { countEntries, leastCounts } from "./lexicon/counts.ts";
import { run } from "./run.ts";
import { articlesToLearn } from "./train/articles.ts";

/** What a check found, and proof that it looked at something. */
export type Outcome = { findings: string[]; looked: string };
export type Check = () => Promise<Outcome>;

const BiomeReport = z.object({
	summary: z.object({ changed: z.number(), unchanged: z.number() }),
	diagnostics: z.array(
		z.object({
			severity: z.string(),
			category: z.string().nullable(),
			message: z.string(),
			location: z.object({ path: z.string(), start: z.object({ line: z.number() }) }).nullable(),
		}),
	),
});

async function biome(args: string[]): Promise<Outcome> {
	const { stdout, stderr } = await run("biome", [
		...args,
		"--reporter=json",
		"--max-diagnostics=none",
		".",
	]);
	const report = parseJson(stdout, BiomeReport, "biome", stderr);
	const files = report.summary.changed + report.summary.unchanged;
	const findings = report.diagnostics
		.filter(({ severity }) => severity === "error" || severity === "warning")
		.map(({ location, category, message }) => {
			return `${location?.path}:${location?.start.line}: ${category}: ${message}`;
		});
	return { findings: [...atLeast("biome", files), ...findings], looked: `${files} files` };
}

const KnipReport = z.object({ files: z.number(), found: z.array(z.string()) });

async function unusedCode(): Promise<Outcome> {
	const { stdout, stderr } = await run("knip", [
		"--no-progress",
		"--no-exit-code",
		"--reporter",
		"./tools/knip-report.ts",
	]);
	const { files, found } = parseJson(stdout.split("\n")[0] ?? "", KnipReport, "knip", stderr);
	return { findings: [...atLeast("knip", files), ...found], looked: `${files} files` };
}

async function types(): Promise<Outcome> {
	const { status, stdout, stderr } = await run("tsc", [
		"-p",
		".",
		"--listFiles",
		"--pretty",
		"false",
	]);
	const lines = `${stdout}${stderr}`.split("\n").filter(Boolean);
	const listed = new Set(lines.filter((line) => line.startsWith(root)));
	const findings = lines.filter((line) => !line.startsWith("/"));
	for (const file of sourceFiles())
		if (!listed.has(join(root, file))) findings.push(`${file}: tsc did not look at it`);
	if (status !== 0 && findings.length === 0) findings.push(`tsc ended with status ${status}`);
	return { findings, looked: `${sourceFiles().length} files` };
}

async function boundaries(): Promise<Outcome> {
	const [imports, ambient] = [await checkImports(), checkAmbient()];
	const own = sourceFiles().filter((file) => /^(src|adapters)\//.test(file));
	const unread = own.filter(
		(file) => !imports.files.includes(file) || !ambient.files.includes(file),
	);
	const findings = unread.map((file) => `${file}: was not read`);
	if (own.length < 20)
		findings.push(`only ${own.length} files in src and adapters: look at the paths`);
	if (imports.imports < own.length)
		findings.push("hardly any import was found: the parser is at fault");
	return {
		findings: [...findings, ...imports.violations, ...ambient.violations],
		looked: `${imports.files.length} files, ${imports.imports} imports`,
	};
}

async function lexicon(): Promise<Outcome> {
	const tables = readLexicon(join(root, "index-data", "lexicon"));
	const { entries, findings } = checkTables(tables);
	const counts = countEntries(entries);
	return {
		findings: [...leastCounts(counts), ...findings],
		looked: `${tables.length} files, ${counts.entries} entries, ${counts.multiWord} multi-word`,
	};
}

/** The articles that attribution is learned from: one that is marked wrongly teaches what is wrong. */
async function annotated(): Promise<Outcome> {
	const files = [...annotatedFiles(), ...annotatedFiles(apart)];
	const findings = files.flatMap((file) =>
		checkAnnotated(readFileSync(file, "utf8")).problems.map(
			({ line, message }) => `${relative(root, file)}:${line}: ${message}`,
		),
	);
	if (files.length === 0) findings.push("annotated: holds no article");
	for (const language of Language.options) {
		const file = `index-data/attribution/weights-${language}.bin`;
		const { articles } = weightsHeader(readFileSync(join(root, file)));
		if (articles !== articlesToLearn(language).hash)
			findings.push(`${file}: was learned from other articles: run npm run train`);
	}
	return { findings, looked: `${files.length} articles` };
}

const TestCounts = z.object({ numTotalTests: z.number(), numPassedTests: z.number() });

async function tests(): Promise<Outcome> {
	const report = join(root, "node_modules", ".cache", "isnad", "tests.json");
	rmSync(report, { force: true });
	const { status } = await run("vitest", ["run"], { show: true });
	const text = readFileSync(report, "utf8");
	const { numTotalTests, numPassedTests } = parseJson(text, TestCounts, "vitest", "");
	const findings = status === 0 ? [] : [`vitest ended with status ${status}; see above`];
	if (numPassedTests === 0) findings.push("no test passed: look at the paths of vitest.config.ts");
	return { findings, looked: `${numTotalTests} tests` };
}

/** Every check by its name, in the order in which they run: the quick ones first. */
export const checks: Record<string, Check> = {
	format: () => biome(["format"]),
	lint: () => biome(["check", "--formatter-enabled=false"]),
	types,
	boundaries,
	"unused code": unusedCode,
	lock: async () => checkLock(),
	lexicon,
	data: checkData,
	messages: () => checkMessages(),
	words: () => checkWords(),
	annotated,
	tests,
};

// A tool that skipped the project would find nothing and pass.
function atLeast(tool: string, files: number): string[] {
	const own = sourceFiles().length;
	return files >= own ? [] : [`${tool} looked at ${files} files of at least ${own}`];
}

function parseJson<T>(text: string, schema: z.ZodType<T>, tool: string, stderr: string): T {
	try {
		return schema.parse(JSON.parse(text));
	} catch (cause) {
		throw new Error(`${tool} gave no report: ${stderr.trim().slice(0, 2_000)}`, { cause });
	}
}
