import type { Answer, Request } from "../domain/answer.ts";
import type { Asker } from "../domain/chat.ts";
import type { Clock } from "../domain/ports.ts";
import type { ThreadQuestion, ThreadStore } from "../domain/state/conversation.ts";

/** After so long a pause a plain message is about something new. */
const restsAfterMs = 24 * 3_600_000;

/** Questions before the last one to which a person can go back. */
const mostEarlier = 5;

/** The last question of each conversation, its offset where the next page begins. */
export class Threads {
	readonly #store: ThreadStore;
	readonly #now: Clock;

	constructor(store: ThreadStore, now: Clock) {
		this.#store = store;
		this.#now = now;
	}

	/** `of`: the question whose answer this one asks further about. */
	async keep(asker: Asker, request: Request, answer: Answer, of?: Request): Promise<void> {
		if (answer.talk || (request.command === "sources" && !request.text)) return;
		const offset = answer.offset + (answer.folded ? 0 : answer.items.length);
		const last = await this.#kept(asker);
		const next = { ...request, language: answer.language, offset };
		const earlier = last && !isSame(last, next) ? [alone(last), ...(last.earlier ?? [])] : [];
		const before = last && isSame(last, next) ? (last.earlier ?? []) : earlier;
		await this.#put(asker, {
			...next,
			...(of ? { of } : {}),
			...(before.length > 0 ? { earlier: before.slice(0, mostEarlier) } : {}),
		});
	}

	/** The next page begins at another offset than the answer's end. */
	async goOnAt(asker: Asker, offset: number): Promise<void> {
		const last = await this.#kept(asker);
		if (last) await this.#put(asker, { ...last, offset });
	}

	/** What is written next goes on from nothing. */
	async forget(asker: Asker): Promise<void> {
		const last = await this.last(asker);
		if (last) await this.#store.put(threadKey(asker), last, 0);
	}

	async last(asker: Asker): Promise<Request | null> {
		const kept = await this.#kept(asker);
		return kept && alone(kept);
	}

	/** The question whose answer the last one asked further about; null where it asked of no answer. */
	async furtherOf(asker: Asker): Promise<Request | null> {
		return (await this.#kept(asker))?.of ?? null;
	}

	/** Makes the question before the last one the last; null where there is none. */
	async goBack(asker: Asker): Promise<Request | null> {
		const [before, ...earlier] = (await this.#kept(asker))?.earlier ?? [];
		if (!before) return null;
		await this.#put(asker, { ...before, earlier });
		return before;
	}

	async #kept(asker: Asker): Promise<ThreadQuestion | null> {
		return this.#store.get(threadKey(asker), this.#now() - restsAfterMs);
	}

	async #put(asker: Asker, question: ThreadQuestion): Promise<void> {
		await this.#store.put(threadKey(asker), question, this.#now());
	}
}

function alone({ of, earlier, ...request }: ThreadQuestion): Request {
	return request;
}

/** The same question, on whichever page and in whichever language. */
function isSame(one: ThreadQuestion, other: ThreadQuestion): boolean {
	const told = (question: ThreadQuestion) => {
		const { language, limit, offset, ...asked } = alone(question);
		return JSON.stringify(
			Object.entries(asked)
				.filter(([, value]) => value)
				.sort(),
		);
	};
	return told(one) === told(other);
}

/** A thread is everybody's who writes in it; outside of one each person goes on alone. */
function threadKey({ place, person }: Asker): string {
	const { platform, space, channel, thread } = place;
	return [platform, space ?? "-", channel, thread ?? `person:${person}`].join("/");
}
