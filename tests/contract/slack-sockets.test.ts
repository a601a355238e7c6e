import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { SocketReceiver } from "../../adapters/slack/wire/receivers/socket.ts";
import type { Desk } from "../../src/domain/chat.ts";
import { closeDesks, shippedDesk } from "../desk.ts";
import { load } from "../servers/slack/load.ts";
import { SlackServer, tokens } from "../servers/slack/server.ts";
import { openSlack, type SlackSession, shortSleep } from "../servers/slack/stage.ts";
import { answers, until } from "./adapter/shown.ts";

let desk: Desk;
let session: SlackSession | undefined;
beforeAll(async () => {
	desk = await shippedDesk();
});
afterEach(async () => {
	const broken = session?.violations() ?? [];
	await session?.close();
	session = undefined;
	expect(broken).toEqual([]);
});
afterAll(closeDesks);

describe("Socket Mode", () => {
	it("has somebody listening all through a refresh, and loses no command", async () => {
		session = await openSlack("socket", desk);
		const { server, people } = session;
		let least = Number.POSITIVE_INFINITY;
		const watch = setInterval(() => {
			least = Math.min(least, server.links.size);
		}, 1);
		const asking = load(server, people, { count: 60, perSecond: 60 });
		for (let n = 0; n < 3; n++) {
			const before = server.links.opened;
			server.links.refresh();
			await until(session, "new sockets", () => server.links.opened === before + 2);
			server.links.closeLeaving();
			await until(session, "the old ones closed", () => server.links.size === 2);
		}
		const { sent, answered, doubled } = await asking;
		clearInterval(watch);
		expect({ sent, answered, doubled }).toEqual({ sent: 60, answered: 60, doubled: 0 });
		expect(least).toBeGreaterThanOrEqual(2);
		expect(server.links.staying).toBe(2);
	});

	it("has a second socket while one that broke is renewed", async () => {
		session = await openSlack("socket", desk);
		const { server } = session;
		const before = server.links.opened;
		server.links.cut(1);
		await session.command("claims", "china drones");
		await answers(session, 1);
		await until(session, "a new socket", () => server.links.opened === before + 1);
	});

	it("waits and tries again where Slack gives no connection", async () => {
		session = await openSlack("socket", desk, { sleep: shortSleep });
		const { server } = session;
		const before = server.links.opened;
		server.faults.plan("server_error", 1, "apps.connections.open");
		server.faults.plan("rate_limited", 1, "apps.connections.open");
		server.links.cut(1);
		await until(session, "a new socket", () => server.links.opened === before + 1);
	});

	it("does not wait for ever where Slack takes the connection and says nothing", async () => {
		const server = await SlackServer.start();
		server.links.silent = true;
		const receiver = new SocketReceiver({
			appToken: tokens.app,
			apiUrl: server.apiUrl,
			log: () => {},
			sleep: shortSleep,
			onFatal: () => {},
			greetingMs: 100,
		});
		await expect(receiver.start()).rejects.toThrow(
			/^Slack opened no connection for SLACK_APP_TOKEN/,
		);
		expect(receiver.open).toBe(0);
		await server.close();
	});

	it("answers each of a hundred commands once that come three times", async () => {
		session = await openSlack("socket", desk);
		const { server, people } = session;
		const { sent, answered, doubled } = await load(server, people, {
			count: 100,
			atOnce: 25,
			deliveries: 3,
		});
		expect({ sent, answered, doubled }).toEqual({ sent: 100, answered: 100, doubled: 0 });
	});
});
