/** JSON as it goes over the wire. */
export type Json = { [key: string]: unknown };

export type Person = { id: string; name: string; bot: boolean };

export type Channel = {
	id: string;
	/** Discord's channel types: 0 text, 1 direct message, 3 group message, 11 public thread. */
	type: 0 | 1 | 3 | 11;
	guild: string | null;
	/** Of a thread: its channel. */
	parent: string | null;
	/** Of a direct message: the person. */
	person: string | null;
	/** What the bot may not do there; the error code that Discord answers with. */
	closed: { status: number; code: number; message: string } | null;
	/** Whether the bot may read the history: without that Discord returns an empty one. */
	readable: boolean;
	messages: StoredMessage[];
};

export type StoredMessage = {
	id: string;
	channel: string;
	author: string;
	/** Milliseconds since the epoch. */
	at: number;
	body: Json;
	reference: string | null;
	/** The one person that sees it; null where all do. */
	onlyFor: string | null;
	/** Of an interaction: "thinking…". */
	loading: boolean;
	deleted: boolean;
	/** When its author last changed it; milliseconds since the epoch. */
	editedAt: number | null;
	/** Bodies that it had before it was edited. */
	edits: number;
	interaction: string | null;
};

/** What Discord knows: people, guilds, channels, messages, commands. Time is passed in. */
export class World {
	readonly now: () => number;
	readonly application = { id: "", name: "Isnad" };
	readonly bot: Person;
	readonly people = new Map<string, Person>();
	readonly guilds = new Set<string>();
	/** By guild: the role that Discord made for the bot. */
	readonly botRoles = new Map<string, string>();
	readonly channels = new Map<string, Channel>();
	/** By scope: "global" or a guild's id. */
	readonly commands = new Map<string, Json[]>();
	/** Rules that the bot broke, in words. */
	readonly violations: string[] = [];
	/** Nonces of the last minutes: `channel:nonce`. */
	readonly nonces = new Map<string, { message: StoredMessage; at: number }>();
	#count = 0;
	#last = 0n;

	constructor(now: () => number) {
		this.now = now;
		this.application.id = this.id();
		this.bot = { id: this.application.id, name: "Isnad", bot: true };
		this.people.set(this.bot.id, this.bot);
	}

