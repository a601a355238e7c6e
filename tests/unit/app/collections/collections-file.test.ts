import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readCollections } from "../../../../src/app/collections/collections-file.ts";
import { CollectionMap } from "../../../../src/domain/collection.ts";

const folder = mkdtempSync(join(tmpdir(), "isnad-collections-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const one = (id: string, more: object = {}) => ({
	...{ id, name: { en: id, ar: id }, corpus: `corpora/${id}` },
	...more,
});

function fileOf(content: unknown): string {
	const file = join(folder, "collections.json");
	writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
	return file;
}

describe("the file of collections", () => {
	it("gives each its folder, from where the file is", () => {
		const file = fileOf({
			collections: [one("gulf", { answers: ["slack:T1/C1"] }), one("levant")],
		});
		expect(readCollections(file)).toEqual([
			{ ...one("gulf", { answers: ["slack:T1/C1"] }), corpus: join(folder, "corpora/gulf") },
			{ ...one("levant", { answers: [] }), corpus: join(folder, "corpora/levant") },
		]);
	});

	it.each<[what: string, content: unknown, says: RegExp]>([
		["no JSON", "{", /is no JSON/],
		["another shape", { collections: [{ id: "gulf" }] }, /collections\.0\.name/],
		["an unknown field", { collections: [one("gulf", { secret: 1 })] }, /collections\.0/],
		["a bad id", { collections: [one("Gulf!")] }, /collections\.0\.id must be 1 to 32 of/],
		["the id of the default one", { collections: [one("default")] }, /another id/],
		[
			"two of one id",
			{ collections: [one("gulf"), one("gulf")] },
			/two collections are called gulf/,
		],
		[
			"two of one folder",
			{ collections: [one("gulf"), one("levant", { corpus: "corpora/gulf/" })] },
			/levant has the folder of another/,
		],
		[
			"a place of two",
			{ collections: [one("a", { answers: ["slack:T1"] }), one("b", { answers: ["slack:T1"] })] },
			/slack:T1 is answered by two collections/,
		],
		[
			"a place that is none",
			{ collections: [one("a", { answers: ["irc:x"] })] },
			/answers\.0 must be/,
		],
	])("with %s is refused in one sentence that says what to change", (_, content, says) => {
		const file = fileOf(content);
		expect(() => readCollections(file)).toThrow(says);
		expect(() => readCollections(file)).toThrow(/^ISNAD_COLLECTIONS, .*\.$/);
	});

	it("that is not there is named", () => {
		expect(() => readCollections(join(folder, "nowhere.json"))).toThrow(
			/nowhere\.json: it cannot be/,
		);
	});
});

describe("which collection answers", () => {
	const map = new CollectionMap([
		{ id: "gulf", answers: ["slack:T1", "discord:99"] },
		{ id: "levant", answers: ["slack:T1/C2"] },
	]);
	it.each([
		["slack", "T1", "C1", "gulf"],
		["slack", "T1", "C2", "levant"],
		["slack", "T2", "C2", "default"],
		["discord", "99", "5", "gulf"],
		["discord", null, "99", "default"],
		["console", null, "console", "default"],
	] as const)("%s %s %s: %s", (platform, space, channel, id) => {
		expect(map.of({ platform, space, channel })).toBe(id);
	});
});
