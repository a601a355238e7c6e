import { inspect } from "node:util";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asIsnadError } from "../../../src/domain/errors.ts";
import type { Change } from "../../../src/domain/state/change-journal.ts";
import { openStore, type StoreParts } from "../../../src/storage/open.ts";
import { openPostgres } from "../../../src/storage/postgres/open.ts";
import { whyNoServer } from "../../servers/postgres/programs.ts";
import { type CuttingProxy, startProxy } from "../../servers/postgres/proxy.ts";
import {
	addressOf,
	password,
	startServer,
	type TestServer,
} from "../../servers/postgres/server.ts";
import { planned } from "./digests.ts";
import { viewOf } from "./suite.ts";

const change = (article: string): Omit<Change, "seq"> => ({
	...{ at: 1, kind: "added", article, before: null, newClaims: [], goneClaims: [] },
});

/** What is said, and the error as it is with everything inside of it. */
async function refusal(work: Promise<unknown>): Promise<{ code: string; message: string }> {
	const error = await work.then(
		() => new Error("It was not refused."),
		(refused: unknown) => refused,
	);
	const whole = inspect(error, { depth: 9, showHidden: true });
	for (const secret of [password, encodeURIComponent(password)])
		expect(whole).not.toContain(secret);
	const { code, message } = asIsnadError(error);
	expect(message).toMatch(/^[^\n]+\.$/);
	return { code, message };
}

