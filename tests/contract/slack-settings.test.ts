import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { checkSlack } from "../../adapters/slack/check.ts";
import { scopes } from "../../adapters/slack/surface.ts";
import type { Desk } from "../../src/domain/chat.ts";
import { closeDesks, shippedDesk } from "../desk.ts";
import { signed } from "../servers/slack/deliveries.ts";
import { SlackServer, tokens } from "../servers/slack/server.ts";
import { openSlack, type SlackSession, shortSleep } from "../servers/slack/stage.ts";
import { answers, until } from "./adapter/shown.ts";

let desk: Desk;
let session: SlackSession | undefined;
beforeAll(async () => {
	desk = await shippedDesk();
});
afterEach(async () => {
	await session?.close();
	session = undefined;
});
afterAll(closeDesks);

const modes = ["socket", "http"] as const;

describe("settings that Slack refuses", () => {
	it.each(modes)("are told at the start, and how to mend them: %s", async (mode) => {
		const refused = openSlack(mode, desk, {
			sleep: shortSleep,
			before: (server) => void server.refusedTokens.set(tokens.bot, "invalid_auth"),
		});
		await expect(refused).rejects.toMatchObject({
			code: "config_invalid",
			message: expect.stringMatching(
				/^SLACK_BOT_TOKEN was refused by Slack \(invalid_auth\): copy/,
			),
		});
	});

	it("name the app-level token where it is that one", async () => {
		const refused = openSlack("socket", desk, {
			sleep: shortSleep,
			before: (server) => void server.refusedTokens.set(tokens.app, "not_allowed_token_type"),
		});
		await expect(refused).rejects.toThrow(/^SLACK_APP_TOKEN was refused by Slack/);
	});

	const refusals = ["token_revoked", "app_uninstalled", "invalid_auth"].flatMap((code) =>
		modes.map((mode) => [code, mode] as const),
	);
	it.each(refusals)("end a running bot with a sentence, once: %s, %s", async (code, mode) => {
		session = await openSlack(mode, desk, { sleep: shortSleep });
		session.server.refusedTokens.set(tokens.bot, code);
		await session.direct("what did China deny?");
		await session.direct("and Russia?", { as: "ben" });
		await until(session, "the sentence", () => (session?.fatal.length ?? 0) > 0);
		expect(session.fatal).toEqual([
			expect.stringContaining(`SLACK_BOT_TOKEN was refused by Slack (${code})`),
		]);
	});

	it("end it where the app is uninstalled, or Socket Mode is switched off", async () => {
		session = await openSlack("socket", desk);
		await session.people.event({ type: "tokens_revoked", tokens: { oauth: ["U1"], bot: [] } });
		expect(session.fatal).toEqual([]);
		await session.people.event({ type: "app_uninstalled" });
		expect(session.fatal).toEqual([expect.stringContaining("was uninstalled")]);
		await session.close();
		session = await openSlack("socket", desk);
		session.server.links.refresh("link_disabled");
		await until(session, "the sentence", () => (session?.fatal.length ?? 0) > 0);
		expect(session.fatal[0]).toMatch(/Socket Mode was switched off/);
	});

	it("are named by doctor, each with what to do", async () => {
		const server = await SlackServer.start();
		const settings = {
			botToken: tokens.bot,
			appToken: tokens.app,
			apiUrl: server.apiUrl,
			listensOn: "127.0.0.1:3000",
		};
		server.scopes = Object.keys(scopes);
		const check = async () => {
			const findings = await checkSlack(settings, () => {});
			return findings.map(({ ok, says }) => `${ok} ${says}`);
		};
		expect(await check()).toEqual([
			"true SLACK_BOT_TOKEN belongs to the workspace News desk.",
			"true the token has every scope that is used.",
			"true Socket Mode: Slack opens connections for SLACK_APP_TOKEN.",
		]);
		server.scopes = server.scopes.filter((scope) => scope !== "users:read");
		server.refusedTokens.set(tokens.app, "invalid_auth");
		expect(await check()).toEqual([
			expect.stringMatching(/^true/),
			expect.stringMatching(/^false SLACK_BOT_TOKEN lacks users:read \(.*install the app again/),
			expect.stringMatching(/^false SLACK_APP_TOKEN was refused/),
		]);
		await server.close();
		expect(await check()).toEqual([
			expect.stringMatching(/^false Slack did not say whose SLACK_BOT_TOKEN is \(ECONNREFUSED\)/),
			expect.stringMatching(/^false Slack opened no connection/),
		]);
	});
});

describe("HTTP", () => {
	const command = (text: string) =>
		new URLSearchParams({
			command: "/claims",
			text,
			trigger_id: `t${text.length}`,
			channel_id: "C0NEWS0001",
			user_id: "U0ANN",
			team_id: "T0TEAM0001",
		}).toString();
	const post = async (
		body: string,
		headers: Record<string, string>,
		path = "/slack/events",
	): Promise<number> => {
		const response = await fetch(`http://127.0.0.1:${session?.port}${path}`, {
			method: "POST",
			headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
			body,
		});
		return response.status;
	};

	it("takes what Slack signed within five minutes, and nothing else", async () => {
		session = await openSlack("http", desk);
		const body = command("weapons");
		const minute = 60_000;
		const at = (off: number) => signed(body, tokens.secret, Date.now() + off);
		expect(await post(body, at(0))).toBe(200);
		expect(await post(body, at(4 * minute))).toBe(200);
		expect(await post(body, at(-6 * minute))).toBe(401);
		expect(await post(body, at(6 * minute))).toBe(401);
		expect(await post(body, at(1e12))).toBe(401);
		expect(await post(body, { ...at(0), "x-slack-request-timestamp": "soon" })).toBe(401);
		expect(await post(`${body}x`, at(0))).toBe(401);
		expect(await post(body, signed(body, "f".repeat(32), Date.now()))).toBe(401);
		expect(await post(body, {})).toBe(401);
		expect(await post("ssl_check=1&token=x", {})).toBe(200);
		expect(await post(body, at(0), "/elsewhere")).toBe(404);
		expect(await post("x".repeat(1_100_000), at(0))).toBe(413);
	});

	it("proves the address to Slack", async () => {
		session = await openSlack("http", desk);
		const body = JSON.stringify({ type: "url_verification", challenge: "3eZbrw1a" });
		const response = await fetch(`http://127.0.0.1:${session.port}/slack/events`, {
			method: "POST",
			headers: { "content-type": "application/json", ...signed(body, tokens.secret, Date.now()) },
			body,
		});
		expect(await response.json()).toEqual({ challenge: "3eZbrw1a" });
	});

	it("answers a request that is sent twice once", async () => {
		session = await openSlack("http", desk);
		const delivery = await session.command("claims", "china drones");
		for (let n = 0; n < 3; n++) await session.again(delivery);
		await answers(session, 1);
		expect(session.shown()).toHaveLength(1);
	});

	it("says whether it is well, and takes nothing once it stops", async () => {
		session = await openSlack("http", desk);
		const health = async () => (await fetch(`http://127.0.0.1:${session?.port}/healthz`)).status;
		expect(await health()).toBe(200);
		await session.stop();
		await expect(health()).rejects.toThrow();
	});
});
