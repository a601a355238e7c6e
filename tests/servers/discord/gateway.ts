import { randomBytes } from "node:crypto";
import type { WebSocket } from "ws";
import type { Json, World } from "./world.ts";

/** What a dispatch is for: a guild's events go to the guild's shard, the others to the first. */
export type Scope = { guild: string | null; intent: number };

type Session = {
	id: string;
	shard: number;
	shards: number;
	intents: number;
	sequence: number;
	/** Dispatches, for those who resume. */
	sent: { s: number; payload: string }[];
	socket: WebSocket | null;
	resumable: boolean;
	/** It was asked to connect or to resume again, and has not done so yet. */
	asked: boolean;
};

export type GatewayOptions = {
	token: string;
	heartbeatMs: number;
	/** Intents that the application may not have. */
	forbidden: number;
	/** Above this many guilds a shard is refused. */
	guildsPerShard: number;
};

const keptDispatches = 5_000;
/** Commands a client may send in a minute. Gateway page, "Rate Limiting". */
const mostSent = 120;

/** Discord's gateway: sessions that outlive their connections, shards, replays. */
export class Gateway {
	/** While true, heartbeats are not acknowledged. */
	mute = false;
	knowsToken = true;
	identifies = 0;
	resumes = 0;
	readonly #world: World;
	readonly #options: GatewayOptions;
	readonly #sessions = new Map<string, Session>();
	readonly #sockets = new Set<WebSocket>();
	#address = "";

	constructor(world: World, options: GatewayOptions) {
		this.#world = world;
		this.#options = options;
	}

	/** `ws://…` under which it is reached. */
	set address(address: string) {
		this.#address = address;
	}

	get address(): string {
		return this.#address;
	}

	/** Sessions that have a connection and are not about to leave it. */
	get connected(): number {
		const all = [...this.#sessions.values()];
		return all.filter(({ socket, asked }) => socket !== null && !asked).length;
	}

	/** Connections, whether they have said who they are or not. */
	get open(): number {
		return this.#sockets.size;
	}

	accept(socket: WebSocket): void {
		let session: Session | null = null;
		let received = 0;
		this.#sockets.add(socket);
		socket.on("close", (code) => {
			this.#sockets.delete(socket);
			if (session?.socket !== socket) return;
			session.socket = null;
			// A client that leaves by itself gives its session up.
			if (code === 1_000 || code === 1_001) this.#sessions.delete(session.id);
		});
		socket.on("error", () => socket.terminate());
		socket.on("message", (data) => {
			if (++received > mostSent) return socket.close(4_008, "Rate limited");
			let payload: { op: number; d: Json };
			try {
				payload = JSON.parse(String(data)) as typeof payload;
			} catch {
				return socket.close(4_002, "Decode error");
			}
			if (payload.op === 1) {
				if (!this.mute) send(socket, { op: 11, d: null });
			} else if (payload.op === 2) {
				if (session) return socket.close(4_005, "Already authenticated");
				session = this.#identify(socket, payload.d);
			} else if (payload.op === 6) session = this.#resume(socket, payload.d);
			else if (!session) socket.close(4_003, "Not authenticated");
		});
		send(socket, { op: 10, d: { heartbeat_interval: this.#options.heartbeatMs } });
	}

	#identify(socket: WebSocket, d: Json): Session | null {
		const [shard = 0, shards = 1] = (d.shard ?? [0, 1]) as number[];
		const intents = Number(d.intents);
		const { token, forbidden, guildsPerShard } = this.#options;
		const close = (code: number, why: string) => {
			socket.close(code, why);
			return null;
		};
		this.identifies++;
		if (!this.knowsToken || d.token !== token) return close(4_004, "Authentication failed");
		if ((intents & forbidden) !== 0) return close(4_014, "Disallowed intent(s)");
		if (shard < 0 || shard >= shards) return close(4_010, "Invalid shard");
		if (this.#world.guilds.size > guildsPerShard * shards) return close(4_011, "Sharding required");
		const session: Session = {
			id: randomBytes(8).toString("hex"),
			shard,
			shards,
			intents,
			sequence: 0,
			sent: [],
			socket,
			resumable: true,
			asked: false,
		};
		this.#sessions.set(session.id, session);
		const guilds = [...this.#world.guilds].filter((guild) => shardOf(guild, shards) === shard);
		this.#dispatch(session, "READY", {
			v: 10,
			user: {
				...this.#world.userJson(this.#world.bot),
				verified: true,
				mfa_enabled: true,
				flags: 0,
			},
			guilds: guilds.map((id) => ({ id, unavailable: true })),
			session_id: session.id,
			resume_gateway_url: this.#address,
			shard: [shard, shards],
			application: { id: this.#world.application.id, flags: 0 },
		});
		for (const guild of guilds)
			this.#dispatch(session, "GUILD_CREATE", this.#world.guildJson(guild));
		return session;
	}

	#resume(socket: WebSocket, d: Json): Session | null {
		const session = this.#sessions.get(String(d.session_id));
		const seq = Number(d.seq);
		this.resumes++;
		if (!this.knowsToken || d.token !== this.#options.token) {
			socket.close(4_004, "Authentication failed");
			return null;
		}
		if (!session?.resumable) {
			send(socket, { op: 9, d: false });
			return null;
		}
		if (seq > session.sequence) {
			socket.close(4_007, "Invalid seq");
			return null;
		}
		session.socket?.terminate();
		session.socket = socket;
		session.asked = false;
		for (const { s, payload } of session.sent) if (s > seq) socket.send(payload);
		this.#dispatch(session, "RESUMED", {});
		return session;
	}

	/** Sends to every session that the event concerns; true where one will have it. */
	dispatch(
		{ guild, intent }: Scope,
		event: string,
		data: (session: { intents: number }) => Json,
	): boolean {
		let taken = false;
		for (const session of this.#sessions.values()) {
			const shard = guild === null ? 0 : shardOf(guild, session.shards);
			if (session.shard !== shard || !session.resumable) continue;
			if (intent !== 0 && (session.intents & intent) === 0) continue;
			this.#dispatch(session, event, data(session));
			taken = true;
		}
		return taken;
	}

	#dispatch(session: Session, event: string, d: Json): void {
		const s = ++session.sequence;
		const payload = JSON.stringify({ op: 0, t: event, s, d });
		session.sent.push({ s, payload });
		if (session.sent.length > keptDispatches) session.sent.shift();
		if (session.socket?.readyState === 1) session.socket.send(payload);
	}

	/** The connections break: without a word, with a close code, or as Discord asks for it. */
	break(how: "drop" | "reconnect" | "invalid" | "invalid_resumable" | number): void {
		for (const session of this.#sessions.values()) {
			const { socket } = session;
			if (!socket) continue;
			if (how === "drop") {
				session.socket = null;
				socket.terminate();
				continue;
			}
			session.asked = true;
			if (how === "reconnect") send(socket, { op: 7, d: null });
			else if (how === "invalid" || how === "invalid_resumable") {
				session.resumable = how === "invalid_resumable";
				if (how === "invalid") this.#sessions.delete(session.id);
				send(socket, { op: 9, d: session.resumable });
			} else socket.close(how);
		}
	}

	close(): void {
		for (const socket of this.#sockets) socket.terminate();
	}
}

export function shardOf(guild: string, shards: number): number {
	return Number((BigInt(guild) >> 22n) % BigInt(shards));
}

function send(socket: WebSocket, payload: Json): void {
	if (socket.readyState === 1) socket.send(JSON.stringify(payload));
}
