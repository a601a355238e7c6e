import type { Command, Request, Stance } from "../domain/answer.ts";
import { Act } from "../domain/article.ts";
import type { Say } from "../domain/messages.ts";

/** What a line of a chat is. */
export type ChatLine =
	| { kind: "empty" }
	| { kind: "command"; name: string; text: string }
	| { kind: "question"; request: Request };

const commandKeys = [
	"claims",
	"ask",
	"timeline",
	"search",
	"sources",
	"digest",
	"settings",
	"isnad",
	"help",
	"more",
	"quit",
] as const;
export type CommandKey = (typeof commandKeys)[number];
/** Words that are commands without a stroke before them, where nothing else is said. */
const alone: ReadonlySet<CommandKey> = new Set(["more", "quit", "help", "sources", "settings"]);
/** Words that are commands at the head of a line too, unless it is a question. */
const leading: ReadonlySet<CommandKey> = new Set([
	"claims",
	"ask",
	"timeline",
	"digest",
	"settings",
	"isnad",
]);
const filterKeys = ["by", "outlet", "from", "to", "stance"] as const;
const stances: readonly Stance[] = ["contested", ...Act.options];
const languages = ["en", "ar"] as const;

/** Reads chat lines: slash commands and filters in both languages, everything else a question. */
export class ChatReader {
	readonly #commands: ReadonlyMap<string, CommandKey>;
	readonly #filters: ReadonlyMap<string, (typeof filterKeys)[number]>;
	readonly #stances: ReadonlyMap<string, Stance>;

	/** `say` gives the words of each command (`command.claims`), filter and stance, `|` between them. */
	constructor(say: Say) {
		this.#commands = words(say, "command", commandKeys);
		this.#filters = words(say, "filter", filterKeys);
		this.#stances = words(say, "stance_words", stances);
	}

	read(line: string): ChatLine {
		const text = line.trim();
		if (!text) return { kind: "empty" };
		const bare = this.command(text);
		if (bare && alone.has(bare)) return { kind: "command", name: text, text: "" };
		const space = text.search(/\s/);
		const first = space < 0 ? text : text.slice(0, space);
		const rest = space < 0 ? "" : text.slice(space).trim();
		if (text.startsWith("/")) return { kind: "command", name: first.slice(1), text: rest };
		const key = this.command(first);
		if (key && leading.has(key) && rest && !/[?؟]$/.test(text))
			return { kind: "command", name: first, text: rest };
		return { kind: "question", request: this.question("ask", text) };
	}

	/** Which command a name stands for, in either language; null for none. */
	command(name: string): CommandKey | null {
		return this.#commands.get(plain(name)) ?? null;
	}

	/** Takes the filters (`by:yellen outlet:"al jazeera" from:2023`) out of a question's text. */
	question(command: Command, text: string): Request {
		const request: Request = { command, text: "" };
		const rest = text.replace(
			/(^|\s)([\p{L}_]{1,20}):(?:"([^"]{1,200})"|«([^»]{1,200})»|([^\s"«]\S{0,199}))/gu,
			(whole, before: string, name: string, ...values: (string | undefined)[]) => {
				const filter = this.#filters.get(plain(name));
				const value = values.slice(0, 3).find((each) => typeof each === "string") ?? "";
				if (!filter) return whole;
				if (filter === "stance") {
					const stance = this.#stances.get(plain(value));
					if (!stance) return whole;
					request.stance = stance;
				} else
					request[filter] = filter === "from" || filter === "to" ? westernDigits(value) : value;
				return before;
			},
		);
		request.text = rest.replace(/\s+/g, " ").trim();
		return request;
	}
}

function words<K extends string>(say: Say, prefix: string, keys: readonly K[]): Map<string, K> {
	const out = new Map<string, K>();
	for (const key of keys) {
		for (const language of languages) {
			for (const word of say(language, `${prefix}.${key}`).split("|")) out.set(plain(word), key);
		}
	}
	return out;
}

// Typed with or without hamza, ta marbuta, underscore or hyphen: the same command.
function plain(word: string): string {
	return word
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[\u064b-\u065f\u0640]/g, "")
		.replace(/[أإآ]/g, "ا")
		.replace(/ة$/, "ه")
		.replace(/[_\s]/g, "-");
}

function westernDigits(value: string): string {
	return value
		.replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660))
		.replace(/[۰-۹]/g, (d) => String(d.charCodeAt(0) - 0x6f0));
}
