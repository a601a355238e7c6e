import type { Answer, Request } from "../../domain/answer.ts";
import type { Asker, Notice, Reply } from "../../domain/chat.ts";
import type { Subscription } from "../../domain/digest.ts";
import type { Say } from "../../domain/messages.ts";
import type { Clock } from "../../domain/ports.ts";
import type { Language } from "../../domain/sets/languages.ts";
import type { Store } from "../../domain/store.ts";
import { plain, westernDigits } from "../../domain/typed-words.ts";
import type { Writer } from "../contents/writer.ts";
import { subscriptionId } from "../delivery/delivery-key.ts";
import { addDays, firstDay, localDay } from "../local-days.ts";
import { readWish } from "./subscribe.ts";
import { DigestTexts } from "./texts.ts";
import { DayReader } from "./times.ts";
import { TypedReader, type Verb } from "./typed.ts";

export type CommandParts = {
	store: Pick<Store, "subscriptions" | "deliveries" | "changes">;
	write: Writer;
	/** Takes the filters out of a topic's text. */
	question(text: string): Request;
	say: Say;
	now: Clock;
	/** Twelve characters that nobody can guess. */
	newId(): string;
	/** Subscriptions a channel. */
	most: number;
};

export const mostSubscriptions = 20;
/** Days that `status` tells of. */
const daysTold = 7;
const open: readonly (Verb | null)[] = ["list", "preview", "status", null];

/** `/digest` on every platform. Who may do what is settled before. */
export class DigestCommands {
	readonly #parts: CommandParts;
	readonly #typed: TypedReader;
	readonly #days: DayReader;

	constructor(parts: CommandParts) {
		this.#parts = parts;
		this.#typed = new TypedReader(parts.say);
		this.#days = new DayReader(parts.say);
	}

