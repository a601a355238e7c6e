import { describe, expect, it } from "vitest";
import { type DatedSpan, saidOn } from "../../../../src/attribution/speakers/said-on.ts";
import type { Statement } from "../../../../src/attribution/statement.ts";
import type { StatedDate } from "../../../../src/domain/dates.ts";

const day = (value: string): StatedDate => ({ value, precision: "day", basis: "derived" });
const dated = (value: string, start: number, end: number): DatedSpan => ({
	...day(value),
	start,
	end,
});

/** A statement whose frame takes the offsets 10 to 30 and whose words take 30 to 60. */
const statement: Statement = {
	start: 30,
	end: 60,
	frameStart: 10,
	speaker: null,
	agreement: null,
	via: [],
	act: "asserts",
	unnamed: false,
	direct: false,
	earlier: false,
	standing: false,
};
const published = day("2023-05-04");
const context = { carried: undefined, published, from: 10, sentenceEnd: 100 };

describe("the day of a statement", () => {
	it("is one that stands in its frame", () => {
		expect(saidOn(statement, [dated("2023-05-02", 18, 24)], context).value).toBe("2023-05-02");
	});

	it("is not one that stands inside what is said", () => {
		expect(saidOn(statement, [dated("2020-01-01", 40, 50)], context).value).toBeNull();
	});

	it("is one right behind what is said, in the same sentence", () => {
		expect(saidOn(statement, [dated("2023-05-03", 66, 72)], context).value).toBe("2023-05-03");
		const ended = { ...context, sentenceEnd: 62 };
		expect(saidOn(statement, [dated("2023-05-03", 66, 72)], ended).value).toBeNull();
	});

	it("prefers a day to a month, whichever comes first", () => {
		const month: DatedSpan = { ...dated("2023-04", 12, 16), precision: "month" };
		expect(saidOn(statement, [month, dated("2023-05-02", 18, 24)], context).value).toBe(
			"2023-05-02",
		);
	});

	it("is an aside inside a bare object", () => {
		const bare = { ...statement, bare: true };
		expect(saidOn(bare, [dated("2023-05-01", 38, 44)], context).value).toBe("2023-05-01");
	});

	it("is none where the words give none, whatever the article's own day", () => {
		expect(saidOn(statement, [], context).value).toBeNull();
	});

	it("is none where the day named lies after the article", () => {
		expect(saidOn(statement, [dated("2023-05-09", 18, 24)], context).value).toBeNull();
	});

	it("is a month although the article lies in it", () => {
		const month: DatedSpan = { ...dated("2023-05", 12, 16), precision: "month" };
		expect(saidOn(statement, [month], context).value).toBe("2023-05");
	});

	it("goes on from the same speaker's statement before it in the passage", () => {
		const carried = day("2023-05-01");
		expect(saidOn(statement, [], { ...context, carried })).toEqual(carried);
	});

	it("is unknown where the words say that it lies further back", () => {
		const earlier = { ...statement, earlier: true };
		expect(saidOn(earlier, [], { ...context, carried: day("2023-05-01") }).value).toBeNull();
	});

	it("finds its own date among thousands", () => {
		const dates = Array.from({ length: 5_000 }, (_, i) =>
			dated("2000-01-01", 200 + i * 10, 205 + i * 10),
		);
		const all = [dated("2023-05-02", 18, 24), ...dates];
		expect(saidOn(statement, all, context).value).toBe("2023-05-02");
	});
});
