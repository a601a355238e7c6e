import { StringDecoder } from "node:string_decoder";

/** A line of input, or null for one that is longer than the bound and was passed over. */
export type InputLine = string | null;

/**
 * Splits a stream of bytes at line feeds. A line over `longest` UTF-16 units is not kept in memory:
 * it comes as null, and the next one is read as usual. A last line without an end counts.
 */
export async function* linesOf(
	input: AsyncIterable<Uint8Array | string>,
	longest = 100_000,
): AsyncGenerator<InputLine> {
	const decoder = new StringDecoder("utf8");
	let held = "";
	let skipping = false;
	for await (const chunk of input) {
		let text = typeof chunk === "string" ? chunk : decoder.write(Buffer.from(chunk));
		for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n")) {
			const line = held + text.slice(0, end);
			yield skipping || line.length > longest ? null : line.replace(/\r$/, "");
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
	else if (held) yield held.replace(/\r$/, "");
}
