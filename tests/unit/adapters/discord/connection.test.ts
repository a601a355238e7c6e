import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { checkDiscord } from "../../../../adapters/discord/check.ts";
import type { Desk } from "../../../../src/domain/chat.ts";
import { hostileAnswer } from "../../../contract/adapter/hostile.ts";
import { closeDesks, shippedDesk } from "../../../desk.ts";
import { type Bot, type BotOptions, startBot } from "../../../servers/discord/bot.ts";
import { shardOf } from "../../../servers/discord/gateway.ts";
import type { Interaction } from "../../../servers/discord/interactions.ts";
import { seeded } from "../../../servers/discord/seeded.ts";
import { say } from "../../answers/doubles.ts";

let desk: Desk;
let bots: Bot[] = [];
const start = async (options: BotOptions = {}) => {
	const bot = await startBot(desk, options);
	bots.push(bot);
	return bot;
};
const topic = (value: string) => [{ name: "topic", type: 3, value }];
/** A question to which the answer is waited for. */
const ask = async (bot: Bot) => {
	const asked = bot.people.command(bot.ann, "claims", topic("china drones"));
	await bot.server.until(() => asked.answers > 0 && asked.original?.loading === false);
	return asked;
};

beforeAll(async () => {
	desk = await shippedDesk();
});
afterEach(async () => {
	await Promise.all(bots.map((bot) => bot.close()));
	bots = [];
});
afterAll(closeDesks);

describe("starting", () => {
	it.each([
		[
			"a token that Discord does not know",
			{ token: "wrong" },
			/DISCORD_TOKEN was refused.*copy it again/,
		],
		[
			"an address where nobody listens",
			{ apiUrl: "http://127.0.0.1:9/api" },
			/cannot be reached.*DISCORD_API_URL/,
		],
	])("ends with a sentence that says what to mend: %s", async (_what, settings, sentence) => {
		await expect(start({ settings })).rejects.toMatchObject({
			code: "config_invalid",
			message: expect.stringMatching(sentence),
		});
	});

	it("says which page grants the intents that Discord refuses", async () => {
		const failing = start({ server: { forbidden: 1 << 9 } });
		await expect(failing).rejects.toMatchObject({
			code: "config_invalid",
			message: expect.stringMatching(/4014.*Bot page.*Privileged Gateway Intents/),
		});
	});

	it("asks for sharding where one connection is too few", async () => {
		const before = ({ world }: Bot["server"]) => {
			for (let n = 0; n < 3; n++) world.guild();
		};
		const failing = start({ server: { guildsPerShard: 2 }, before });
		await expect(failing).rejects.toMatchObject({
			message: expect.stringMatching(/4011.*DISCORD_SHARDS=auto/),
		});
	});

	it("says so where Discord allows no more connections today", async () => {
		const failing = start({ server: { sessions: 0 } });
		await expect(failing).rejects.toMatchObject({
			code: "config_invalid",
			message: expect.stringMatching(/no more connections today.*resets at/),
		});
	});

	it("asks for no intent that is privileged", async () => {
		const privileged = (1 << 1) | (1 << 8) | (1 << 15);
		const bot = await start({ server: { forbidden: privileged } });
		expect(bot.server.gateway.connected).toBe(1);
	});
});

