import type { Notice } from "../../domain/chat.ts";
import type { ClosedReason, Subscription } from "../../domain/digest.ts";
import type { Say } from "../../domain/messages.ts";

/** For the maker of a digest whose channel takes no messages any more. */
export function pausedNotice(
	{ language, request }: Subscription,
	reason: ClosedReason,
	say: Say,
): Notice {
	return {
		code: "digest_paused",
		language,
		title: say(language, "digest.paused.title"),
		lines: [
			say(language, `digest.paused.${reason}`, { topic: request.text }),
			say(language, "digest.paused.resume"),
		],
		examples: [],
	};
}
