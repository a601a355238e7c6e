import { ButtonStyle } from "discord.js";
import type { Say } from "../../../src/domain/messages.ts";
import type { Quotation } from "../../../src/domain/quotation.ts";
import type { BlockLine } from "../../shared/answer/block-line.ts";
import { quotationLines } from "../../shared/answer/quotation.ts";
import { limits } from "../limits.ts";
import { button, type CheckControl } from "./controls.ts";
import { markup } from "./markup.ts";
import { body, type MessageBody, row, text } from "./message.ts";
import { packed } from "./pack.ts";

/**
 * A passage with its neighbours and its place; a long one goes on behind a button. `correctable`:
 * whether an operator alone sees it.
 */
export function layOutQuotation(
	quotation: Quotation,
	control: CheckControl,
	say: Say,
	correctable = false,
): MessageBody {
	const lines = quotationLines(quotation, control.number, say);
	// The place stands right under the heading, so that no part is read without knowing whence it is.
	const ranked = lines.toSorted((a, b) => rank(a) - rank(b));
	const parts = packed(
		ranked.flatMap((line) => markup(line, limits.text)),
		limits.text,
		"\n",
	);
	const now = Math.min(control.part, parts.length - 1);
	const label = say(quotation.language, "discord.more");
	const more =
		now + 1 < parts.length
			? [button({ ...control, part: now + 1 }, label, ButtonStyle.Primary)]
			: [];
	const { conversation, view, item } = control;
	const wrong = correctable
		? [button({ kind: "wrong", conversation, view, item }, say(quotation.language, "wrong.button"))]
		: [];
	return body([text(parts[now] ?? ""), ...row([...more, ...wrong])]);
}

/** Of several places the passage's own: those of what stands against it stay with it. */
function rank({ role, indent }: BlockLine): number {
	if (role === "heading") return 0;
	return role === "place" && indent === 0 ? 1 : 2;
}
