import { describe, expect, it } from "vitest";
import { createAnswerer } from "../../../src/answers/answerer.ts";
import { firstClaim, withDaySaid } from "../../../src/answers/verdict/day-said.ts";
import { unknownDate, unknownPublished } from "../../../src/domain/dates.ts";
import { article, claim, names, reader, say, wordSearch } from "./doubles.ts";

const quote = "Ada Holt denied the harbour debt.";

async function answered(saidOn: string | null, published: string | null) {
	const of = article("of", [quote, "The harbour opened in 1999."], {
		published: published
			? { value: published, precision: "day", basis: "printed" }
			: unknownPublished,
	});
	claim(of, 1, quote, {
		...{ speaker: { name: "Ada Holt", kind: "person" }, act: "denies" },
		saidOn: { ...unknownDate, value: saidOn },
	});
	const parts = { articles: [of], search: wordSearch([of]), reader: reader(), names, say };
	return createAnswerer(parts).answer({ command: "claims", text: "harbour debt" });
}

describe("the day of a statement", () => {
	it.each([
		["2024-05-02", "2024-05-03", "Ada Holt denied it, 2 May 2024."],
		["2024-05-01/2024-05-03", null, "Ada Holt denied it, 1 May 2024 to 3 May 2024."],
		[null, "2024-05-03", "Ada Holt denied it. The day is not told; the article is of 3 May 2024."],
		[null, null, "Ada Holt denied it. The day is not told, and the article has none."],
	])("said on %s, printed on %s", async (saidOn, published, expected) => {
		const told = withDaySaid(await answered(saidOn, published), say);
		expect(told.verdict).toEqual({ kind: "date", text: expected });
		expect(told.items).toHaveLength(1);
	});

	it("is none of what is refused, or is nobody's words", async () => {
		const answer = await answered("2024-05-02", null);
		expect(firstClaim(answer)?.quote).toBe(quote);
		expect(firstClaim({ ...answer, answered: false })).toBeUndefined();
		expect(firstClaim({ ...answer, items: [] })).toBeUndefined();
		expect(withDaySaid({ ...answer, items: [] }, say).items).toEqual([]);
	});
});
