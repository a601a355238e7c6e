import {
	type APIInteraction,
	type APIMessageComponentInteraction,
	type APIModalSubmitInteraction,
	ApplicationCommandType,
	InteractionContextType,
	InteractionType,
	MessageFlags,
} from "discord.js";
import type { Asker, Incoming } from "../../src/domain/chat.ts";
import { type Answering, messagesOf, replyOf, type Shown } from "./answering.ts";
import { askerOf, channelOf, nameOf } from "./asker.ts";
import { type Control, readCustomId } from "./controls.ts";
import { narrowForm, readForm } from "./form.ts";
import { codes } from "./limits.ts";
import type { MessageBody } from "./message.ts";
import { CommandReader } from "./options.ts";
import { suggestions } from "./suggest.ts";
import { isRefused } from "./wire.ts";

type Click = APIMessageComponentInteraction | APIModalSubmitInteraction;

/** How long the settings of a person may take before the answer is private, which does no harm. */
const settingsWithinMs = 1_000;

/** Answers commands, buttons, forms and suggestions. */
export class Interactions {
	readonly #parts: Answering;
	readonly #reader: CommandReader;

	constructor(parts: Answering) {
		this.#parts = parts;
		this.#reader = new CommandReader(parts.say);
	}

	async handle(interaction: APIInteraction): Promise<void> {
		const { desk, wire } = this.#parts;
		// Asked anew with every letter: one that is offered twice does no harm.
		if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
			await wire.choices(interaction, suggestions(interaction, this.#reader, desk));
			return;
		}
		// After a broken connection Discord delivers again what it is not sure about.
		await desk.once("discord", interaction.id, () => this.#answer(interaction));
	}

	async #answer(interaction: APIInteraction): Promise<void> {
		switch (interaction.type) {
			case InteractionType.ApplicationCommand:
				return this.#command(interaction);
			case InteractionType.MessageComponent:
			case InteractionType.ModalSubmit:
				return this.#control(interaction);
		}
	}

	async #command(interaction: APIInteraction & { type: InteractionType.ApplicationCommand }) {
		const { data } = interaction;
		if (data.type === ApplicationCommandType.Message) {
			const message = data.resolved.messages[data.target_id];
			const asker = askerOf(interaction, interaction.id);
			return this.#reply(interaction, { kind: "about", text: message?.content ?? "" }, asker);
		}
		if (data.type !== ApplicationCommandType.ChatInput) return;
		const conversation = this.#reader.asks(data) ? interaction.id : "";
		const asker = askerOf(interaction, conversation);
		return this.#reply(interaction, this.#reader.read(data), asker);
	}

