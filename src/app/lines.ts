import { StringDecoder } from "node:string_decoder";

/** A line of input, or null for one that is longer than the bound and was passed over. */
export type InputLine = string | null;

/**
 * Splits a stream of bytes at line feeds. A line over `longest` UTF-16 units is not kept in memory:
 * it comes as null, and the next one is read as usual. A last line without an end counts. The signal
 * ends the input where it stands.
 */
export async function* linesOf(
	input: AsyncIterable<Uint8Array | string>,
	signal: AbortSignal,
	longest = 100_000,
): AsyncGenerator<InputLine> {
	const decoder = new StringDecoder("utf8");
	let held = "";
	let skipping = false;
	for await (const chunk of untilAborted(input, signal)) {
		let text = typeof chunk === "string" ? chunk : decoder.write(Buffer.from(chunk));
		for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n")) {
			const line = held + text.slice(0, end);
			yield skipping || line.length > longest ? null : bare(line);
			held = "";
			skipping = false;
			text = text.slice(end + 1);
		}
		if (!skipping) held += text;
		if (held.length > longest) {
			held = "";
			skipping = true;
		}
	}
	held += decoder.end();
	if (skipping) yield null;
	else if (held) yield bare(held);
}

/** Without the byte-order mark that files of some editors begin with, joined ones in the middle too, and without their `\r`. */
function bare(line: string): string {
	return line.replace(/^\ufeff/, "").replace(/\r$/, "");
}

/** Whoever writes may be silent for ever: a process that is told to end does not wait for them. */
async function* untilAborted<T>(input: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
	const over = Promise.withResolvers<{ done: true; value: undefined }>();
	const stop = () => over.resolve({ done: true, value: undefined });
	if (signal.aborted) stop();
	signal.addEventListener("abort", stop, { once: true });
	const chunks = input[Symbol.asyncIterator]();
	try {
		for (;;) {
			const next = await Promise.race([chunks.next(), over.promise]);
			if (next.done) return;
			yield next.value;
		}
	} finally {
		signal.removeEventListener("abort", stop);
	}
}
