import type { Answer, AnswerItem } from "../domain/answer.ts";
import type { ItemPlace, View } from "../domain/conversation.ts";

/** A digest as it is kept for its buttons: whole, since asking again would give another one. */
export function viewOf(answer: Answer, id: string, at: number): View {
	return { id, request: null, answer, places: answer.items.map(placeOf), at };
}

function placeOf(item: AnswerItem): ItemPlace {
	if (item.kind === "source") {
		const { id } = item.article;
		return { article: id, passage: "", line: 1, start: null, end: null, stated: null };
	}
	const { article, passage, line, start, end } = item.citation;
	const stated =
		item.kind === "claim" ? item.claim.id : item.kind === "event" ? item.event.id : null;
	return { article, passage, line, start, end, stated };
}
