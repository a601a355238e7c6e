import { createAnswerer } from "../src/answers/answerer.ts";
import { readConfig } from "../src/app/config.ts";
import { loadFollowUpWords } from "../src/app/load/follow-up-words.ts";
import { indexDataFolder } from "../src/app/paths.ts";
import { type App, createApp } from "../src/app/serving/app.ts";
import { createDesk, type DeskParts } from "../src/desk/desk.ts";
import type { Article } from "../src/domain/article.ts";
import type { Desk } from "../src/domain/chat.ts";
import { memoryStore } from "../src/storage/memory/store.ts";
import { names, reader, say, wordSearch } from "./unit/answers/doubles.ts";

let app: Promise<App> | undefined;

/** The app over the shipped corpus, opened once for each test file. */
export function shippedApp(): Promise<App> {
	app ??= createApp(readConfig({}), () => {});
	return app;
}

export async function closeDesks(): Promise<void> {
	await (await app)?.close();
	app = undefined;
}

/** A desk over the shipped corpus with the real search, state in memory, and a clock that stands. */
export async function shippedDesk(more: Partial<DeskParts> = {}): Promise<Desk> {
	const { answerer } = await shippedApp();
	return createDesk({ ...(await standing()), answerer, ...more });
}

/** A desk over these articles, found by their words alone. */
export async function deskOf(
	articles: readonly Article[],
	more: Partial<DeskParts> = {},
): Promise<Desk> {
	const search = wordSearch(articles);
	const answerer = createAnswerer({ articles, search, reader: reader(), names, say });
	return createDesk({ ...(await standing()), answerer, ...more });
}

export function emptyDesk(): Promise<Desk> {
	return deskOf([]);
}

let ids = 0;

async function standing(): Promise<Omit<DeskParts, "answerer">> {
	const store = memoryStore();
	return {
		store,
		feedback: store.feedback,
		words: await loadFollowUpWords(indexDataFolder),
		say,
		now: () => Date.UTC(2024, 5, 1),
		log: () => {},
		newId: () => `view${String(++ids).padStart(8, "0")}`,
		process: "test",
		operators: new Set(),
		questionsPerMinute: 1_000_000,
	};
}
