import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Migrator } from "kysely/migration";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Store } from "../../src/domain/state/store.ts";
import { migrations, provider } from "../../src/storage/migrations/index.ts";
import { openStore, statePath } from "../../src/storage/open.ts";
import { openDatabase } from "../../src/storage/sqlite/database.ts";
import { isOneLine, run } from "../unit/app/doubles.ts";
import { project, temporaryFolder } from "./run.ts";

const fixture = join(project, "tests", "fixtures", "upgrade");
const at = Date.UTC(2024, 4, 6, 8);

/** An installation as the version of the fixture left it. */
function installed(): { data: string; corpus: string; state: string } {
	const folder = temporaryFolder();
	const [data, corpus] = [join(folder, "data"), join(folder, "corpus")];
	cpSync(join(fixture, "corpus"), corpus, { recursive: true });
	mkdirSync(data);
	const state = statePath({ data });
	inState(state, readFileSync(join(fixture, "state-0004.sql"), "utf8"));
	return { data, corpus, state };
}

function inState(state: string, sql: string): void {
	const database = new DatabaseSync(state);
	database.exec(sql);
	database.close();
}

function stepsOf(state: string): unknown[] {
	const database = new DatabaseSync(state);
	const rows = database.prepare("select name from kysely_migration order by name").all();
	database.close();
	return rows.map(({ name }) => name);
}

async function opened(data: string): Promise<Store> {
	const store = await openStore({ data });
	onTestFinished(() => store.close());
	return store;
}

describe("a state of the version before", () => {
	it("is brought to today's form, and every row of it is read", async () => {
		const { data, state } = installed();
		const store = await opened(data);
		expect(stepsOf(state)).toEqual(Object.keys(migrations));
		expect(await store.damaged(100)).toEqual([]);
		const set = { language: "ar", visibility: "private" };
		expect(await store.settings.get("slack/T1/person/U1")).toEqual(set);
		expect(await store.views.get("viewaskedAAA")).toMatchObject({
			request: { text: "مناوبات الليل" },
			places: [{ stated: "a4aa6f5d83ba0-c2" }],
			home: { person: "U1" },
		});
		expect((await store.views.get("viewolderAAA"))?.home).toBeUndefined();
		expect((await store.views.get("viewdigestAA"))?.answer).toMatchObject({ notes: ["one"] });
		expect(await store.threads.get("slack/T1/C1/1714982400.000100", at)).toMatchObject({
			limit: 3,
		});
		expect(await store.inbox.begin("slack:Ev1", "p2", at)).toBe(false);
		expect(await store.inbox.begin("slack:Ev2", "p2", at)).toBe(true);
		expect((await store.changes.after(0, 9)).map(({ seq, kind }) => [seq, kind])).toEqual([
			[1, "added"],
			[2, "added"],
			[3, "withdrawn"],
		]);
		expect(await store.changes.known()).toEqual(new Set(["a4aa6f5d83ba0"]));
		expect(await store.sources.list()).toMatchObject([{ id: "src222", etag: '"e1"' }]);
		expect(await store.sources.items("src222")).toMatchObject([
			{ problem: { code: "fetch_gone" } },
		]);
		expect(await store.feedback.page(null, 9)).toMatchObject([{ note: "it was her" }]);
		expect(await store.subscriptions.page("", 9)).toMatchObject([
			{ id: "aaaaaaaaaaaa", when: "daily", since: 2, days: ["mon", "sun"] },
			{ id: "bbbbbbbbbbbb", when: "now", paused: "asked" },
		]);
		expect(await store.deliveries.since("aaaaaaaaaaaa", "2024-05-01", 9)).toMatchObject([
			{ day: "2024-05-12", state: "pending" },
			{ day: "2024-05-06", state: "sent", message: "1714982400.000200" },
		]);
		// What was known goes on: the next change has the next number.
		const head = { before: null, newClaims: [], goneClaims: [] };
		await store.changes.append([{ at, kind: "added", article: "next", ...head }]);
		expect(await store.changes.last()).toBe(4);
	});

	it("is told by the commands, with the corpus and what was said over it", async () => {
		const { data, corpus } = installed();
		const env = { ISNAD_DATA: data, ISNAD_CORPUS: corpus };
		const told = async (...args: string[]) => {
			const { status, stdout, stderr } = await run(args, { env });
			expect([status, stderr]).toEqual([0, ""]);
			return stdout;
		};
		const answer = JSON.parse(await told("claims", "night shifts", "--json"));
		expect(answer).toMatchObject({ answered: true, items: [{ claim: { act: "warns" } }] });
		expect(await told("digest", "list")).toMatch(/slack C1 .*quay/);
		expect(await told("feedback", "list")).toContain("it was her");
		expect(await told("forget", "slack:U1", "--dry-run")).toContain("1 of feedback");
	});

	it.each(["0001-state", "0002-sources", "0003-feedback", "0004-alerts"])(
		"of %s alone is brought there too",
		async (step) => {
			const data = temporaryFolder();
			const state = statePath({ data });
			const db = await openDatabase(state);
			await new Migrator({ db, provider }).migrateTo(step);
			await db.destroy();
			const request = JSON.stringify({ command: "claims", text: "quay" });
			inState(
				state,
				`insert into views (id, request_json, places_json, at) values ('v1', '${request}', '[]', ${at});
			insert into subscriptions (id, platform, channel, maker, request_json, language, at, zone, days, empty, created_at, from_day, since, next_due)
			values ('aaaaaaaaaaaa', 'slack', 'C1', 'U1', '${request}', 'en', '07:30', 'UTC', 'mon', 'say', ${at}, '2024-05-06', 7, ${at});`,
			);
			const store = await opened(data);
			expect(stepsOf(state)).toEqual(Object.keys(migrations));
			expect(await store.damaged(100)).toEqual([]);
			expect(await store.views.get("v1")).toMatchObject({ at, request: { text: "quay" } });
			expect(await store.subscriptions.get("aaaaaaaaaaaa")).toMatchObject({
				when: "daily",
				since: 7,
			});
			expect(await store.feedback.counts()).toMatchObject({ right: 0 });
		},
	);
});

describe("what a newer version wrote", () => {
	it("is left as it is: serve ends with one sentence that says what to do", async () => {
		const { data, corpus, state } = installed();
		inState(state, "insert into kysely_migration values ('9999-tomorrow', '2030-01-01')");
		const env = { ISNAD_DATA: data, ISNAD_CORPUS: corpus };
		for (const args of [["serve"], ["digest", "list"], ["forget", "slack:U1"]]) {
			const { status, stdout, stderr } = await run(args, { env });
			expect([status, stdout, isOneLine(stderr)]).toEqual([1, "", true]);
			expect(stderr).toMatch(/newer version of Isnad \(9999-tomorrow\): install that version/);
		}
		expect(stepsOf(state)).toContain("9999-tomorrow");
	});

	it("is a corpus folder: serve says so too", async () => {
		const { data, corpus } = installed();
		const manifest = join(corpus, "corpus.json");
		const { version, ...rest } = JSON.parse(readFileSync(manifest, "utf8"));
		writeFileSync(manifest, JSON.stringify({ version: version + 1, ...rest }));
		const env = { ISNAD_DATA: data, ISNAD_CORPUS: corpus };
		const { status, stdout, stderr } = await run(["serve"], { env });
		expect([status, stdout, isOneLine(stderr)]).toEqual([1, "", true]);
		expect(stderr).toMatch(
			/has format version 2 and this program reads up to 1: update the program/,
		);
	});
});
