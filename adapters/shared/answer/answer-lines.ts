import type { Citation, ClaimItem, EventItem, PassageItem } from "../../../src/domain/answer.ts";
import type { Say } from "../../../src/domain/messages.ts";
import { type Language, languages } from "../../../src/domain/sets/languages.ts";
import { eventDateText } from "../dates.ts";
import { type BlockLine, pageOf, plain } from "./block-line.ts";
import { dot, quoteInLine, quoteLine } from "./cited-lines.ts";
import { nowLines, pastLines } from "./past-lines.ts";
import { readersLines } from "./readers-lines.ts";
import { contestedMark, type RivalContext, rivalLines } from "./rival-lines.ts";
import type { AgainstItem } from "./told-rivals.ts";
import { whoSaid } from "./who-said.ts";

export type CitedItem = ClaimItem | PassageItem | EventItem;

/** What an item stands in. */
export type ItemContext = {
	number: number;
	against: AgainstItem;
	rivals: RivalContext;
	/** Where words stand, as short as the page allows. */
	place(citation: Citation): string;
	language: Language;
	say: Say;
};

/** What is said of an item, in a line where it can be: who, the words, what stands against them, the place. */
export function itemLines(item: CitedItem, context: ItemContext): BlockLine[] {
	const { against, rivals, language, say } = context;
	const placeOf = (citation: Citation): BlockLine => ({
		...plain("place", context.place(citation), language),
		indent: 1,
		...pageOf(citation),
	});
	const lines = [...wordLines(item, context)];
	lines.push(...readersLines(item, say));
	if (item.kind === "claim" && item.gone)
		lines.push(plain("counter", say(language, `gone.${item.gone}`), language));
	if (item.kind === "claim" && item.now) lines.push(...nowLines(item.now, language, say, placeOf));
	lines.push(...pastLines(item, language, say, placeOf));
	for (const told of against.told) lines.push(...rivalLines(told, rivals));
	return lines;
}

/** A day with its number, what happened on it, and where it stands. */
export type EventRow = { day: string; what: BlockLine[]; place: string; url?: string };

/** The same as `itemLines` in columns; null where more than these has to be told. */
export function eventRow(item: EventItem, context: ItemContext): EventRow | null {
	const { number, language, say } = context;
	if (item.standing || item.earlier || item.weaklyRelated || (item.corrections ?? []).length > 0)
		return null;
	const { name, act } = headOf(item, language, say);
	const also = alsoText(item, context);
	const { text } = quoteLine(item, 0);
	if (!text.trim()) return null;
	return {
		day: `${number}. ${name}${act}`.trim(),
		what: [quoteLine(item, 0), ...readersLines(item, say)],
		place: [context.place(item.citation), also].filter(Boolean).join(dot),
		...pageOf(item.citation),
	};
}

/** "1. Politico" and " said, via … · the words · denied in part · l. 7". */
function wordLines(item: CitedItem, context: ItemContext): BlockLine[] {
	const { number, against, rivals, language, say } = context;
	const { name, act } = headOf(item, language, say);
	const words = quoteInLine(item, language);
	const parts = [
		words ?? "",
		contestedMark(against, rivals),
		against.left > 0 ? say(language, "contradiction.more", { count: against.left }) : "",
		item.weaklyRelated ? say(language, "mark.weak") : "",
		item.inArticleAbout ? say(language, "mark.in_article") : "",
		context.place(item.citation),
		alsoText(item, context),
	].filter(Boolean);
	const rest = parts.join(dot);
	const line: BlockLine = {
		role: "item",
		strong: name ? `${number}. ${name}` : `${number}.`,
		text: name ? act + dot + rest : ` ${rest}`,
		language,
		indent: 0,
		...pageOf(item.citation),
	};
	return words === null ? [line, quoteLine(item, 0)] : [line];
}

/** Who said it, or when it happened; nothing where the article says it by itself. */
function headOf(item: CitedItem, language: Language, say: Say): { name: string; act: string } {
	const event = item.kind === "event" ? item.event : item.kind === "passage" ? item.event : null;
	const claim = item.kind === "event" ? undefined : item.claim;
	if (claim) return whoSaid(claim, language, say);
	const name = event?.date.value ? eventDateText(event.date, language, say) : "";
	const planned = event?.planned && item.kind === "event" ? say(language, "planned") : "";
	if (!name) return { name: planned, act: "" };
	return { name, act: planned ? dot + planned : "" };
}

function alsoText({ alsoIn = [] }: CitedItem, { place, language, say }: ItemContext): string {
	if (alsoIn.length === 0) return "";
	const places = alsoIn.map(place).join(languages[language].comma);
	return say(language, "place.also", { places });
}
