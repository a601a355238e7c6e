import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { asIsnadError, IsnadError } from "../../../src/domain/errors.ts";
import { isoDayOf } from "../../../src/domain/iso-day.ts";
import type { Token } from "../../../src/domain/tokens.ts";
import { hashOf, readToken } from "../../shared/access-token.ts";
import { clientOf, isLoopback, isProxied, remoteOf } from "../access/client-address.ts";
import { RateLimit } from "../access/rate-limit.ts";
import { isSameSecret } from "../access/same-secret.ts";
import type { DoorParts, Holder } from "./api-parts.ts";

/** Of one token: some sixty searches at once, then two each second. */
const tokenRate = { burst: 120, perSecond: 4, mostClients: 2_000 };
/** Of one address, whatever it shows: room for several programs behind it, none for guessing. */
const clientRate = { burst: 240, perSecond: 10, mostClients: 10_000 };
const cost = { request: 1, refused: 20 };

export type Admitted = Holder & {
	/** Milliseconds after which `more` may be taken; 0 where it was. */
	take(more: number): number;
};

/** Who may ask: whoever shows a token that holds; see `DoorSettings` for who needs none. */
export class Admission {
	readonly #parts: DoorParts;
	readonly #tokens: RateLimit;
	readonly #clients: RateLimit;
	/** The day on which the use of a token was kept last. */
	readonly #used = new Map<string, string>();

	constructor(parts: DoorParts) {
		this.#parts = parts;
		this.#tokens = new RateLimit(tokenRate, parts.now);
		this.#clients = new RateLimit(clientRate, parts.now);
	}

	/** Errors: `origin_refused`, `too_many_requests`, `token_missing`, `token_refused`, `store_*`. */
	async admit(c: Context): Promise<Admitted> {
		const { isBehindProxy } = this.#parts.settings;
		const remote = remoteOf(c.env as Partial<HttpBindings> | undefined);
		const forwarded = c.req.header("x-forwarded-for");
		const client = clientOf({ remote, forwarded, isBehindProxy });
		this.#checkOrigin(c.req.header("origin"));
		tooMany(this.#clients.take(client, cost.request));
		try {
			const token = await this.#tokenOf(c, remote);
			const key = token ?? "here";
			return { token, take: (more) => this.#tokens.take(key, more) };
		} catch (error) {
			// Whoever guesses is soon told to wait.
			if (asIsnadError(error).code === "token_refused") this.#clients.charge(client, cost.refused);
			throw error;
		}
	}

	isAllowed(origin: string): boolean {
		const { origins, publicUrl } = this.#parts.settings;
		return origins.includes(origin) || (publicUrl !== "" && new URL(publicUrl).origin === origin);
	}

	/** A page of a stranger's that runs in the browser of somebody at this machine asks nothing. */
	#checkOrigin(origin: string | undefined): void {
		if (origin === undefined || this.isAllowed(origin)) return;
		throw new IsnadError(
			"origin_refused",
			"Pages of this origin may not ask: an operator names those that may in ISNAD_API_ORIGINS.",
		);
	}

	async #tokenOf(c: Context, remote: string | undefined): Promise<string | null> {
		const { tokens, now } = this.#parts;
		const authorization = c.req.header("authorization");
		if (authorization === undefined) {
			if (this.#isHere(c, remote) && !(await tokens.any())) return null;
			throw new IsnadError(
				"token_missing",
				"A token is needed: send Authorization: Bearer TOKEN; an operator makes one with isnad token create NAME.",
			);
		}
		const [, given = ""] = /^Bearer +(\S{1,200})$/i.exec(authorization) ?? [];
		const shown = readToken(given);
		const token = shown && (await tokens.get(shown.id));
		if (
			!shown ||
			!token ||
			!isSameSecret(hashOf(shown.secret), token.hash) ||
			token.revokedAt !== null
		)
			throw refused("This token lets nobody in: look whether it is whole, and was not revoked.");
		if (token.collection !== this.#parts.settings.collection)
			throw refused("This token asks another collection: take the address of that one.");
		const today = isoDayOf(now());
		if (token.expires !== null && token.expires < today)
			throw refused("This token has expired: an operator makes another one.");
		await this.#noteUse(token, today);
		return token.id;
	}

	/** Somebody at this machine, who names it and comes through no proxy. */
	#isHere(c: Context, remote: string | undefined): boolean {
		const host = (c.req.header("host") ?? "").replace(/:\d{1,5}$/, "").toLowerCase();
		const isOpen = this.#parts.settings.isOpenHere && !isProxied((name) => c.req.header(name));
		return isOpen && isLoopback(remote ?? "") && isLoopback(host);
	}

	/** Once a day; where it cannot be kept, the program is answered all the same. */
	async #noteUse({ id, lastUsed }: Token, today: string): Promise<void> {
		if (this.#used.get(id) === today || (lastUsed !== null && lastUsed >= today)) return;
		this.#used.set(id, today);
		try {
			await this.#parts.tokens.used(id, today);
		} catch (error) {
			this.#used.delete(id);
			const { code } = asIsnadError(error);
			this.#parts.log("warn", "The use of a token could not be kept.", { code, token: id });
		}
	}
}

const refused = (sentence: string) => new IsnadError("token_refused", sentence);

/** Errors: `too_many_requests` where there is something to wait for. */
export function tooMany(waitMs: number): void {
	if (waitMs === 0) return;
	const seconds = Math.ceil(waitMs / 1_000);
	throw new IsnadError("too_many_requests", `Too many requests: ask again in ${seconds} s.`, {
		params: { count: seconds },
	});
}
