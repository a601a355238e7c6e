import { webApi } from "@slack/bolt";
import { describe, expect, it } from "vitest";
import { failureOf, tokenError } from "../../../../../adapters/slack/wire/failure.ts";
import { quietLogger } from "../../../../../adapters/slack/wire/sdk-log.ts";

const refusal = (error: string) => new webApi.WebAPIPlatformError({ ok: false, error });

describe("what is known after a call failed", () => {
	it.each([
		["a wait that Slack asks for", new webApi.WebAPIRateLimitedError(7), "limited"],
		["the same as a code", refusal("ratelimited"), "limited"],
		["Slack's own refusal", refusal("channel_not_found"), "refused"],
		["a code by which Slack does not know itself", refusal("fatal_error"), "unknown"],
		["a 5xx", new webApi.WebAPIHTTPError(503, "", {}, ""), "unknown"],
		["a connection that broke", new webApi.WebAPIRequestError(new Error("x")), "unknown"],
		["anything else", "odd", "unknown"],
	])("%s", (_, error, kind) => {
		expect(failureOf(error).kind).toBe(kind);
	});

	it("names the innermost cause of a connection that broke", () => {
		const cause = Object.assign(new Error("x"), { code: "ECONNRESET" });
		const outer = new TypeError("fetch failed", { cause });
		const failure = failureOf(new webApi.WebAPIRequestError(outer));
		expect(failure).toEqual({ kind: "unknown", reason: "ECONNRESET" });
	});

	it("says what to mend for a refused token alone", () => {
		const told = (error: string, setting: "SLACK_BOT_TOKEN" | "SLACK_APP_TOKEN") =>
			tokenError(failureOf(refusal(error)), setting)?.message ?? null;
		expect(told("account_inactive", "SLACK_BOT_TOKEN")).toMatch(/^SLACK_BOT_TOKEN was refused/);
		expect(told("missing_scope", "SLACK_APP_TOKEN")).toMatch(/lacks the scope connections:write/);
		expect(told("missing_scope", "SLACK_BOT_TOKEN")).toBeNull();
		expect(told("channel_not_found", "SLACK_BOT_TOKEN")).toBeNull();
	});
});

describe("the SDK's own log", () => {
	it("passes on warnings without tokens and addresses, and nothing finer", () => {
		const lines: string[] = [];
		const logger = quietLogger((level, msg, fields) => {
			lines.push(`${level} ${msg} ${fields?.["what"]}`);
		});
		logger.debug("a whole request");
		logger.info("a whole answer");
		logger.warn("failed with xoxb-12-ab and xapp-1-A-b at https://hooks.slack.com/x/y");
		logger.error(new Error("broke"), { deep: true });
		expect(lines).toEqual([
			"debug Slack's SDK warned. failed with [token] and [token] at [url]",
			"debug Slack's SDK warned. broke [object Object]",
		]);
	});
});
