import type { Answer } from "../../src/domain/answer.ts";
import type { Asker, Desk, Incoming, Reply } from "../../src/domain/chat.ts";
import type { Say } from "../../src/domain/messages.ts";
import type { Language } from "../../src/domain/sets/languages.ts";
import { westernDigits } from "../../src/domain/typed-words.ts";
import { blocksOf } from "../shared/answer/answer-blocks.ts";
import { dot } from "../shared/answer/cited-lines.ts";
import { isWeakNext } from "../shared/labels.ts";
import { helpText } from "./help.ts";
import { itemsShown, layOut, printLine, type Screen } from "./layout.ts";
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
	readonly #words: Record<"quit" | "check_quote" | "reading", ReadonlySet<string>>;
	/** By number: the items of the answer that was shown last, those of its earlier pages among them. */
	#items = new Map<number, { view: string; item: number }>();
	/** The answer whose reading can be asked for. */
	#read: string | null = null;
	#language: Language;

	constructor(parts: ConsoleParts) {
		this.#parts = parts;
		const words = (key: string) =>
			new Set((["en", "ar"] as const).flatMap((language) => parts.say(language, key).split("|")));
		this.#words = {
			quit: words("command.quit"),
			check_quote: words("command.check_quote"),
			reading: words("command.reading"),
		};
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
		const incoming = this.#incoming(text);
		if (typeof incoming === "string") return this.#note(incoming);
		const reply = await this.#ask(incoming, asker);
		await this.#tellShown(reply, asker);
		return this.#print(reply);
	}

	/** Where a screen holds less than the page, the word "more" has to go on there. */
	async #tellShown(reply: Reply, asker: Asker): Promise<void> {
		if (reply.kind !== "answer" || reply.answer.folded) return;
		const { desk, say, screen } = this.#parts;
		const shown = itemsShown(reply.answer, say, screen());
		if (shown < reply.answer.items.length) await desk.shown(asker, reply.answer.offset + shown);
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

	/** "quote 2" asks for the place of an item; everything else is the desk's to read. A text answers it. */
	#incoming(text: string): Incoming | string {
		if (this.#read && this.#words.reading.has(text.replace(/^\//, "").toLowerCase()))
			return { kind: "reading", view: this.#read };
		const [, word = "", digits = ""] = /^\/?(\S+)\s+(\d{1,6})$/.exec(westernDigits(text)) ?? [];
		if (!this.#words.check_quote.has(word.toLowerCase())) return { kind: "message", text };
		const number = Number(digits);
		const found = this.#items.get(number);
		if (found) return { kind: "check_quote", ...found };
		const numbers = [...this.#items.keys()];
		if (numbers.length === 0)
			return this.#parts.say(this.#language, "console.no_item_yet", { number });
		const [from, to] = [Math.min(...numbers), Math.max(...numbers)];
		return this.#parts.say(this.#language, "console.no_item", { number, from, to });
	}

	#print(reply: Reply): string {
		const { say, screen } = this.#parts;
		switch (reply.kind) {
			case "notice":
				return reply.notice.code === "help"
					? helpText(reply.notice, say, screen())
					: layOutNotice(reply.notice, screen());
			case "quotation": {
				const { quotation, view, item } = reply;
				const shown = [...this.#items].find(([, at]) => at.view === view && at.item === item);
				return layOutQuotation(quotation, shown?.[0] ?? item + 1, say, screen());
			}
			case "answer": {
				const { answer, view } = reply;
				this.#language = answer.language;
				const shown = itemsShown(answer, say, screen());
				this.#remember(answer, view, shown);
				const hints = this.#hints(answer, shown).join(dot);
				return layOut(answer, say, screen(), shown) + this.#note(hints);
			}
		}
	}

	/** What can be typed next. */
	#hints(answer: Answer, shown: number): string[] {
		const { language, folded, items, total, offset, weak = 0, actions, readAs } = answer;
		const { say } = this.#parts;
		const hint = (key: string, count: number) => say(language, `console.${key}`, { count });
		const hints = [];
		const left = Math.min(items.length, total - offset - shown);
		if (folded) hints.push(hint("nearest", items.length));
		else if (left > 0 && !isWeakNext(answer, shown)) hints.push(hint("more", left));
		else if (left > 0 || actions.some(({ kind }) => kind === "more"))
			hints.push(hint("weak", left + weak));
		if (!folded && items.some((item) => item.kind !== "source"))
			hints.push(say(language, "console.check_quote", { number: offset + 1 }));
		if (readAs) hints.push(say(language, "console.reading"));
		return hints;
	}

	/** Numbers of further pages are added to those before them. */
	#remember(answer: Answer, view: string, shown: number): void {
		if (answer.offset === 0) this.#items.clear();
		this.#read = answer.readAs ? view : null;
		for (const { number, item } of blocksOf(answer, this.#parts.say, shown).blocks)
			if (answer.items[item]?.kind !== "source") this.#items.set(number, { view, item });
	}

	#note(text: string): string {
		if (!text) return "";
		const line = { role: "note", text, language: this.#language, indent: 0 } as const;
		return `${printLine(line, "", this.#parts.screen()).join("\n")}\n`;
	}
}
