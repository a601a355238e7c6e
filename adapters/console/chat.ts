import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Answer, Request } from "../../src/domain/answer.ts";
import type { Language } from "../../src/domain/article.ts";
import { asIsnadError } from "../../src/domain/errors.ts";
import type { Say } from "../../src/domain/messages.ts";
import { clean } from "../shared/clean.ts";
import { type ChatLine, ChatReader } from "../shared/commands.ts";
import { layOut, printLine, type Screen } from "./layout.ts";

/** Items a page: an answer should fit a screen. */
export const pageSize = 5;

export type ConsoleParts = {
	answer(request: Request): Promise<Answer>;
	say: Say;
	/** What is printed before the first prompt. */
	welcome: string;
	/** Read anew for each answer, since a terminal may be resized. */
	screen(): Screen;
	/** Of what is said before anybody has asked anything. */
	language: Language;
};

/** One conversation: what was asked last, so that "more" goes on from there. */
export class Conversation {
	readonly #parts: ConsoleParts;
	readonly #reader: ChatReader;
	#last: { request: Request; next: number; total: number } | null = null;
	#language: Language;

	constructor(parts: ConsoleParts) {
		this.#parts = parts;
		this.#reader = new ChatReader(parts.say);
		this.#language = parts.language;
	}

	get language(): Language {
		return this.#language;
	}

	/** The reply to one line; null ends the conversation. */
	async reply(line: string): Promise<string | null> {
		const read = this.#reader.read(line);
		try {
			return await this.#replyTo(read, /\p{Script=Arabic}/u.test(line) ? "ar" : "en");
		} catch (error) {
			return this.#print(asIsnadError(error).message);
		}
	}

	async #replyTo(line: ChatLine, language: Language): Promise<string | null> {
		if (line.kind !== "empty" && line.kind !== "question") this.#language = language;
		switch (line.kind) {
			case "empty":
				return "";
			case "quit":
				return null;
			case "help":
				return helpText(this.#parts.say, language, this.#parts.screen());
			case "unknown":
				return this.#say("console.unknown_command", { command: clean(line.command) });
			case "needs_text":
				return this.#say("console.needs_text", {
					example: this.#parts.say(language, `console.example.${line.command}`),
				});
			case "more":
				return this.#more();
			case "question":
				return this.#answer({ ...line.request, limit: pageSize, offset: 0 });
		}
	}

	async #more(): Promise<string> {
		const last = this.#last;
		if (!last || last.next >= last.total) return this.#say("console.no_more");
		return this.#answer({ ...last.request, offset: last.next });
	}

	async #answer(request: Request): Promise<string> {
		const { say, screen } = this.#parts;
		const answer = await this.#parts.answer(request);
		this.#language = answer.language;
		const next = answer.offset + answer.items.length;
		this.#last = { request: { ...request, language: answer.language }, next, total: answer.total };
		const text = layOut(answer, say, screen());
		const left = Math.min(pageSize, answer.total - next);
		return left > 0 ? text + this.#say("console.more", { count: left }) : text;
	}

	#say(key: string, params: Record<string, string | number> = {}): string {
		return this.#print(this.#parts.say(this.#language, key, params));
	}

	#print(text: string): string {
		const line = { role: "note", text, language: this.#language, indent: 0 } as const;
		return `${printLine(line, "", this.#parts.screen()).join("\n")}\n`;
	}
}

/** The commands in two columns. */
export function helpText(say: Say, language: Language, screen: Screen): string {
	const rows = say(language, "console.help")
		.split("\n")
		.map((row) => row.split("\t"));
	const width = Math.max(...rows.map(([command = "", what]) => (what ? command.length : 0)));
	const lines = [say(language, "console.help_title")];
	for (const [command = "", what] of rows) {
		const margin = what ? " ".repeat(width + 4) : "  ";
		const first = what ? `  ${command.padEnd(width)}  ` : "  ";
		const line = { role: "quote", text: what ?? command, language, indent: 0 } as const;
		lines.push(...printLine(line, margin, screen, first));
	}
	return `${lines.join("\n")}\n`;
}

/** Talks at a terminal until the person leaves or the signal fires. */
export async function talk(
	parts: ConsoleParts,
	io: { stdin: Readable; stdout: Writable; signal: AbortSignal },
): Promise<void> {
	const { say } = parts;
	const chat = new Conversation(parts);
	io.stdout.write(`${parts.welcome}\n`);
	const prompt = say("en", "console.prompt");
	const lines = createInterface({
		input: io.stdin,
		output: io.stdout,
		terminal: true,
		prompt,
		historySize: 500,
		removeHistoryDuplicates: true,
	});
	const stop = () => lines.close();
	io.signal.addEventListener("abort", stop, { once: true });
	lines.on("SIGINT", stop);
	try {
		lines.prompt();
		for await (const line of lines) {
			const reply = await chat.reply(line);
			if (reply === null) break;
			io.stdout.write(reply ? `${reply}\n` : "");
			lines.prompt();
		}
	} finally {
		io.signal.removeEventListener("abort", stop);
		lines.close();
		io.stdout.write(`\n${say(chat.language, "console.goodbye")}\n`);
	}
}
