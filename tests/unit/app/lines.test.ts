import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type InputLine, linesOf } from "../../../src/app/lines.ts";

async function read(chunks: readonly (Uint8Array | string)[], longest?: number) {
	async function* input() {
		yield* chunks;
	}
	const out: InputLine[] = [];
	for await (const line of linesOf(input(), new AbortController().signal, longest)) out.push(line);
	return out;
}

/** Its bytes in pieces of these sizes, the rest one by one. */
function pieces(text: string, sizes: readonly number[]): Uint8Array[] {
	const bytes = Buffer.from(text);
	const out: Uint8Array[] = [];
	for (let at = 0, n = 0; at < bytes.length; n++) {
		const end = at + (sizes[n] ?? 1);
		out.push(bytes.subarray(at, end));
		at = end;
	}
	return out;
}

describe("linesOf", () => {
	it.each([
		["a byte-order mark and CRLF", '\ufeff{"id":1}\r\n{"id":2}\r\n', ['{"id":1}', '{"id":2}']],
		["a mark alone on its line", "\ufeff\r\nx", ["", "x"]],
		["the marks of two files that were joined", "\ufeffa\n\ufeffb\n", ["a", "b"]],
		["a mark inside a line, which is the writer's own", "a\ufeffb", ["a\ufeffb"]],
		["no end of the last line", "a\r\nb\r", ["a", "b"]],
		["nothing but a mark", "\ufeff", [""]],
	])("takes %s, however the bytes come", async (_, text, lines) => {
		expect(await read([text])).toEqual(lines);
		expect(await read([Buffer.from(text)])).toEqual(lines);
		expect(await read(pieces(text, []))).toEqual(lines);
	});

	it("gives the same lines for the same bytes in any pieces", async () => {
		const part = fc.constantFrom("\ufeff", "\r\n", "\n", "\r", "سطر", "🗞", "a", "{}");
		await fc.assert(
			fc.asyncProperty(
				fc.array(part),
				fc.array(fc.integer({ min: 1, max: 9 })),
				async (all, sizes) => {
					const text = all.join("");
					expect(await read(pieces(text, sizes))).toEqual(await read([Buffer.from(text)]));
				},
			),
		);
	});

	it("passes over a line that is too long, and reads the next", async () => {
		expect(await read(["\ufeffaaaa\r\nb\n"], 3)).toEqual([null, "b"]);
	});
});