	/** A new id; ids grow with time, as Discord's do. */
	id(): string {
		const next =
			(BigInt(Math.floor(this.now()) - 1_420_070_400_000) << 22n) + BigInt(this.#count++ % 4_096);
		this.#last = next > this.#last ? next : this.#last + 1n;
		return String(this.#last);
	}

	person(name: string, bot = false): Person {
		for (const each of this.people.values()) if (each.name === name) return each;
		const made = { id: this.id(), name, bot };
		this.people.set(made.id, made);
		return made;
	}

	guild(): string {
		const id = this.id();
		this.guilds.add(id);
		this.botRoles.set(id, this.id());
		return id;
	}

	channel(guild: string): Channel {
		return this.#addChannel({ type: 0, guild });
	}

	/** `from`: the message that it is begun from, whose id it has. */
	thread(parent: Channel, from?: string): Channel {
		const there = from === undefined ? undefined : this.channels.get(from);
		const id = from === undefined ? {} : { id: from };
		return there ?? this.#addChannel({ type: 11, guild: parent.guild, parent: parent.id, ...id });
	}

	direct(person: string): Channel {
		for (const each of this.channels.values()) if (each.person === person) return each;
		return this.#addChannel({ type: 1, person });
	}

	/** A group of people without the bot: only who has installed it can use it there. */
	group(): Channel {
		return this.#addChannel({ type: 3 });
	}

	#addChannel(part: Partial<Channel> & Pick<Channel, "type">): Channel {
		const made: Channel = {
			id: this.id(),
			guild: null,
			parent: null,
			person: null,
			closed: null,
			readable: true,
			messages: [],
			...part,
		};
		this.channels.set(made.id, made);
		return made;
	}

	store(
		part: Pick<StoredMessage, "channel" | "author" | "body"> & Partial<StoredMessage>,
	): StoredMessage {
		const message: StoredMessage = {
			id: this.id(),
			at: this.now(),
			reference: null,
			onlyFor: null,
			loading: false,
			deleted: false,
			editedAt: null,
			edits: 0,
			interaction: null,
			...part,
		};
		this.channels.get(message.channel)?.messages.push(message);
		return message;
	}

	message(id: string): StoredMessage | undefined {
		for (const channel of this.channels.values()) {
			const found = channel.messages.find((each) => each.id === id);
			if (found) return found;
		}
		return undefined;
	}

	/** A message as Discord sends it. */
	json(message: StoredMessage): Json {
		const author = this.people.get(message.author);
		const referenced = message.reference ? this.message(message.reference) : undefined;
		const { nonce, enforce_nonce, allowed_mentions, message_reference, ...body } = message.body;
		return {
			id: message.id,
			channel_id: message.channel,
			type: message.reference ? 19 : 0,
			content: "",
			embeds: [],
			components: [],
			attachments: [],
			mention_everyone: false,
			mention_roles: [],
			mentions: [],
			pinned: false,
			tts: false,
			edited_timestamp: message.editedAt === null ? null : new Date(message.editedAt).toISOString(),
			timestamp: new Date(message.at).toISOString(),
			...body,
			flags: Number(body.flags ?? 0) | (message.onlyFor ? 64 : 0) | (message.loading ? 128 : 0),
			author: this.userJson(author ?? this.bot),
			...(message.reference
				? {
						message_reference: { message_id: message.reference, channel_id: message.channel },
						referenced_message:
							referenced && !referenced.deleted
								? { ...this.json({ ...referenced, reference: null }) }
								: null,
					}
				: {}),
		};
	}

	userJson({ id, name, bot }: Person): Json {
		return {
			id,
			username: name,
			global_name: bot ? null : name,
			discriminator: "0",
			avatar: null,
			bot,
		};
	}

	channelJson(channel: Channel): Json {
		const { id, type, parent } = channel;
		if (type === 3) return { id, type, name: "group", recipients: [], owner_id: this.bot.id };
		if (type === 1) {
			const person = this.people.get(channel.person ?? "");
			return { id, type, recipients: person ? [this.userJson(person)] : [] };
		}
		const last_message_id = channel.messages.at(-1)?.id ?? null;
		const place = { guild_id: channel.guild, parent_id: parent, last_message_id };
		const common = { id, type, name: `channel-${id}`, ...place };
		if (type === 0)
			return { ...common, position: 0, permission_overwrites: [], nsfw: false, topic: null };
		return {
			...common,
			owner_id: this.bot.id,
			thread_metadata: {
				archived: false,
				auto_archive_duration: 1440,
				archive_timestamp: new Date(this.now()).toISOString(),
				locked: false,
			},
			message_count: 0,
			member_count: 1,
			total_message_sent: 0,
			member: { id, user_id: this.bot.id, join_timestamp: new Date(0).toISOString(), flags: 0 },
		};
	}

	#role(id: string, name: string): Json {
		return {
			...{ id, name, color: 0, hoist: false, position: 1, permissions: "0", managed: false },
			colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
			...{ mentionable: false, flags: 0 },
		};
	}

	guildJson(guild: string): Json {
		const channels = [...this.channels.values()].filter((each) => each.guild === guild);
		return {
			id: guild,
			name: `guild-${guild}`,
			unavailable: false,
			owner_id: this.bot.id,
			joined_at: new Date(0).toISOString(),
			large: false,
			member_count: 2,
			preferred_locale: "en-US",
			features: [],
			emojis: [],
			stickers: [],
			roles: [
				{
					...this.#role(this.botRoles.get(guild) ?? "0", this.bot.name),
					managed: true,
					tags: { bot_id: this.bot.id },
				},
				{
					id: guild,
					name: "@everyone",
					color: 0,
					colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
					hoist: false,
					position: 0,
					permissions: "2147483647",
					managed: false,
					mentionable: false,
					flags: 0,
				},
			],
			channels: channels.filter(({ type }) => type === 0).map((each) => this.channelJson(each)),
			threads: channels.filter(({ type }) => type === 11).map((each) => this.channelJson(each)),
			members: [
				{
					user: this.userJson(this.bot),
					roles: [],
					joined_at: new Date(0).toISOString(),
					deaf: false,
					mute: false,
					flags: 0,
				},
			],
			presences: [],
			voice_states: [],
			stage_instances: [],
			guild_scheduled_events: [],
			soundboard_sounds: [],
			verification_level: 0,
			default_message_notifications: 0,
			explicit_content_filter: 0,
			mfa_level: 0,
			nsfw_level: 0,
			premium_tier: 0,
			system_channel_flags: 0,
			afk_timeout: 60,
		};
	}
}
