import type { Answerer } from "../answers/answerer.ts";
import type { Answer, AnswerItem } from "../domain/answer.ts";
import type { Say } from "../domain/messages.ts";

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

function withheld(item: AnswerItem, words: string): AnswerItem {
	if (item.kind === "source") return { ...item, article: { ...item.article, title: words } };
	const { keyWords: _words, alsoIn: _also, ...rest } = item;
	const citation = { ...item.citation, title: null, url: null };
	const shown = { quote: words, rendering: "paraphrase" as const, citation };
	if (rest.kind === "event") return { ...rest, ...shown };
	if (rest.kind === "claim") return { ...rest, ...shown, contradictedBy: [] };
	const {
		context: _context,
		claim: _claim,
		contradictedBy: _rivals,
		event: _event,
		...bare
	} = rest;
	return { ...bare, ...shown, passage: { ...rest.passage, text: words } };
}
