import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { lateGlosses } from "../../../../src/app/cli/late-glosses.ts";
import type { Answer } from "../../../../src/domain/answer.ts";
import { say } from "../../answers/doubles.ts";
import { run } from "../doubles.ts";

it("lingers no longer than it takes for what comes later", async () => {
	const item = { kind: "passage", quote: "نعم" };
	const shown = { items: [item], offset: 4 } as unknown as Answer;
	const gloss = { language: "en", text: "Yes" };
	const whole = { ...shown, items: [{ ...item, gloss }] } as unknown as Answer;
	const signals: AbortSignal[] = [];
	const sleep = (_: number, signal: AbortSignal) => {
		signals.push(signal);
		return new Promise<void>(() => {});
	};
	const waiting = { sleep, signal: new AbortController().signal };
	expect(await lateGlosses(shown, Promise.resolve(whole), say, waiting)).toMatch(/^5\. .*Yes\n$/);
	expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
});

it.each([["search", "x"], ["export"], ["chat", "--once", "x"], ["mcp"]])(
	"closes the state of translations where the corpus cannot be opened: %s",
	async (...args) => {
		const data = mkdtempSync(join(tmpdir(), "isnad-translating-"));
		onTestFinished(() => rmSync(data, { recursive: true }));
		const env = {
			ISNAD_DATA: data,
			ISNAD_CORPUS: join(data, "none"),
			ISNAD_TRANSLATE_URL: "http://127.0.0.1:9",
		};
		expect((await run(args, { env })).status).not.toBe(0);
		expect(existsSync(join(data, "isnad.db"))).toBe(true);
		// SQLite takes its log away when the last connection is closed.
		expect(existsSync(join(data, "isnad.db-wal"))).toBe(false);
	},
);
