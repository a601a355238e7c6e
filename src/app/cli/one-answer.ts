import { checkRequest } from "../../answers/check-request.ts";
import type { Command, Request } from "../../domain/answer.ts";
import { IsnadError } from "../../domain/errors.ts";
import { choicesOf, filterKeys, putFilter } from "../../domain/sets/filters.ts";
import { Language, languageKeys } from "../../domain/sets/languages.ts";
import { write, writeJson } from "../io.ts";
import { answerJson } from "./answer-json.ts";
import type { Call } from "./call.ts";
import { numberOption, type Options, textOption } from "./options.ts";

/** Answers the question on the command line, as JSON or as the console lays it out. */
export async function answerOnce(call: Call, command: Command): Promise<number> {
	const { io, config, log, options } = call;
	const request = requestOf(command, call.positionals.join(" "), options);
	// A bad request is told at once, before anything is read.
	checkRequest(request);
	const { createApp } = await import("../serving/app.ts");
	const app = await createApp(config, log);
	try {
		const answer = await app.answerer.answer(request);
		if (options.json) await writeJson(io.stdout, answerJson(answer));
		else {
			const { layOut } = await import("../../../adapters/console/layout.ts");
			const color = Boolean(io.stdout.isTTY) && config.color;
			const width = io.stdout.columns || 100;
			// Nobody can ask afterwards how the question was read.
			const { readAs: _, ...told } = answer;
			await write(io.stdout, layOut(told, app.say, { width, color }));
		}
		return 0;
	} finally {
		await app.close();
	}
}

/** Errors: `usage`. */
export function requestOf(command: Command, text: string, options: Options): Request {
	const language = textOption(options, "language");
	if (language && !Language.safeParse(language).success)
		throw new IsnadError("usage", `--language is ${language}: give ${languageKeys.join(" or ")}.`);
	const request: Request = {
		command,
		text,
		language: language as Request["language"],
		limit: numberOption(options, "limit"),
		offset: numberOption(options, "offset"),
	};
	for (const key of filterKeys) {
		const value = textOption(options, key);
		if (value !== undefined && !putFilter(request, key, value))
			throw new IsnadError(
				"usage",
				`There is no ${key} ${JSON.stringify(value.slice(0, 40))}: use ${choicesOf(key)?.join(", ")}.`,
			);
	}
	return request;
}
