import type { Command, Request } from "../domain/answer.ts";
import type { Say } from "../domain/messages.ts";
import { type CommandKey, commandKeys, commandsThat } from "../domain/sets/commands.ts";
import { choicesOf, type FilterKey, filterKeys, putFilter } from "../domain/sets/filters.ts";
import { plain, wordsFor } from "../domain/typed-words.ts";

/** What a line of a chat is. */
export type ChatLine =
	| { kind: "empty" }
	| { kind: "command"; name: string; text: string }
	| { kind: "question"; request: Request };

/** `by:value` and `--by value`, whose two strokes telephones make one of; a value of several words in quotation marks. */
const filterTyped =
	/(^|\s)(?:([\p{L}_]{1,20}):|(?:--|[–—])([\p{L}_]{1,20})(?:=|\s{1,3}))(?:"([^"]{1,200})"|“([^”]{1,200})”|«([^»]{1,200})»|([^\s"“«]\S{0,199}))/gu;

/** Words that are commands without a stroke before them, where nothing else is said. */
const alone: ReadonlySet<CommandKey> = new Set(
	commandsThat(({ typed }) => typed.includes("alone")),
);
/** Words that are commands at the head of a line too, unless it is a question. */
const leading: ReadonlySet<CommandKey> = new Set(
	commandsThat(({ typed }) => typed.includes("leading")),
);

/** Reads chat lines: slash commands and filters in both languages, everything else a question. */
export class ChatReader {
	readonly #commands: ReadonlyMap<string, CommandKey>;
	readonly #filters: ReadonlyMap<string, FilterKey>;
	/** Of each filter that takes one of a list, the words for it. */
	readonly #choices: ReadonlyMap<FilterKey, ReadonlyMap<string, string>>;

	/** `say` gives the words of each command (`command.claims`), filter and stance, `|` between them. */
	constructor(say: Say) {
		this.#commands = wordsFor(say, "command", commandKeys);
		this.#filters = wordsFor(say, "filter", filterKeys);
		this.#choices = new Map(
			filterKeys.flatMap((key) => {
				const choices = choicesOf(key);
				return choices ? [[key, wordsFor(say, `${key}_words`, choices)] as const] : [];
			}),
		);
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

	/**
	 * Takes the filters (`by:yellen outlet:"al jazeera" from:2023`, or `--by yellen` as on a command line) out of
	 * a question's text.
	 */
	question(command: Command, text: string): Request {
		const request: Request = { command, text: "" };
		const rest = text.replace(
			filterTyped,
			(whole, before: string, short: string | undefined, long: string | undefined, ...more) => {
				const name = short ?? long ?? "";
				const values = more as (string | undefined)[];
				const filter = this.#filters.get(plain(name));
				const value = values.slice(0, 4).find((each) => typeof each === "string") ?? "";
				if (!filter) return whole;
				const choices = this.#choices.get(filter);
				const chosen = choices ? (choices.get(plain(value)) ?? "") : value;
				return putFilter(request, filter, chosen) ? before : whole;
			},
		);
		request.text = rest.replace(/\s+/g, " ").trim();
		return request;
	}
}
