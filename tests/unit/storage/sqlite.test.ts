import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { openStore, statePath } from "../../../src/storage/open.ts";
import { backUp } from "../../../src/storage/sqlite/backup.ts";
import { openDatabase } from "../../../src/storage/sqlite/database.ts";
import { restore } from "../../../src/storage/sqlite/restore.ts";
import { killWriters, seeded } from "./kills.ts";

let data: string;
beforeEach(async () => {
	data = await mkdtemp(join(tmpdir(), "isnad-sqlite-"));
});

async function open() {
	const store = await openStore({ data });
	onTestFinished(async () => {
		await store.close();
		await rm(data, { recursive: true, force: true });
	});
	return store;
}

const view = (id: string) => ({ id, request: null, answer: null, places: [], at: 1 });

it("loses no acknowledged row when the writing process is killed", async () => {
	const seed = Number(process.env.ISNAD_TEST_SEED);
	const { acknowledged, lost } = await killWriters(data, 3, seeded(seed));
	expect(lost).toEqual([]);
	expect(acknowledged).toBeGreaterThanOrEqual(3);
	await rm(data, { recursive: true });
});

it("lets two processes write to one state, and neither loses anything", async () => {
	const store = await open();
	const mine = (async () => {
		for (let n = 0; n < 60; n++) await store.views.put(view(`mine-${n}`));
	})();
	const theirs = await killWriters(data, 1, seeded(7));
	await mine;
	expect(theirs.lost).toEqual([]);
	for (let n = 0; n < 60; n++) expect(await store.views.get(`mine-${n}`)).not.toBeNull();
});

it("lets two open an empty state at the same moment", async () => {
	const stores = await Promise.all([1, 2, 3].map(() => openStore({ data })));
	await stores[0]?.settings.put("s", { language: "ar" });
	expect(await stores[2]?.settings.get("s")).toEqual({ language: "ar" });
	for (const store of stores) await store.close();
	await rm(data, { recursive: true });
});

it("syncs its log at every commit", async () => {
	await open();
	const db = await openDatabase(statePath({ data }));
	const pragma = async (name: string) =>
		Object.values((await sql<object>`pragma ${sql.raw(name)}`.execute(db)).rows[0] ?? {})[0];
	expect(await pragma("journal_mode")).toBe("wal");
	// 2 is FULL: NORMAL passes every kill and loses rows to a power cut.
	expect(await pragma("synchronous")).toBe(2);
	await db.destroy();
});

it("keeps the state to its owner", async () => {
	await open();
	expect((await stat(statePath({ data }))).mode & 0o077).toBe(0);
});

it("refuses a state that a newer version wrote", async () => {
	await open();
	const db = await openDatabase(statePath({ data }));
	await sql`insert into kysely_migration values ('9999-tomorrow', '2030-01-01')`.execute(db);
	await db.destroy();
	await expect(openStore({ data })).rejects.toMatchObject({
		code: "store_newer",
		message: expect.stringContaining("9999-tomorrow"),
	});
});

it("refuses a file that is no state, and leaves it as it is", async () => {
	await writeFile(statePath({ data }), "this is no database, whatever its name says\n".repeat(50));
	const before = await readFile(statePath({ data }));
	await expect(openStore({ data })).rejects.toMatchObject({ code: "store_corrupt" });
	expect(await readFile(statePath({ data }))).toEqual(before);
	await rm(data, { recursive: true });
});

it("refuses a state with a damaged page", async () => {
	const store = await openStore({ data });
	for (let n = 0; n < 300; n++) await store.views.put(view(`v${n}`.padEnd(200, "x")));
	await store.close();
	const bytes = await readFile(statePath({ data }));
	bytes.fill(0x5a, bytes.length - 4_096 * 3, bytes.length - 4_096);
	await writeFile(statePath({ data }), bytes);
	await expect(openStore({ data })).rejects.toMatchObject({ code: "store_corrupt" });
	await rm(data, { recursive: true });
});

it("says what to change where the folder cannot be made", async () => {
	await writeFile(join(data, "file"), "");
	await expect(openStore({ data: join(data, "file", "state") })).rejects.toMatchObject({
		code: "store_unwritable",
		message: expect.stringContaining("ISNAD_DATA"),
	});
	await rm(data, { recursive: true });
});

