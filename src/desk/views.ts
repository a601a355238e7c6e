import type { Answer, Request } from "../domain/answer.ts";
import type { Clock } from "../domain/ports.ts";
import type { View, ViewStore } from "../domain/state/conversation.ts";
import { placeOf } from "../domain/state/conversation.ts";

/** Answers that were shown, by the id that the buttons under them carry. */
export class Views {
	readonly #store: ViewStore;
	readonly #now: Clock;
	readonly #id: () => string;

	/** `id` gives 12 characters of A-Z, a-z, 0-9, `_` and `-` that nobody can guess. */
	constructor(store: ViewStore, now: Clock, id: () => string) {
		this.#store = store;
		this.#now = now;
		this.#id = id;
	}

	/** Keeps what is needed to go on from the answer; its id. */
	async keep(answer: Answer, request: Request | null): Promise<string> {
		const view: View = {
			id: this.#id(),
			request: request && { ...request, language: answer.language, offset: answer.offset },
			answer: request ? null : answer,
			places: answer.items.map(placeOf),
			at: this.#now(),
		};
		await this.#store.put(view);
		return view.id;
	}

	/** Keeps what somebody typed that could not be taken, for a form to be filled with. */
	async keepDraft(request: Request): Promise<string> {
		const id = this.#id();
		await this.#store.put({ id, request, answer: null, places: [], at: this.#now() });
		return id;
	}

	async get(id: string): Promise<View | null> {
		return /^[\w-]{12}$/.test(id) ? this.#store.get(id) : null;
	}
}

/** A page of an answer that is kept whole. */
export function pageOf(answer: Answer, from: number): Answer {
	const at = Math.max(0, from - answer.offset);
	return { ...answer, items: answer.items.slice(at), offset: answer.offset + at };
}
