import type { Notice } from "../../../src/domain/chat.ts";
import { cleanLine } from "../../shared/clean.ts";
import { split } from "../../shared/split.ts";
import { limits } from "../limits.ts";
import { directed, plain } from "./markup.ts";
import { body, type MessageBody, text } from "./message.ts";
import { packed } from "./pack.ts";

/** A text of ours, in as many messages as it takes: there is no view to page it by. */
export function layOutNotice({ language, title, lines, examples }: Notice): MessageBody[] {
	const written = (prefix: string, line: string) => {
		const shown = (piece: string) => `${prefix}${plain(piece)}`;
		const safe = directed(cleanLine(line), language);
		return split(safe, limits.text, (piece) => shown(piece).length).map(shown);
	};
	const all = [
		...(title ? written("### ", title) : []),
		...lines.filter((line) => line.trim()).flatMap((line) => written("", line)),
		...examples.flatMap((example) => written("- ", example)),
	];
	const messages = packed(all, limits.text, "\n");
	// Discord refuses a message without text.
	return (messages.length > 0 ? messages : ["…"]).map((content) => body([text(content)]));
}
