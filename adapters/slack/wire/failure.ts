import { webApi } from "@slack/bolt";
import { IsnadError } from "../../../src/domain/errors.ts";

/** What is known after a call failed: nothing was done, or it may have been. */
export type Failure =
	| { kind: "limited"; retryAfterMs: number }
	/** Slack's own error code; surely not done. */
	| { kind: "refused"; error: string }
	/** A lost reply, a time-out, a 5xx: done or not. */
	| { kind: "unknown"; reason: string };

/** Slack answers these with status 200, and yet does not know itself how far it came. */
const halfDone = new Set([
	"internal_error",
	"fatal_error",
	"service_unavailable",
	"request_timeout",
]);
const limitedCodes = new Set(["ratelimited", "rate_limited", "message_limit_exceeded"]);

/** Reads what the SDK threw. */
export function failureOf(error: unknown): Failure {
	if (error instanceof webApi.WebAPIRateLimitedError)
		return { kind: "limited", retryAfterMs: Math.max(1, error.retryAfter) * 1_000 };
	if (error instanceof webApi.WebAPIPlatformError) {
		const code = error.data.error;
		if (limitedCodes.has(code)) return { kind: "limited", retryAfterMs: 1_000 };
		if (halfDone.has(code)) return { kind: "unknown", reason: code };
		return { kind: "refused", error: code };
	}
	if (error instanceof webApi.WebAPIHTTPError)
		return { kind: "unknown", reason: `HTTP ${error.statusCode}` };
	if (error instanceof webApi.WebAPIRequestError)
		return { kind: "unknown", reason: codeOf(error.original) };
	return { kind: "unknown", reason: codeOf(error) };
}

function codeOf(error: unknown): string {
	const { cause, name, code } = (error ?? {}) as { cause?: unknown; name?: string; code?: string };
	return code ?? (cause ? codeOf(cause) : (name ?? "unknown"));
}

/** A post that failed, with what is known of it. */
export class SlackFailure extends Error {
	override readonly name = "SlackFailure";
	readonly failure: Failure;

	constructor(failure: Failure) {
		super(failure.kind === "refused" ? failure.error : failure.kind);
		this.failure = failure;
	}
}

/** Codes by which Slack says that a token is of no use any more. */
const tokenCodes = new Set([
	"invalid_auth",
	"not_authed",
	"account_inactive",
	"token_revoked",
	"token_expired",
	"user_removed_from_team",
	"team_disabled",
	"app_uninstalled",
	"not_allowed_token_type",
]);

export type Setting = "SLACK_BOT_TOKEN" | "SLACK_APP_TOKEN";

const whereToken: Record<Setting, string> = {
	SLACK_BOT_TOKEN: "copy the bot token (xoxb-…) again from OAuth & Permissions of the Slack app",
	SLACK_APP_TOKEN:
		"make an app-level token (xapp-…) with the scope connections:write under Basic Information of the Slack app",
};

/** The sentence for an operator, where Slack refused a token; null for every other failure. */
export function tokenError(failure: Failure, setting: Setting): IsnadError | null {
	if (failure.kind !== "refused") return null;
	const { error } = failure;
	if (tokenCodes.has(error))
		return new IsnadError(
			"config_invalid",
			`${setting} was refused by Slack (${error}): ${whereToken[setting]}.`,
		);
	if (error === "missing_scope" && setting === "SLACK_APP_TOKEN")
		return new IsnadError(
			"config_invalid",
			`${setting} lacks the scope connections:write: ${whereToken[setting]}.`,
		);
	return null;
}
