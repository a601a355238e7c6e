import {
	type APIApplicationCommandInteractionDataOption,
	type APIChatInputApplicationCommandInteractionData,
	ApplicationCommandOptionType,
} from "discord.js";
import type { Request } from "../../../src/domain/answer.ts";
import type { Incoming } from "../../../src/domain/chat.ts";
import type { Say } from "../../../src/domain/messages.ts";
import { putFilter } from "../../../src/domain/sets/filters.ts";
import { Language, languageKeys } from "../../../src/domain/sets/languages.ts";
import {
	commandName,
	type DigestVerb,
	digestVerbs,
	filterOf,
	optionName,
	otherOptions,
	type QuestionCommand,
	questionOptions,
	questions,
	verbName,
} from "./commands.ts";

type Data = Pick<APIChatInputApplicationCommandInteractionData, "name" | "options">;
type Options = readonly APIApplicationCommandInteractionDataOption[];

/** Reads commands as Discord delivers them, taken apart into options. */
export class CommandReader {
	readonly #questions = new Map<string, { command: QuestionCommand; language: Language }>();
	readonly #options = new Map<string, (typeof questionOptions)[number]>();
	/** Every option as it is called here, in either language. */
	readonly #named = new Map<string, string>();
	/** Whatever an Arabic verb of `/digest` is here. */
	readonly #verbs = new Map<string, DigestVerb>();
	readonly #digests: ReadonlySet<string>;

	constructor(say: Say) {
		this.#digests = new Set(languageKeys.map((language) => commandName("digest", language, say)));
		for (const language of languageKeys) {
			for (const verb of digestVerbs) this.#verbs.set(verbName(verb, language, say), verb);
			for (const option of otherOptions) this.#named.set(optionName(option, language, say), option);
		}
		for (const [command, languages] of Object.entries(questions))
			for (const language of languages) {
				const name = commandName(command, language, say);
				this.#questions.set(name, { command: command as QuestionCommand, language });
				for (const option of questionOptions)
					this.#options.set(optionName(option, language, say), option);
			}
	}

	/** Whether the command is a question, whose answer may be gone on from. */
	asks({ name }: Data): boolean {
		return this.#questions.has(name);
	}

	read({ name, options = [] }: Data): Incoming {
		const question = this.#questions.get(name);
		if (!question) return { kind: "command", name, text: this.#textOf(options) };
		const request = this.#request(question.command, options);
		const { command, text, language, ...filters } = request;
		// Nothing asked for at all: the desk tells how to ask.
		if (!text && Object.keys(filters).length === 0) return { kind: "command", name, text: "" };
		return { kind: "request", request, name };
	}

	/** The command of that name and the options that say which one, where it is `/digest`. */
	digestText({ name, options = [] }: Data): string | null {
		return this.#digests.has(name) ? this.#textOf(options) : null;
	}

	/** What an option is called at the desk, for suggestions; null where there are none. */
	suggests(option: string): "by" | "outlet" | "topic" | "zone" | null {
		const name = this.#named.get(option);
		if (name === "zone") return name;
		if (name === "speaker") return "by";
		return name === "topic" || name === "outlet" ? name : null;
	}

	/** Other commands as the text that the desk reads: `subscribe "china drones" at:07:30 days:mon,tue`. */
	#textOf(options: Options): string {
		const [first] = options;
		if (first?.type === ApplicationCommandOptionType.Subcommand) {
			const verb = this.#verbs.get(first.name) ?? first.name;
			return `${verb} ${this.#textOf(first.options ?? [])}`.trim();
		}
		const parts: string[] = [];
		for (const option of options) {
			const name = this.#named.get(option.name) ?? option.name;
			const value = "value" in option ? String(option.value).replace(/\s+/g, " ").trim() : "";
			if (!value) continue;
			if (name === "scope") parts.unshift(value);
			else if (name === "topic") parts.push(quoted(value));
			else if (asTyped.includes(name)) parts.push(value);
			else parts.push(`${words[name] ?? name}:${value.includes(" ") ? quoted(value) : value}`);
		}
		return parts.join(" ");
	}

	#request(command: QuestionCommand, options: Options): Request {
		const request: Request = { command, text: "" };
		for (const option of options) {
			const name = this.#options.get(option.name);
			const value = "value" in option ? String(option.value).trim() : "";
			if (!name || !value) continue;
			if (name === "topic") request.text = value;
			else if (name === "language") {
				const language = Language.safeParse(value);
				if (language.success) request.language = language.data;
			} else putFilter(request, filterOf(name), value);
		}
		return request;
	}
}

/** Options that the desk reads by another word than Discord's. */
const words: Record<string, string> = { speaker: "by", answers: "visibility" };
/** Options that are text already: a number from a list, words to look for. */
const asTyped: readonly string[] = ["text", "digest"];

/** A quotation mark inside would end the value early. */
function quoted(value: string): string {
	return `"${value.replace(/"/g, "'")}"`;
}
