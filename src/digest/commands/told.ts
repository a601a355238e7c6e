import type { Asker, Notice } from "../../domain/chat.ts";
import type { Subscription } from "../../domain/digest.ts";
import type { Language } from "../../domain/sets/languages.ts";
import type { DamagedRow } from "../../domain/state/damaged.ts";
import type { Refused } from "./subscribe.ts";
import type { DigestTexts } from "./texts.ts";
import type { Typed } from "./typed.ts";

/** What is told; `draft`: what was typed and could not be taken, so that a form can be filled with it. */
export type Told = { kind: "notice"; notice: Notice; draft?: string };

/** One command with what the place has. */
export type Order = {
	typed: Typed;
	text: string;
	asker: Asker;
	all: readonly Subscription[];
	damaged: readonly DamagedRow[];
	texts: DigestTexts;
	language: Language;
};

/** A notice of the digests, its code `digest_…`; `typed`: what can be typed next. */
export function tell(
	{ texts, language }: Pick<Order, "texts" | "language">,
	code: string,
	lines: string[],
	typed: string[] = [],
): Told {
	const title = texts.text("title");
	return {
		kind: "notice",
		notice: { code: `digest_${code}`, language, title, lines, examples: typed },
	};
}

/** What has to be put right, with all that was typed. */
export function refuse(order: Order, refused: Refused): Told {
	const { texts, text } = order;
	const told = tell(order, refused.refused, [refusalText(order, refused)], examples(texts));
	return { ...told, draft: text };
}

export function refusalText(
	{ texts }: Pick<Order, "texts">,
	{ refused, value = "" }: Refused,
): string {
	return texts.text(refused, { value: `\u2068${value.slice(0, 60)}\u2069` });
}

export function examples(texts: DigestTexts): string[] {
	return texts.text("examples").split("\n");
}

/** The digests of a place, numbered. */
export function listed(all: readonly Subscription[], texts: DigestTexts): string[] {
	return all.map(
		(one, n) => `${n + 1}. ${texts.topic(one)}: ${texts.schedule(one)}. ${texts.state(one)}`,
	);
}
