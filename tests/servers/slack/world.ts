/** The workspace that the server keeps: who is in it, and what was said. */
export const ids = {
	team: "T0TEAM0001",
	app: "A0ISNAD001",
	bot: "B0ISNAD001",
	botUser: "U0ISNAD001",
	otherBot: "B0OTHER001",
	/** The bot is a member. */
	channel: "C0NEWS0001",
	/** It is none here. */
	closedChannel: "C0CLOSED01",
	archivedChannel: "C0ARCHIVE1",
} as const;

export type Person = {
	id: string;
	name: string;
	locale: string;
	tz: string;
	admin: boolean;
	/** Of another workspace in a shared channel. */
	team: string;
};

export type Channel = {
	id: string;
	member: boolean;
	archived: boolean;
	/** Only some people may post there; what one person alone sees may be shown. */
	readOnly: boolean;
	im: string | null;
};

export type Json = { [name: string]: unknown };

/** A message of the bot, or of a person to it. */
export type Stored = {
	ts: string;
	channel: string;
	/** Who said it: the bot's user, or a person. */
	user: string;
	text: string;
	blocks: Json[];
	thread: string | null;
	metadata: Json | null;
	/** The one person who sees it; null for everybody. */
	to: string | null;
	/** The `response_url` that it came by. */
	by: string | null;
	edits: number;
	/** Milliseconds since the epoch, of the last change. */
	at: number;
};

/** Ids are Slack's and none is given twice, whatever workspace it belongs to. */
let given = 0;

export class World {
	readonly people = new Map<string, Person>();
	readonly channels = new Map<string, Channel>();
	readonly messages: Stored[] = [];
	readonly homes = new Map<string, Json>();
	readonly views = new Map<string, { view: Json; person: string }>();
	readonly prompts = new Map<string, Json[]>();
	/** By channel and thread: the line that says what the bot is doing. */
	readonly statuses = new Map<string, string>();
	/** By `response_url`: who is told of each message that came by it. */
	readonly #watching = new Map<string, () => void>();
	readonly #now: () => number;
	#lastTs = 0;

	constructor(now: () => number) {
		this.#now = now;
		const { channel, closedChannel, archivedChannel } = ids;
		this.addChannel({ id: channel });
		this.addChannel({ id: closedChannel, member: false });
		this.addChannel({ id: archivedChannel, archived: true });
	}

	now(): number {
		return this.#now();
	}

	addChannel(channel: Partial<Channel> & { id: string }): Channel {
		const full = { member: true, archived: false, readOnly: false, im: null, ...channel };
		this.channels.set(full.id, full);
		return full;
	}

	/** The person of that name, made where there is none yet, with a direct conversation. */
	person(name: string, more: Partial<Person> = {}): Person {
		const id = `U${name.toUpperCase().replace(/[^A-Z0-9]/g, "")}`.padEnd(10, "0");
		const person = this.people.get(id) ?? {
			id,
			name,
			locale: "en-GB",
			tz: "Europe/London",
			admin: false,
			team: ids.team,
		};
		Object.assign(person, more);
		this.people.set(id, person);
		this.direct(id);
		return person;
	}

	direct(person: string): Channel {
		const id = `D${person.slice(1)}`;
		return this.channels.get(id) ?? this.addChannel({ id, im: person });
	}

	/** A channel by its id, or the direct conversation with the person of that id. */
	channelOf(id: string): Channel | undefined {
		return this.channels.get(id) ?? (this.people.has(id) ? this.direct(id) : undefined);
	}

	/** Slack's time stamps: seconds with six digits, none twice. */
	ts(): string {
		const micros = Math.max(this.#now() * 1_000, this.#lastTs + 1);
		this.#lastTs = micros;
		return `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, "0")}`;
	}

	/** An id that nobody has yet. */
	id(prefix: string): string {
		return `${prefix}${String(++given).padStart(8, "0")}`;
	}

	say(message: Omit<Stored, "ts" | "edits" | "at">): Stored {
		const stored = { ...message, ts: this.ts(), edits: 0, at: this.#now() };
		this.messages.push(stored);
		this.came(stored);
		if (message.user === ids.botUser) this.statuses.delete(`${message.channel}:${message.thread}`);
		return stored;
	}

	/** Tells of each message that comes by this address from now on, or changes by it; null tells nobody. */
	watch(by: string, told: (() => void) | null): void {
		if (told) this.#watching.set(by, told);
		else this.#watching.delete(by);
	}

	came({ by }: Stored): void {
		if (by !== null) this.#watching.get(by)?.();
	}

	find(channel: string, ts: string): Stored | undefined {
		return this.messages.findLast((each) => each.ts === ts && each.channel === channel);
	}
}
