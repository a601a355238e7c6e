import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { openStore, statePath } from "../../../../src/storage/open.ts";
import { openDatabase } from "../../../../src/storage/sqlite/database.ts";
import { subscription } from "../../../contract/store/digests.ts";
import { run } from "../doubles.ts";

let data: string;
beforeAll(async () => {
	data = mkdtempSync(join(tmpdir(), "isnad-damaged-"));
	const store = await openStore({ data });
	await store.subscriptions.add(subscription("goodgoodgood"), 9);
	await store.subscriptions.add(subscription("badbadbadbad"), 9);
	await store.threads.put("t1", { command: "claims", text: "x" }, 1);
	await store.close();
	const db = await openDatabase(statePath({ data }));
	await sql`update subscriptions set zone = 'Mars/Base' where id = 'badbadbadbad'`.execute(db);
	await sql`update threads set request_json = '{"comm'`.execute(db);
	await db.destroy();
	return () => rmSync(data, { recursive: true, force: true });
});

const bad = "subscription badbadbadbad";
const where = "where id = 'badbadbadbad'";
const restorable: [what: string, table: string, id: string, change: string, field: string][] = [
	["a time zone that is none", "subscriptions", bad, `zone = 'Mars/Base' ${where}`, "zone"],
	["a language that is none", "subscriptions", bad, `language = 'tlh' ${where}`, "language"],
	["an hour that is none", "subscriptions", bad, `at = '25:00' ${where}`, "at"],
	["a time without its minutes", "subscriptions", bad, `at = '7' ${where}`, "at"],
	["a weekday that is none", "subscriptions", bad, `days = 'mon,moonday' ${where}`, "days"],
	["no weekday at all", "subscriptions", bad, `days = '' ${where}`, "days"],
	["a day that is none", "subscriptions", bad, `from_day = '2024-13-40' ${where}`, "from"],
	["half a request", "subscriptions", bad, `request_json = '{"comm' ${where}`, "request"],
	["a platform that is none", "subscriptions", bad, `platform = 'fax' ${where}`, "place.platform"],
	["a pause for no reason", "subscriptions", bad, `paused = 'moon' ${where}`, "paused"],
	["a time that is text", "subscriptions", bad, `next_due = 'soon' ${where}`, "nextDue"],
	[
		"a setting's language",
		"settings",
		"setting slack:T1 language",
		"value = 'tlh' where field = 'language'",
		"value",
	],
	[
		"a setting's visibility",
		"settings",
		"setting slack:T1 visibility",
		"value = 'loud' where field = 'visibility'",
		"value",
	],
];

describe("a state with rows that cannot be read", () => {
	it("has doctor name them, each with what to do, and end with 1", async () => {
		const { status, stdout } = await run(["doctor", "--json"], { env: { ISNAD_DATA: data } });
		expect(status).toBe(1);
		const { findings } = JSON.parse(stdout) as {
			findings: { check: string; ok: boolean; says: string }[];
		};
		const wrong = findings.filter(({ ok }) => !ok);
		expect(wrong.map(({ check }) => check)).toEqual([
			"storage subscription badbadbadbad",
			"storage thread t1",
		]);
		expect(wrong[0]?.says).toMatch(/^zone cannot be read: .*unsubscribe/);
		expect(findings.find(({ check }) => check === "storage")).toMatchObject({ ok: true });
	});

	it("has restore name those of a backup, each as doctor does, and put it in place all the same", async () => {
		const backup = join(data, "backup.db");
		const env = { ISNAD_DATA: join(data, "restored") };
		expect((await run(["backup", backup], { env: { ISNAD_DATA: data } })).status).toBe(0);
		const { status, stdout } = await run(["restore", backup], { env });
		expect(status).toBe(0);
		const doctor = await run(["doctor"], { env });
		const wrong = doctor.stdout.split("\n").filter((line) => line.startsWith("WRONG storage "));
		expect(wrong).toHaveLength(2);
		expect(stdout.split("\n")).toEqual([`The state is the one of ${backup}.`, ...wrong, ""]);
		const json = await run(["restore", backup, "--json"], { env });
		const { damaged } = JSON.parse(json.stdout) as { damaged: { check: string }[] };
		expect(damaged.map(({ check }) => check)).toEqual([
			"storage subscription badbadbadbad",
			"storage thread t1",
		]);
	});

	it.each(restorable)("has restore name %s of a backup", async (_, table, id, change, field) => {
		const folder = mkdtempSync(join(tmpdir(), "isnad-restored-"));
		onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
		const [backup, env] = [join(folder, "backup.db"), { ISNAD_DATA: join(folder, "data") }];
		const store = await openStore({ data: folder });
		await store.subscriptions.add(subscription("goodgoodgood"), 9);
		await store.subscriptions.add(subscription("badbadbadbad"), 9);
		await store.settings.put("slack:T1", { language: "ar", visibility: "private" });
		await store.close();
		const db = await openDatabase(statePath({ data: folder }));
		const { numAffectedRows } = await sql.raw(`update ${table} set ${change}`).execute(db);
		expect(numAffectedRows).toBe(1n);
		await db.destroy();
		await run(["backup", backup], { env: { ISNAD_DATA: folder } });
		const { status, stdout } = await run(["restore", backup, "--json"], { env });
		expect(status).toBe(0);
		const { damaged } = JSON.parse(stdout) as { damaged: { check: string; says: string }[] };
		expect(damaged).toHaveLength(1);
		expect(damaged[0]?.check).toBe(`storage ${id}`);
		expect(damaged[0]?.says).toMatch(new RegExp(`^${field} cannot be read: `));
		const restored = await openStore({ data: env.ISNAD_DATA });
		const due = await restored.subscriptions.due(["slack"], 200, 1_000, 9);
		expect(due.map((one) => one.id)).toContain("goodgoodgood");
		if (table === "subscriptions") expect(due).toHaveLength(1);
		else expect(Object.keys(await restored.settings.get("slack:T1"))).toHaveLength(1);
		await restored.close();
	});

	it("has digest list tell the others, and it", async () => {
		const { status, stdout } = await run(["digest", "list"], { env: { ISNAD_DATA: data } });
		expect(status).toBe(0);
		expect(stdout).toContain("Asia/Riyadh");
		expect(stdout).toMatch(/badbadbadbad.*zone/);
	});
});
