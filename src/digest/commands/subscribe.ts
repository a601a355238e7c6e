import type { Request } from "../../domain/answer.ts";
import type { Asker } from "../../domain/chat.ts";
import { type Subscription, whenTold, whereNothingIsNew } from "../../domain/digest.ts";
import type { DigestField } from "../../domain/forms.ts";
import type { Say } from "../../domain/messages.ts";
import { filterKeys, filters } from "../../domain/sets/filters.ts";
import { type Language, languageKeys } from "../../domain/sets/languages.ts";
import { plain, wordsFor } from "../../domain/typed-words.ts";
import { namesAnything } from "../../question/names-anything.ts";
import { firstDay, nextDue } from "../local-days.ts";
import { type DayReader, readTime, readZone } from "./times.ts";
import { type Typed, withoutMarks } from "./typed.ts";

export const longestTopic = 200;
export const defaultTime = "08:00";

/** A refusal: the key of its text, what was typed, and where. */
export type Refused = { refused: string; value?: string; field: DigestField };
export type Wished = Omit<Subscription, "id" | "since">;

export type WishParts = {
	say: Say;
	days: DayReader;
	/** Takes the filters out of a topic's text. */
	question(text: string): Request;
	now: number;
	/** Of the channel's other digests, where the platform does not tell the person's. */
	zone: string | undefined;
	/** The one that is changed: what is not said stays as it is there. */
	of?: Subscription | undefined;
};

/** The subscription that somebody asked for, new or changed, or what has to be put right. */
export function readWish(
	{ options, rest }: Typed,
	asker: Asker,
	parts: WishParts,
): Wished | Refused {
	const { of, say } = parts;
	const request =
		options.topic === undefined
			? requestOf(parts.question(rest), of)
			: requestOf(parts.question(options.topic), undefined);
	// Days alone are no topic: a digest is of what is new.
	const said = filterKeys.filter((key) => filters[key].takes !== "day").map((key) => request[key]);
	const isNamed = namesAnything(request.text, new Set()) || said.some(Boolean);
	if (!isNamed) return { refused: "needs_topic", field: "topic" };
	if ([request.text, ...said].some((text) => (text?.length ?? 0) > longestTopic))
		return { refused: "topic_too_long", value: String(longestTopic), field: "topic" };
	const when = chosen(options.when, of?.when ?? "daily", wordsFor(say, "digest.when", whenTold));
	if (!when) return { refused: "bad_when", value: options.when ?? "", field: "when" };
	const at = options.at === undefined ? (of?.at ?? defaultTime) : readTime(options.at);
	if (at === null) return { refused: "bad_time", value: options.at ?? "", field: "at" };
	const days =
		options.days === undefined
			? (of?.days ?? parts.days.read("all"))
			: parts.days.read(options.days);
	if (!days) return { refused: "bad_days", value: options.days ?? "", field: "days" };
	// What is told at once needs no time of day, and only tells by it which day it is.
	const other = when === "now" ? "UTC" : undefined;
	const kept = of && (of.when === "daily" || when === "now") ? of.zone : undefined;
	const named = options.zone ?? kept ?? asker.timeZone ?? parts.zone ?? other;
	if (named === undefined) return { refused: "needs_zone", field: "zone" };
	const zone = readZone(named);
	if (zone === null) return { refused: "bad_zone", value: named, field: "zone" };
	const language = languageOf(options.language, request, asker, say, of);
	if (language === null)
		return { refused: "bad_language", value: options.language ?? "", field: "language" };
	const emptyWords = wordsFor(say, "digest.empty", whereNothingIsNew);
	const empty = chosen(options.empty, of?.empty ?? "say", emptyWords);
	if (!empty) return { refused: "bad_empty", value: options.empty ?? "", field: "empty" };
	const isSameTime = of && of.at === at && of.zone === zone && of.when === when;
	const from = isSameTime ? of.from : firstDay({ at, zone }, parts.now);
	const schedule = { at, zone, days, from };
	return {
		place: of?.place ?? { ...asker.place, thread: null },
		maker: of?.maker ?? asker.person,
		...{ request, language, when, ...schedule, empty },
		paused: of?.paused ?? null,
		createdAt: of?.createdAt ?? parts.now,
		lastDay: of?.lastDay ?? null,
		// What the ledger has of it is looked at anew.
		nextDue: of || when === "now" ? parts.now : nextDue(schedule, [], parts.now),
	};
}

/** A new topic takes the filters of the old one with it; filters alone are laid over them. */
function requestOf(
	{ limit, offset, language, ...asked }: Request,
	of: Subscription | undefined,
): Request {
	const request: Request = { ...asked, command: "claims", text: withoutMarks(asked.text) };
	return of && !request.text ? { ...of.request, ...request, text: of.request.text } : request;
}

/** What a word stands for; `usual` where none was typed, undefined for one that stands for nothing. */
function chosen<T extends string>(
	word: string | undefined,
	usual: T,
	words: ReadonlyMap<string, T>,
): T | undefined {
	return word === undefined ? usual : words.get(plain(word));
}

/** As it was chosen, else the topic's own, else the person's. */
function languageOf(
	chosen: string | undefined,
	{ text, by, outlet }: Request,
	asker: Asker,
	say: Say,
	of: Subscription | undefined,
): Language | null {
	if (chosen !== undefined)
		return wordsFor(say, "digest.language", languageKeys).get(plain(chosen)) ?? null;
	if (of) return of.language;
	const typed = text || by || outlet || "";
	if (/\p{Script=Arabic}/u.test(typed)) return "ar";
	return text ? "en" : (asker.language ?? "en");
}
