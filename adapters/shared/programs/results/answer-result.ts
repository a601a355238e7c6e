import { z } from "zod";
import { type Answer, Command, verdictKinds } from "../../../../src/domain/answer.ts";
import { Language } from "../../../../src/domain/sets/languages.ts";
import { ItemResult, itemResult } from "./item-result.ts";
import { Untrusted, untrusted } from "./untrusted.ts";

/**
 * An answer as other programs get it. What `--json` of the command line has too has the same name
 * and the same form here.
 */
export const AnswerResult = z.object({
	command: Command,
	language: Language,
	/** False where the articles do not say; then the items are the nearest misses. */
	answered: z.boolean(),
	heading: z.string(),
	verdict: z.object({ kind: z.enum(verdictKinds), text: z.string() }).nullable(),
	items: z.array(ItemResult),
	/** How the question was read, and what the articles cover, in the asker's language. */
	notes: z.array(z.string()),
	/** Items before paging. */
	total: z.int().min(0),
	offset: z.int().min(0),
	/** The offset of the next page; null where this is the last one. */
	next: z.int().min(0).nullable(),
	untrusted: Untrusted,
});
export type AnswerResult = z.infer<typeof AnswerResult>;

export function answerResult(answer: Answer, command: Command): AnswerResult {
	const { language, answered, heading, verdict, items, notes, total, offset, actions } = answer;
	const hasMore = actions.some(({ kind }) => kind === "more");
	return {
		...{ command, language, answered, heading, verdict: verdict ?? null, notes, total, offset },
		items: items.map((item) => itemResult(item, language)),
		next: hasMore && items.length > 0 ? offset + items.length : null,
		untrusted,
	};
}
