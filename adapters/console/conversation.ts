import type { Asker, Desk, Incoming, Reply } from "../../src/domain/chat.ts";
import type { Say } from "../../src/domain/messages.ts";
import type { Language } from "../../src/domain/sets/languages.ts";
import { helpText } from "./help.ts";
import { layOut, printLine, type Screen } from "./layout.ts";
import { layOutNotice, layOutQuotation } from "./notice.ts";

export type ConsoleParts = {
	desk: Desk;
	say: Say;
	/** What is printed before the first prompt. */
	welcome: string;
	/** Read anew for each answer, since a terminal may be resized. */
	screen(): Screen;
	/** Of what is said before anybody has asked anything. */
	language: Language;
	timeZone?: string | undefined;
};

/** The one person and the one place of a terminal. */
const here = { platform: "console", space: null, channel: "console", thread: "console" } as const;

/** One conversation at a terminal: lines in, text out. */
export class Conversation {
	readonly #parts: ConsoleParts;
	readonly #words: Record<"quit" | "check_quote", ReadonlySet<string>>;
	/** The answer that was shown last, and the number of its first item. */
	#last: { view: string; first: number; count: number } | null = null;
	#language: Language;

	constructor(parts: ConsoleParts) {
		this.#parts = parts;
		const words = (key: string) =>
			new Set((["en", "ar"] as const).flatMap((language) => parts.say(language, key).split("|")));
		this.#words = { quit: words("command.quit"), check_quote: words("command.check_quote") };
		this.#language = parts.language;
	}

	get language(): Language {
		return this.#language;
	}

	/** The reply to one line; null ends the conversation. */
	async reply(line: string): Promise<string | null> {
		const text = line.trim();
		if (!text) return "";
		if (this.#words.quit.has(text.replace(/^\//, "").toLowerCase())) return null;
		if (/\p{L}/u.test(text)) this.#language = /\p{Script=Arabic}/u.test(text) ? "ar" : "en";
		const { timeZone } = this.#parts;
		const asker: Asker = {
			place: here,
			person: "console",
			admin: true,
			language: this.#language,
			timeZone,
		};
		return this.#print(await this.#ask(this.#incoming(text), asker));
	}

	/** A desk throws nothing; should it all the same, the conversation goes on. */
	async #ask(incoming: Incoming, asker: Asker): Promise<Reply> {
		const { desk } = this.#parts;
		try {
			return await desk.reply(incoming, asker);
		} catch {
			return { kind: "notice", notice: desk.notice("internal", this.#language) };
		}
	}

	/** "quote 2" asks for the place of an item; everything else is the desk's to read. */
	#incoming(text: string): Incoming {
		const [, word = "", number = ""] = /^\/?(\S+)\s+(\d{1,6})$/.exec(text) ?? [];
		if (this.#last && this.#words.check_quote.has(word.toLowerCase())) {
			const item = Number(number) - this.#last.first;
			return { kind: "check_quote", view: this.#last.view, item };
		}
		return { kind: "message", text };
	}

	#print(reply: Reply): string {
		const { say, screen } = this.#parts;
		switch (reply.kind) {
			case "notice":
				return reply.notice.code === "help"
					? helpText(reply.notice, say, screen())
					: layOutNotice(reply.notice, screen());
			case "quotation":
				return layOutQuotation(
					reply.quotation,
					reply.item + (this.#last?.first ?? 1),
					say,
					screen(),
				);
			case "answer": {
				const { answer, view } = reply;
				this.#language = answer.language;
				const first = answer.offset + 1;
				this.#last = { view, first, count: answer.items.length };
				const text = layOut(answer, say, screen());
				const left = Math.min(
					answer.items.length,
					answer.total - answer.offset - answer.items.length,
				);
				const hints = [
					...(left > 0 ? [say(answer.language, "console.more", { count: left })] : []),
					...(answer.items.some((item) => item.kind !== "source")
						? [say(answer.language, "console.check_quote", { number: first })]
						: []),
				];
				return text + this.#note(hints.join(" "));
			}
		}
	}

	#note(text: string): string {
		if (!text) return "";
		const line = { role: "note", text, language: this.#language, indent: 0 } as const;
		return `${printLine(line, "", this.#parts.screen()).join("\n")}\n`;
	}
}