describe("the connection", () => {
	it("tells it where the token is revoked while the bot runs", async () => {
		const bot = await start();
		bot.server.gateway.break(4_004);
		await bot.server.until(() => bot.fatal.length > 0);
		expect(bot.fatal).toEqual([expect.stringMatching(/DISCORD_TOKEN was refused.*4004/)]);
	});

	it.each([["drop"], ["reconnect"], ["invalid_resumable"], [4_000]] as const)(
		"answers what was asked while it was broken, once: %s",
		async (how) => {
			const bot = await start();
			bot.server.gateway.break(how);
			const asked = bot.people.command(bot.ann, "claims", topic("china drones"));
			await bot.server.until(() => asked.original?.loading === false);
			bot.people.again(asked);
			const next = await ask(bot);
			expect([asked.answers, next.answers]).toEqual([1, 1]);
			expect(bot.server.refusals).toEqual([]);
		},
	);

	it("breaks at random moments under load: nothing lost that is replayed, nothing doubled", async () => {
		const seed = Number(process.env.ISNAD_TEST_SEED);
		const random = seeded(seed);
		const ways = ["drop", "reconnect", "invalid_resumable", 4_000] as const;
		const bot = await start();
		const { gateway } = bot.server;
		const asked: Interaction[] = [];
		for (let n = 0; n < 60; n++) {
			asked.push(bot.people.command(bot.ann, "claims", topic("china drones")));
			if (n % 15 === 7) gateway.break(ways[Math.floor(random() * ways.length)] ?? "drop");
			await new Promise((resolve) => setTimeout(resolve, random() * 50));
		}
		await bot.server.until(() => asked.every(({ original }) => original?.loading === false));
		expect(asked.every(({ delivered }) => delivered)).toBe(true);
		expect(asked.map(({ answers }) => answers)).toEqual(asked.map(() => 1));
		expect(gateway.resumes).toBeGreaterThan(1);
	});

	it("leaves a connection whose heartbeats nobody acknowledges", async () => {
		const bot = await start({ server: { heartbeatMs: 100 } });
		bot.server.gateway.mute = true;
		await bot.server.until(() => bot.server.gateway.resumes > 0);
		bot.server.gateway.mute = false;
		expect((await ask(bot)).answers).toBe(1);
	});

	it("begins anew where its session is gone", async () => {
		const bot = await start();
		bot.server.gateway.break("invalid");
		await bot.server.until(() => bot.server.gateway.identifies > 1);
		await bot.server.until(() => bot.server.gateway.connected > 0);
		expect((await ask(bot)).answers).toBe(1);
	});

	it("is not made again after a stop in the middle of a break", async () => {
		const bot = await start();
		bot.server.gateway.break("drop");
		await bot.server.until(() => bot.server.gateway.connected === 0);
		await new Promise((resolve) => setTimeout(resolve, 100));
		await bot.running.stop();
		// discord.js connects again half a second after a break.
		await new Promise((resolve) => setTimeout(resolve, 900));
		expect([bot.server.gateway.open, bot.server.gateway.resumes]).toEqual([0, 0]);
	});

	it("serves every shard with the same desk", async () => {
		const bot = await start({ settings: { shards: 2 } });
		const { world, gateway } = bot.server;
		expect(gateway.connected).toBe(2);
		const shards = new Set<number>();
		while (shards.size < 2) {
			const guild = world.guild();
			shards.add(shardOf(guild, 2));
			const here = { ...bot, ann: { by: bot.ann.by, in: world.channel(guild) } };
			expect((await ask(here)).answers).toBe(1);
		}
	});

	it("takes as many shards as Discord advises", async () => {
		const bot = await start({ server: { shards: 3 }, settings: { shards: "auto" } });
		expect(bot.server.gateway.connected).toBe(3);
	});

	it("notes a guild that the bot was removed from, not one that is down, and finds it closed", async () => {
		const bot = await start();
		const { gateway, world } = bot.server;
		const [guild = ""] = world.guilds;
		const gone = (data: object) =>
			gateway.dispatch({ guild, intent: 1 }, "GUILD_DELETE", () => ({ id: guild, ...data }));
		gone({ unavailable: true });
		bot.channel.closed = { status: 403, code: 50_001, message: "Missing Access" };
		gone({});
		const removals = () => bot.logged.filter((line) => line.includes("removed from a guild"));
		await bot.server.until(() => removals().length > 0);
		expect(removals()).toHaveLength(1);
		const place = {
			platform: "discord",
			space: guild,
			channel: bot.channel.id,
			thread: null,
		} as const;
		const post = { key: "k", place, answer: hostileAnswer, view: "viewviewview" };
		const outcome = await bot.running.poster.post(post, new AbortController().signal);
		expect(outcome).toEqual({ kind: "closed", reason: "not_allowed" });
	});

	it("answers in a guild that it joins later", async () => {
		const bot = await start();
		const { gateway, world } = bot.server;
		const guild = world.guild();
		const channel = world.channel(guild);
		gateway.dispatch({ guild, intent: 1 }, "GUILD_CREATE", () => world.guildJson(guild));
		const here = { ...bot, ann: { by: bot.ann.by, in: channel } };
		expect((await ask(here)).answers).toBe(1);
	});
});

describe("the commands", () => {
	it("are registered once, and then only what changed", async () => {
		const first = await start();
		const { server } = first;
		const there = server.world.commands.get("global") ?? [];
		expect(there.map(({ name }) => name)).toEqual(
			expect.arrayContaining([
				"claims",
				"ask",
				"timeline",
				"who",
				"sources",
				"help",
				"settings",
				"digest",
			]),
		);
		expect(there.map(({ name }) => name)).toEqual(
			expect.arrayContaining(["ادعاءات", "اسأل", "خط-زمني", "مصادر", "Find claims about this"]),
		);
		await first.running.stop();
		// One request for all: one for each would take Discord's rate minutes.
		expect(server.counts.get("PUT /applications/{id}/commands")).toBe(1);

		const changes = () =>
			[...server.counts].filter(([name]) => /^(POST|PATCH|DELETE|PUT).*\/commands/.test(name));
		server.counts.clear();
		const settings = { apiUrl: server.apiUrl };
		await start({ settings });
		expect(changes()).toEqual([]);

		const [one, two] = there;
		Object.assign(one ?? {}, { description: "something else" });
		server.world.commands.set("global", [...there.filter((each) => each !== two), strange]);
		const differs = await checkDiscord({ token: server.token, ...settings }, say);
		expect(differs.map(({ says }) => says).join(" ")).toMatch(
			new RegExp(`added: ${two?.name}; to be changed: ${one?.name}; to be removed: strange`),
		);
		await start({ settings });
		expect(changes().map(([name, count]) => `${name} ${count}`)).toEqual([
			"DELETE /applications/{id}/commands/{id} 1",
			"POST /applications/{id}/commands 1",
			"PATCH /applications/{id}/commands/{id} 1",
		]);
		const found = await checkDiscord({ token: server.token, ...settings }, say);
		expect(found.every(({ ok }) => ok)).toBe(true);
		expect(found.map(({ says }) => says)).toContain("The commands are registered for everybody.");
	});

	it("go to one guild alone while developing, and doctor tells where they may not", async () => {
		let guild = "";
		const bot = await start({
			before: ({ world }) => {
				[guild = ""] = world.guilds;
			},
			settings: {
				get guild() {
					return guild;
				},
			},
		});
		expect(bot.server.world.commands.get("global")).toBeUndefined();
		expect(bot.server.world.commands.get(guild)?.length).toBeGreaterThan(10);
		const { token, apiUrl } = bot.server;
		const found = await checkDiscord({ token, apiUrl, guild: "1234567890123456789" }, say);
		expect(found.find(({ ok }) => !ok)?.says).toMatch(/DISCORD_GUILD/);
	});

	it("doctor says what is wrong with the token", async () => {
		const { server } = await start();
		const found = await checkDiscord({ token: "wrong", apiUrl: server.apiUrl }, say);
		expect(found).toEqual([
			{ ok: false, says: expect.stringMatching(/DISCORD_TOKEN was refused/) },
		]);
	});
});

const strange = { id: "1000000000000000001", name: "strange", type: 1, description: "not ours" };
