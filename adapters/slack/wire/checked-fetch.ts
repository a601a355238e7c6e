/** Something answered, and not as Slack does: nothing follows from it. */
export class NoAnswer extends Error {
	override readonly name = "NoAnswer";

	constructor(what: string) {
		super(`What answered for Slack is not what Slack documents: ${what}.`);
	}
}

/**
 * `fetch` for Slack's Web API that lets only Slack's answers through. The SDK makes an error code of
 * whatever text comes back, so that a proxy's page or half a body would read as a refusal.
 */
export function checkedFetch(signal?: AbortSignal): typeof fetch {
	return async (input, init) => {
		const signals = [init?.signal, signal].filter((each) => each instanceof AbortSignal);
		const response = await fetch(input, {
			...init,
			...(signals.length > 0 ? { signal: AbortSignal.any(signals) } : {}),
		});
		const { status, headers } = response;
		// Slack names the seconds; the SDK waits for none where they are missing.
		if (status === 429 && !/^\s*\d+/.test(headers.get("retry-after") ?? ""))
			throw new NoAnswer("429 without a time");
		if (status !== 200) return response;
		const text = await response.text();
		if (!isAnswer(text)) throw new NoAnswer("no JSON with a result");
		// The body is unpacked already.
		return new Response(text, { status, headers: withoutEncoding(headers) });
	};
}

/** `{"ok": true, …}` or `{"ok": false, "error": "a_code", …}`. */
function isAnswer(text: string): boolean {
	try {
		const body = JSON.parse(text) as { ok?: unknown; error?: unknown } | null;
		if (body === null || Array.isArray(body)) return false;
		return body.ok === true || (body.ok === false && isCode(body.error));
	} catch {
		return false;
	}
}

/** Whether it has the form of one of Slack's error codes. */
export function isCode(error: unknown): error is string {
	return typeof error === "string" && /^[a-z][a-z0-9_]{1,80}$/.test(error);
}

function withoutEncoding(headers: Headers): Headers {
	const out = new Headers(headers);
	out.delete("content-encoding");
	out.delete("content-length");
	return out;
}
