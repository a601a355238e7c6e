import { webApi } from "@slack/bolt";
import { IsnadError } from "../../../src/domain/errors.ts";
import { neverConnected } from "../../shared/never-connected.ts";
import { type Meaning, meaningOf } from "./answers.ts";
import { isCode, NoAnswer } from "./checked-fetch.ts";

/** What is known after a call failed: nothing was done, or it may have been. */
export type Failure =
	/** `null`: no time is named. */
	| { kind: "limited"; retryAfterMs: number | null }
	/** Slack's own error code; surely not done. */
	| { kind: "refused"; error: string; meaning: Exclude<Meaning, "wait"> }
	/** It never left. */
	| { kind: "unsent"; reason: string }
	/** Everything else that answers, and nothing: done or not. */
	| { kind: "unknown"; reason: string };

/** A wait for which no time is named, where somebody waits for the answer, in milliseconds. */
const shortWaitMs = 1_000;

/** Milliseconds before a call that was limited is made again. */
export function waitOf({ retryAfterMs }: Failure & { kind: "limited" }): number {
	return Math.max(retryAfterMs ?? shortWaitMs, shortWaitMs);
}

/** Reads what the SDK threw. */
export function failureOf(error: unknown): Failure {
	if (error instanceof webApi.WebAPIRateLimitedError)
		return { kind: "limited", retryAfterMs: Math.max(0, error.retryAfter) * 1_000 };
	if (error instanceof webApi.WebAPIPlatformError) return answerOf(error.data);
	if (error instanceof webApi.WebAPIHTTPError)
		return { kind: "unknown", reason: `HTTP ${error.statusCode}` };
	const cause = error instanceof webApi.WebAPIRequestError ? error.original : error;
	const reason = cause instanceof NoAnswer ? cause.message : codeOf(cause);
	return { kind: neverConnected(reason) ? "unsent" : "unknown", reason };
}

function answerOf({ ok, error }: { ok?: unknown; error?: unknown }): Failure {
	if (ok !== false || !isCode(error)) return { kind: "unknown", reason: "no error code" };
	const meaning = meaningOf(error);
	if (meaning === null) return { kind: "unknown", reason: error };
	if (meaning === "wait") return { kind: "limited", retryAfterMs: null };
	return { kind: "refused", error, meaning };
}

function codeOf(error: unknown): string {
	const { cause, name, code } = (error ?? {}) as { cause?: unknown; name?: string; code?: string };
	return code ?? (cause ? codeOf(cause) : (name ?? "unknown"));
}

/** What a failure is called in a log and in a sentence for an operator. */
export function reasonOf(failure: Failure): string {
	if (failure.kind === "refused") return failure.error;
	return failure.kind === "limited" ? "ratelimited" : failure.reason;
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

/** Nothing can be written there by the bot, whatever it is. */
export function isClosed(error: unknown): boolean {
	if (!(error instanceof SlackFailure) || error.failure.kind !== "refused") return false;
	const { error: code, meaning } = error.failure;
	return meaning === "closed" || meaning === "gone" || code === "restricted_action_thread_locked";
}

/** Slack took none of a message, since it does not know or does not like one of its blocks. */
export function isUnknownBlock(error: unknown): boolean {
	if (!(error instanceof SlackFailure) || error.failure.kind !== "refused") return false;
	return ["invalid_blocks", "invalid_blocks_format"].includes(error.failure.error);
}

export type Setting = "SLACK_BOT_TOKEN" | "SLACK_APP_TOKEN";

const whereToken: Record<Setting, string> = {
	SLACK_BOT_TOKEN: "copy the bot token (xoxb-…) again from OAuth & Permissions of the Slack app",
	SLACK_APP_TOKEN:
		"make an app-level token (xapp-…) with the scope connections:write under Basic Information of the Slack app",
};

/** The sentence for an operator, where Slack refused a token; null for every other failure. */
export function tokenError(failure: Failure, setting: Setting): IsnadError | null {
	if (failure.kind !== "refused") return null;
	const { error, meaning } = failure;
	if (meaning === "token")
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
