import { digestFields } from "../../domain/forms.ts";
import type { Say } from "../../domain/messages.ts";
import { plain, wordsFor } from "../../domain/typed-words.ts";

const verbs = [
	"subscribe",
	"edit",
	"list",
	"preview",
	"pause",
	"resume",
	"unsubscribe",
	"status",
] as const;
export type Verb = (typeof verbs)[number];
const keys = digestFields;
export type Key = (typeof keys)[number];

/**
 * What stands behind `/digest`: a verb, options of a digest, and the rest, with a question's filters in
 * it. The option `topic`, by which forms give it, stands for all of the topic and its filters.
 */
export type Typed = { verb: Verb | null; options: Partial<Record<Key, string>>; rest: string };

/** Takes a digest's own words out of what was typed, in either language. */
export class TypedReader {
	readonly #verbs: ReadonlyMap<string, Verb>;
	readonly #keys: ReadonlyMap<string, Key>;

	constructor(say: Say) {
		this.#verbs = wordsFor(say, "digest.verb", verbs);
		this.#keys = wordsFor(say, "digest.key", keys);
	}

	/** The first word's meaning; null where it is no verb. */
	verb(text: string): Verb | null {
		return this.#verbs.get(plain(text.trim().split(/\s+/, 1)[0] ?? "")) ?? null;
	}

	read(text: string): Typed {
		const verb = this.verb(text);
		const options: Partial<Record<Key, string>> = {};
		const behind = verb ? text.trim().replace(/^\S+/, "") : text;
		const rest = behind.replace(
			/(^|\s)([\p{L}_]{1,20}):(?:"([^"]{1,200})"|«([^»]{1,1000})»|([^\s"«]\S{0,199}))/gu,
			(whole, before: string, name: string, ...values: (string | undefined)[]) => {
				const key = this.#keys.get(plain(name));
				if (!key) return whole;
				options[key] = values.slice(0, 3).find((each) => typeof each === "string") ?? "";
				return before;
			},
		);
		return { verb, options, rest: rest.replace(/\s+/g, " ").trim() };
	}
}

/** A topic that was put in quotation marks as a whole. */
export function withoutMarks(text: string): string {
	return /^(?:"([^"]*)"|«([^»]*)»|“([^”]*)”)$/u.test(text) ? text.slice(1, -1).trim() : text;
}
