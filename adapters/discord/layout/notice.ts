import type { APIButtonComponentWithCustomId } from "discord.js";
import type { Notice } from "../../../src/domain/chat.ts";
import { cleanLine } from "../../shared/clean.ts";
import { split } from "../../shared/split.ts";
import { limits } from "../limits.ts";
import { button } from "./controls.ts";
import { directed, fromTheRight, plain } from "./markup.ts";
import { body, type MessageBody, row, text } from "./message.ts";
import { packed } from "./pack.ts";

/**
 * A text of ours, in as many messages as it takes: there is no view to page it by. Under the last one
 * stand the examples that can be asked as they are, and `controls` before them.
 */
export function layOutNotice(
	{ language, title, lines, examples: typed, ready = [] }: Notice,
	controls: APIButtonComponentWithCustomId[] = [],
): MessageBody[] {
	const examples = ready.length > 0 ? [] : typed;
	const asked = ready.map(({ label }, at) =>
		button({ kind: "example", conversation: "", language, at }, label),
	);
	const written = (prefix: string, line: string) => {
		const begun = `${prefix}${language === "ar" ? fromTheRight : ""}`;
		const shown = (piece: string) => `${begun}${plain(piece)}`;
		const safe = directed(cleanLine(line), language);
		return split(safe, limits.text, (piece) => shown(piece).length).map(shown);
	};
	const parts = [
		...(title ? written("### ", title) : []),
		...lines.filter((line) => line.trim()).flatMap((line) => written("", line)),
		...examples.flatMap((example) => written("- ", example)),
	];
	const messages = packed(parts, limits.text, "\n");
	// Discord refuses a message without text.
	const all = messages.length > 0 ? messages : ["…"];
	const buttons = row([...controls, ...asked].slice(0, limits.rowButtons));
	return all.map((content, at) => body([text(content), ...(at === all.length - 1 ? buttons : [])]));
}
