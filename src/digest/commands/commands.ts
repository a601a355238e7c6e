import type { Answer, Request } from "../../domain/answer.ts";
import type { Asker } from "../../domain/chat.ts";
import type { Subscription } from "../../domain/digest.ts";
import type { DigestField, DigestForm, FieldProblem } from "../../domain/forms.ts";
import type { Say } from "../../domain/messages.ts";
import type { Clock } from "../../domain/ports.ts";
import type { Language } from "../../domain/sets/languages.ts";
import type { Store } from "../../domain/state/store.ts";
import { mostAnHour } from "../alert-bound.ts";
import type { Writer } from "../contents/writer.ts";
import { subscriptionId } from "../delivery/delivery-key.ts";
import { addDays, firstDay, localDay } from "../local-days.ts";
import { chosen, type EditedOne, editedOne } from "./chosen.ts";
import { digestForm } from "./forms.ts";
import { type Refused, readWish, type Wished } from "./subscribe.ts";
import { DigestTexts } from "./texts.ts";
import { DayReader } from "./times.ts";
import { examples, listed, type Order, refusalText, refuse, type Told, tell } from "./told.ts";
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
/** Deliveries that `status` tells of: those of a week. */
const mostTold = 7;
const open: readonly (Verb | null)[] = ["list", "preview", "status", null];
/** With these the bot is to post of its own accord. */
const posting: readonly (Verb | null)[] = ["subscribe", "edit", "resume"];

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

	/** Why nobody can have this here, whoever asks; null where somebody may. */
	refuses(text: string, asker: Asker, language: Language): Told | null {
		const { say, now } = this.#parts;
		if (!asker.cannotPost || !posting.includes(this.#typed.verb(text))) return null;
		const texts = new DigestTexts(say, language, now());
		const why = texts.text(`cannot_post.${asker.cannotPost}`);
		return tell({ texts, language }, "cannot_post", [why]);
	}

	/** Expected refusals are notices. Errors: those of the store and of writing a preview. */
	async run(text: string, asker: Asker, language: Language): Promise<Told | { answer: Answer }> {
		const order = await this.#order(text, asker, language);
		const { typed, all, damaged, texts } = order;
		const hurt = damaged.map(({ id, field }) => texts.text("damaged", { id, field }));
		const refused = this.refuses(text, asker, language);
		if (refused) return refused;
		switch (typed.verb) {
			case null:
				return tell(order, "help", texts.text("help").split("\n"), examples(texts));
			case "subscribe":
				return this.#subscribe(order);
			case "edit":
				return this.#edit(order);
			case "list":
				return all.length + hurt.length === 0
					? tell(order, "none", [texts.text("none")], examples(texts))
					: tell(order, "list", [...listed(all, texts), ...hurt]);
			case "status":
				return this.#status(order, chosen(all, typed.rest) ?? all, hurt);
			case "unsubscribe":
				// What cannot be read can still be ended, by the id that it was named with.
				if (!damaged.some(({ id }) => id === typed.rest)) break;
				await this.#parts.store.subscriptions.remove(typed.rest);
				return tell(order, "ended", [texts.text("ended", { topic: typed.rest })]);
		}
		const one = this.#one(order, chosen(all, typed.rest), typed.rest);
		if ("notice" in one) return one;
		if (typed.verb === "preview") return this.#preview(one, texts);
		await this.#change(typed.verb, one);
		const key = { pause: "pausing", resume: "resumed", unsubscribe: "ended" }[typed.verb];
		return tell(order, key, [texts.text(key, { topic: texts.topic(one) })]);
	}

	/**
	 * The form for a command that leaves everything open, such as "edit 2"; null for every other. `isDraft`:
	 * for whatever was typed, filled in with it.
	 */
	async form(
		text: string,
		asker: Asker,
		language: Language,
		isDraft = false,
	): Promise<DigestForm | null> {
		const order = await this.#order(text, asker, language);
		const { typed, all } = order;
		const isEdit = typed.verb === "edit";
		if ((!isEdit && typed.verb !== "subscribe") || asker.cannotPost) return null;
		const edited = isEdit ? editedIn(order) : null;
		if (isEdit && !edited?.one) return null;
		const rest = edited ? edited.rest : typed.rest;
		if (!isDraft && (rest || Object.keys(typed.options).length > 0)) return null;
		const of = edited?.one ?? null;
		const zone = zoneOf(all);
		return digestForm({
			typed: { ...typed, rest },
			of,
			asker,
			zone,
			language,
			say: this.#parts.say,
		});
	}

	/** What of a form that was sent, as `digestOrder` writes it, cannot be taken; it changes nothing. */
	async problem(
		text: string,
		asker: Asker,
		language: Language,
	): Promise<FieldProblem<DigestField> | null> {
		const order = await this.#order(text, asker, language);
		const edited = order.typed.verb === "edit" ? editedIn(order) : null;
		// What is told then is about no field.
		if (edited && !edited.one) return null;
		const wished = this.#wish(order, edited?.one ?? undefined, edited?.rest);
		return "refused" in wished ? { field: wished.field, text: refusalText(order, wished) } : null;
	}

	async #order(text: string, asker: Asker, language: Language): Promise<Order> {
		const typed = this.#typed.read(text);
		const texts = new DigestTexts(this.#parts.say, language, this.#parts.now());
		const { platform, channel } = asker.place;
		const { subscriptions } = this.#parts.store;
		const all = await subscriptions.ofChannel(platform, channel);
		const damaged = await subscriptions.damaged(platform, channel);
		return { typed, text, asker, all, damaged, texts, language };
	}

	/** The one that is meant, or what is told where that is not one. */
	#one(order: Order, picked: readonly Subscription[] | null, named: string): Subscription | Told {
		const { all, texts } = order;
		if (all.length === 0) return tell(order, "none", [texts.text("none")], examples(texts));
		if (!picked) {
			const params = { value: named.slice(0, 60) };
			return tell(order, "unknown", [texts.text("unknown", params), ...listed(all, texts)]);
		}
		const [one] = picked;
		return one && picked.length === 1
			? one
			: tell(order, "which", [texts.text("which"), ...listed(all, texts)]);
	}

	#wish(order: Order, of?: Subscription, rest = order.typed.rest): Wished | Refused {
		const { say, question, now } = this.#parts;
		const { typed, asker, all } = order;
		const parts = { say, days: this.#days, question, now: now(), zone: zoneOf(all), of };
		return readWish({ ...typed, rest }, asker, parts);
	}

	async #subscribe(order: Order): Promise<Told> {
		const { store, newId, most } = this.#parts;
		const { all, texts } = order;
		const wished = this.#wish(order);
		if ("refused" in wished) return refuse(order, wished);
		if (all.some((one) => isSame(one, wished)))
			return tell(order, "exists", [texts.text("exists", { topic: texts.topic(wished) })]);
		const id = subscriptionId(newId());
		const made: Subscription = { ...wished, id, since: await store.changes.last() };
		if (!(await store.subscriptions.add(made, most)))
			return tell(order, "too_many", [texts.text("too_many", { count: most })]);
		return tell(order, "subscribed", this.#willDo(made, "subscribed", texts));
	}

	async #edit(order: Order): Promise<Told> {
		const { store, now } = this.#parts;
		const { all, texts, typed } = order;
		const edited = editedIn(order);
		const one = this.#one(order, edited.one ? [edited.one] : edited.picked, typed.rest);
		if ("notice" in one) return one;
		if (!edited.rest && Object.keys(typed.options).length === 0) {
			const params = { topic: texts.topic(one), schedule: texts.schedule(one) };
			const number = all.indexOf(one) + 1;
			const ways = texts.text("edit_examples", { number }).split("\n");
			return tell(order, "edit_what", [texts.text("edit_what", params)], ways);
		}
		const wished = this.#wish(order, one, edited.rest);
		if ("refused" in wished) return refuse(order, wished);
		if (all.some((other) => other.id !== one.id && isSame(other, wished)))
			return tell(order, "exists", [texts.text("exists", { topic: texts.topic(wished) })]);
		const { request, language, when, at, zone, days, empty, nextDue } = wished;
		// A day that was told already is not told again at another time.
		const today = localDay(now(), zone);
		const [told] = await store.deliveries.since(one.id, today, 1);
		const from = told && told.day >= wished.from ? addDays(told.day, 1) : wished.from;
		const change = { request, language, when, at, zone, days, empty, from, nextDue };
		await store.subscriptions.change(one.id, change);
		return tell(order, "changed", this.#willDo({ ...one, ...change }, "changed", texts));
	}

	/** What comes of it, a sentence each. */
	#willDo(made: Subscription, key: "subscribed" | "changed", texts: DigestTexts): string[] {
		const params = { topic: texts.topic(made), schedule: texts.schedule(made) };
		const first = texts.text(key, params);
		if (made.paused) return [first, texts.state(made)];
		if (made.when === "now") return [first, texts.text("alert.bound", { count: mostAnHour })];
		return [
			first,
			texts.text("first", { day: texts.next(made) }),
			texts.text(`when_empty.${made.empty}`),
		];
	}

	async #status(
		order: Order,
		which: readonly Subscription[],
		hurt: readonly string[],
	): Promise<Told> {
		const { texts } = order;
		if (which.length + hurt.length === 0)
			return tell(order, "none", [texts.text("none")], examples(texts));
		const { store, now } = this.#parts;
		const lines: string[] = [];
		for (const one of which) {
			const from = addDays(localDay(now(), one.zone), -mostTold);
			const rows = await store.deliveries.since(one.id, from, mostTold);
			lines.push(`${texts.topic(one)}: ${texts.state(one)}`);
			if (rows.length === 0) lines.push(texts.text("status.none"));
			lines.push(...rows.map((row) => texts.delivery(row, one)));
		}
		return tell(order, "status", [...lines, ...hurt]);
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
}

function editedIn({ all, typed }: Order): EditedOne {
	return editedOne(all, typed.rest, typed.options.topic !== undefined);
}

function isSame(one: Wished, other: Wished): boolean {
	const key = ({ request, when, at, zone }: Wished) =>
		JSON.stringify([request, when, ...(when === "now" ? [] : [at, zone])]);
	return key(one) === key(other);
}

/** Of the last digest whose time was somebody's. */
function zoneOf(all: readonly Subscription[]): string | undefined {
	return all.findLast(({ when }) => when === "daily")?.zone;
}
