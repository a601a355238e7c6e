import type { Answerer } from "../../answers/answerer.ts";
import type { Answer, AnswerItem } from "../../domain/answer.ts";
import type { Say } from "../../domain/messages.ts";

/**
 * An answer that was kept whole, without the words that an operator took down since. Items keep their
 * places, which the buttons under them count by.
 */
export function withoutTakenDown(answer: Answer, answerer: Answerer, say: Say): Answer {
	const isGone = (item: AnswerItem) => answerer.isTakenDown?.(item) ?? false;
	const words = say(answer.language, "wrong.withheld");
	return {
		...answer,
		items: answer.items.map((item): AnswerItem => {
			if (isGone(item)) return withheld(item, words);
			if (item.kind !== "claim") return item;
			const rivals = item.contradictedBy.filter(
				(rival) => !isGone({ ...rival, kind: "claim", contradictedBy: [] }),
			);
			return { ...item, contradictedBy: rivals };
		}),
	};
}

/** Nothing but that there was something, and in which article. */
function withheld(item: AnswerItem, words: string): AnswerItem {
	if (item.kind === "source") return { ...item, article: { ...item.article, title: words } };
	const { passage: id, line, start, end } = item.citation;
	return {
		kind: "passage",
		quote: words,
		rendering: "paraphrase",
		citation: { ...item.citation, title: null, url: null },
		passage: { id, kind: "body", text: words, source: { line, start, end } },
	};
}
