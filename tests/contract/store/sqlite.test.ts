import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll } from "vitest";
import { openStore, statePath } from "../../../src/storage/open.ts";
import { openDatabase } from "../../../src/storage/sqlite/database.ts";
import { storeSuite } from "./suite.ts";

// Opened once and emptied for each test: to start the database's thread takes longer than most of them.
const data = await mkdtemp(join(tmpdir(), "isnad-store-"));
const store = await openStore({ data });
const beside = await openDatabase(statePath({ data }));
afterAll(async () => {
	await store.close();
	await beside.destroy();
	await rm(data, { recursive: true, force: true });
});

async function empty(): Promise<void> {
	// The migrations' own tables are not among these.
	for (const { name } of await beside.introspection.getTables())
		await sql`delete from ${sql.table(name)}`.execute(beside);
}

storeSuite("SQLite", async () => ({ store, remove: empty }));