	/** A click on a button of ours, or a form that was sent. */
	async #control(click: Click): Promise<void> {
		const { wire } = this.#parts;
		const control = readCustomId(click.data.custom_id);
		if (!control) {
			await wire.ignore(click);
			return;
		}
		const asker = askerOf(click, control.conversation);
		const audience = this.#beside(click);
		const { kind } = control;
		if (kind === "share") return this.#share(click, control, asker);
		if (kind === "narrow") return this.#narrow(click, control, asker, audience);
		const { part = 0, number } = control as { part?: number; number?: number };
		const shown = number === undefined ? { audience, part } : { audience, part, number };
		return this.#show(click, incomingOf(control), asker, shown);
	}

	/** What a click brings is for who clicked; in a direct message nobody else is there. */
	#beside(click: Click): "asker" | "channel" {
		return click.context === InteractionContextType.BotDM || !click.guild_id
			? visibleAs(click.message)
			: "asker";
	}

	async #share(click: Click, control: Control & { kind: "share" }, asker: Asker): Promise<void> {
		const { desk, wire } = this.#parts;
		const { view, part } = control;
		const key = `share:${view}:${part}:${channelOf(asker.place)}`;
		const shared = await desk.once("discord", key, () =>
			this.#show(click, { kind: "share", view }, asker, {
				audience: "channel",
				part,
				sharedBy: nameOf(click),
			}),
		);
		if (!shared) await wire.ignore(click);
	}

	async #narrow(
		click: Click,
		{ view, conversation }: Control & { kind: "narrow" },
		asker: Asker,
		audience: "asker" | "channel",
	): Promise<void> {
		const { desk, say, wire } = this.#parts;
		if (click.type === InteractionType.ModalSubmit) {
			const filters = readForm(click.data.components);
			return this.#show(click, { kind: "narrow", view, filters }, asker, { audience });
		}
		// A form has to be the first response, so nothing is deferred here.
		const request = await desk.request(view).catch(() => null);
		if (!request)
			return this.#show(click, { kind: "narrow", view, filters: {} }, asker, { audience });
		const language = request.language ?? asker.language ?? "en";
		await wire.form(click, narrowForm(view, conversation, request, language, say));
	}

	async #reply(interaction: APIInteraction, incoming: Incoming, asker: Asker): Promise<void> {
		const audience = await this.#audience(interaction, asker);
		return this.#show(interaction, incoming, asker, { audience });
	}

	async #audience(interaction: APIInteraction, asker: Asker): Promise<"asker" | "channel"> {
		if (interaction.context === InteractionContextType.BotDM) return "channel";
		const { desk, sleep } = this.#parts;
		const settings = desk.settings(asker).catch(() => null);
		const set = await Promise.race([settings, sleep(settingsWithinMs).then(() => null)]);
		return set?.visibility === "channel" ? "channel" : "asker";
	}

	/** "Thinking…" first, then the answer in its place. */
	async #show(
		interaction: APIInteraction,
		incoming: Incoming,
		asker: Asker,
		shown: Shown,
	): Promise<void> {
		const { wire, say } = this.#parts;
		const taken = await wire.defer(interaction, shown.audience);
		const messages = messagesOf(await replyOf(this.#parts, incoming, asker), asker, shown, say);
		const [first, ...more] = messages;
		if (!first) return;
		const filled = taken.ok ? await wire.fill(interaction, first) : taken;
		if (!filled.ok) return this.#elsewhere(interaction, messages, asker, shown, taken.ok);
		for (const message of more) await wire.follow(interaction, message, shown.audience);
	}

	/**
	 * The answer where "thinking…" is gone: deleted, or its interaction over. For all it goes to the
	 * channel; a private one goes to the person, never to the channel.
	 */
	async #elsewhere(
		interaction: APIInteraction,
		messages: MessageBody[],
		asker: Asker,
		{ audience }: Shown,
		acknowledged: boolean,
	): Promise<void> {
		const { wire, log } = this.#parts;
		for (const [at, message] of messages.entries()) {
			let sent = acknowledged ? await wire.follow(interaction, message, audience) : null;
			if (!sent?.ok) {
				const nonce = at === 0 ? interaction.id : `${interaction.id}-${at}`;
				sent =
					audience === "channel"
						? await wire.post(channelOf(asker.place), message, nonce)
						: await wire.tell(asker.person, message, nonce);
			}
			if (!sent.ok) {
				const known = isRefused(sent.failure, codes.cannotMessagePerson, codes.missingAccess);
				log(known ? "info" : "warn", "An answer could not be shown.", { why: sent.failure.kind });
				return;
			}
		}
	}
}

function incomingOf(control: Exclude<Control, { kind: "share" | "narrow" }>): Incoming {
	switch (control.kind) {
		case "more":
			return { kind: "more", view: control.view, from: control.from };
		case "check":
			return { kind: "check_quote", view: control.view, item: control.item };
		case "digests":
			return { kind: "command", name: "digest", text: "list" };
	}
}

function visibleAs(message: Click["message"]): "asker" | "channel" {
	return ((message?.flags ?? 0) & MessageFlags.Ephemeral) === 0 ? "channel" : "asker";
}
