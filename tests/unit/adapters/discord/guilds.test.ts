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
});
