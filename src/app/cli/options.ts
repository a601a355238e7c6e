import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { IsnadError } from "../../domain/errors.ts";
import { type FilterKey, filterKeys } from "../../domain/sets/filters.ts";

const corpus = { type: "string" } as const;
const collection = { type: "string" } as const;
const json = { type: "boolean" } as const;
const help = { type: "boolean", short: "h" } as const;
const question = {
	corpus,
	collection,
	json,
	help,
	language: { type: "string" },
	...(Object.fromEntries(filterKeys.map((key) => [key, { type: "string" }])) as Record<
		FilterKey,
		{ type: "string" }
	>),
	limit: { type: "string" },
	offset: { type: "string" },
} as const satisfies ParseArgsOptionsConfig;

/** The options of each command. */
export const commandOptions = {
	serve: { corpus, collection, help },
	chat: { corpus, collection, help, once: { type: "string" }, language: { type: "string" } },
	claims: question,
	ask: question,
	timeline: question,
	search: question,
	who: question,
	sources: question,
	ingest: { corpus, collection, json, help, "no-meta": { type: "boolean" } },
	source: { corpus, collection, json, help },
	correct: {
		...{ corpus, collection, json, help },
		...{ why: { type: "string" }, who: { type: "string" }, kind: { type: "string" } },
		all: { type: "boolean" },
	},
	remove: { corpus, collection, json, help, why: { type: "string" }, who: { type: "string" } },
	explain: { json, help },
	batch: { corpus, collection, help },
	collections: { json, help },
	installations: { json, help },
	doctor: { corpus, collection, json, help },
	digest: { collection, json, help },
	feedback: { corpus, collection, json, help },
	forget: { json, help, "dry-run": { type: "boolean" } },
	token: { json, help, expires: { type: "string" } },
	mcp: { corpus, help, http: { type: "boolean" }, language: { type: "string" } },
	backup: { json, help },
	restore: { json, help },
} as const satisfies Record<string, ParseArgsOptionsConfig>;

export type CommandName = keyof typeof commandOptions;
export const commandNames = Object.keys(commandOptions) as CommandName[];

export type Options = Readonly<Record<string, string | boolean | undefined>>;
export type Parsed = { command: CommandName; options: Options; positionals: string[] };

/** Reads the arguments after the program's name. Errors: `usage`. */
export function parseCommand(args: readonly string[]): Parsed {
	const [name = "", ...rest] = args;
	if (!isCommand(name))
		throw new IsnadError(
			"usage",
			`There is no command ${JSON.stringify(name.slice(0, 60))}: use one of ${commandNames.join(", ")}.`,
		);
	const options: ParseArgsOptionsConfig = commandOptions[name];
	try {
		const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true });
		return { command: name, options: values as Options, positionals };
	} catch (error) {
		throw new IsnadError("usage", explain(error, name, rest, options), { cause: error });
	}
}

function isCommand(name: string): name is CommandName {
	return Object.hasOwn(commandOptions, name);
}

function explain(
	error: unknown,
	command: string,
	args: readonly string[],
	options: ParseArgsOptionsConfig,
): string {
	const known = Object.keys(options).map((option) => `--${option}`);
	const code = (error as { code?: string }).code;
	if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
		const asked = args
			.map((arg) => arg.split("=")[0] ?? "")
			.find((arg) => /^-./.test(arg) && arg !== "-h" && !known.includes(arg));
		return `${command} has no option ${asked ?? ""}: it takes ${known.join(", ")}; text that begins with a hyphen goes after --.`;
	}
	const message = error instanceof Error ? error.message : String(error);
	const option = /--[a-z-]+/.exec(message)?.[0];
	return option
		? `The option ${option} of ${command} ${options[option.slice(2)]?.type === "boolean" ? "takes no value: leave the value out" : "needs a value: write it after the option"}.`
		: `The arguments of ${command} cannot be read: it takes ${known.join(", ")}.`;
}

/** A text option, or undefined; an empty one counts as not given. */
export function textOption(options: Options, name: string): string | undefined {
	const value = options[name];
	return typeof value === "string" && value.trim() ? value : undefined;
}

/** A whole number. Errors: `usage`. */
export function numberOption(options: Options, name: string): number | undefined {
	const value = textOption(options, name);
	if (value === undefined) return undefined;
	if (!/^\d{1,7}$/.test(value))
		throw new IsnadError("usage", `--${name} is ${value}: give a whole number.`);
	return Number(value);
}
