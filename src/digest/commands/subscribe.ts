import type { Request } from "../../domain/answer.ts";
import type { Asker } from "../../domain/chat.ts";
import type { Subscription } from "../../domain/digest.ts";
import type { Say } from "../../domain/messages.ts";
import { filterKeys, filters } from "../../domain/sets/filters.ts";
import { type Language, languageKeys } from "../../domain/sets/languages.ts";
import { plain, wordsFor } from "../../domain/typed-words.ts";
import { firstDay, nextDue } from "../local-days.ts";
import { type DayReader, readTime, readZone } from "./times.ts";
import { type Typed, withoutMarks } from "./typed.ts";

export const longestTopic = 200;
const defaultTime = "08:00";
const choices = ["say", "skip"] as const;

/** A refusal: the key of its text, and what was typed. */
export type Refused = { refused: string; value?: string };
export type Wished = Omit<Subscription, "id" | "since">;

export type WishParts = {
	say: Say;
	days: DayReader;
	/** Takes the filters out of a topic's text. */
	question(text: string): Request;
	now: number;
	/** Of the channel's other digests, where the platform does not tell the person's. */
	zone: string | undefined;
};

/** The subscription that somebody asked for, or what has to be put right. */
export function readWish(
	{ options, rest }: Typed,
	asker: Asker,
	parts: WishParts,
): Wished | Refused {
	const { limit, offset, language: _, ...asked } = parts.question(rest);
	const request: Request = { ...asked, command: "claims", text: withoutMarks(asked.text) };
	// Days alone are no topic: a digest is of what is new.
	const said = filterKeys.filter((key) => filters[key].takes !== "day").map((key) => request[key]);
	if (!request.text && !said.some(Boolean)) return { refused: "needs_topic" };
	if ([request.text, ...said].some((text) => (text?.length ?? 0) > longestTopic))
		return { refused: "topic_too_long", value: String(longestTopic) };
	const at = options.at === undefined ? defaultTime : readTime(options.at);
	if (at === null) return { refused: "bad_time", value: options.at ?? "" };
	const days = options.days === undefined ? parts.days.read("all") : parts.days.read(options.days);
	if (!days) return { refused: "bad_days", value: options.days ?? "" };
	const named = options.zone ?? asker.timeZone ?? parts.zone;
	if (named === undefined) return { refused: "needs_zone" };
	const zone = readZone(named);
	if (zone === null) return { refused: "bad_zone", value: named };
	const language = languageOf(options.language, request, asker, parts.say);
	if (language === null) return { refused: "bad_language", value: options.language ?? "" };
	const empty =
		options.empty === undefined
			? "say"
			: wordsFor(parts.say, "digest.empty", choices).get(plain(options.empty));
	if (!empty) return { refused: "bad_empty", value: options.empty ?? "" };
	const from = firstDay({ at, zone }, parts.now);
	return {
		place: { ...asker.place, thread: null },
		maker: asker.person,
		request,
		language,
		at,
		zone,
		days,
		empty,
		paused: null,
		createdAt: parts.now,
		from,
		lastDay: null,
		nextDue: nextDue({ at, zone, days, from }, [], parts.now),
	};
}

/** As it was chosen, else the topic's own, else the person's. */
function languageOf(
	chosen: string | undefined,
	{ text, by, outlet }: Request,
	asker: Asker,
	say: Say,
): Language | null {
	if (chosen !== undefined)
		return wordsFor(say, "digest.language", languageKeys).get(plain(chosen)) ?? null;
	const typed = text || by || outlet || "";
	if (/\p{Script=Arabic}/u.test(typed)) return "ar";
	return text ? "en" : (asker.language ?? "en");
}
