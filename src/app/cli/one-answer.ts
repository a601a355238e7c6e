import { checkRequest } from "../../answers/check-request.ts";
import type { Answer, Command, Request } from "../../domain/answer.ts";
import { IsnadError } from "../../domain/errors.ts";
import { choicesOf, filterKeys, putFilter } from "../../domain/sets/filters.ts";
import { Language, languageKeys } from "../../domain/sets/languages.ts";
import { write, writeJson } from "../io.ts";
import type { App } from "../serving/app.ts";
import { leftOf } from "../serving/glossed.ts";
import { sleep } from "../sleep.ts";
import { answerJson } from "./answer-json.ts";
import type { Call } from "./call.ts";
import { lateGlosses } from "./late-glosses.ts";
import { numberOption, type Options, textOption } from "./options.ts";
import { withApp } from "./with-app.ts";

/** Answers the question on the command line, as JSON or as the console lays it out. */
export async function answerOnce(call: Call, command: Command): Promise<number> {
	const { io, options } = call;
	const request = requestOf(command, call.positionals.join(" "), options);
	// A bad request is told at once, before anything is read.
	checkRequest(request);
	return withApp(call, async (app) => {
		const begun = io.now();
		const plain = await app.answerer.answer(request);
		if (options.json) await writeJson(io.stdout, answerJson(plain));
		else await tell(plain, begun, app, call);
		return 0;
	});
}

/** As the console lays it out, with the glosses that are there in time, and the later ones below. */
async function tell(
	plain: Answer,
	begun: number,
	{ glosser, say }: Pick<App, "glosser" | "say">,
	{ io, config }: Pick<Call, "io" | "config">,
): Promise<void> {
	const { answer, later } = glosser
		? await glosser.gloss(plain, leftOf(glosser, begun, io.now))
		: { answer: plain, later: null };
	const { layOut } = await import("../../../adapters/console/layout.ts");
	const color = Boolean(io.stdout.isTTY) && config.color;
	const width = io.stdout.columns || 100;
	// Nobody can ask afterwards how the question was read.
	const { readAs: _, ...told } = answer;
	await write(io.stdout, layOut(told, say, { width, color }));
	if (!later) return;
	const waiting = { sleep, signal: io.signal };
	await write(io.stdout, await lateGlosses(answer, later, say, waiting));
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
