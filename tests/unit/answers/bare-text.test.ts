import { expect, it } from "vitest";
import { answererOf, article, claim } from "./doubles.ts";

const of = article("of", ["The union agreed to night shifts."]);
claim(of, 1, "The union agreed to night shifts.", {
	speaker: { name: "Marsh", kind: "person" },
});
const answerer = answererOf([of]);

it("a text that names nothing is refused, but not beside a filter, which does", async () => {
	const request = { command: "claims", text: "x" } as const;
	await expect(answerer.answer(request)).rejects.toMatchObject({ code: "question_empty" });
	await expect(answerer.answer({ ...request, by: "Marsh" })).resolves.toBeDefined();
});
