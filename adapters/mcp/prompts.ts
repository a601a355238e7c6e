import {
	ErrorCode,
	type GetPromptResult,
	McpError,
	type Prompt,
} from "@modelcontextprotocol/sdk/types.js";
import type { Say } from "../../src/domain/messages.ts";
import { longestQuestion } from "../../src/domain/question-bounds.ts";
import { type Language, languageKeys } from "../../src/domain/sets/languages.ts";
import { type ProgramPrompt, programPrompts } from "../../src/domain/sets/program-operations.ts";

/** What each of them fills in. */
const fields: Record<ProgramPrompt, { name: string; required: boolean }[]> = {
	who_denies: [{ name: "topic", required: true }],
	what_was_said: [
		{ name: "name", required: true },
		{ name: "topic", required: false },
	],
};

/** The protocol knows no language of a client, so that each prompt is there in every language. */
const all = programPrompts.flatMap((prompt) =>
	languageKeys.map((language) => ({ prompt, language, name: `${prompt}_${language}` })),
);

export function listedPrompts(say: Say): Prompt[] {
	return all.map(({ prompt, language, name }) => ({
		name,
		title: say(language, `program.prompt.${prompt}`),
		description: say(language, `program.prompt.${prompt}_about`),
		arguments: fields[prompt].map((field) => ({
			...field,
			description: say(language, `program.prompt.${field.name}`),
		})),
	}));
}

/** Errors: those of the protocol. */
export function promptOf(
	name: string,
	given: Readonly<Record<string, string>>,
	say: Say,
): GetPromptResult {
	const found = all.find((each) => each.name === name);
	if (!found)
		throw invalid(`There is no prompt of that name: use ${all.map((one) => one.name).join(", ")}.`);
	const { prompt, language } = found;
	const filled: Record<string, string> = {};
	for (const { name: field, required } of fields[prompt]) {
		const value = given[field]?.trim() ?? "";
		if (required && value === "") throw invalid(`${field} is missing: say it.`);
		if (value.length > longestQuestion)
			throw invalid(`${field} is too long: say it in at most ${longestQuestion} characters.`);
		if (value !== "") filled[field] = value;
	}
	const text = say(language, `program.prompt.${textOf(prompt, filled)}`, filled);
	return {
		description: about(prompt, language, say),
		messages: [{ role: "user", content: { type: "text", text } }],
	};
}

function textOf(prompt: ProgramPrompt, filled: Readonly<Record<string, string>>): string {
	const hasTopic = prompt === "what_was_said" && filled["topic"] !== undefined;
	return hasTopic ? "what_was_said.topic_text" : `${prompt}.text`;
}

const about = (prompt: ProgramPrompt, language: Language, say: Say) =>
	say(language, `program.prompt.${prompt}_about`);
const invalid = (sentence: string) => new McpError(ErrorCode.InvalidParams, sentence);
