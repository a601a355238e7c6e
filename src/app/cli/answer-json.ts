import type { Answer } from "../../domain/answer.ts";

/** An answer as the command line prints it: the contract's fields first, the others after. */
export function answerJson(answer: Answer, id: unknown = null): Record<string, unknown> {
	const { language, answered, items, notes, ...rest } = answer;
	return { id, language, answered, items, notes, ...rest };
}
