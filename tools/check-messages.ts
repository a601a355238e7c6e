import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { filesBelow, root } from "./files.ts";

type Table = Record<string, string | Record<string, string>>;

/** Texts that every member of a closed set has; `{}` stands for the member. */
async function families(base: string): Promise<[pattern: string, members: readonly string[]][]> {
	const load = (path: string) => import(pathToFileURL(join(base, "src", path)).href);
	const { Act, stances } = await load("domain/sets/acts.ts");
	const { filterKeys, filters, formFields, choicesOf } = await load("domain/sets/filters.ts");
	const { languageKeys } = await load("domain/sets/languages.ts");
	const { commandKeys } = await load("domain/sets/commands.ts");
	const { scopes, settingKeys, settings } = await load("domain/sets/settings.ts");
	const { whereNothingIsNew } = await load("domain/digest.ts");
	const { rowKinds } = await load("domain/state/damaged.ts");
	const { programOperations, programPrompts } = await load("domain/sets/program-operations.ts");
	const { voteReasons } = await load("domain/feedback.ts");
	const { wrongChoiceKeys } = await load("domain/wrong-form.ts");
	const { QuestionType, questionTypes } = await load("question/question-types.ts");
	const typed = formFields.filter((key: string) => !choicesOf(key));
	const offered = formFields.map((key: string) => (key === "by" ? "speaker" : key));
	const chosen = filterKeys.filter((key: string) => choicesOf(key));
	const told = QuestionType.options.filter((type: string) => questionTypes[type].told);
	if (Object.keys(filters).length === 0) throw new Error("there is no filter: look at the paths");
	return [
		["act.{}", Act.options],
		["stance.{}", stances],
		["stance_words.{}", stances],
		["filter.{}", filterKeys],
		["note.filter.{}", filterKeys],
		["slack.narrow.{}", formFields],
		["reader.filter.{}", filterKeys],
		["program.field.{}", filterKeys],
		["discord.field.{}", formFields],
		["discord.placeholder.{}", typed],
		["discord.option.{}", offered],
		["discord.describe.option.{}", offered],
		...chosen.flatMap((key: string) => [
			[`${key}.{}`, choicesOf(key)] as [string, string[]],
			[`${key}_words.{}`, choicesOf(key)] as [string, string[]],
		]),
		["asked.{}", told],
		["damaged.row.{}", rowKinds],
		["command.{}", commandKeys],
		["program.operation.{}", programOperations],
		...["program.prompt.{}", "program.prompt.{}_about"].map((pattern): [string, string[]] => [
			pattern,
			programPrompts,
		]),
		["wrong.choice.{}", wrongChoiceKeys],
		["vote.reason.{}", voteReasons],
		...["vote.{}", "vote.{}_label", "notice.voted_{}"].map((pattern): [string, string[]] => [
			pattern,
			["right", "wrong"],
		]),
		["settings_words.{}", [...scopes, ...settingKeys, ...Object.values(settings).flat()]],
		...settingKeys.map((key: string): [string, string[]] => [`settings.${key}.{}`, settings[key]]),
		["digest.empty.{}", whereNothingIsNew],
		["digest.in.{}", languageKeys],
		["digest.language.{}", languageKeys],
		["discord.choice.language.{}", languageKeys],
	];
}

/**
 * Holds the texts that users see against the closed sets, the code and each other: what a set, a
 * literal key or the other language has and a table lacks, and keys that nothing says.
 */
export async function checkMessages(
	base: string = root,
): Promise<{ findings: string[]; looked: string }> {
	const { languageKeys } = await import(
		pathToFileURL(join(base, "src/domain/sets/languages.ts")).href
	);
	const tables = new Map<string, Table>();
	const findings: string[] = [];
	for (const language of languageKeys as string[]) {
		const path = join("index-data", "messages", `${language}.json`);
		try {
			tables.set(language, JSON.parse(readFileSync(join(base, path), "utf8")));
		} catch (error) {
			findings.push(`${path}: ${error instanceof Error ? error.message : error}`);
		}
	}
	const needed = new Map<string, string>();
	for (const [pattern, members] of await families(base))
		for (const member of members)
			needed.set(pattern.replace("{}", member), `the set of ${pattern}`);
	const files = ["src", "adapters"].flatMap((folder) => filesBelow(folder, ".ts", base));
	const literals = new Set<string>();
	const heads = new Set<string>();
	for (const file of files) {
		const code = readFileSync(join(base, file), "utf8");
		for (const [, key = ""] of code.matchAll(/\bsay\((?:"\w+"|[^"`;]{1,60}?),\s*"([\w.]+)"/g))
			needed.set(key, file);
		for (const [, text = ""] of code.matchAll(/["`]([a-z][\w.]*)["`$]/g)) literals.add(text);
		for (const [, head = ""] of code.matchAll(/`([a-z][\w.]*[._])\$\{/g)) heads.add(head);
	}
	const all = new Set([...tables.values()].flatMap((table) => Object.keys(table)));
	for (const key of all) if (!needed.has(key)) needed.set(key, "the other language");
	for (const [language, table] of tables)
		for (const [key, why] of needed)
			if (!Object.hasOwn(table, key))
				findings.push(
					`index-data/messages/${language}.json: lacks "${key}", which ${why} asks for`,
				);
	for (const key of all) {
		const tail = [...literals].some((text) => key === text || key.endsWith(`.${text}`));
		const family = [...heads].some((head) => key.startsWith(head));
		if (!tail && !family && needed.get(key) === "the other language")
			findings.push(`index-data/messages: nothing says "${key}"`);
	}
	for (const key of all) {
		const names = [...tables].map(
			([language, table]) => [language, placeholders(table[key])] as const,
		);
		const [[, first] = ["", ""], ...others] = names;
		for (const [language, other] of others)
			if (other !== first)
				findings.push(
					`index-data/messages/${language}.json: "${key}" fills in {${other}}, not {${first}}`,
				);
	}
	return { findings, looked: `${all.size} texts, ${files.length} files` };
}

/** The names that a text fills in, whatever its plural. */
function placeholders(text: string | Record<string, string> | undefined): string {
	const forms = typeof text === "string" ? [text] : Object.values(text ?? {});
	const names = forms.flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
	return [...new Set(names)].sort().join(", ");
}
