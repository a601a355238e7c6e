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
	filterOf,
	optionName,
	type Question,
	questionOptions,
	questions,
} from "./commands.ts";

type Data = Pick<APIChatInputApplicationCommandInteractionData, "name" | "options">;
type Options = readonly APIApplicationCommandInteractionDataOption[];

/** Reads commands as Discord delivers them, taken apart into options. */
export class CommandReader {
	readonly #questions = new Map<string, { command: Question; language: Language }>();
	readonly #options = new Map<string, (typeof questionOptions)[number]>();
	readonly #asTyped: ReadonlySet<string>;

	constructor(say: Say) {
		const texts = languageKeys.map((language) => optionName("text", language, say));
		this.#asTyped = new Set([...texts, optionName("digest", "en", say)]);
		for (const [command, languages] of Object.entries(questions))
			for (const language of languages) {
				const name = commandName(command, language, say);
				this.#questions.set(name, { command: command as Question, language });
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
		if (!question) return { kind: "command", name, text: textOf(options, this.#asTyped) };
		const request = this.#request(question.command, options);
		const { command, text, language, ...filters } = request;
		// Nothing asked for at all: the desk tells how to ask.
		if (!text && Object.keys(filters).length === 0) return { kind: "command", name, text: "" };
		// An Arabic command without a word of its own is answered in Arabic.
		if (!text && language === undefined) request.language = question.language;
		return { kind: "request", request };
	}

	/** What an option is called at the desk, for suggestions; null where there are none. */
	suggests(option: string): "by" | "outlet" | "topic" | "zone" | null {
		if (option === "zone") return option;
		const name = this.#options.get(option);
		if (name === "speaker") return "by";
		return name === "topic" || name === "outlet" ? name : null;
	}

	#request(command: Question, options: Options): Request {
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

/**
 * Other commands as the text that the desk reads: `subscribe "china drones" at:07:30 days:mon,tue`.
 * `asTyped`: options that are text already, a number from a list or words to look for.
 */
function textOf(options: Options, asTyped: ReadonlySet<string>): string {
	const [first] = options;
	if (first?.type === ApplicationCommandOptionType.Subcommand)
		return `${first.name} ${textOf(first.options ?? [], asTyped)}`.trim();
	const parts: string[] = [];
	for (const option of options) {
		const { name } = option;
		const value = "value" in option ? String(option.value).replace(/\s+/g, " ").trim() : "";
		if (!value) continue;
		if (name === "scope") parts.unshift(value);
		else if (name === "topic") parts.push(quoted(value));
		else if (asTyped.has(name)) parts.push(value);
		else parts.push(`${words[name] ?? name}:${value.includes(" ") ? quoted(value) : value}`);
	}
	return parts.join(" ");
}

/** A quotation mark inside would end the value early. */
function quoted(value: string): string {
	return `"${value.replace(/"/g, "'")}"`;
}
