import type { Article } from "../domain/article.ts";
import type { Notice } from "../domain/chat.ts";
import type { Say } from "../domain/messages.ts";
import type { Language } from "../domain/sets/languages.ts";
import type { QuestionReading } from "../question/read-question.ts";
import { examplesOf } from "./overview.ts";

/** How to ask, with examples that this corpus answers. */
export function helpNotice(articles: readonly Article[], language: Language, say: Say): Notice {
	return {
		code: "help",
		language,
		title: say(language, "notice.help.title"),
		lines: ["ask", "claims", "timeline", "filters", "threads", "digest"].map((key) =>
			say(language, `hint.${key}`),
		),
		examples: examplesOf(articles, language, say).map(({ name, text }) =>
			`/${say(language, `command.${name}`).split("|")[0]} ${text}`.trim(),
		),
	};
}

/** A line for what is said to the bot and asks nothing of the articles; how to ask, where that was the question. */
export function talkNotice(
	{ answerer, say }: { answerer: { articles(): readonly Article[] }; say: Say },
	{ talk, language }: Pick<QuestionReading, "talk" | "language">,
): Notice {
	if (talk === "bot") return helpNotice(answerer.articles(), language, say);
	return {
		...{ code: "talk", language, title: "", examples: [] },
		lines: [say(language, `talk.${talk}`)],
	};
}
