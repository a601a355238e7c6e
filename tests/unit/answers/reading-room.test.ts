import { describe, expect, it } from "vitest";
import { Library } from "../../../src/answers/library.ts";
import { createReadingRoom } from "../../../src/answers/reading-room.ts";
import type { Article, EarlierVersion } from "../../../src/domain/article.ts";
import { unknownPublished } from "../../../src/domain/dates.ts";
import { article, claim } from "./doubles.ts";

/** An article whose figure was edited twice. */
function edited(): Article {
	const line = (count: number) => `The mayor said that ${count} houses were flooded.`;
	const now = article("third", [line(30)]);
	claim(now, 1, "30 houses were flooded");
	const version = (id: string, count: number, next: string, until: string): EarlierVersion => {
		const old = article(id, [line(count)]);
		claim(old, 1, `${count} houses were flooded`);
		const became = { [`${id}-p1`]: `${next}-p1`, [`${id}-c1`]: `${next}-c1` };
		const { title, source, passages, claims } = old;
		return {
			...{ id, until, title, source, passages, claims, became },
			published: unknownPublished,
		};
	};
	return {
		...now,
		earlier: [
			version("second", 20, "third", "2024-02-02"),
			version("first", 10, "second", "2024-02-01"),
		],
	};
}

describe("a claim whose article was edited", () => {
	const room = createReadingRoom(new Library([edited()]));

	it("is found by the id that it had", () => {
		for (const id of ["first-c1", "second-c1", "third-c1"])
			expect(room.claim(id, "en")?.quote, id).toBe("30 houses were flooded");
		expect(room.claim("fourth-c1", "en")).toBeNull();
	});

	it("tells all that stood in its place, the newest first", () => {
		const told = room.history("third-c1", "en").map(({ quote, until, citation }) => {
			return [quote, until, citation.article];
		});
		expect(told).toEqual([
			["20 houses were flooded", "2024-02-02", "second"],
			["10 houses were flooded", "2024-02-01", "first"],
		]);
	});

	it("says when its article was edited", () => {
		expect(room.article("third", "en")?.edited).toEqual(["2024-02-02", "2024-02-01"]);
		expect(room.article("first", "en")).toBeNull();
	});
});
