import { IsnadError } from "../domain/errors.ts";

/** A translation of the longest text, in bytes with its JSON around it. */
const mostBytes = 64 * 1_024;

/** The same answer, whose body fails where it is longer than a translation can be. */
export function boundedReply(response: Response, server: string): Response {
	if (!response.body) return response;
	let bytes = 0;
	const bound = new TransformStream<Uint8Array, Uint8Array>({
		transform(chunk, controller) {
			bytes += chunk.byteLength;
			if (bytes > mostBytes) controller.error(malformed(server));
			else controller.enqueue(chunk);
		},
	});
	const { status, statusText, headers } = response;
	return new Response(response.body.pipeThrough(bound), { status, statusText, headers });
}

/** The body of an answer as JSON. Errors: `translator_malformed`. */
export async function readReply(response: Response, server: string): Promise<unknown> {
	const text = await boundedReply(response, server).text();
	try {
		return JSON.parse(text);
	} catch (error) {
		throw malformed(server, error);
	}
}

export function malformed(server: string, cause?: unknown): IsnadError {
	return new IsnadError(
		"translator_malformed",
		`What ${server} answers is no translation: check that its address is that of a translator.`,
		{ cause },
	);
}

export function away(server: string, why: string, cause?: unknown): IsnadError {
	return new IsnadError(
		"translator_away",
		`${server} does not translate now (${why}): see that it runs, and at this address.`,
		{ cause },
	);
}

/** What a status other than 200 comes to: the same again, or another try. `hint`: which setting to look at. */
export function refusalOf(server: string, status: number, hint: string): IsnadError {
	if (status === 408 || status === 429 || status >= 500) return away(server, `status ${status}`);
	return new IsnadError("translator_refused", `${server} refuses (status ${status}): ${hint}.`);
}

/** A request that ended without an answer. The signal's own reason is passed on. */
export function failureOf(server: string, error: unknown, signal: AbortSignal): unknown {
	if (signal.aborted) return signal.reason;
	if (error instanceof IsnadError) return error;
	const cause = error instanceof Error ? error.cause : undefined;
	const code = (cause as { code?: unknown } | undefined)?.code;
	return away(server, typeof code === "string" ? code : "no whole answer", error);
}
