import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { openStore, statePath } from "../../../src/storage/open.ts";
import { openDatabase } from "../../../src/storage/sqlite/database.ts";
import { schemaSuite } from "./columns.ts";
import { emptyTables, spoilRows } from "./spoil.ts";
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

storeSuite("SQLite", async () => ({
	store,
	spoil: spoilRows(beside),
	remove: () => emptyTables(beside),
}));
schemaSuite("SQLite", () => beside, { text: "TEXT", bigint: "bigint", integer: "INTEGER" });
