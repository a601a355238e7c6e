import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashOf, makeToken } from "../../../adapters/shared/access-token.ts";
import type { WebServer } from "../../../adapters/web/server/web-server.ts";
import { readConfig } from "../../../src/app/config.ts";
import { type App, createApp } from "../../../src/app/serving/app.ts";
import { openDoors } from "../../../src/app/serving/programs.ts";
import { openReader } from "../../../src/app/serving/reader.ts";
import { writeCorpus } from "../../../src/corpus/index.ts";
import type { Article } from "../../../src/domain/article.ts";
import { type Metrics, noMetrics } from "../../../src/domain/metrics.ts";
import type { Token } from "../../../src/domain/tokens.ts";
import { memoryStore } from "../../../src/storage/memory/store.ts";
import { openWebServer } from "../web/own.ts";

export type Doors = {
	app: App;
	server: WebServer;
	folder: string;
	url(path: string): string;
	/** Makes a token; its text. */
	token(name: string, more?: Partial<Token>): Promise<string>;
	tokens: ReturnType<typeof memoryStore>["tokens"];
	/** What was counted, and every line that was logged. */
	counted: Parameters<Metrics["asked"]>[0][];
	logged: string[];
	/** The time that the doors see, in milliseconds. */
	clock: { now: number };
	close(): Promise<void>;
};

let made = 0;
/** Bytes that differ from token to token, the same in each run. */
const random = (bytes: number) =>
	Uint8Array.from({ length: bytes }, (_, n) => (n * 37 + ++made) % 251);

/** The real HTTP server with the doors for programs and the reader, over a corpus folder of these articles. */
export async function openTestDoors(
	articles: readonly Article[],
	env: Record<string, string> = {},
): Promise<Doors> {
	const folder = mkdtempSync(join(tmpdir(), "isnad-doors-"));
	await writeCorpus(join(folder, "corpus"), { put: [...articles] });
	const config = readConfig({
		...{ ISNAD_CORPUS: join(folder, "corpus"), ISNAD_DATA: join(folder, "data"), ...env },
	});
	const logged: string[] = [];
	const counted: Doors["counted"] = [];
	const clock = { now: Date.UTC(2026, 0, 15) };
	const log = (...line: unknown[]) => void logged.push(JSON.stringify(line));
	const app = await createApp(config, log);
	const { tokens } = memoryStore();
	const server = await openWebServer({ log });
	const now = () => clock.now;
	const metrics: Metrics = { ...noMetrics, asked: (of) => void counted.push(of) };
	const parts = { app, config, metrics, tokens, now, log };
	const reader = openReader({ ...parts, answering: (work) => work(app) });
	server.open([...(await openDoors(parts)), ...(reader ? [reader] : [])]);
	return {
		...{ app, server, folder, tokens, counted, logged, clock },
		url: (path) => `http://127.0.0.1:${server.port}${path}`,
		async token(name, more = {}) {
			const { id, secret, token } = makeToken(random);
			await tokens.add({
				...{ id, name, hash: hashOf(secret), createdAt: clock.now, expires: null },
				...{ revokedAt: null, lastUsed: null, ...more },
			});
			return token;
		},
		async close() {
			await server.stop();
			await app.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
