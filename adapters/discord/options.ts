import {
	type APIApplicationCommandInteractionDataOption,
	type APIChatInputApplicationCommandInteractionData,
	ApplicationCommandOptionType,
} from "discord.js";
import type { Request } from "../../src/domain/answer.ts";
import type { Language } from "../../src/domain/article.ts";
import type { Incoming } from "../../src/domain/chat.ts";
import type { Say } from "../../src/domain/messages.ts";
import { commandName, optionName, type Question, questionOptions, questions } from "./commands.ts";
import { stances } from "./form.ts";

type Data = Pick<APIChatInputApplicationCommandInteractionData, "name" | "options">;
type Options = readonly APIApplicationCommandInteractionDataOption[];

/** Reads commands as Discord delivers them, taken apart into options. */
export class CommandReader {
	readonly #questions = new Map<string, { command: Question; language: Language }>();
	readonly #options = new Map<string, (typeof questionOptions)[number]>();

	constructor(say: Say) {
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
		if (!question) return { kind: "command", name, text: textOf(options) };
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
			else if (name === "speaker") request.by = value;
			else if (name === "stance") {
				const stance = stances.find((each) => each === value);
				if (stance) request.stance = stance;
			} else if (name === "language") {
				if (value === "en" || value === "ar") request.language = value;
			} else request[name] = value;
		}
		return request;
	}
}

/** Options by the word that the desk reads them by; the others are read by their own name. */
const words: Record<string, string> = { speaker: "by", answers: "visibility" };
/** Options whose value stands for itself: the first words of the text. */
const bare: readonly string[] = ["topic", "digest", "text", "scope"];
/** What the desk reads as it was typed: addresses and names of sources. */
const asTyped: readonly string[] = ["digest", "text", "scope"];

/** A command that the desk reads as text: `subscribe "china drones" at:07:30 days:mon,tue`. */
function textOf(options: Options): string {
	const [first] = options;
	if (first?.type === ApplicationCommandOptionType.Subcommand)
		return `${first.name} ${textOf(first.options ?? [])}`.trim();
	const parts: string[] = [];
	for (const option of options) {
		if (!("value" in option)) continue;
		// A quotation mark would end the quoted value early.
		const value = String(option.value).replace(/\s+/g, " ").trim();
		if (!value) continue;
		const name = option.name;
		if (name === "scope") parts.unshift(value);
		else if (bare.includes(name)) parts.push(asTyped.includes(name) ? value : quoted(value));
		else if (name === "text" || !/^[a-z]+$/.test(name)) parts.push(value);
		else parts.push(`${words[name] ?? name}:${/\s/.test(value) ? quoted(value) : value}`);
	}
	return parts.join(" ");
}

function quoted(value: string): string {
	return `"${value.replace(/"/g, "'")}"`;
}
