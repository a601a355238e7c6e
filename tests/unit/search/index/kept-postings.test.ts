import { describe, expect, it } from "vitest";
import { KeptFields } from "../../../../src/search/index/kept-postings.ts";
import { Rows } from "../../../../src/search/words/inverted-list.ts";

type Fields = Map<number, Map<number, number>>;

/** Rows of two terms with two fields each; those of the second one are read. */
function kept(): Fields {
	const rows = new Rows();
	for (const row of [[9, 9], [], [3, 1, 7, 2], [5, 4]]) rows.push(row);
	return new KeptFields(rows, 2, [0, 1]);
}
const first = new Map([
	[3, 1],
	[7, 2],
]);
const second = new Map([[5, 4]]);

describe("postings that are made when they are asked for", () => {
	it.each<[string, (fields: Fields) => unknown, unknown]>([
		["get", (fields) => fields.get(1), second],
		["has", (fields) => fields.has(0), true],
		["size", (fields) => fields.size, 2],
		["delete", (fields) => [fields.delete(0), fields.size], [true, 1]],
		[
			"iteration",
			(fields) => [...fields],
			[
				[0, first],
				[1, second],
			],
		],
		[
			"entries",
			(fields) => [...fields.entries()],
			[
				[0, first],
				[1, second],
			],
		],
		["keys", (fields) => [...fields.keys()], [0, 1]],
		["values", (fields) => [...fields.values()], [first, second]],
	])("are there for %s, whichever is called first", (_what, ask, expected) => {
		expect(ask(kept())).toEqual(expected);
	});

	it("are there for forEach and beside what is set", () => {
		const seen: number[] = [];
		kept().forEach((_times, field) => void seen.push(field));
		expect(seen).toEqual([0, 1]);
		expect(kept().set(2, new Map()).size).toBe(3);
	});
});
