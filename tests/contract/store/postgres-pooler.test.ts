import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { databaseFindings } from "../../../src/app/cli/findings/database-findings.ts";
import type { Change } from "../../../src/domain/state/change-journal.ts";
import { openStore } from "../../../src/storage/open.ts";
import { openPostgres } from "../../../src/storage/postgres/open.ts";
import { startPooler, whyNoPooler } from "../../servers/postgres/pooler.ts";
import { addressOf, startServer, type TestServer } from "../../servers/postgres/server.ts";

const added: Omit<Change, "seq"> = {
	...{ at: 1, kind: "added", article: "a1", before: null, newClaims: [], goneClaims: [] },
};

describe.skipIf(whyNoPooler())("a state behind PgBouncer (needs it and PostgreSQL)", () => {
	let server: TestServer;
	beforeAll(async () => {
		server = await startServer();
		server.run("create database pooled");
	});
	afterAll(() => server?.remove());

	it("is as it is without, where connections are kept for a session", async () => {
		const pooler = await startPooler(server.port, "session");
		const databaseUrl = addressOf("pooled", pooler.port);
		const place = { data: "/nonexistent", databaseUrl };
		const [one, two] = [await openStore(place), await openStore(place)];
		try {
			let heard = 0;
			two.changes.watch?.(() => heard++);
			await vi.waitFor(async () => {
				await one.changes.append([{ ...added, article: `a${Math.random()}` }]);
				expect(heard).toBeGreaterThan(0);
			}, 10_000);
			const said = server.run("select count(*) from pg_stat_activity where query like 'listen%'");
			expect(said).toBe("1");
		} finally {
			await one.close();
			await two.close();
			await pooler.stop();
		}
	});

	it("sets its bounds of time all the same", async () => {
		const pooler = await startPooler(server.port, "session");
		const address = addressOf("pooled", pooler.port);
		const parts = { log: () => {}, now: Date.now, random: () => 0 };
		const opened = await openPostgres(address, parts);
		try {
			for (const name of [
				"statement_timeout",
				"lock_timeout",
				"idle_in_transaction_session_timeout",
			]) {
				const { rows } = await sql<{ ms: string }>`select current_setting(${name}) as ms`.execute(
					opened.db,
				);
				expect(rows[0]?.ms).toMatch(/^[1-9]/);
			}
		} finally {
			await opened.close();
			await pooler.stop();
		}
	});

	it.each(["transaction", "statement"] as const)(
		"is refused with what to set, where they change hands: %s",
		async (mode) => {
			const pooler = await startPooler(server.port, mode);
			const databaseUrl = addressOf("pooled", pooler.port);
			try {
				await expect(openStore({ data: "/nonexistent", databaseUrl })).rejects.toMatchObject({
					code: "config_invalid",
					message: expect.stringMatching(/pool_mode = session/),
				});
				const { findings } = await databaseFindings(databaseUrl, Date.now);
				expect(findings).toMatchObject([{ ok: false, says: expect.stringMatching(/session/) }]);
			} finally {
				await pooler.stop();
			}
		},
	);
});
