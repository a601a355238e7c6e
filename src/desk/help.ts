import type { Notice } from "../domain/chat.ts";
import type { Say } from "../domain/messages.ts";
import type { Language } from "../domain/sets/languages.ts";
import type { QuestionReading } from "../question/read-question.ts";
import { type Corpus, examplesOf } from "./overview.ts";

/** How to ask, with examples that this corpus answers. */
export function helpNotice(corpus: Corpus, language: Language, say: Say): Notice {
	const ready = examplesOf(corpus, language, say);
	return {
		code: "help",
		language,
		title: say(language, "notice.help.title"),
		lines: ["ask", "claims", "timeline", "filters", "threads", "digest"].map((key) =>
			say(language, `hint.${key}`),
		),
		examples: ready.map(({ name, text }) => `/${name} ${text}`.trim()),
		ready,
	};
}

/** That a question holds nothing to look for, and how to ask. */
export function bareNotice(corpus: Corpus, language: Language, say: Say): Notice {
	const { examples, ready } = helpNotice(corpus, language, say);
	const lines = [say(language, "error.question_bare")];
	return {
		code: "question_empty",
		language,
		title: "",
		lines,
		examples,
		...(ready ? { ready } : {}),
	};
}

/** A line for what is said to the bot and asks nothing of the articles; how to ask, where that was the question. */
export function talkNotice(
	corpus: Corpus,
	{ talk, language }: Pick<QuestionReading, "talk" | "language">,
	say: Say,
): Notice {
	if (talk === "bot") return helpNotice(corpus, language, say);
	return {
		...{ code: "talk", language, title: "", examples: [] },
		lines: [say(language, `talk.${talk}`)],
	};
}
