import type { APIInteraction } from "discord.js";
import type { Asker } from "../../../src/domain/chat.ts";
import { EarlierTries } from "../../shared/earlier-tries.ts";
import type { Answering, Shown } from "./answering.ts";
import { channelOf } from "./asker.ts";
import type { Amended, Outcome, Showing } from "./showing.ts";

export type Shared = { view: string; part: number; asker: Asker; sharedBy: string };

/** What is left of a try: nothing, or a place where it may stand, which it is put into again. */
type Earlier = "undone" | (() => Promise<Outcome>);

/**
 * Posts answers for everybody, each once however often it is clicked, with the name of who shared it. What
 * surely came to nothing may be asked for again; what may stand somewhere is put there again, and nowhere else.
 */
export class Sharing {
	readonly #parts: Answering;
	readonly #showing: Showing;
	readonly #earlier = new EarlierTries<Earlier>();

	constructor(parts: Answering, showing: Showing) {
		this.#parts = parts;
		this.#showing = showing;
	}

	async share(click: APIInteraction, shared: Shared): Promise<Amended | undefined> {
		const { desk, wire } = this.#parts;
		const { view, part, asker } = shared;
		const key = `share:${view}:${part}:${channelOf(asker.place)}`;
		let outcome: Outcome | undefined;
		const isMine = await desk.once("discord", key, async (giveBack) => {
			outcome = await this.#try(click, shared, key);
			if (outcome.state === "shown") return;
			const earlier = outcome.state === "unshown" ? "undone" : outcome.again;
			if (!earlier) return;
			this.#earlier.note(key, earlier);
			giveBack();
		});
		if (!isMine) await wire.ignore(click);
		return outcome?.state === "shown" ? outcome.amended : undefined;
	}

	async #try(click: APIInteraction, shared: Shared, key: string): Promise<Outcome> {
		const { desk, wire } = this.#parts;
		const { view, part, asker, sharedBy } = shared;
		// Noted for good before anything is shown: whoever tries again knows that somebody did.
		const isFirst = await desk.once("discord", `tried:${key}`, async () => {});
		const earlier = this.#earlier.get(key);
		this.#earlier.forget(key);
		if (!isFirst && earlier !== "undone") {
			await wire.ignore(click);
			// After a restart nobody knows where it may stand.
			return earlier ? earlier() : { state: "unknown", again: null };
		}
		const shown: Shown = { audience: "channel", part, sharedBy };
		const taken = await wire.defer(click, shown.audience);
		const task = { incoming: { kind: "share", view } as const, asker, shown };
		return this.#showing.show(click, task, taken);
	}
}
