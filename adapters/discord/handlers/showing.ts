import type { APIInteraction } from "discord.js";
import type { Asker, Incoming, Reply } from "../../../src/domain/chat.ts";
import { typedIn } from "../../../src/domain/typed-in.ts";
import type { MessageBody } from "../layout/message.ts";
import { layOutNotice } from "../layout/notice.ts";
import { codes } from "../limits.ts";
import type { Failure } from "../wire/rest.ts";
import { isRefused, type Sent } from "../wire/wire.ts";
import { type Answering, amendedOf, messagesOf, replyOf, type Shown } from "./answering.ts";
import { channelOf } from "./asker.ts";

/** What is to be answered to an interaction; `reply`: where it is known what, and the desk is not asked. */
export type Task = { incoming: Incoming; asker: Asker; shown: Shown; reply?: Promise<Reply> };

/** Puts what came late into an answer. */
export type Amended = () => Promise<void>;

/** Whether an answer stands where it was to be shown. */
export type Outcome =
	| { state: "shown"; amended?: Amended }
	/** Surely not. */
	| { state: "unshown" }
	/** `again` shows it at the same place once more, so that it stands there once; null where that cannot be. */
	| { state: "unknown"; again: (() => Promise<Outcome>) | null };

/** Answers an interaction whose first response, "thinking…", has been sent. */
export class Showing {
	readonly #parts: Answering;

	constructor(parts: Answering) {
		this.#parts = parts;
	}

	/**
	 * `taken`: what became of the first response. What comes late into the answer may be waited for once it is
	 * done.
	 */
	async show(interaction: APIInteraction, task: Task, taken: Sent): Promise<Outcome> {
		const { wire, say, log } = this.#parts;
		const { incoming, asker, shown } = task;
		const reply = await (task.reply ?? replyOf(this.#parts, incoming, asker));
		const messages = messagesOf(reply, asker, shown, say);
		const [first, ...more] = messages;
		if (!first) return { state: "shown" };
		// Where the first response had no answer, the second tells whether it arrived.
		const isOver = !taken.ok && taken.failure.kind === "refused";
		const filled = isOver ? taken : await wire.fill(interaction, first);
		if (filled.ok) {
			for (const message of more) await wire.follow(interaction, message, shown.audience);
			const amended = async () => {
				const late = await amendedOf(reply, asker, shown, say);
				if (late) await wire.fill(interaction, late);
			};
			return { state: "shown", amended };
		}
		if (isRefused(filled.failure, codes.invalidForm)) {
			log("error", "Discord refused the form of an answer.", { reply: reply.kind });
			const { desk } = this.#parts;
			const language = await desk.language(asker, typedIn(incoming));
			const [sorry] = layOutNotice(desk.notice("internal", language));
			if (sorry) await wire.fill(interaction, sorry);
			return { state: "unshown" };
		}
		if (filled.failure.kind === "refused")
			return this.#elsewhere(interaction, messages, task, isOver);
		this.#unshown(filled.failure);
		if (filled.failure.kind !== "unknown") return { state: "unshown" };
		// It may be there: what is put in its place again is the same, and another message would double it.
		return { state: "unknown", again: () => this.#refill(interaction, first) };
	}

	async #refill(interaction: APIInteraction, message: MessageBody): Promise<Outcome> {
		const filled = await this.#parts.wire.fill(interaction, message);
		if (filled.ok) return { state: "shown" };
		this.#unshown(filled.failure);
		// Where the interaction is over Discord tells nothing of what became of it.
		if (filled.failure.kind === "refused") return { state: "unknown", again: null };
		return { state: "unknown", again: () => this.#refill(interaction, message) };
	}

	/**
	 * The answer where "thinking…" is gone: deleted, or its interaction over. For all it goes to the
	 * channel; a private one goes to the person, never to the channel.
	 */
	async #elsewhere(
		interaction: APIInteraction,
		messages: MessageBody[],
		{ asker, shown: { audience } }: Task,
		isOver: boolean,
	): Promise<Outcome> {
		const { wire } = this.#parts;
		for (const [at, message] of messages.entries()) {
			let sent = isOver ? null : await wire.follow(interaction, message, audience);
			if (!sent || (!sent.ok && sent.failure.kind === "refused")) {
				const nonce = at === 0 ? interaction.id : `${interaction.id}-${at}`;
				sent =
					audience === "channel"
						? await wire.post(channelOf(asker.place), message, nonce)
						: await wire.tell(asker.person, message, nonce);
			}
			if (sent.ok) continue;
			this.#unshown(sent.failure);
			// Of several messages the first stands there already.
			const isKnown = at === 0 && sent.failure.kind !== "unknown";
			return isKnown ? { state: "unshown" } : { state: "unknown", again: null };
		}
		return { state: "shown" };
	}

	#unshown(failure: Failure): void {
		const closed = isRefused(
			failure,
			codes.cannotMessagePerson,
			codes.missingAccess,
			codes.missingPermissions,
		);
		this.#parts.log(closed ? "info" : "warn", "An answer could not be shown.", {
			why: failure.kind,
			code: failure.kind === "refused" ? failure.code : null,
		});
	}
}
