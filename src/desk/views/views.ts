import type { Answer, Request } from "../../domain/answer.ts";
import type { Asker } from "../../domain/chat.ts";
import type { Clock } from "../../domain/ports.ts";
import type { View, ViewStore } from "../../domain/state/conversation.ts";
import { type Home, placeOf } from "../../domain/state/conversation.ts";
import { reaches } from "../rights.ts";

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
	async keep(answer: Answer, request: Request | null, asker: Asker): Promise<string> {
		const view: View = {
			id: this.#id(),
			request: request && { ...request, language: answer.language, offset: answer.offset },
			answer: request ? null : answer,
			places: answer.items.map(placeOf),
			at: this.#now(),
			home: homeOf(asker),
		};
		await this.#store.put(view);
		return view.id;
	}

	/** Keeps what somebody typed that could not be taken, for a form to be filled with. */
	async keepDraft(request: Request, asker: Asker): Promise<string> {
		const id = this.#id();
		const home = homeOf(asker);
		await this.#store.put({ id, request, answer: null, places: [], home, at: this.#now() });
		return id;
	}

	/** Null too where it was shown elsewhere: its id was forged. */
	async get(id: string, asker: Asker): Promise<View | null> {
		const view = /^[\w-]{12}$/.test(id) ? await this.#store.get(id) : null;
		return view && reaches(view.home, asker) ? view : null;
	}
}

/** A page of an answer that is kept whole. */
export function pageOf(answer: Answer, from: number): Answer {
	const at = Math.max(0, from - answer.offset);
	return { ...answer, items: answer.items.slice(at), offset: answer.offset + at };
}

function homeOf({ place: { platform, space, channel }, person }: Asker): Home {
	return { platform, space, channel, person };
}
