import type { Answer, Request } from "../domain/answer.ts";
import type { Asker } from "../domain/chat.ts";
import type { Clock } from "../domain/ports.ts";
import type { ThreadStore } from "../domain/state/conversation.ts";

/** After so long a pause a plain message is about something new. */
const restsAfterMs = 24 * 3_600_000;

/** The last question of each conversation, its offset where the next page begins. */
export class Threads {
	readonly #store: ThreadStore;
	readonly #now: Clock;

	constructor(store: ThreadStore, now: Clock) {
		this.#store = store;
		this.#now = now;
	}

	async keep(asker: Asker, request: Request, answer: Answer): Promise<void> {
		if (answer.talk || (request.command === "sources" && !request.text)) return;
		const offset = answer.offset + (answer.folded ? 0 : answer.items.length);
		await this.#store.put(
			threadKey(asker),
			{ ...request, language: answer.language, offset },
			this.#now(),
		);
	}

	/** The next page begins at another offset than the answer's end. */
	async goOnAt(asker: Asker, offset: number): Promise<void> {
		const last = await this.last(asker);
		if (last) await this.#store.put(threadKey(asker), { ...last, offset }, this.#now());
	}

	/** What is written next goes on from nothing. */
	async forget(asker: Asker): Promise<void> {
		const last = await this.last(asker);
		if (last) await this.#store.put(threadKey(asker), last, 0);
	}

	async last(asker: Asker): Promise<Request | null> {
		return this.#store.get(threadKey(asker), this.#now() - restsAfterMs);
	}
}

/** A thread is everybody's who writes in it; outside of one each person goes on alone. */
function threadKey({ place, person }: Asker): string {
	const { platform, space, channel, thread } = place;
	return [platform, space ?? "-", channel, thread ?? `person:${person}`].join("/");
}