describe.skipIf(whyNoServer())("a PostgreSQL that fails (needs its programs)", () => {
	let server: TestServer;
	let proxy: CuttingProxy;
	let databaseUrl: string;
	const said: string[] = [];
	const parts: StoreParts = {
		log: (level, msg, fields) => said.push(`${level} ${msg} ${JSON.stringify(fields ?? {})}`),
	};
	const place = () => ({ data: "/nonexistent", databaseUrl });
	beforeAll(async () => {
		server = await startServer();
		server.database("away");
		proxy = await startProxy(server.port);
		databaseUrl = addressOf("away", proxy.port);
	});
	afterAll(async () => {
		await proxy?.stop();
		await server?.remove();
	});

	it("that is away is told once, loses nothing, and is used again as soon as it is back", async () => {
		const store = await openStore(place(), parts);
		await store.changes.append([change("kept")]);
		await store.deliveries.plan(planned("s1", "2024-05-06"), 100);
		const heard: string[] = [];
		const unwatch = store.changes.watch?.(() => heard.push("heard"));
		said.length = 0;
		await server.halt();
		for (let n = 0; n < 5; n++) {
			const { code, message } = await refusal(store.views.put(viewOf(`v${n}`, n)));
			expect(code).toBe("store_unavailable");
			expect(message).toContain("away at 127.0.0.1");
		}
		const refused = [
			() => store.changes.append([change("new")]),
			() => store.deliveries.claim("s1", "L", 1, 2),
		];
		for (const work of refused) expect((await refusal(work())).code).toBe("store_unavailable");
		expect(said.filter((line) => line.startsWith("error"))).toHaveLength(1);
		expect(said.join()).not.toContain("pass");

		await server.start();
		await store.changes.append([change("new")]);
		await store.views.put(viewOf("v1", 1));
		expect((await store.changes.after(0, 9)).map(({ article }) => article)).toEqual([
			"kept",
			"new",
		]);
		expect(await store.deliveries.get(planned("s1", "2024-05-06").key)).not.toBeNull();
		expect(said.filter((line) => line.startsWith("info"))).toHaveLength(1);
		// Who listens is told when the connection is there again: something may have been missed.
		await expect.poll(() => heard.length, { timeout: 20_000 }).toBeGreaterThan(0);
		unwatch?.();
		await store.close();
	});

	it("costs a question nothing where only its connection died", async () => {
		const store = await openStore(place(), parts);
		await store.views.put(viewOf("v1", 1));
		proxy.cutAll();
		expect(await store.views.get("v1")).toEqual(viewOf("v1", 1));
		proxy.cutAll();
		await store.changes.append([change("after a cut")]);
		await store.close();
	});

	it("that is cut before a commit has done nothing, and after it everything; either may be asked again", async () => {
		const store = await openStore(place(), parts);
		for (const [when, article] of [
			["before", "cut before"],
			["after", "cut after"],
		] as const) {
			const last = await store.changes.last();
			proxy.cutAtCommit(when);
			expect((await refusal(store.changes.append([change(article)]))).code).toBe(
				"store_unavailable",
			);
			expect(await store.changes.after(last, 9)).toHaveLength(when === "before" ? 0 : 1);
			await store.changes.append([change(article)]);
			const noted = await store.changes.after(last, 9);
			expect(noted.map((one) => one.article)).toEqual([article]);
		}
		await store.close();
	});

	it("that finds two who block each other has one of them try again", async () => {
		const parts = { log: () => {}, now: Date.now, random: Math.random };
		const { db, transact, close } = await openPostgres(databaseUrl, parts);
		for (const name of ["a", "b"])
			await db.insertInto("counters").values({ name, value: 0 }).execute();
		const both = Promise.withResolvers<void>();
		let holding = 0;
		const count = (first: string, second: string) =>
			transact(async (trx) => {
				const add = (name: string) =>
					trx
						.updateTable("counters")
						.set((eb) => ({ value: eb("value", "+", 1) }))
						.where("name", "=", name)
						.execute();
				await add(first);
				if (++holding === 2) both.resolve();
				await both.promise;
				await add(second);
			});
		await Promise.all([count("a", "b"), count("b", "a")]);
		const values = await db
			.selectFrom("counters")
			.select("value")
			.where("name", "in", ["a", "b"])
			.execute();
		expect(values).toEqual([{ value: 2 }, { value: 2 }]);
		expect(holding).toBeGreaterThan(2);
		await close();
	});

	it("says what to mend: password, database, rights, read only, connections, a newer version", async () => {
		const at = (address: string) => refusal(openStore({ data: "", databaseUrl: address }, parts));
		expect(await at(databaseUrl.replace(/:[^:@]+@/, ":wrong@"))).toMatchObject({
			code: "store_unavailable",
			message: expect.stringContaining("refuses the user or the password"),
		});
		expect(await at(addressOf("nowhere", server.port))).toMatchObject({
			code: "store_unavailable",
			message: expect.stringContaining("createdb"),
		});
		expect(await at(`postgres://isnad:${password}@127.0.0.1:1/x`)).toMatchObject({
			code: "config_invalid",
		});
		expect(await at(addressOf("away", 1))).toMatchObject({ code: "store_unavailable" });
		const role = (options: string) =>
			`create role ${options} login password '${password}'; grant all on database away to ${options.split(" ")[0]}`;
		server.run(role("guest"));
		const guest = databaseUrl.replace("isnad:", "guest:");
		expect((await at(guest)).code).toBe("store_unwritable");
		server.run(role("few connection limit 0"));
		expect(await at(databaseUrl.replace("isnad:", "few:"))).toMatchObject({
			code: "store_busy",
			message: expect.stringContaining("max_connections"),
		});

		const store = await openStore(place(), parts);
		server.run("alter database away set default_transaction_read_only = on");
		proxy.cutAll();
		await store.changes.last();
		expect((await refusal(store.views.put(viewOf("v9", 1)))).code).toBe("store_unwritable");
		expect((await refusal(store.changes.append([change("x")]))).code).toBe("store_unwritable");
		server.run("alter database away reset default_transaction_read_only");
		proxy.cutAll();
		await store.changes.last();
		await store.views.put(viewOf("v9", 1));
		await store.close();
		server.run("insert into kysely_migration values ('9999-tomorrow', '2030-01-01')", "away");
		expect(await at(databaseUrl)).toMatchObject({
			code: "store_newer",
			message: expect.stringContaining("9999-tomorrow"),
		});
		server.run("delete from kysely_migration where name = '9999-tomorrow'", "away");
	});

	it("keeps what a column cannot hold as near as it can, and tells nobody's words in an error", async () => {
		const quiet = { log: () => {}, now: Date.now, random: Math.random };
		const { db, close } = await openPostgres(databaseUrl, quiet);
		await db
			.insertInto("threads")
			.values({ collection: "default", thread: "zero\0character", request_json: "{}", at: 650.2 })
			.execute();
		const row = await db
			.selectFrom("threads")
			.selectAll()
			.where("thread", "=", "zero\0character")
			.executeTakeFirst();
		expect(row).toEqual({
			collection: "default",
			thread: "zero\ufffdcharacter",
			request_json: "{}",
			at: 651,
		});
		const secret = sql`select ${"what somebody asked"}::bigint`.execute(db);
		const error = await secret.catch((refused: unknown) => refused);
		expect(inspect(error, { depth: 9 })).not.toContain("somebody");
		expect(asIsnadError(error)).toMatchObject({ code: "store_failed" });
		await close();
	});
});
