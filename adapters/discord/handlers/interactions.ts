import {
	type APIInteraction,
	type APIMessageComponentInteraction,
	type APIModalSubmitInteraction,
	ApplicationCommandType,
	InteractionContextType,
	InteractionType,
	MessageFlags,
} from "discord.js";
import type { Asker, Incoming } from "../../../src/domain/chat.ts";
import { type DigestForm, digestOrder } from "../../../src/domain/forms.ts";
import { commandName } from "../commands/commands.ts";
import { CommandReader } from "../commands/options.ts";
import { suggestions } from "../commands/suggest.ts";
import { type Control, readChoice, readCustomId } from "../layout/controls.ts";
import { layDigestForm, readDigestForm } from "../layout/digest-form.ts";
import { narrowForm, readForm } from "../layout/narrow-form.ts";
import { layVoteForm, readVoteForm } from "../layout/votes.ts";
import { layWrongForm, readWrongForm } from "../layout/wrong-form.ts";
import type { Answering, Shown } from "./answering.ts";
import { askerOf, channelOf, nameOf } from "./asker.ts";
import { Recent } from "./recent.ts";
import { Showing } from "./showing.ts";

type Click = APIMessageComponentInteraction | APIModalSubmitInteraction;

/** How long the settings of a person may take before the answer is private, which does no harm. */
const settingsWithinMs = 1_000;
/** How long a form may be made ready: it has to be the first response. */
const formWithinMs = 1_500;
/** Interactions that are known to have been responded to: far more than a broken connection replays. */
const mostRecent = 10_000;

/** Answers commands, buttons, forms and suggestions. */
export class Interactions {
	readonly #parts: Answering;
	readonly #reader: CommandReader;
	readonly #showing: Showing;
	readonly #recent = new Recent(mostRecent);

	constructor(parts: Answering) {
		this.#parts = parts;
		this.#reader = new CommandReader(parts.say);
		this.#showing = new Showing(parts);
	}

