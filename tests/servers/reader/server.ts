import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { createReader } from "../../../adapters/web/reader/create-reader.ts";
import type { ReaderParts } from "../../../adapters/web/reader/reader-parts.ts";
import { createAnswerer } from "../../../src/answers/answerer.ts";
import { Library } from "../../../src/answers/library.ts";
import { createReadingRoom } from "../../../src/answers/reading-room.ts";
import type { Article } from "../../../src/domain/article.ts";
import { names, reader, say, wordSearch } from "../../unit/answers/doubles.ts";

export type ServedReader = { url(path: string): string; port: number; close(): Promise<void> };

/** Serves what answers requests on 127.0.0.1 at a free port. */
export async function serveReader(
	app: Pick<ReturnType<typeof createReader>, "fetch">,
): Promise<ServedReader> {
	const server = createAdaptorServer({ fetch: app.fetch });
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
	const { port } = server.address() as AddressInfo;
	return {
		port,
		url: (path) => `http://127.0.0.1:${port}${path}`,
		async close() {
			if ("closeAllConnections" in server) server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

export const openSettings: ReaderParts["settings"] = {
	isWhole: false,
	base: "",
	access: { kind: "open" },
};

/** What a reader over these articles is made of, found by their words alone. */
export function readerOver(
	articles: readonly Article[],
	more: Partial<ReaderParts> = {},
): ReaderParts {
	const library = new Library(articles);
	const search = wordSearch(articles);
	return {
		answering: createAnswerer({ articles, search, reader: reader(), names, say }, library),
		room: async () => createReadingRoom(library),
		say,
		now: () => 0,
		log: () => {},
		settings: openSettings,
		...more,
	};
}
