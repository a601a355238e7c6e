import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createDiscordPoster } from "../../../../adapters/discord/poster.ts";
import type { Desk } from "../../../../src/domain/chat.ts";
import { hostileAnswer } from "../../../contract/adapter/hostile.ts";
import { closeDesks, shippedDesk } from "../../../desk.ts";
import { type Bot, startBot } from "../../../servers/discord/bot.ts";
import { say } from "../../answers/doubles.ts";

const own = { status: 401, text: '{"message":"401: Unauthorized","code":0}' };
const foreign = { status: 401, type: "text/html", text: "<p>401</p>" };
const never = new AbortController().signal;
let desk: Desk;
let bot: Bot;
beforeAll(async () => {
	desk = await shippedDesk();
});
afterEach(async () => {
	await bot.close();
	expect(bot.server.world.violations).toEqual([]);
});
afterAll(closeDesks);

const topic = [{ name: "topic", type: 3, value: "china drones" }];

describe.each([
	["of Discord's own", own],
	["of a proxy", foreign],
] as const)("one 401 %s", (_whose, answer) => {
	it("on one digest keeps none of the others back", async () => {
		bot = await startBot(desk);
		const { token, apiUrl, faults } = bot.server;
		const unauthorized: number[] = [];
		const poster = createDiscordPoster({
			...{ token, apiUrl, say, log: () => {} },
			onUnauthorized: () => void unauthorized.push(1),
		});
		faults.add({ kind: "answer", ...answer, times: 1, path: "/messages" });
		const place = {
			platform: "discord" as const,
			space: bot.channel.guild,
			channel: bot.channel.id,
			thread: null,
		};
		const kinds: string[] = [];
		for (let n = 0; n < 6; n++) {
			const post = { key: `k${n}`, place, answer: hostileAnswer, view: "viewviewview" };
			kinds.push((await poster.post(post, never)).kind);
		}
		poster.close();
		expect(kinds).toEqual(["unknown", ...Array(5).fill("sent")]);
		expect(unauthorized).toHaveLength(answer === own ? 1 : 0);
	});

	it("at the start is tried again", async () => {
		bot = await startBot(desk, {
			before: ({ faults }) => faults.add({ kind: "answer", ...answer, times: 1, path: "/gateway" }),
		});
		const asked = bot.people.command(bot.ann, "claims", topic);
		await bot.server.until(() => asked.answers > 0);
		expect(bot.fatal).toEqual([]);
	});

	it("on an answer loses no answer", async () => {
		bot = await startBot(desk);
		const { server } = bot;
		server.faults.add({ kind: "answer", ...answer, times: 1 });
		const act = { by: bot.ann.by, in: bot.channel };
		bot.people.write(act, `<@${server.world.bot.id}> china drones`, {
			mentions: [server.world.bot],
		});
		await server.until(() => bot.posted().length > 0);
		expect(bot.fatal).toEqual([]);
	});
});

it("makes its connection again with the token after a 401", async () => {
	bot = await startBot(desk);
	const { server } = bot;
	server.faults.add({ kind: "answer", ...own, times: 2, path: "/" });
	bot.people.write(bot.ann, `<@${server.world.bot.id}> china drones`, {
		mentions: [server.world.bot],
	});
	await server.until(() => bot.posted().length > 0);
	server.gateway.break("invalid");
	await server.until(() => server.gateway.identifies > 1 && server.gateway.connected > 0);
	const asked = bot.people.command(bot.ann, "claims", topic);
	await server.until(() => asked.answers > 0);
	expect(bot.fatal).toEqual([]);
});
