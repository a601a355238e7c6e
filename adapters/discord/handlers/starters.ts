import type { APIMessage } from "discord.js";
import type { Above } from "../../../src/domain/chat.ts";
import { readCustomId } from "../layout/controls.ts";
import { controlsIn } from "../layout/message.ts";
import type { Wire } from "../wire/wire.ts";

/** What a thread was begun from; `own`: the bot wrote it, or was named in it. */
export type Starter = { own: boolean; above: Above | undefined };

/** Threads whose beginning is remembered: every message of a busy one would ask for it. */
const mostRemembered = 1_000;

/** Messages that threads were begun from, as far as Discord gives them. */
export class Starters {
	readonly #wire: Wire;
	readonly #self: () => string;
	readonly #known = new Map<string, Starter>();

	constructor(wire: Wire, self: () => string) {
		this.#wire = wire;
		this.#self = self;
	}

	/** A thread has the id of the message that it was begun from. Null where it cannot be read. */
	async of(channel: string, thread: string): Promise<Starter | null> {
		const known = this.#known.get(thread);
		if (known) return known;
		const message = await this.#wire.read(channel, thread);
		if (!message) return null;
		const self = this.#self();
		const own = message.author.id === self || message.mentions.some(({ id }) => id === self);
		const found = { own, above: aboveIn(message, self) };
		this.#known.set(thread, found);
		if (this.#known.size > mostRemembered) {
			const [oldest] = this.#known.keys();
			if (oldest !== undefined) this.#known.delete(oldest);
		}
		return found;
	}
}

/** What a message says; an answer of ours by its view. Undefined where nothing of it can be read. */
export function aboveIn(message: APIMessage, self: string): Above | undefined {
	if (message.author.id !== self)
		return message.content.trim() ? { text: message.content } : undefined;
	for (const id of controlsIn(message)) {
		const control = readCustomId(id);
		if (control && "view" in control) return { view: control.view };
	}
	return undefined;
}
