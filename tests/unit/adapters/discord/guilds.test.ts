import { afterEach, describe, expect, it } from "vitest";
import { emptyDesk } from "../../../desk.ts";
import { type Bot, startBot } from "../../../servers/discord/bot.ts";

let bot: Bot | undefined;
afterEach(() => bot?.close());

describe("a guild", () => {
	it("has its digests rest once the bot has left it, and go on when it is back; an outage is neither", async () => {
		const told: string[] = [];
		const note = (what: string) => async (guild: string) => {
			told.push(`${what} ${guild}`);
			return 1;
		};
		bot = await startBot(await emptyDesk(), {
			digests: { leave: note("leave"), comeBack: note("come back") },
		});
		const { server, channel } = bot;
		const id = channel.guild ?? "";
		await server.until(() => told.length === 1);
		const scope = { guild: id, intent: 0 };
		server.gateway.dispatch(scope, "GUILD_DELETE", () => ({ id, unavailable: true }));
		server.gateway.dispatch(scope, "GUILD_DELETE", () => ({ id }));
		await server.until(() => told.length === 2);
		server.gateway.dispatch(scope, "GUILD_CREATE", () => server.world.guildJson(id));
		await server.until(() => told.length === 3);
		expect(told).toEqual([`come back ${id}`, `leave ${id}`, `come back ${id}`]);
	});

	it("after the other is looked after, however many a connection tells of at once", async () => {
		const begun: string[] = [];
		const held: (() => void)[] = [];
		let isOver = false;
		const note = (what: string) => async (guild: string) => {
			begun.push(`${what} ${guild}`);
			if (!isOver) await new Promise<void>((resolve) => held.push(resolve));
			if (guild === "2") throw new Error("away");
			return 1;
		};
		bot = await startBot(await emptyDesk(), {
			digests: { leave: note("leave"), comeBack: note("come back") },
		});
		const { server, channel } = bot;
		const own = channel.guild ?? "";
		const scope = { guild: own, intent: 0 };
		await server.until(() => begun.length === 1);
		for (const id of ["1", "2", "3"])
			server.gateway.dispatch(scope, "GUILD_CREATE", () => ({
				...server.world.guildJson(own),
				id,
			}));
		server.gateway.dispatch(scope, "GUILD_DELETE", () => ({ id: "1" }));
		const all = [`come back ${own}`, "come back 1", "come back 2", "come back 3", "leave 1"];
		const { logged } = bot;
		// What was told last has arrived.
		await server.until(() => logged.some((line) => line.includes("removed from a guild")));
		try {
			for (let n = 1; n <= all.length; n++) {
				await server.until(() => begun.length >= n);
				expect(begun).toEqual(all.slice(0, n));
				held[n - 1]?.();
			}
		} finally {
			isOver = true;
			for (const release of held) release();
		}
	});
});
