import type { Answer } from "../../src/domain/answer.ts";
import type { Notice } from "../../src/domain/chat.ts";
import { asIsnadError } from "../../src/domain/errors.ts";
import type { Say } from "../../src/domain/messages.ts";
import type { Picture, Pictures } from "../../src/domain/picture.ts";
import type { Logger } from "../../src/domain/ports.ts";

type Parts = { pictures?: Pictures | undefined; say: Say; log: Logger };

/** The picture of an answer, or what to tell where there is none. */
export async function drawnOf(
	{ pictures, say, log }: Parts,
	answer: Answer,
): Promise<{ picture: Picture } | { notice: Notice }> {
	const { language } = answer;
	let key = "notice.picture";
	try {
		const picture = await pictures?.ofAnswer(answer);
		if (picture) return { picture };
	} catch (error) {
		const { code } = asIsnadError(error);
		log("warn", "A picture could not be drawn.", { code });
		// No later try would find room for it.
		if (code === "picture_too_large") key = "error.picture_too_large";
	}
	const title = say(language, "notice.picture.title");
	return {
		notice: { code: "picture", language, title, lines: [say(language, key)], examples: [] },
	};
}
