import type { Readable, Writable } from "node:stream";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { createMcpServer, type McpParts } from "./create-mcp-server.ts";

/** A message of a client is far smaller; without an end it would fill the memory. */
const mostBytes = 1_000_000;
/** What was asked before the client left is still answered: it may be a script whose lines have ended. */
const patienceMs = 5_000;
/** What is in hand when the process is asked to end is read to its end: nobody may wait longer for a process. */
const inHandMs = 800;

export type Streams = { stdin: Readable; stdout: Writable; signal: AbortSignal };

/** Answers one client over its streams, one message a line, until it leaves or the signal fires. */
export async function serveOverStreams(
	parts: McpParts,
	{ stdin, stdout, signal }: Streams,
): Promise<void> {
	const server = createMcpServer(parts, { token: null });
	const over = Promise.withResolvers<void>();
	const transport = new StdioServerTransport(stdin, stdout, { maxBufferSize: mostBytes });
	const ends = () => over.resolve();
	for (const event of ["end", "close", "error"]) stdin.once(event, ends);
	for (const event of ["close", "error"]) stdout.once(event, ends);
	signal.addEventListener("abort", ends, { once: true });
	server.onclose = ends;
	try {
		await server.connect(transport);
		if (signal.aborted) ends();
		await over.promise;
		if (!signal.aborted) await answered(parts.desk, patienceMs);
	} finally {
		signal.removeEventListener("abort", ends);
		// Gives up whatever waits for its turn.
		await server.close();
		if (signal.aborted) await answered(parts.desk, inHandMs);
	}
}

/** Until everything that came is answered and written, or for as long as that may take. */
async function answered(desk: McpParts["desk"], ms: number): Promise<void> {
	const turn = () => new Promise((resolve) => setImmediate(resolve));
	// What came last is only then taken up, and what was answered last only then written.
	await turn();
	const tooLong = Promise.withResolvers<void>();
	const timer = setTimeout(() => tooLong.resolve(), ms);
	await Promise.race([desk.idle(), tooLong.promise]);
	clearTimeout(timer);
	await turn();
}
