import { z } from "zod";
import { fold } from "../../src/language/text/normalise.ts";
import { isArabic, tokens } from "../../src/language/text/tokens.ts";
import { withoutProclitics } from "../../src/language/words/stem-arabic.ts";
import type { Chat, Meant } from "./chat.ts";

const Expected = z.object({
	topic: z.string().nullable(),
	by: z.string().nullable(),
	outlet: z.string().nullable(),
	act: z.string().nullable(),
	/** The beginning of a day, or a day of the week. */
	from: z.string().nullable(),
});
type Expected = z.infer<typeof Expected>;

export const Chain = z.object({
	id: z.string(),
	corpus: z.string(),
	turns: z.array(z.object({ text: z.string(), expect: Expected })),
});
type Turn = z.infer<typeof Chain>["turns"][number];

/** The acts as people name them; "say" is whatever was said. */
const acts: Record<string, string> = {
	deny: "denies",
	accuse: "accuses",
	promise: "promises",
	predict: "predicts",
	warn: "warns",
	confirm: "confirms",
	demand: "calls_for",
	estimate: "estimates",
};

/** Letters by which two forms of a word are told for one. */
const sameStart = 4;
/** Of a topic's words so many must be in the request. */
const most = 0.5;

/** What is not as expected, in words; empty where the turn is right. */
export function differences(
	expect: Expected,
	before: readonly Turn[],
	meant: Meant,
	names: Chat["names"],
): string[] {
	if (expect.topic === null && expect.by === null)
		return meant === null ? [] : ["something is kept"];
	if (meant === null) return ["nothing is kept"];
	const out: string[] = [];
	const differ = (what: string, want: string | null | undefined, got: string | undefined) =>
		out.push(`${what} is ${got ?? "none"}, not ${want ?? "none"}`);
	for (const what of ["by", "outlet"] as const) {
		const [want, got] = [expect[what], meant[what]];
		// An outlet that speaks is its own speaker.
		if (want === null && what === "by" && got && expect.outlet && isSame(expect.outlet, got, names))
			continue;
		const all = what === "by" ? [got, meant.outlet] : [got, meant.by];
		const found =
			want === null ? got === undefined : all.some((one) => one && isSame(want, one, names));
		if (!found) differ(what, want, got);
	}
	const act = expect.act && acts[expect.act];
	if ((act ?? undefined) !== meant.act && !(expect.act === null && isAsked(meant.act, before)))
		differ("act", expect.act, meant.act);
	if (!isDay(expect.from, meant.from)) differ("from", expect.from, meant.from);
	// What nobody has typed, the request cannot hold.
	const typed = [...before.map(({ text }) => text), meant.typed].join(" ");
	const topic = wordsOf(expect.topic ?? "").filter((word) => holds(typed, word));
	const told = share(topic, meant.text);
	if (told < most) differ("topic", expect.topic, meant.text);
	else if (left(expect, before, meant).length > 0)
		out.push(`of the topic is left: ${left(expect, before, meant).join(" ")}`);
	return out;
}

/** Small talk leaves what was asked as it was. */
function isAsked(act: string | undefined, before: readonly Turn[]): boolean {
	return before.some(({ expect }) => expect.act !== null && acts[expect.act] === act);
}

function isSame(want: string, got: string, names: Chat["names"]): boolean {
	return names(want, got) || wordsOf(want).some((word) => holds(got, word));
}

function isDay(want: string | null, got: string | undefined): boolean {
	if (want === null) return got === undefined;
	if (got === undefined) return false;
	if (/^\d/.test(want)) return got.startsWith(want);
	const day = new Date(`${got.slice(0, 10)}T00:00:00Z`);
	return day.toLocaleDateString("en", { weekday: "long", timeZone: "UTC" }) === want;
}

/** Words of earlier topics that this one leaves behind, and the request does not. */
function left(expect: Expected, before: readonly Turn[], meant: Meant): string[] {
	const kept = `${expect.topic} ${expect.by} ${expect.outlet}`;
	const earlier = before.flatMap((turn) => wordsOf(turn.expect.topic ?? ""));
	return [...new Set(earlier)].filter(
		(word) => !holds(kept, word) && holds(meant?.topic ?? "", word),
	);
}

function share(words: readonly string[], text: string): number {
	if (words.length === 0) return 1;
	return words.filter((word) => holds(text, word)).length / words.length;
}

function holds(text: string, word: string): boolean {
	return tokens(text).some((token) => isAlike(bare(token.text), bare(word)));
}

function isAlike(one: string, other: string): boolean {
	const least = Math.min(one.length, other.length, sameStart);
	return one === other || (least >= 3 && one.slice(0, least) === other.slice(0, least));
}

function bare(word: string): string {
	return isArabic(word) ? withoutProclitics(fold(word)) : word;
}

function wordsOf(text: string): string[] {
	return tokens(text)
		.map((token) => token.text)
		.filter((word) => word.length > 2 && !["and", "for", "the", "of"].includes(word));
}
