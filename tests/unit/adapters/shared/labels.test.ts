import { expect, it } from "vitest";
import { isWeakNext, moreLabel } from "../../../../adapters/shared/labels.ts";
import type { Answer } from "../../../../src/domain/answer.ts";
import { answererOf, article, claim, say } from "../../answers/doubles.ts";

/** Three claims, the last of which is only near the topic. */
async function reefs(limit: number): Promise<Answer> {
	const of = article("shore", [
		"The sludge on the reef is theirs.",
		"The sludge at the reef is old.",
		"The reef was quiet.",
	]);
	for (const [n, { text }] of of.passages.entries()) claim(of, n + 1, text);
	return answererOf([of]).answer({ command: "claims", text: "sludge reef", limit });
}

it.each([
	[3, 1, "More (2)"],
	[3, 2, "Weakly related (1)"],
	[2, 1, "More (1)"],
	[2, 2, "Weakly related (1)"],
	[1, 1, "More (1)"],
])("of %i items with %i shown the button says %s", async (limit, shown, label) => {
	expect(moreLabel(await reefs(limit), shown, say)).toBe(label);
});

it("promises nothing weak alone where something behind it is not", async () => {
	const answer = await reefs(3);
	const [first, second, third] = answer.items;
	if (!first || !second || third?.kind !== "claim") throw new Error("no claims");
	const items = [first, { ...third, weaklyRelated: true as const }, second];
	expect(isWeakNext({ ...answer, items }, 1)).toBe(false);
	expect(isWeakNext({ ...answer, items: [first, second, third] }, 2)).toBe(true);
});