it("names no file of a state that is in a database", () => {
	const databaseUrl = "postgres://localhost/isnad";
	expect(() => statePath({ data, databaseUrl })).toThrow(/DATABASE_URL.*pg_dump.*pg_restore/);
});

it("copies the state while it is written, and brings it back", async () => {
	const store = await openStore({ data });
	const backup = join(data, "backup.db");
	await store.settings.put("slack/T1", { language: "ar" });
	await store.changes.append([
		{ at: 1, kind: "added", article: "a", before: null, newClaims: [], goneClaims: [] },
	]);
	const writing = (async () => {
		for (let n = 0; n < 100; n++) await store.views.put(view(`v${n}`));
	})();
	const bytes = await backUp(statePath({ data }), backup);
	await writing;
	const { size, mode } = await stat(backup);
	expect(bytes).toBe(size);
	expect(mode & 0o077).toBe(0);
	await store.settings.put("slack/T1", { language: "en" });
	await store.close();

	const kept = await restore(statePath({ data }), backup);
	const restored = await open();
	expect(await restored.settings.get("slack/T1")).toEqual({ language: "ar" });
	expect(await restored.changes.last()).toBe(1);
	await restored.settings.put("slack/T1", { visibility: "channel" });
	const before = await openDatabase(kept ?? "");
	const { value } = await before.selectFrom("settings").select("value").executeTakeFirstOrThrow();
	await before.destroy();
	expect(value).toBe("en");
});

it("does not restore while a process has the state open", async () => {
	const store = await open();
	await store.settings.put("s", { language: "ar" });
	await backUp(statePath({ data }), join(data, "backup.db"));
	await expect(restore(statePath({ data }), join(data, "backup.db"))).rejects.toMatchObject({
		code: "store_busy",
	});
	await store.settings.put("s", { visibility: "channel" });
	expect(await store.settings.get("s")).toEqual({ language: "ar", visibility: "channel" });
});

it("restores over a state that is damaged", async () => {
	const store = await openStore({ data });
	await store.settings.put("s", { language: "ar" });
	await backUp(statePath({ data }), join(data, "backup.db"));
	await store.close();
	await writeFile(statePath({ data }), "broken".repeat(999));
	await restore(statePath({ data }), join(data, "backup.db"));
	expect(await (await open()).settings.get("s")).toEqual({ language: "ar" });
});

it("takes no backup that is damaged, newer, or none, and leaves the state alone", async () => {
	const store = await openStore({ data });
	await store.settings.put("s", { language: "ar" });
	await store.close();
	const newer = join(data, "newer.db");
	await backUp(statePath({ data }), newer);
	const db = await openDatabase(newer);
	await sql`insert into kysely_migration values ('9999-tomorrow', '2030-01-01')`.execute(db);
	await db.destroy();
	const foreign = await openDatabase(join(data, "foreign.db"));
	await sql`create table views (id text)`.execute(foreign);
	await foreign.destroy();
	await writeFile(join(data, "text.db"), "text".repeat(2_000));
	const path = statePath({ data });
	await expect(restore(path, newer)).rejects.toMatchObject({ code: "store_newer" });
	for (const name of ["foreign.db", "text.db"])
		await expect(restore(path, join(data, name))).rejects.toMatchObject({
			code: "store_corrupt",
			message: expect.stringContaining(name),
		});
	await expect(restore(path, join(data, "none.db"))).rejects.toMatchObject({
		code: "path_unreadable",
	});
	expect(await (await open()).settings.get("s")).toEqual({ language: "ar" });
});

it("writes a backup over nothing, and none of a state that is not there", async () => {
	const store = await open();
	await store.settings.put("s", { language: "ar" });
	const path = statePath({ data });
	await expect(backUp(path, path)).rejects.toMatchObject({ code: "store_unwritable" });
	await expect(backUp(path, join(data, "no", "folder.db"))).rejects.toMatchObject({
		code: "store_unwritable",
		message: expect.stringContaining("folder.db"),
	});
	await expect(backUp(join(data, "other.db"), join(data, "b.db"))).rejects.toMatchObject({
		code: "path_unreadable",
	});
});
