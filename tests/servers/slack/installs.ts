import type { Result } from "./methods.ts";
import { ids, type Json } from "./world.ts";

export const client = { id: "111.222", secret: "test-client-secret" } as const;

export type Granted = {
	team: string | null;
	enterprise: string | null;
	/** Seconds; null for a token that holds for good. */
	expiresIn: number | null;
};

/** Installations as Slack keeps them: codes and refresh tokens are good for one use, tokens until they are revoked. */
export class Installs {
	readonly #codes = new Map<string, Granted & { redirect: string }>();
	readonly #refresh = new Map<string, Granted>();
	/** By token: whose it is. */
	readonly granted = new Map<string, Granted>();
	/** What was called with which token. */
	readonly used: { method: string; token: string; args: Json }[] = [];
	/** How often a token was renewed. */
	renewals = 0;
	#count = 0;

	/** What somebody who allowed it brings back. */
	code(of: Granted, redirect: string): string {
		const code = `code.${++this.#count}`;
		this.#codes.set(code, { ...of, redirect });
		return code;
	}

	/** Null for a method that has nothing to do with installations. */
	result(method: string, args: Json, token: string): Result | null {
		if (method === "oauth.v2.access") return this.#access(args);
		const of = this.granted.get(token);
		if (!of) return null;
		this.used.push({ method, token, args });
		if (method === "auth.revoke") return { ok: true, revoked: this.granted.delete(token) };
		if (method !== "auth.test") return null;
		return {
			...{ ok: true, team: `desk ${of.team}`, team_id: of.team ?? of.enterprise },
			...{ user_id: ids.botUser, bot_id: ids.bot },
		};
	}

	#access(args: Json): Result {
		if (args["client_id"] !== client.id || args["client_secret"] !== client.secret)
			return { ok: false, error: "bad_client_secret" };
		if (args["grant_type"] === "refresh_token") {
			const refresh = String(args["refresh_token"]);
			const of = this.#refresh.get(refresh);
			if (!of) return { ok: false, error: "invalid_refresh_token" };
			this.#refresh.delete(refresh);
			this.renewals++;
			return this.#grant(of);
		}
		const of = this.#codes.get(String(args["code"]));
		this.#codes.delete(String(args["code"]));
		if (!of) return { ok: false, error: "invalid_code" };
		if (of.redirect !== args["redirect_uri"]) return { ok: false, error: "bad_redirect_uri" };
		return this.#grant(of);
	}

	#grant({ team, enterprise, expiresIn }: Granted): Result {
		const token = `xoxe.xoxb-${team ?? enterprise}-${++this.#count}`;
		const of = { team, enterprise, expiresIn };
		this.granted.set(token, of);
		const refresh = `xoxe-1-${team ?? enterprise}-${this.#count}`;
		if (expiresIn !== null) this.#refresh.set(refresh, of);
		return {
			...{ ok: true, access_token: token, token_type: "bot", scope: "commands,chat:write" },
			...{ bot_user_id: ids.botUser, app_id: ids.app, authed_user: { id: "UINSTALLER" } },
			team: team ? { id: team, name: `desk ${team}` } : null,
			enterprise: enterprise ? { id: enterprise, name: `house ${enterprise}` } : null,
			is_enterprise_install: team === null,
			...(expiresIn === null ? {} : { expires_in: expiresIn, refresh_token: refresh }),
		};
	}
}
