import { DatabaseSync } from "node:sqlite";
import { beforeEach, describe, expect, it } from "vitest";
import { GroupCommit } from "../../../src/storage/sqlite/group-commit.ts";
import type { Order, Outcome } from "../../../src/storage/sqlite/protocol.ts";

let database: DatabaseSync;
let group: GroupCommit;
let answers: Outcome[];
let commits: number;
beforeEach(() => {
	database = new DatabaseSync(":memory:");
	database.exec("create table t (name text primary key)");
	answers = [];
	commits = 0;
	const { exec } = database;
	database.exec = (sql) => {
		if (sql === "commit") {
			commits++;
			// Nothing is told as kept before it is.
			expect(answers.filter((each) => "changes" in each && each.changes === 1n)).toEqual([]);
		}
		exec.call(database, sql);
	};
	group = new GroupCommit(database, (outcomes) => answers.push(...outcomes));
});

let ids = 0;
beforeEach(() => {
	ids = 0;
});
const run = (connection: number, sql: string): Order => ({
	id: ++ids,
	connection,
	kind: "run",
	sql,
	parameters: [],
});
const insert = (connection: number, name: string) =>
	run(connection, `insert into t values ('${name}')`);
const mark = (connection: number, kind: "begin" | "commit" | "rollback"): Order => ({
	id: ++ids,
	connection,
	kind,
});
const kept = () =>
	database
		.prepare("select name from t order by name")
		.all()
		.map((row) => row["name"]);
const answered = () => answers.map(({ id }) => id);
const failed = () => answers.filter((each) => "failed" in each).map(({ id }) => id);

it("commits once for everything that came in together, and answers after it", () => {
	group.take([insert(1, "a"), insert(2, "b"), insert(3, "c"), run(4, "select * from t")]);
	expect(commits).toBe(1);
	expect(answered()).toEqual([1, 2, 3, 4]);
	expect(kept()).toEqual(["a", "b", "c"]);
});

it("commits nothing where nothing was written", () => {
	group.take([run(1, "select * from t"), run(2, "pragma user_version")]);
	expect(commits).toBe(0);
	expect(answered()).toEqual([1, 2]);
});

it("keeps what others did when one statement fails", () => {
	group.take([insert(1, "a"), insert(2, "a"), insert(3, "b")]);
	expect(kept()).toEqual(["a", "b"]);
	expect(failed()).toEqual([2]);
});

describe("a transaction", () => {
	it("lets the others wait, and takes nothing of theirs back with it", () => {
		group.take([insert(1, "a"), mark(2, "begin"), insert(2, "b"), insert(1, "c")]);
		// The transaction goes on; nothing outside it is told yet.
		expect(answered()).toEqual([2, 3]);
		group.take([insert(3, "d"), mark(2, "rollback")]);
		expect(kept()).toEqual(["a", "c", "d"]);
		expect(answered().sort()).toEqual([1, 2, 3, 4, 5, 6]);
		expect(failed()).toEqual([]);
		expect(commits).toBe(1);
	});

	it("is kept with the commit that it shares", () => {
		group.take([mark(1, "begin"), mark(2, "begin"), insert(1, "a")]);
		expect(answered()).toEqual([1, 3]);
		group.take([mark(1, "commit"), insert(3, "c")]);
		// The second one has begun meanwhile, and holds the commit back.
		expect(answered()).toEqual([1, 3, 2]);
		expect(commits).toBe(0);
		group.take([insert(2, "b"), mark(2, "commit")]);
		expect(kept()).toEqual(["a", "b", "c"]);
		expect(commits).toBe(1);
		expect(answered()).toHaveLength(7);
	});

	it("goes on after a statement of its own that failed, if it wants to", () => {
		group.take([
			insert(1, "a"),
			mark(2, "begin"),
			insert(2, "a"),
			insert(2, "b"),
			mark(2, "commit"),
		]);
		expect(failed()).toEqual([3]);
		expect(kept()).toEqual(["a", "b"]);
	});
});

describe("a commit that fails", () => {
	it("is told to everybody who shares it, and the next one works", () => {
		const { exec } = database;
		database.exec = (sql) => {
			if (sql === "commit") throw Object.assign(new Error("disk full"), { errcode: 13 });
			exec.call(database, sql);
		};
		group.take([insert(1, "a"), insert(2, "b")]);
		expect(answers).toEqual([
			{ id: 1, failed: "disk full", code: 13 },
			{ id: 2, failed: "disk full", code: 13 },
		]);
		expect(kept()).toEqual([]);
		database.exec = exec;
		group.take([insert(1, "c")]);
		expect(kept()).toEqual(["c"]);
	});

	it("leaves no half of a transaction that SQLite rolled back by itself", () => {
		group.take([insert(1, "a"), mark(2, "begin"), insert(2, "b")]);
		database.exec("rollback");
		group.take([insert(2, "c"), insert(3, "d")]);
		group.take([mark(2, "commit")]);
		expect(kept()).toEqual(["d"]);
		expect(failed()).toContain(6);
	});
});
