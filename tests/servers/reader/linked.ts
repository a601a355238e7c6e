import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { messagesOf } from "../../../adapters/discord/handlers/answering.ts";
import { layOut } from "../../../adapters/discord/layout/answer.ts";
import { layReply } from "../../../adapters/slack/handlers/answering.ts";
import { layDigest } from "../../../adapters/slack/layout/answer.ts";
import { readConfig } from "../../../src/app/config.ts";
import { loadFollowUpWords } from "../../../src/app/load/follow-up-words.ts";
import { indexDataFolder } from "../../../src/app/paths.ts";
import { type App, createApp } from "../../../src/app/serving/app.ts";
import { openReader } from "../../../src/app/serving/reader.ts";
import { writeCorpus } from "../../../src/corpus/index.ts";
import { createDesk } from "../../../src/desk/desk.ts";
import type { Answer } from "../../../src/domain/answer.ts";
import type { Article } from "../../../src/domain/article.ts";
import type { Asker, Desk, Reply } from "../../../src/domain/chat.ts";
import type { Language } from "../../../src/domain/sets/languages.ts";
import { memoryStore } from "../../../src/storage/memory/store.ts";
import { serveReader } from "./server.ts";

/** A bot over articles of its own, whose messages lead to the reader that it serves. */
export type Linked = {
	app: App;
	desk: Desk;
	/** Of the reader. */
	origin: string;
	close(): Promise<void>;
};

export async function serveLinked(articles: readonly Article[]): Promise<Linked> {
	const folder = mkdtempSync(join(tmpdir(), "isnad-linked-"));
	await writeCorpus(join(folder, "corpus"), { put: [...articles] });
	let pages: ReturnType<typeof openReader> = null;
	const served = await serveReader({
		fetch: async (...args) => (await pages?.fetch(...args)) ?? new Response(null, { status: 503 }),
	});
	const config = readConfig({
		...{ ISNAD_CORPUS: join(folder, "corpus"), ISNAD_DATA: join(folder, "data") },
		...{ PUBLIC_URL: served.url(""), ISNAD_READER_SECRET: "sixteen letters at least" },
	});
	const app = await createApp(config, () => {});
	pages = openReader({
		app,
		answering: (work) => work(app),
		config,
		now: Date.now,
		log: () => {},
	});
	let ids = 0;
	const desk = createDesk({
		...{ answerer: app.answerer, say: app.say, store: memoryStore(), now: () => 0, log: () => {} },
		...{ words: await loadFollowUpWords(indexDataFolder), process: "test" },
		...{ newId: () => `view${String(++ids).padStart(8, "0")}`, operators: new Set() },
		questionsPerMinute: 1_000,
	});
	return {
		...{ app, desk, origin: served.url("") },
		async close() {
			await served.close();
			await app.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

export function askerOn(platform: "slack" | "discord" | "console", language: Language): Asker {
	const place = { platform, space: null, channel: "1", thread: null };
	return { place, person: `1-${language}`, admin: false, language };
}

/** What goes over the wire for a reply. */
export const payloadOn = {
	slack: ({ app }: Linked, reply: Reply) =>
		layReply(reply, { shareable: true, confidential: false }, app.say),
	discord: ({ app }: Linked, reply: Reply, asker: Asker) =>
		messagesOf(reply, asker, { audience: "channel" }, app.say),
};

export const digestOn = {
	slack: ({ app }: Linked, answer: Answer) => layDigest(answer, { view: "viewviewview" }, app.say),
	discord: ({ app }: Linked, answer: Answer) =>
		layOut(
			answer,
			{ view: "viewviewview", conversation: "", part: 0, audience: "channel", digest: "key" },
			app.say,
		),
};

/** Addresses of the reader in a payload, in their order, each once. */
export function readerLinks(payload: unknown, origin: string): string[] {
	const text = JSON.stringify(payload);
	const found = text.match(/https?:\/\/[^\s"\\)>]+/g) ?? [];
	return [...new Set(found.filter((link) => link.startsWith(`${origin}/`)))];
}
