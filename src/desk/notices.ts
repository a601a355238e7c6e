import type { Notice, Reply } from "../domain/chat.ts";
import { asIsnadError } from "../domain/errors.ts";
import type { MessageParams, Say } from "../domain/messages.ts";
import type { Language } from "../domain/sets/languages.ts";

/** A notice whose texts are `notice.<code>.title` and `notice.<code>`, paragraphs on lines of their own. */
export function noticeOf(
	say: Say,
	code: string,
	language: Language,
	params: MessageParams = {},
	examples: string[] = [],
): Notice {
	const title = say(language, `notice.${code}.title`);
	return {
		code,
		language,
		title: title.startsWith("notice.") ? "" : title,
		lines: say(language, `notice.${code}`, params).split("\n"),
		examples,
	};
}

/** The notice as a reply: what was asked is not done. */
export function refusal(
	say: Say,
	code: string,
	language: Language,
	params: MessageParams = {},
): Reply {
	return { kind: "notice", notice: noticeOf(say, code, language, params) };
}

/** Whether a question was refused because it holds nothing to look for. */
export function isBare(error: unknown): boolean {
	return asIsnadError(error).told.key === "question_bare";
}

/** What went wrong, in the asker's language; an error that has no text of its own is told as `internal`. */
export function errorNotice(say: Say, error: unknown, language: Language): Notice {
	const { code, told } = asIsnadError(error);
	const key = `error.${told.key}`;
	const text = say(language, key, told.params);
	const known = text !== key;
	return {
		code,
		language,
		title: "",
		lines: [known ? text : say(language, "error.internal")],
		examples: [],
	};
}
