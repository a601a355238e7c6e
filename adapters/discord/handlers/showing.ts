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

/** Answers an interaction whose first response, "thinking…", has been sent. */
export class Showing {
	readonly #parts: Answering;

	constructor(parts: Answering) {
		this.#parts = parts;
	}

	/**
	 * `taken`: what became of the first response. What it gives puts in what comes late into the answer; it
	 * may be waited for once the answer is done.
	 */
	async show(interaction: APIInteraction, task: Task, taken: Sent): Promise<Amended | undefined> {
		const { wire, say, log } = this.#parts;
		const { incoming, asker, shown } = task;
		const reply = await (task.reply ?? replyOf(this.#parts, incoming, asker));
		const messages = messagesOf(reply, asker, shown, say);
		const [first, ...more] = messages;
		if (!first) return undefined;
		// Where the first response had no answer, the second tells whether it arrived.
		const isOver = !taken.ok && taken.failure.kind === "refused";
		const filled = isOver ? taken : await wire.fill(interaction, first);
		if (filled.ok) {
			for (const message of more) await wire.follow(interaction, message, shown.audience);
			return async () => {
				const amended = await amendedOf(reply, asker, shown, say);
				if (amended) await wire.fill(interaction, amended);
			};
		}
		if (isRefused(filled.failure, codes.invalidForm)) {
			log("error", "Discord refused the form of an answer.", { reply: reply.kind });
			const { desk } = this.#parts;
			const language = await desk.language(asker, typedIn(incoming));
			const [sorry] = layOutNotice(desk.notice("internal", language));
			if (sorry) await wire.fill(interaction, sorry);
		} else if (filled.failure.kind === "refused") {
			await this.#elsewhere(interaction, messages, task, isOver);
			// It may be there: a second one would double it.
		} else this.#unshown(filled.failure);
		return undefined;
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
	): Promise<void> {
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
			if (!sent.ok) return this.#unshown(sent.failure);
		}
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
