import type { Incoming, Reply } from "../domain/chat.ts";
import type { Say } from "../domain/messages.ts";
import { filtersOf } from "../domain/sets/filters.ts";
import type { Language } from "../domain/sets/languages.ts";

/** Notices that what was sent with a form came to nothing. */
const lost = new Set(["view_gone", "not_allowed_operate", "not_served"]);

/** A form that was sent is gone from the screen: what was typed into it is told where it came to nothing. */
export function withTypedText(reply: Reply, incoming: Incoming, say: Say): Reply {
	if (reply.kind !== "notice" || !lost.has(reply.notice.code)) return reply;
	const { notice } = reply;
	const lines = typedLines(incoming, notice.language, say);
	if (lines.length === 0) return reply;
	const told =
		notice.code === "view_gone" ? [say(notice.language, "notice.form_gone")] : notice.lines;
	return { ...reply, notice: { ...notice, lines: [...told, ...lines] } };
}

/** What was typed or chosen in a form, a line each; none where nothing was. */
export function typedLines(incoming: Incoming, language: Language, say: Say): string[] {
	return textsIn(incoming, language, say)
		.filter((text) => text.trim())
		.map((text) => say(language, "wrong.typed", { text }));
}

function textsIn(incoming: Incoming, language: Language, say: Say): string[] {
	switch (incoming.kind) {
		case "wrong": {
			const { value, act, why } = incoming.entry;
			return [value, act && say(language, `act.${act}`), why];
		}
		case "vote": {
			const { reason, note } = incoming.entry ?? { reason: "", note: "" };
			return [reason && say(language, `vote.reason.${reason}`), note];
		}
		case "narrow":
			return Object.values(filtersOf(incoming.filters)).flatMap((value) => value ?? []);
		default:
			return [];
	}
}
