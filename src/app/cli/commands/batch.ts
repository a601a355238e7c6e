import { z } from "zod";
import { Command } from "../../../domain/answer.ts";
import { asIsnadError, IsnadError } from "../../../domain/errors.ts";
import { filterSchemas } from "../../../domain/sets/filter-schemas.ts";
import { Language } from "../../../domain/sets/languages.ts";
import { writeJson } from "../../io.ts";
import { type InputLine, linesOf } from "../../lines.ts";
import type { App } from "../../serving/app.ts";
import { answerJson } from "../answer-json.ts";
import type { Call } from "../call.ts";

const BatchRequest = z.object({
	id: z.union([z.string(), z.number(), z.null()]).optional(),
	command: Command,
	text: z.string(),
	language: Language.optional(),
	...filterSchemas,
	limit: z.number().optional(),
	offset: z.number().optional(),
});

/** One request a line in, one answer a line out, in order; a bad line is answered with its error. */
export async function run({ io, config, log, positionals }: Call): Promise<number> {
	if (positionals.length > 0)
		throw new IsnadError(
			"usage",
			"batch takes no text: write one JSON request a line to its input.",
		);
	const { createApp } = await import("../../serving/app.ts");
	const app = await createApp(config, log);
	try {
		for await (const line of linesOf(io.stdin, io.signal)) {
			if (line !== null && !line.trim()) continue;
			// Nobody reads the answers any more: that is the reader's right, and no failure.
			if (!(await writeJson(io.stdout, await answerLine(app, line)))) break;
			if (io.signal.aborted) break;
		}
		return 0;
	} finally {
		await app.close();
	}
}

async function answerLine(app: App, line: InputLine): Promise<Record<string, unknown>> {
	let id: unknown = null;
	try {
		const value = parseLine(line);
		id = idOf(value);
		const parsed = BatchRequest.safeParse(value);
		if (!parsed.success) throw malformed(parsed.error);
		const { id: _id, ...request } = parsed.data;
		return answerJson(await app.answerer.answer(request), id);
	} catch (error) {
		const { code, message } = asIsnadError(error);
		return { id, error: { code, message } };
	}
}

function parseLine(line: InputLine): unknown {
	if (line === null)
		throw new IsnadError(
			"request_malformed",
			"The line is too long: a request has up to 100,000 characters.",
		);
	try {
		return JSON.parse(line);
	} catch (error) {
		throw new IsnadError(
			"request_malformed",
			"The line is no JSON: write one JSON object a line.",
			{
				cause: error,
			},
		);
	}
}

function idOf(value: unknown): string | number | null {
	const id = (value as { id?: unknown } | null)?.id;
	return typeof id === "string" || typeof id === "number" ? id : null;
}

function malformed(error: z.ZodError): IsnadError {
	const issue = error.issues[0];
	const field = issue?.path.join(".") || "the request";
	return new IsnadError(
		"request_malformed",
		`In ${field}: ${issue?.message ?? "invalid"}; mend it and send the line again.`,
	);
}
