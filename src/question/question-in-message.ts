import { longestQuestion } from "../domain/question-bounds.ts";

/**
 * What of somebody's message can be looked for: without addresses, mentions and markup, in its first
 * sentences where it is long.
 */
export function aboutText(message: string): string {
	const text = message
		.slice(0, 20 * longestQuestion)
		.replace(/<[@#!][^<>\s]{1,80}>/g, " ")
		.replace(/<?https?:\/\/[^\s<>|]{1,2000}(\|[^<>]{0,500})?>?/g, " ")
		.replace(/[*_~`>]+/g, " ")
		// What looks like a filter in a message is none.
		.replace(/:/g, " ")
		.replace(/\s+/g, " ")
		.trim();
	if (text.length <= longestQuestion) return text;
	const head = text.slice(0, longestQuestion);
	const stop = Math.max(head.lastIndexOf(". "), head.lastIndexOf("؟ "), head.lastIndexOf("! "));
	const blank = head.lastIndexOf(" ");
	const end = stop > longestQuestion / 3 ? stop + 1 : blank > 0 ? blank : longestQuestion;
	return head.slice(0, end).trim();
}
