import { PlatformAway } from "../../src/domain/errors.ts";
import { scopes } from "./surface.ts";
import type { Client } from "./wire/api.ts";
import { failureOf, reasonOf, tokenError, waitOf } from "./wire/failure.ts";

/** Who the bot is, as Slack says. */
export type Identity = {
	team: string;
	teamName: string;
	botId: string;
	botUserId: string;
	/** Scopes that the adapter uses and the token lacks. */
	missing: string[];
};

const tries = 3;
const pauseMs = 1_000;

/** Asks Slack whose token it is. Errors: `config_invalid` with what to mend. */
export async function identify(
	client: Client,
	sleep: (ms: number) => Promise<void>,
): Promise<Identity> {
	for (let n = 1; ; n++) {
		try {
			const told = await client.auth.test();
			const granted = new Set(told.response_metadata?.scopes ?? []);
			return {
				team: told.team_id ?? "",
				teamName: told.team ?? "",
				botId: told.bot_id ?? "",
				botUserId: told.user_id ?? "",
				missing: Object.keys(scopes).filter((scope) => !granted.has(scope)),
			};
		} catch (error) {
			const failure = failureOf(error);
			// What refuses a token once may take it the next time: only the last answer counts.
			if (n === tries)
				throw (
					tokenError(failure, "SLACK_BOT_TOKEN") ??
					new PlatformAway(
						`Slack did not say whose SLACK_BOT_TOKEN is (${reasonOf(failure)}): see that its API can be reached from here.`,
						{ cause: error },
					)
				);
			await sleep(failure.kind === "limited" ? waitOf(failure) : pauseMs);
		}
	}
}
