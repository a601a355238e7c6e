import type { Interaction } from "./interactions.ts";
import type { DiscordServer } from "./server.ts";
import type { Channel, Json, Person, StoredMessage } from "./world.ts";

/** Bits of Discord's intents: messages of guilds and direct ones, and the content of all. */
const guildMessages = 1 << 9;
const directMessages = 1 << 12;
const messageContent = 1 << 15;

/** Who does it and where. `admin`: may manage the guild. */
export type Act = { by: Person; in: Channel; admin?: boolean };

/** What a message is beside its text. */
type Written = { reply?: StoredMessage; mentions?: Person[]; roles?: string[] };

export type Option = {
	name: string;
	type: number;
	value?: string;
	focused?: boolean;
	options?: Option[];
};

/** What is chosen in a list before anybody touches it. */
export function defaultsOf(field: Json): string[] {
	const options = (field.options ?? []) as Json[];
	return options.filter((each) => each.default).map(({ value }) => String(value));
}

/** What people do on the server; every method returns what the bot was sent. */
export class People {
	readonly #server: DiscordServer;

	constructor(server: DiscordServer) {
		this.#server = server;
	}

	command(act: Act, name: string, options: Option[] = []): Interaction {
		return this.#interact(2, act, { id: this.#server.world.id(), name, type: 1, options });
	}

	about(act: Act, name: string, target: StoredMessage): Interaction {
		const { world } = this.#server;
		const messages = { [target.id]: world.json(target) };
		return this.#interact(2, act, {
			id: world.id(),
			name,
			type: 3,
			target_id: target.id,
			resolved: { messages },
		});
	}

	typing(act: Act, name: string, options: Option[]): Interaction {
		return this.#interact(4, act, { id: this.#server.world.id(), name, type: 1, options });
	}

	click(act: Act, on: StoredMessage, customId: string): Interaction {
		return this.#interact(3, act, { custom_id: customId, component_type: 2 }, on);
	}

	/** Chooses an entry of a list. */
	choose(act: Act, on: StoredMessage, customId: string, value: string): Interaction {
		const data = { custom_id: customId, component_type: 3, values: [value] };
		return this.#interact(3, act, data, on);
	}

	/** Sends a form that the bot showed, with these values. */
	send(
		act: Act,
		form: Json,
		values: Record<string, string | undefined>,
		on: StoredMessage | null,
	): Interaction {
		const components = (form.components as Json[]).map((row, at) => {
			if (row.type === 10) return { type: 10, id: at + 1 };
			const field = row.component as Json;
			const value = values[String(field.custom_id)];
			const filled =
				field.type === 3
					? { type: 3, values: value === undefined ? defaultsOf(field) : value.split(",") }
					: { type: 4, value: value ?? String(field.value ?? "") };
			return {
				type: 18,
				id: at + 1,
				component: { ...filled, custom_id: field.custom_id, id: at + 50 },
			};
		});
		return this.#interact(5, act, { custom_id: form.custom_id, components }, on ?? undefined);
	}

	/** Somebody writes; `reply` names the message that it replies to. */
	write(
		act: Act,
		content: string,
		{ reply, mentions = [], roles = [] }: Written = {},
	): StoredMessage {
		const { world } = this.#server;
		const message = world.store({
			channel: act.in.id,
			author: act.by.id,
			body: {
				content,
				mentions: mentions.map((each) => world.userJson(each)),
				mention_roles: roles,
			},
			reference: reply?.id ?? null,
		});
		this.deliver(message);
		return message;
	}

	/** Its author changes a message, `afterMs` after it was written. */
	edit(message: StoredMessage, content: string, mentions: Person[], afterMs = 1_000): void {
		const { world } = this.#server;
		Object.assign(message.body, {
			content,
			mentions: mentions.map((each) => world.userJson(each)),
		});
		message.editedAt = message.at + afterMs;
		this.deliver(message, "MESSAGE_UPDATE");
	}

	/** Tells the bot of a message, as far as its intents let it read. */
	deliver(
		message: StoredMessage,
		event: "MESSAGE_CREATE" | "MESSAGE_UPDATE" = "MESSAGE_CREATE",
	): void {
		const { world, gateway } = this.#server;
		const channel = world.channels.get(message.channel);
		const guild = channel?.guild ?? null;
		const whole = world.json(message);
		const roles = (whole.mention_roles ?? []) as unknown[];
		const named =
			((whole.mentions ?? []) as Json[]).some(({ id }) => id === world.bot.id) ||
			(guild !== null && roles.includes(world.botRoles.get(guild)));
		const intent = guild === null ? directMessages : guildMessages;
		gateway.dispatch({ guild, intent }, event, ({ intents }) => {
			const reads = guild === null || named || (intents & messageContent) !== 0;
			const hidden = reads ? {} : { content: "", embeds: [], attachments: [], components: [] };
			const place = guild === null ? {} : { guild_id: guild, member: this.#member(false) };
			return { ...whole, ...hidden, ...place, channel_type: channel?.type ?? 0 };
		});
	}

	/**
	 * The same interaction once more, as after a broken connection. False where no connection is there,
	 * nor one that could still be resumed: Discord drops it then.
	 */
	again(interaction: Interaction): boolean {
		const guild = (interaction.payload.guild_id ?? null) as string | null;
		return this.#server.gateway.dispatch(
			{ guild, intent: 0 },
			"INTERACTION_CREATE",
			() => interaction.payload,
		);
	}

	#interact(type: number, act: Act, data: Json, source?: StoredMessage): Interaction {
		const { world, interactions } = this.#server;
		const { guild } = act.in;
		const user = world.userJson(act.by);
		const who =
			guild === null ? { user } : { member: { user, ...this.#member(act.admin ?? false) } };
		const payload = {
			type,
			data,
			channel_id: act.in.id,
			channel: world.channelJson(act.in),
			...(guild === null
				? { context: act.in.type === 3 ? 2 : 1 }
				: { guild_id: guild, context: 0 }),
			...who,
			...(source ? { message: world.json(source) } : {}),
			locale: "en-US",
			app_permissions: "2147483647",
			entitlements: [],
			attachment_size_limit: 10_485_760,
			authorizing_integration_owners:
				act.in.type === 3 || (guild !== null && !world.guilds.has(guild))
					? { "1": act.by.id }
					: { "0": guild ?? "0" },
		};
		const made = interactions.create(payload, act.in.id, act.by.id, source);
		made.delivered = this.again(made);
		return made;
	}

	#member(admin: boolean): Json {
		return {
			roles: [],
			nick: null,
			avatar: null,
			joined_at: new Date(0).toISOString(),
			permissions: admin ? "32" : "0",
			deaf: false,
			mute: false,
			flags: 0,
		};
	}
}
