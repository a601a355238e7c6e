import type { Answer } from "../../src/domain/answer.ts";
import type { Say } from "../../src/domain/messages.ts";
import { type Language, languages } from "../../src/domain/sets/languages.ts";
import type { Block } from "./answer/answer-blocks.ts";
import { clean } from "./clean.ts";

/** What the button that goes on is called: how many more there are, or what kind they are. */
export function moreLabel(answer: Answer, shown: number, say: Say): string {
	const { language, folded, items, total, offset, weak = 0 } = answer;
	if (folded) return say(language, "more.nearest", { count: items.length });
	const count = total - offset - shown;
	if (count > 0 && !isWeakNext(answer, shown)) return say(language, "more.count", { count });
	return say(language, "more.weak", { count: count + weak });
}

/** Whether all that comes behind the items shown is only weakly related. */
export function isWeakNext({ items, total, offset }: Answer, shown: number): boolean {
	const next = items.slice(shown);
	if (next.length === 0) return total <= offset + shown;
	return next.every((item) => item.kind !== "source" && item.weaklyRelated === true);
}

/** Blocks whose quotation can be checked. */
export function quoting({ items }: Answer, blocks: readonly Block[]): Block[] {
	return blocks.filter(({ item }) => items[item]?.kind !== "source");
}

/** What the list of all that can be checked is called. */
export function checkTitle(language: Language, quotations: number, say: Say): string {
	return say(language, quotations > 0 ? "check.choose" : "check.reading");
}

/** "2 · Janet Yellen": a quotation in the list of those that can be checked. Plain text on every platform. */
export function checkLabel({ items, language }: Answer, { item, number }: Block, say: Say): string {
	const of = items[item];
	const claim = of && "claim" in of ? of.claim : undefined;
	const name = claim ? clean(claim.speaker.label?.[language] ?? claim.speaker.name) : "";
	const text = name ? `${number} · ${name}` : say(language, "check.number", { number });
	return languages[language].direction === "rtl" ? `\u200f${text}` : text;
}
