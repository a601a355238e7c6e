import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/storage/open.ts";
import { subscription } from "../contract/store/digests.ts";
import { whyNoServer } from "../servers/postgres/programs.ts";
import { addressOf, password, startServer, type TestServer } from "../servers/postgres/server.ts";
import { ended, isnad, isnadHere, isOneLine, start, temporaryFolder } from "./run.ts";

type Finding = { check: string; ok: boolean; says: string };

describe.skipIf(whyNoServer())("the program over a PostgreSQL (needs its programs)", () => {
	let server: TestServer;
	let databaseUrl: string;
	beforeAll(async () => {
		// Synced, as doctor wants it.
		server = await startServer({ fsync: "on" });
		databaseUrl = server.database("program");
	});
	afterAll(() => server?.remove());

	/** `by`: a process of its own ends only where nothing of the database is left open. */
	const run = async (args: string[], address = databaseUrl, by = isnadHere) => {
		const env = { ISNAD_DATA: temporaryFolder(), DATABASE_URL: address };
		const result = await by(args, { env });
		for (const secret of [password, encodeURIComponent(password)])
			expect(result.stdout + result.stderr).not.toContain(secret);
		return result;
	};
	const doctor = async (address = databaseUrl, by = isnadHere) => {
		const { stdout, status } = await run(["doctor", "--json"], address, by);
		const { findings } = JSON.parse(stdout) as { findings: Finding[] };
		return { status, of: (check: string) => findings.filter((found) => found.check === check) };
	};

	it("has doctor look at the database and make nothing, and every command keep its state there", async () => {
		const before = await doctor();
		expect(before.of("database")).toEqual([
			{ check: "database", ok: true, says: expect.stringMatching(/PostgreSQL \d+.*first start/) },
		]);
		expect(
			server.run("select count(*) from pg_tables where schemaname = 'public'", "program"),
		).toBe("0");
		const none = await run(["digest", "list"], databaseUrl, isnad);
		expect(none.stdout).toBe("No channel has a digest.\n");
		const store = await openStore({ data: "", databaseUrl });
		await store.subscriptions.add(subscription("s1"), 9);
		await store.subscriptions.add(subscription("s2", { zone: "Mars/Base" }), 9);
		await store.close();
		expect((await run(["digest", "list"])).stdout).toContain("china drones outlet:Reuters");
		const after = await doctor(databaseUrl, isnad);
		expect(after.of("database")[0]?.says).toMatch(/today's form; clocks differ by 0\.\d s/);
		expect(after.of("storage subscription s2")).toHaveLength(1);
		expect(after.status).toBe(1);
	});

	it("says what is wrong with the database in one sentence, without its password", async () => {
		const wrong = databaseUrl.replace(/:[^:@]+@/, ":not-it@");
		expect((await doctor(wrong)).of("database")).toEqual([
			{ check: "database", ok: false, says: expect.stringContaining("refuses the user") },
		]);
		for (const address of [wrong, addressOf("nowhere", server.port), addressOf("program", 1)]) {
			const by = address === wrong ? isnad : isnadHere;
			const { status, stderr } = await run(["digest", "list"], address, by);
			expect(status).toBe(1);
			expect(isOneLine(stderr)).toBe(true);
		}
	});

	it("serves through an absence of the database, tells it once, and ends in order", async () => {
		const env = { ISNAD_DATA: temporaryFolder(), DATABASE_URL: databaseUrl };
		const child = start(["serve"], { env });
		let told = "";
		child.stderr?.setEncoding("utf8").on("data", (text: string) => {
			told += text;
		});
		const over = ended(child);
		const says = (words: string) =>
			expect.poll(() => told, { timeout: 50_000, interval: 50 }).toContain(words);
		await says("ready");
		await server.halt();
		await says("store_unavailable");
		await server.start();
		await says("there again");
		child.kill("SIGTERM");
		expect((await over).status).toBe(0);
		const lines = told.split("\n").filter((line) => /^(error|warn)/.test(line));
		expect(lines.filter((line) => line.includes("store_unavailable"))).toHaveLength(1);
		expect(told).not.toContain(password);
	});

	it("names pg_dump and pg_restore where a file is asked for", async () => {
		for (const args of [
			["backup", "x.db"],
			["restore", "x.db"],
		]) {
			const { status, stderr, stdout } = await run(args);
			expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
			expect(stderr).toMatch(/pg_dump.*pg_restore/);
			expect(isOneLine(stderr)).toBe(true);
		}
	});
});
