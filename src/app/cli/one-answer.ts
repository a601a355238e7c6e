import { checkRequest } from "../../answers/check-request.ts";
import type { Answer, Command, Request } from "../../domain/answer.ts";
import { IsnadError } from "../../domain/errors.ts";
import type { Say } from "../../domain/messages.ts";
import { noMetrics } from "../../domain/metrics.ts";
import { choicesOf, filterKeys, putFilter } from "../../domain/sets/filters.ts";
import { Language, languageKeys } from "../../domain/sets/languages.ts";
import { write, writeJson } from "../io.ts";
import { printableLine } from "../printable.ts";
import { sleep } from "../sleep.ts";
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
	const { openTranslatingAlone } = await import("../serving/translating.ts");
	const { translating, close } = await openTranslatingAlone(config, log, io);
	const app = await createApp(config, log, noMetrics, { translating });
	try {
		const plain = await app.answerer.answer(request);
		if (options.json) await writeJson(io.stdout, answerJson(plain));
		else {
			const { glosser } = app;
			const { answer, later } = glosser
				? await glosser.gloss(plain, { ms: glosser.waitMs })
				: { answer: plain, later: null };
			const { layOut } = await import("../../../adapters/console/layout.ts");
			const color = Boolean(io.stdout.isTTY) && config.color;
			const width = io.stdout.columns || 100;
			// Nobody can ask afterwards how the question was read.
			const { readAs: _, ...told } = answer;
			await write(io.stdout, layOut(told, app.say, { width, color }));
			if (later) await write(io.stdout, await lateGlosses(answer, later, app.say));
		}
		return 0;
	} finally {
		await app.close();
		await close();
	}
}

/** Glosses that were not there with the answer are told below it, if they come by then. */
const latestMs = 5_000;

/** Under the number of each item, what came after the answer was shown. */
async function lateGlosses(
	shown: Answer,
	later: Promise<Answer | null>,
	say: Say,
): Promise<string> {
	const whole = await Promise.race([later, sleep(latestMs).then(() => null)]);
	const lines = (whole?.items ?? []).flatMap((item, at) => {
		const before = shown.items[at];
		if (item.kind === "source" || !item.gloss || (before && "gloss" in before)) return [];
		const { language, text } = item.gloss;
		return [printableLine(`${shown.offset + at + 1}. ${say(language, "gloss", { text })}`)];
	});
	return lines.length > 0 ? `${lines.join("\n")}\n` : "";
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
