import type { webApi } from "@slack/bolt";
import { z } from "zod";
import { IsnadError } from "../../../src/domain/errors.ts";
import type { Logger } from "../../../src/domain/ports.ts";
import { scopes } from "../surface.ts";
import { createClient } from "../wire/api.ts";
import type { Kept } from "./installation-store.ts";

/** SLACK_CLIENT_ID and SLACK_CLIENT_SECRET: by these Slack knows whose app it is. */
export type OAuthSettings = {
	clientId: string;
	clientSecret: string;
	/** Where Slack sends whoever has installed the app. */
	redirectUri: string;
	apiUrl?: string | undefined;
};

const Named = z.object({ id: z.string(), name: z.string().optional() }).nullish();

/** https://docs.slack.dev/reference/methods/oauth.v2.access */
const Granted = z.object({
	access_token: z.string().min(1),
	refresh_token: z.string().optional(),
	expires_in: z.number().positive().optional(),
	scope: z.string().default(""),
	bot_user_id: z.string(),
	team: Named,
	enterprise: Named,
	is_enterprise_install: z.boolean().default(false),
	authed_user: z.object({ id: z.string() }),
});

const Renewed = Granted.pick({ access_token: true, refresh_token: true, expires_in: true });

/** Slack's side of an installation: where it is asked for, and what is exchanged for what. */
export class SlackOAuth {
	readonly #settings: OAuthSettings;
	readonly #log: Logger;
	readonly #now: () => number;

	constructor(settings: OAuthSettings, log: Logger, now: () => number) {
		this.#settings = settings;
		this.#log = log;
		this.#now = now;
	}

	/** Where somebody is asked whether they want the app. */
	authorizeUrl(state: string): string {
		const { clientId, redirectUri, apiUrl } = this.#settings;
		const origin = apiUrl ? new URL(apiUrl).origin : "https://slack.com";
		const url = new URL("/oauth/v2/authorize", origin);
		const wanted = Object.keys(scopes).join(",");
		const asked = { client_id: clientId, scope: wanted, redirect_uri: redirectUri, state };
		for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
		return url.href;
	}

	/** What a code stands for. Errors: Slack's own, `data_invalid` where it gave no bot. */
	async exchange(code: string): Promise<Kept> {
		const { clientId, clientSecret, redirectUri } = this.#settings;
		const told = await this.#client().oauth.v2.access({
			...{ client_id: clientId, client_secret: clientSecret },
			...{ code, redirect_uri: redirectUri },
		});
		const granted = read(Granted, told);
		const bot = await this.#client(granted.access_token).auth.test();
		return {
			team: named(granted.team),
			enterprise: named(granted.enterprise),
			isEnterpriseInstall: granted.is_enterprise_install,
			user: { id: granted.authed_user.id },
			bot: {
				...this.#token(granted),
				scopes: granted.scope.split(",").filter(Boolean),
				id: bot.bot_id ?? "",
				userId: granted.bot_user_id,
			},
		};
	}

	/** A new token for one that ends soon. https://docs.slack.dev/authentication/using-token-rotation */
	async renew(
		refreshToken: string,
	): Promise<Pick<Kept["bot"], "token" | "refreshToken" | "expiresAt">> {
		const { clientId, clientSecret } = this.#settings;
		const told = await this.#client().oauth.v2.access({
			...{ client_id: clientId, client_secret: clientSecret },
			...{ grant_type: "refresh_token", refresh_token: refreshToken },
		});
		return this.#token(read(Renewed, told));
	}

	/** The token is of no use from then on. */
	async revoke(token: string): Promise<void> {
		await this.#client(token).auth.revoke();
	}

	#token({ access_token, refresh_token, expires_in }: z.infer<typeof Renewed>) {
		const seconds = Math.floor(this.#now() / 1_000);
		return {
			token: access_token,
			...(refresh_token === undefined ? {} : { refreshToken: refresh_token }),
			...(expires_in === undefined ? {} : { expiresAt: seconds + expires_in }),
		};
	}

	#client(token?: string): webApi.WebClient {
		return createClient(token, { apiUrl: this.#settings.apiUrl, log: this.#log });
	}
}

function named(of: z.infer<typeof Named>): Kept["team"] {
	return of ? { id: of.id, ...(of.name === undefined ? {} : { name: of.name }) } : undefined;
}

function read<T extends z.ZodType>(schema: T, told: unknown): z.infer<T> {
	const { data, error } = schema.safeParse(told);
	if (!error) return data;
	const sentence = "Slack gave no bot with the installation: see that the app has a bot user.";
	throw new IsnadError("data_invalid", sentence, { cause: error });
}
