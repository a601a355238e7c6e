import { type APIUser, type REST, Routes } from "discord.js";
import { type IsnadError, PlatformAway } from "../../../src/domain/errors.ts";
import { type TokenAnswer, TokenWatch } from "../../shared/token-watch.ts";
import { TokenRefused } from "./client.ts";
import { isId } from "./history.ts";
import { closeRest, createRest, discordApi, failureOf } from "./rest.ts";

/** A question about the token that takes longer is not answered. */
const askWithinMs = 10_000;

/** Asks Discord whose token it is. */
async function askToken(rest: REST, signal?: AbortSignal): Promise<TokenAnswer> {
	try {
		const user = (await rest.get(
			Routes.user(),
			signal ? { signal } : {},
		)) as Partial<APIUser> | null;
		return isId(user?.id) ? "taken" : "unknown";
	} catch (error) {
		return failureOf(error).kind === "unauthorized" ? new TokenRefused(401) : "unknown";
	}
}

type TokenSettings = {
	token: string;
	/** As in `createRest`; Discord's own where absent. */
	apiUrl?: string | undefined;
};

type WatchParts = {
	settings: TokenSettings;
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
	/** Before each question, in milliseconds. */
	pausesMs?: readonly number[];
};

/** Looks whether a token that was refused once is refused for good, and tells that. */
export function watchToken(
	{ settings, sleep, pausesMs }: WatchParts,
	onRefused: (error: IsnadError) => void,
): { suspect(): void; stop(): void } {
	const rest = restFor(settings);
	const watch = new TokenWatch({
		...{ ask: (signal) => askToken(rest, signal), sleep, onRefused },
		...(pausesMs ? { pausesMs } : {}),
	});
	return {
		suspect: () => watch.suspect(),
		stop() {
			watch.stop();
			closeRest(rest);
		},
	};
}

/** What a start that met 401 ends with; null where Discord itself takes the token. */
export async function refusalOf(settings: TokenSettings) {
	const rest = restFor(settings);
	try {
		const answer = await askToken(rest);
		if (answer === "taken") return null;
		if (answer !== "unknown") return answer;
		const at = settings.apiUrl ?? discordApi;
		return new PlatformAway(
			`What answers at ${at} with 401 is not Discord: check the network and DISCORD_API_URL.`,
		);
	} finally {
		closeRest(rest);
	}
}

function restFor({ apiUrl, token }: TokenSettings): REST {
	return createRest(apiUrl, { timeout: askWithinMs, rejectOnRateLimit: () => true }).setToken(
		token,
	);
}