	async handle(interaction: APIInteraction): Promise<void> {
		const { desk, wire } = this.#parts;
		switch (interaction.type) {
			case InteractionType.ApplicationCommandAutocomplete:
				// Asked anew with every letter: one that is offered twice does no harm.
				{
					const asker = askerOf(interaction, "");
					const offered = await suggestions(interaction, this.#reader, desk, asker);
					await wire.choices(interaction, offered);
				}
				return;
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
			const text = data.resolved.messages[data.target_id]?.content ?? "";
			const asker = askerOf(interaction, interaction.id);
			return this.#answer(interaction, { kind: "about", text }, asker);
		}
		if (data.type !== ApplicationCommandType.ChatInput) return;
		const conversation = this.#reader.asks(data) ? interaction.id : "";
		const asker = askerOf(interaction, conversation);
		const order = this.#reader.digestText(data);
		const form =
			order === null ? null : await this.#digestForm({ text: order, name: data.name }, asker);
		if (form) return this.#once(interaction, () => this.#show(interaction, form));
		return this.#answer(interaction, this.#reader.read(data), asker);
	}

	/** A click on a button of ours, or a form that was sent. */
	async #control(click: Click): Promise<void> {
		const control = readCustomId(click.data.custom_id);
		const asker = askerOf(click, control?.conversation ?? "");
		const audience = besideOf(click);
		const confidential = audience === "asker" || click.context === InteractionContextType.BotDM;
		if (click.type === InteractionType.ModalSubmit) {
			if (control?.kind === "wrong") {
				const { view, item } = control;
				const entry = readWrongForm(click.data.components);
				return this.#answer(click, { kind: "wrong", view, item, entry }, asker, { audience });
			}
			if (control?.kind === "why") {
				const entry = readVoteForm(click.data.components);
				const { view } = control;
				return this.#answer(click, { kind: "vote", view, vote: "wrong", entry }, asker, {
					audience,
				});
			}
			if (control?.kind === "digest") {
				const entry = readDigestForm(click.data.components, control);
				const name = commandName("digest", control.shown, this.#parts.say);
				const incoming = { kind: "command", name, text: digestOrder(control.of, entry) } as const;
				return this.#answer(click, incoming, asker, { audience });
			}
			if (control?.kind !== "narrow") return;
			const filters = readForm(click.data.components);
			return this.#answer(click, { kind: "narrow", view: control.view, filters }, asker, {
				audience,
			});
		}
		switch (control?.kind) {
			case "more":
			case "check":
			case "digests":
			case "example": {
				const incoming = await this.#incomingOf(control, asker);
				if (!incoming)
					return this.#once(click, async () => void (await this.#parts.wire.ignore(click)));
				const { part, number } = { part: 0, number: undefined, ...control };
				const base = { audience, part, confidential };
				const shown = number === undefined ? base : { ...base, number };
				return this.#answer(click, incoming, asker, shown);
			}
			case "choose":
				return this.#chosen(click, control, asker, { audience, confidential });
			case "share":
				return this.#once(click, () => this.#share(click, control, asker));
			case "refill":
				return this.#once(click, () => this.#refill(click, control, asker, audience));
			case "narrow":
				return this.#once(click, () => this.#form(click, control, asker, audience));
			case "wrong":
				return this.#once(click, () => this.#wrongForm(click, control, asker, audience));
			case "vote":
				return this.#vote(click, control, asker, audience);
			default:
				return this.#once(click, async () => void (await this.#parts.wire.ignore(click)));
		}
	}

	/** What was chosen from the list under an answer: a quotation, or how the question was read. */
	async #chosen(
		click: Click,
		{ view }: Control & { kind: "choose" },
		asker: Asker,
		shown: Shown,
	): Promise<void> {
		const { data } = click;
		const choice = readChoice("values" in data ? data.values[0] : undefined);
		if (choice === null)
			return this.#once(click, async () => void (await this.#parts.wire.ignore(click)));
		if (choice === "reading") return this.#answer(click, { kind: "reading", view }, asker, shown);
		const { item, number } = choice;
		const incoming = { kind: "check_quote", view, item } as const;
		return this.#answer(click, incoming, asker, { ...shown, part: 0, number });
	}

	/** Null where there is none for it, or where that takes so long that a notice has to do. */
	async #digestForm(
		asked: { text: string; name: string } | { view: string },
		asker: Asker,
	): Promise<DigestForm | null> {
		const { desk, sleep } = this.#parts;
		const form = desk.digestForm(asked, asker).catch(() => null);
		return Promise.race([form, sleep(formWithinMs).then(() => null)]);
	}

	async #show(interaction: APIInteraction, form: DigestForm): Promise<void> {
		const { wire, say } = this.#parts;
		await wire.form(interaction, layDigestForm(form, say));
	}

	/** The form of a digest again, with what was typed and could not be taken. */
	async #refill(
		click: Click,
		{ view }: Control & { kind: "refill" },
		asker: Asker,
		audience: "asker" | "channel",
	): Promise<void> {
		const form = await this.#digestForm({ view }, asker);
		if (form) return this.#show(click, form);
		const { wire } = this.#parts;
		const incoming: Incoming = { kind: "command", name: "digest", text: "list" };
		const taken = await wire.defer(click, audience);
		await this.#showing.show(click, { incoming, asker, shown: { audience } }, taken);
	}

	/** Null for an example that there is none of. */
	async #incomingOf(
		control: Extract<Control, { kind: "more" | "check" | "digests" | "example" }>,
		asker: Asker,
	): Promise<Incoming | null> {
		switch (control.kind) {
			case "more":
				return { kind: "more", view: control.view, from: control.from };
			case "check":
				return { kind: "check_quote", view: control.view, item: control.item };
			case "digests":
				return { kind: "command", name: "digest", text: "list" };
			case "example": {
				const { examples } = await this.#parts.desk.overview(control.language, asker);
				const example = examples[control.at];
				return example ? { kind: "command", name: example.name, text: example.text } : null;
			}
		}
	}

	/** After a broken connection Discord delivers again what it is not sure about. */
	async #once(interaction: APIInteraction, work: () => Promise<void>): Promise<void> {
		if (this.#recent.add(interaction.id))
			await this.#parts.desk.once("discord", interaction.id, work);
	}

	/** "Thinking…" first: it waits for nothing that is kept on a disk but the asker's settings. */
	async #answer(
		interaction: APIInteraction,
		incoming: Incoming,
		asker: Asker,
		known?: Shown,
	): Promise<void> {
		const { desk, wire } = this.#parts;
		if (!this.#recent.add(interaction.id)) return;
		const responded = (async () => {
			const shown = known ?? { audience: await this.#audience(interaction, asker) };
			return { shown, taken: await wire.defer(interaction, shown.audience) };
		})();
		await desk.once("discord", interaction.id, async () => {
			const { shown, taken } = await responded;
			await this.#showing.show(interaction, { incoming, asker, shown }, taken);
		});
	}

	async #audience(interaction: APIInteraction, asker: Asker): Promise<"asker" | "channel"> {
		if (interaction.context === InteractionContextType.BotDM) return "channel";
		const { desk, sleep } = this.#parts;
		const settings = desk.settings(asker).catch(() => null);
		const set = await Promise.race([settings, sleep(settingsWithinMs).then(() => null)]);
		return set?.visibility === "channel" ? "channel" : "asker";
	}

	async #share(click: Click, control: Control & { kind: "share" }, asker: Asker): Promise<void> {
		const { desk, wire } = this.#parts;
		const { view, part } = control;
		const shown: Shown = { audience: "channel", part, sharedBy: nameOf(click) };
		const key = `share:${view}:${part}:${channelOf(asker.place)}`;
		const shared = await desk.once("discord", key, async () => {
			const taken = await wire.defer(click, shown.audience);
			await this.#showing.show(click, { incoming: { kind: "share", view }, asker, shown }, taken);
		});
		if (!shared) await wire.ignore(click);
	}

	/** A form has to be the first response, so nothing is deferred before it. */
	async #form(
		click: Click,
		{ view, conversation }: Control & { kind: "narrow" },
		asker: Asker,
		audience: "asker" | "channel",
	): Promise<void> {
		const { desk, say, wire } = this.#parts;
		const request = await desk.request(view, asker).catch(() => null);
		if (request) {
			const language = await desk.language(asker, { text: request.text });
			await wire.form(click, narrowForm(view, conversation, request, language, say));
			return;
		}
		// The desk tells why there is nothing to fill in.
		const incoming: Incoming = { kind: "narrow", view, filters: {} };
		const taken = await wire.defer(click, audience);
		await this.#showing.show(click, { incoming, asker, shown: { audience } }, taken);
	}

	/** A thumb is noted at once; the second one opens a form that asks why. */
	async #vote(
		click: Click,
		control: Control & { kind: "vote" },
		asker: Asker,
		audience: "asker" | "channel",
	): Promise<void> {
		const { view, vote } = control;
		const incoming: Incoming = { kind: "vote", view, vote };
		if (vote === "right") return this.#answer(click, incoming, asker, { audience });
		const { desk, say, wire } = this.#parts;
		return this.#once(click, async () => {
			const form = await desk.voteForm(view, asker).catch(() => null);
			if (form) {
				// Begun first: the form may be sent before this is done.
				const noted = desk.reply(incoming, asker);
				await wire.form(click, layVoteForm(form, control, say));
				await noted;
				return;
			}
			// The desk tells why there is nothing to fill in.
			const taken = await wire.defer(click, audience);
			await this.#showing.show(click, { incoming, asker, shown: { audience } }, taken);
		});
	}

	/** The form for operators; to everybody else the desk tells that it is none of theirs. */
	async #wrongForm(
		click: Click,
		control: Control & { kind: "wrong" },
		asker: Asker,
		audience: "asker" | "channel",
	): Promise<void> {
		const { desk, say, wire } = this.#parts;
		const { view, item } = control;
		const form = await desk.wrongForm(view, item, asker).catch(() => null);
		if (form) {
			await wire.form(click, layWrongForm(form, control, say));
			return;
		}
		const entry = { what: "", value: "", act: "", why: "" };
		const incoming: Incoming = { kind: "wrong", view, item, entry };
		const taken = await wire.defer(click, audience);
		await this.#showing.show(click, { incoming, asker, shown: { audience } }, taken);
	}
}

/** What a click brings is for who clicked; in a direct message nobody else is there. */
function besideOf({ context, guild_id, message }: Click): "asker" | "channel" {
	if (context !== InteractionContextType.BotDM && guild_id) return "asker";
	return ((message?.flags ?? 0) & MessageFlags.Ephemeral) === 0 ? "channel" : "asker";
}
