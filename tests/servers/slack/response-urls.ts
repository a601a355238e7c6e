import { contentRefusal } from "./methods.ts";
import { UnknownBlocks } from "./unknown-blocks.ts";
import { ids, type Json, type World } from "./world.ts";

type Given = {
	channel: string;
	person: string;
	/** The message that was clicked on, which an answer may take the place of. */
	original: string | null;
	madeAt: number;
	used: number;
};

const mostUses = 5;
const lifeMs = 30 * 60_000;

/** The addresses of answers: five uses in thirty minutes. */
export class ResponseUrls {
	readonly #given = new Map<string, Given>();
	readonly #world: World;
	readonly #violation: (what: string) => void;
	/**
	 * Whether an answer may replace an earlier one of the same command. Slack's page on messages lets
	 * one think so; people report that a further message appears (bolt-js issue 2287).
	 */
	replacesCommands = true;
	readonly unknownBlocks = new UnknownBlocks();

	constructor(world: World, violation: (what: string) => void) {
		this.#world = world;
		this.#violation = violation;
	}

	give(channel: string, person: string, original: string | null): string {
		const id = this.#world.id("response");
		this.#given.set(id, { channel, person, original, madeAt: this.#world.now(), used: 0 });
		return id;
	}

	/** Makes an address as old as that. */
	age(id: string, ms: number): void {
		const given = this.#given.get(id);
		if (given) given.madeAt -= ms;
	}

	forget(id: string): void {
		this.#given.delete(id);
	}

	take(id: string, body: Json): { status: number; text: string } {
		const given = this.#given.get(id);
		if (!given) return { status: 404, text: "no_service" };
		if (given.used >= mostUses || this.#world.now() - given.madeAt > lifeMs) {
			this.#violation(given.used >= mostUses ? "response_url used up" : "response_url expired");
			return { status: 404, text: given.used >= mostUses ? "used_url" : "expired_url" };
		}
		given.used++;
		const refusal = contentRefusal(body, {
			violation: this.#violation,
			unknownBlocks: this.unknownBlocks,
		});
		if (refusal) return { status: 400, text: refusal.error };
		const { channel, person } = given;
		const text = String(body["text"] ?? "");
		const blocks = (body["blocks"] ?? []) as Json[];
		const original = body["replace_original"] === true ? this.#originalOf(id, given) : undefined;
		if (original) {
			Object.assign(original, { text, blocks, edits: original.edits + 1, at: this.#world.now() });
			this.#world.came(original);
			return { status: 200, text: "ok" };
		}
		const thread = body["thread_ts"];
		this.#world.say({
			channel,
			user: ids.botUser,
			text,
			blocks,
			thread: typeof thread === "string" ? thread : null,
			metadata: null,
			to: body["response_type"] === "in_channel" ? null : person,
			by: id,
		});
		return { status: 200, text: "ok" };
	}

	#originalOf(id: string, { channel, original }: Given) {
		if (original) return this.#world.find(channel, original);
		if (!this.replacesCommands) return undefined;
		return this.#world.messages.findLast(({ by }) => by === id);
	}
}
