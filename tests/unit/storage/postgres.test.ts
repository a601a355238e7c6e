import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../src/app/cli/findings/database-findings.ts";
import { databaseName } from "../../../src/storage/postgres/address.ts";
import { databaseError, isClash } from "../../../src/storage/postgres/errors.ts";
import { wholeNumber } from "../../../src/storage/postgres/pool.ts";
import { Pauses } from "../../../src/storage/postgres/tries.ts";

describe("the name of a database", () => {
	it.each([
		["postgres://u:p@host/x", "x at host:5432"],
		["postgresql://u:p%40q@host:6000/x?sslmode=require", "x at host:6000"],
		["postgres://u:p@q@host/x", "x at host:5432"],
		["postgres://host", "the user's own database at host:5432"],
		["postgres:///x?host=/run/postgresql", "x at /run/postgresql:5432"],
		["postgres://u:p@[::1]:1/x", "x at [::1]:1"],
	])("of %s is %s", (address, name) => {
		expect(databaseName(address)).toBe(name);
	});

	it.each([
		"postgres://u:sec@ret/other@host/x",
		"postgres://u:1#secret@host/x",
		"postgres://u:1?secret@host/x",
		"postgres://u:sec/ret@host/x",
		"postgres://u:p@host/%zz",
		"mysql://u:secret@host/x",
		"secret",
	])("is none where %s cannot be read, of which nothing is told", (address) => {
		const read = () => databaseName(address);
		expect(read).toThrow(/^DATABASE_URL cannot be read/);
		try {
			read();
		} catch (error) {
			expect(inspect(error, { depth: 9 })).not.toMatch(/secret|sec@?|ret\b/);
		}
	});
});

describe("what PostgreSQL says", () => {
	it.each([
		["08006", "store_unavailable"],
		["28P01", "store_unavailable"],
		["3D000", "store_unavailable"],
		["57P01", "store_unavailable"],
		["57P03", "store_unavailable"],
		["40001", "store_busy"],
		["40P01", "store_busy"],
		["53200", "store_busy"],
		["53300", "store_busy"],
		["55P03", "store_busy"],
		["57014", "store_busy"],
		["25006", "store_unwritable"],
		["42501", "store_unwritable"],
		["53100", "store_unwritable"],
		["58030", "store_unwritable"],
		["XX001", "store_corrupt"],
		["22P02", "store_failed"],
	])("with %s is %s, in one sentence, without anybody's words", (code, ours) => {
		const said = Object.assign(new Error("people's words"), { code, severity: "ERROR" });
		const error = databaseError("x at host:5432", said);
		expect(error.code).toBe(ours);
		expect(error.message).toMatch(/^[^\n]*x at host:5432[^\n]*\.$/);
		expect(inspect(error, { depth: 9 })).not.toContain("people's words");
		expect(isClash(error)).toBe(code === "40001" || code === "40P01");
	});

	it.each([
		[Object.assign(new Error("connect"), { code: "ECONNREFUSED" }), "store_unavailable"],
		[new Error("Connection terminated unexpectedly"), "store_unavailable"],
		[new Error("Query read timeout"), "store_unavailable"],
		[new Error("timeout exceeded when trying to connect"), "store_busy"],
	])("or what the way to it does: %s is %s", (said, ours) => {
		expect(databaseError("x", said).code).toBe(ours);
	});
});

it("takes a number that no double holds for none", () => {
	expect(wholeNumber("1717200000000")).toBe(1_717_200_000_000);
	expect(wholeNumber("9223372036854775807")).toBeNaN();
});

it("tries a bounded number of times, and only what may be tried", async () => {
	const pauses = new Pauses(() => 0);
	let tried = 0;
	const work = async () => {
		tried++;
		throw new Error("clash");
	};
	await expect(pauses.again(work, () => true)).rejects.toThrow("clash");
	expect(tried).toBe(6);
	await expect(pauses.again(work, () => false)).rejects.toThrow("clash");
	expect(tried).toBe(7);
});

it("finds what is wrong with a database: its age, a standby, no sync, a clock", () => {
	const good = {
		...{ name: "x at h:5432", version: "15.8", major: 15, missing: [], isEmpty: false },
		...{ isReadOnly: false, isSynced: true, aheadMs: 40 },
	};
	expect(findingsOf(good).map(({ ok }) => ok)).toEqual([true]);
	const bad = { major: 12, isReadOnly: true, isSynced: false, aheadMs: -7_000 };
	const says = findingsOf({ ...good, ...bad }).filter(({ ok }) => !ok);
	expect(says.map((each) => each.says)).toEqual([
		expect.stringContaining("too old"),
		expect.stringContaining("standby"),
		expect.stringContaining("fsync"),
		expect.stringContaining("7.0 s behind"),
	]);
	expect(findingsOf({ ...good, missing: ["0009-x"] })[0]?.says).toContain("0009-x");
});
