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

/** Of a subscription each: what a hand or a disk may leave in its row, and the field that is named for it. */
const badRows: Record<string, [change: string, field: string]> = {
	zonezonezone: ["zone = 'Mars/Base'", "zone"],
	languagelang: ["language = 'tlh'", "language"],
	hourhourhour: ["at = '25:00'", "at"],
	minuteminute: ["at = '7'", "at"],
	weekdayweekd: ["days = 'mon,moonday'", "days"],
	nodaysnodays: ["days = ''", "days"],
	datedatedate: ["from_day = '2024-13-40'", "from"],
	halfhalfhalf: [`request_json = '{"comm'`, "request"],
	platformplat: ["platform = 'fax'", "place.platform"],
	pausedpaused: ["paused = 'moon'", "paused"],
	timetimetime: ["next_due = 'soon'", "nextDue"],
};
const badSettings: Record<string, string> = { language: "tlh", visibility: "loud" };

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

	it("has restore name each bad zone, language, hour and setting, and leaves the others due", async () => {
		const folder = mkdtempSync(join(tmpdir(), "isnad-restored-"));
		onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
		const [backup, env] = [join(folder, "backup.db"), { ISNAD_DATA: join(folder, "data") }];
		const store = await openStore({ data: folder });
		for (const id of ["goodgoodgood", ...Object.keys(badRows)])
			await store.subscriptions.add(subscription(id), 99);
		await store.settings.put("slack:T1", { language: "ar", visibility: "private" });
		await store.settings.put("slack:T2", { language: "ar", visibility: "private" });
		await store.close();
		const db = await openDatabase(statePath({ data: folder }));
		for (const [id, [change]] of Object.entries(badRows))
			await sql`update subscriptions set ${sql.raw(change)} where id = ${id}`.execute(db);
		for (const [field, value] of Object.entries(badSettings))
			await sql`update settings set value = ${value} where field = ${field} and scope = 'slack:T1'`.execute(
				db,
			);
		await db.destroy();
		await run(["backup", backup], { env: { ISNAD_DATA: folder } });
		const { status, stdout } = await run(["restore", backup, "--json"], { env });
		expect(status).toBe(0);
		const { damaged } = JSON.parse(stdout) as { damaged: { check: string; says: string }[] };
		const named = damaged.map(
			({ check, says }) => `${check}: ${says.split(" cannot be read: ")[0]}`,
		);
		expect(named.sort()).toEqual(
			[
				...Object.entries(badRows).map(([id, [, field]]) => `storage subscription ${id}: ${field}`),
				...Object.keys(badSettings).map((field) => `storage setting slack:T1 ${field}: value`),
			].sort(),
		);
		const restored = await openStore({ data: env.ISNAD_DATA });
		const due = await restored.subscriptions.due(["slack"], 200, 1_000, 9);
		expect(due.map((one) => one.id)).toEqual(["goodgoodgood"]);
		expect(await restored.settings.get("slack:T1")).toEqual({});
		expect(await restored.settings.get("slack:T2")).toEqual({
			language: "ar",
			visibility: "private",
		});
		await restored.close();
	});

	it("has digest list tell the others, and it", async () => {
		const { status, stdout } = await run(["digest", "list"], { env: { ISNAD_DATA: data } });
		expect(status).toBe(0);
		expect(stdout).toContain("Asia/Riyadh");
		expect(stdout).toMatch(/badbadbadbad.*zone/);
	});
});
