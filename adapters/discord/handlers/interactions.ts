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
import { digestOrder } from "../../../src/domain/forms.ts";
import { commandName } from "../commands/commands.ts";
import { CommandReader } from "../commands/options.ts";
import { suggestions } from "../commands/suggest.ts";
import { type Control, readChoice, readCustomId } from "../layout/controls.ts";
import { readDigestForm } from "../layout/digest-form.ts";
import { readForm } from "../layout/narrow-form.ts";
import { readVoteForm } from "../layout/votes.ts";
import { readWrongForm } from "../layout/wrong-form.ts";
import type { Answering, Shown } from "./answering.ts";
import { askerOf, nameOf } from "./asker.ts";
import { Forms } from "./forms.ts";
import { sharePicture } from "./picture.ts";
import { Recent } from "./recent.ts";
import { Sharing } from "./sharing.ts";
import { type Amended, Showing } from "./showing.ts";

type Click = APIMessageComponentInteraction | APIModalSubmitInteraction;

/** How long the settings of a person may take before the answer is private, which does no harm. */
const settingsWithinMs = 1_000;
/** Interactions that are known to have been responded to: far more than a broken connection replays. */
const mostRecent = 10_000;

/** Answers commands, buttons, forms and suggestions. */
export class Interactions {
	readonly #parts: Answering;
	readonly #reader: CommandReader;
	readonly #showing: Showing;
	readonly #forms: Forms;
	readonly #sharing: Sharing;
	readonly #recent = new Recent(mostRecent);

	constructor(parts: Answering) {
		this.#parts = parts;
		this.#reader = new CommandReader(parts.say);
		this.#showing = new Showing(parts);
		this.#forms = new Forms(parts, this.#showing);
		this.#sharing = new Sharing(parts, this.#showing);
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
			order === null ? null : await this.#forms.digest({ text: order, name: data.name }, asker);
		if (form) return this.#once(interaction, () => this.#forms.showDigest(interaction, form));
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
			case "share": {
				const { view, part } = control;
				const sharing = { view, part, asker, sharedBy: nameOf(click) };
				let amended: Amended | undefined;
				await this.#once(click, async () => {
					amended = await this.#sharing.share(click, sharing);
				});
				return amended?.();
			}
			case "picture": {
				const sharing = { view: control.view, asker, sharedBy: nameOf(click) };
				return this.#once(click, () => sharePicture(this.#parts, click, sharing));
			}
			case "refill":
			case "narrow":
			case "wrong":
				return this.#once(click, () =>
					this.#forms.open({ interaction: click, control, asker, audience }),
				);
			case "vote": {
				const { view, vote } = control;
				if (vote === "right")
					return this.#answer(click, { kind: "vote", view, vote }, asker, { audience });
				return this.#once(click, () =>
					this.#forms.open({ interaction: click, control, asker, audience }),
				);
			}
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
		let amended: Amended | undefined;
		await desk.once("discord", interaction.id, async () => {
			const { shown, taken } = await responded;
			const outcome = await this.#showing.show(interaction, { incoming, asker, shown }, taken);
			if (outcome.state === "shown") amended = outcome.amended;
		});
		// The answer is there: what is added to it is no reason to answer again.
		await amended?.();
	}

	async #audience(interaction: APIInteraction, asker: Asker): Promise<"asker" | "channel"> {
		if (interaction.context === InteractionContextType.BotDM) return "channel";
		const { desk, sleep } = this.#parts;
		const settings = desk.settings(asker).catch(() => null);
		const set = await Promise.race([settings, sleep(settingsWithinMs).then(() => null)]);
		return set?.visibility === "channel" ? "channel" : "asker";
	}
}

/** What a click brings is for who clicked; in a direct message nobody else is there. */
function besideOf({ context, guild_id, message }: Click): "asker" | "channel" {
	if (context !== InteractionContextType.BotDM && guild_id) return "asker";
	return ((message?.flags ?? 0) & MessageFlags.Ephemeral) === 0 ? "channel" : "asker";
}