	/** Whether the text only looks at what there is, which everybody may. */
	isOpen(text: string): boolean {
		return open.includes(this.#typed.verb(text));
	}

	/** Expected refusals are notices. Errors: those of the store and of writing a preview. */
	async run(text: string, asker: Asker, language: Language): Promise<Reply | { answer: Answer }> {
		const typed = this.#typed.read(text);
		const texts = new DigestTexts(this.#parts.say, language, this.#parts.now());
		const { platform, channel } = asker.place;
		const { subscriptions } = this.#parts.store;
		const all = await subscriptions.ofChannel(platform, channel);
		const damaged = await subscriptions.damaged(platform, channel);
		const hurt = damaged.map(({ id, field }) => texts.text("damaged", { id, field }));
		const tell = (code: string, lines: string[], examples: string[] = []) =>
			notice(texts, code, language, lines, examples);
		switch (typed.verb) {
			case null:
				return tell("help", texts.text("help").split("\n"), this.#examples(texts));
			case "subscribe":
				return this.#subscribe(typed, asker, all, texts, tell);
			case "list":
				return all.length + hurt.length === 0
					? tell("none", [texts.text("none")], this.#examples(texts))
					: tell("list", [...listed(all, texts), ...hurt]);
			case "status":
				return this.#status(chosen(all, typed.rest) ?? all, hurt, texts, tell);
			case "unsubscribe":
				// What cannot be read can still be ended, by the id that it was named with.
				if (!damaged.some(({ id }) => id === typed.rest)) break;
				await subscriptions.remove(typed.rest);
				return tell("ended", [texts.text("ended", { topic: typed.rest })]);
		}
		const picked = chosen(all, typed.rest);
		const [one] = picked ?? [];
		if (all.length === 0) return tell("none", [texts.text("none")], this.#examples(texts));
		if (!picked) {
			const params = { value: typed.rest.slice(0, 60) };
			return tell("unknown", [texts.text("unknown", params), ...listed(all, texts)]);
		}
		if (!one || picked.length > 1)
			return tell("which", [texts.text("which"), ...listed(all, texts)]);
		if (typed.verb === "preview") return this.#preview(one, texts);
		await this.#change(typed.verb, one);
		const key = { pause: "pausing", resume: "resumed", unsubscribe: "ended" }[typed.verb];
		return tell(key, [texts.text(key, { topic: texts.topic(one) })]);
	}

	async #subscribe(
		typed: Parameters<typeof readWish>[0],
		asker: Asker,
		all: readonly Subscription[],
		texts: DigestTexts,
		tell: Tell,
	): Promise<Reply> {
		const { store, question, say, now, newId, most } = this.#parts;
		const parts = { say, days: this.#days, question, now: now(), zone: all.at(-1)?.zone };
		const wished = readWish(typed, asker, parts);
		if ("refused" in wished) {
			const value = `\u2068${(wished.value ?? "").slice(0, 60)}\u2069`;
			return tell(wished.refused, [texts.text(wished.refused, { value })], this.#examples(texts));
		}
		const asked = JSON.stringify([wished.request, wished.at, wished.zone]);
		if (all.some(({ request, at, zone }) => JSON.stringify([request, at, zone]) === asked))
			return tell("exists", [texts.text("exists", { topic: texts.topic(wished) })]);
		const id = subscriptionId(newId());
		const made: Subscription = { ...wished, id, since: await store.changes.last() };
		if (!(await store.subscriptions.add(made, most)))
			return tell("too_many", [texts.text("too_many", { count: most })]);
		return tell("subscribed", [
			texts.text("subscribed", { topic: texts.topic(made), schedule: texts.schedule(made) }),
			texts.text("first", { day: texts.next(made) }),
			texts.text(`when_empty.${made.empty}`),
		]);
	}

	async #status(
		which: readonly Subscription[],
		hurt: readonly string[],
		texts: DigestTexts,
		tell: Tell,
	): Promise<Reply> {
		if (which.length + hurt.length === 0)
			return tell("none", [texts.text("none")], this.#examples(texts));
		const { store, now } = this.#parts;
		const lines: string[] = [];
		for (const one of which) {
			const from = addDays(localDay(now(), one.zone), -daysTold);
			const rows = await store.deliveries.since(one.id, from, daysTold);
			lines.push(`${texts.topic(one)}: ${texts.state(one)}`);
			if (rows.length === 0) lines.push(texts.text("status.none"));
			lines.push(...rows.map((row) => texts.delivery(row)));
		}
		return tell("status", [...lines, ...hurt]);
	}

	/** What the next digest would say now; nothing is posted, and it is new tomorrow all the same. */
	async #preview(one: Subscription, texts: DigestTexts): Promise<{ answer: Answer }> {
		const day = localDay(this.#parts.now(), one.zone);
		const { answer } = await this.#parts.write(one, { day, missedFrom: null, missed: 0 });
		return { answer: { ...answer, notes: [texts.text("preview"), ...answer.notes] } };
	}

	async #change(verb: "pause" | "resume" | "unsubscribe", one: Subscription): Promise<void> {
		const { store, now } = this.#parts;
		if (verb === "unsubscribe") await store.subscriptions.remove(one.id);
		else if (verb === "pause") await store.subscriptions.change(one.id, { paused: "asked" });
		else {
			const at = now();
			// Days of the pause are not made up for; what was new on them is in the next digest.
			const from = firstDay(one, at);
			await store.subscriptions.change(one.id, { paused: null, from, nextDue: at });
		}
	}

	#examples(texts: DigestTexts): string[] {
		return texts.text("examples").split("\n");
	}
}

type Tell = (code: string, lines: string[], examples?: string[]) => Reply;

function notice(
	texts: DigestTexts,
	code: string,
	language: Language,
	lines: string[],
	examples: string[],
): Reply {
	const made: Notice = {
		code: `digest_${code}`,
		language,
		title: texts.text("title"),
		lines,
		examples,
	};
	return { kind: "notice", notice: made };
}

/** The one that is meant by its number in the list, its id or its topic; all where nothing is named. */
function chosen(all: readonly Subscription[], typed: string): readonly Subscription[] | null {
	if (!typed) return all;
	const number = /^#?(\d{1,3})$/.exec(westernDigits(typed))?.[1];
	const asked = plain(typed);
	const found = number
		? all.slice(Number(number) - 1, Number(number))
		: all.filter(({ id, request }) => id === typed || plain(request.text) === asked);
	return found.length > 0 ? found : null;
}

function listed(all: readonly Subscription[], texts: DigestTexts): string[] {
	return all.map(
		(one, n) => `${n + 1}. ${texts.topic(one)}: ${texts.schedule(one)}. ${texts.state(one)}`,
	);
}
