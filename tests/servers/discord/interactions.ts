import { performance } from "node:perf_hooks";
import { type Refusal, refusal } from "./rules.ts";
import { checkMessage } from "./rules-message.ts";
import { checkChoices, checkModal } from "./rules-other.ts";
import type { Json, StoredMessage, World } from "./world.ts";

/** An interaction as the server knows it. Times `…Ms` are of a steady clock. */
export type Interaction = {
	id: string;
	token: string;
	payload: Json;
	kind: "command" | "component" | "autocomplete" | "modal";
	channel: string;
	person: string;
	/** Whether a connection had it, or one that could still be resumed. */
	delivered: boolean;
	/** When it was made, by the world's clock. */
	at: number;
	createdMs: number;
	acknowledgedMs: number | null;
	answeredMs: number | null;
	/** The type of its first response. */
	response: number | null;
	/** How often an answer was put in place or posted. */
	answers: number;
	original: StoredMessage | null;
	/** The message that a click is on. */
	source: StoredMessage | null;
	choices: Json[];
	modal: Json | null;
};

export type Result = { status: number; body?: Json } | Refusal;

const firstResponseMs = 3_000;
const tokenLivesMs = 15 * 60_000;
const ephemeral = 64;
const kinds = { 2: "command", 3: "component", 4: "autocomplete", 5: "modal" } as const;

/** Interactions and what the bot does with them. */
export class InteractionDesk {
	readonly all = new Map<string, Interaction>();
	readonly #world: World;
	readonly #changed: () => void;

	constructor(world: World, changed: () => void) {
		this.#world = world;
		this.#changed = changed;
	}

	/** A new one, with its payload as Discord sends it. */
	create(
		payload: Json & { type: number },
		channel: string,
		person: string,
		source?: StoredMessage,
	): Interaction {
		const id = this.#world.id();
		const token = `token-${id}`;
		const made: Interaction = {
			id,
			token,
			kind: kinds[payload.type as keyof typeof kinds],
			payload: { ...payload, id, token, application_id: this.#world.application.id, version: 1 },
			channel,
			person,
			delivered: false,
			at: this.#world.now(),
			createdMs: performance.now(),
			acknowledgedMs: null,
			answeredMs: null,
			response: null,
			answers: 0,
			original: null,
			source: source ?? null,
			choices: [],
			modal: null,
		};
		this.all.set(token, made);
		return made;
	}

	callback(id: string, token: string, body: Json): Result {
		const interaction = this.all.get(token);
		if (!interaction || interaction.id !== id) return refusal(404, 10_062, "Unknown interaction");
		if (interaction.response !== null)
			return refusal(400, 40_060, "Interaction has already been acknowledged.");
		if (this.#world.now() - interaction.at > firstResponseMs) {
			this.#world.violations.push(
				`late: the ${interaction.kind} ${id} was not answered within 3 s`,
			);
			return refusal(404, 10_062, "Unknown interaction");
		}
		const type = Number(body.type);
		const data = (body.data ?? {}) as Json;
		const refused = this.#refuses(interaction, type, data);
		if (refused) return refused;
		interaction.response = type;
		interaction.acknowledgedMs = performance.now();
		if (type === 4 || type === 5) {
			interaction.original = this.#store(interaction, data, type === 5);
			if (type === 4) this.#answered(interaction);
		} else if (type === 6 || type === 7) {
			interaction.original = interaction.source;
			if (type === 7 && interaction.source) this.#change(interaction.source, data);
			this.#answered(interaction);
		} else {
			if (type === 8) interaction.choices = (data.choices ?? []) as Json[];
			if (type === 9) interaction.modal = data;
			this.#answered(interaction);
		}
		this.#changed();
		return { status: 204 };
	}

	#refuses(interaction: Interaction, type: number, data: Json): Refusal | null {
		const wrong = refusal(400, 50_035, "Invalid Form Body");
		if ((type === 8) !== (interaction.kind === "autocomplete")) return wrong;
		if (type === 9) return interaction.kind === "modal" ? wrong : checkModal(data);
		if ((type === 6 || type === 7) && !interaction.source) return wrong;
		if (type === 8) return checkChoices(data);
		if (type === 4 || type === 7)
			return checkMessage(data, type === 7 ? interaction.source?.body : undefined);
		return [5, 6].includes(type) ? null : wrong;
	}

	/** `/webhooks/{application}/{token}…`: what is done after the first response. */
	webhook(method: string, token: string, message: string | null, body: Json): Result {
		const interaction = this.all.get(token);
		if (!interaction || interaction.response === null)
			return refusal(404, 10_015, "Unknown Webhook");
		if (this.#world.now() - interaction.at > tokenLivesMs)
			return refusal(401, 50_027, "Invalid Webhook Token");
		if (method === "POST" && message === null) return this.#follow(interaction, body);
		const found =
			message === "@original" ? interaction.original : this.#world.message(message ?? "");
		if (!found || found.deleted) return refusal(404, 10_008, "Unknown Message");
		if (method === "GET") return { status: 200, body: this.#world.json(found) };
		if (method === "DELETE") {
			found.deleted = true;
			return { status: 204 };
		}
		if (method !== "PATCH") return refusal(405, 0, "405: Method Not Allowed");
		const refused = checkMessage(body, found.loading ? undefined : found.body);
		if (refused) return refused;
		if (found.loading) {
			found.loading = false;
			found.body = body;
		} else this.#change(found, body);
		this.#answered(interaction);
		this.#changed();
		return { status: 200, body: this.#world.json(found) };
	}

	#follow(interaction: Interaction, body: Json): Result {
		const refused = checkMessage(body);
		if (refused) return refused;
		const stored = this.#store(interaction, body, false);
		this.#answered(interaction);
		this.#changed();
		return { status: 200, body: this.#world.json(stored) };
	}

	#store(interaction: Interaction, body: Json, loading: boolean): StoredMessage {
		const hidden = (Number(body.flags ?? 0) & ephemeral) !== 0;
		return this.#world.store({
			channel: interaction.channel,
			author: this.#world.bot.id,
			body,
			loading,
			onlyFor: hidden ? interaction.person : null,
			interaction: interaction.id,
		});
	}

	#change(message: StoredMessage, body: Json): void {
		message.body = { ...message.body, ...body };
		message.edits++;
	}

	#answered(interaction: Interaction): void {
		interaction.answers++;
		interaction.answeredMs ??= performance.now();
	}
}
