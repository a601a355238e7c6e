import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
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

	it("has digest list tell the others, and it", async () => {
		const { status, stdout } = await run(["digest", "list"], { env: { ISNAD_DATA: data } });
		expect(status).toBe(0);
		expect(stdout).toContain("Asia/Riyadh");
		expect(stdout).toMatch(/badbadbadbad.*zone/);
	});
});
