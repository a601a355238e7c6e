import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Asker, Desk, Incoming } from "../../../../src/domain/chat.ts";
import { closeDesks, shippedDesk } from "../../../desk.ts";
import { type Bot, startBot } from "../../../servers/discord/bot.ts";

let desk: Desk;
let bot: Bot;
const asked: { incoming: Incoming; asker: Asker }[] = [];

beforeAll(async () => {
	desk = await shippedDesk();
});
beforeEach(async () => {
	asked.length = 0;
	bot = await startBot({
		...desk,
		reply: (incoming, asker) => {
			asked.push({ incoming, asker });
			return desk.reply(incoming, asker);
		},
	});
});
afterEach(async () => {
	const { violations } = bot.server.world;
	await bot.close();
	expect(violations).toEqual([]);
});
afterAll(closeDesks);

const topic = (value: string) => [{ name: "topic", type: 3, value }];
const shown = (count: number) =>
	bot.server.until(() => {
		const all = bot
			.posted()
			.filter(({ message, text }) => !message.loading && !text.includes("Searching…"));
		return all.length >= count && all;
	});
const mention = () => `<@${bot.server.world.bot.id}>`;
const last = <T>(list: readonly T[]): T => {
	const found = list.at(-1);
	if (found === undefined) throw new Error("There is none.");
	return found;
};
const write = (text: string, act = bot.ann, more: Parameters<Bot["people"]["write"]>[2] = {}) =>
	bot.people.write(act, `${mention()} ${text}`, { mentions: [bot.server.world.bot], ...more });

describe("who is answered", () => {
	it("is whoever mentions the bot, replies to it with a ping, or writes to it directly", async () => {
		write("claims weapons");
		const [first] = await shown(1);
		bot.people.write(bot.ann, "who denied it?", {
			mentions: [bot.server.world.bot],
			...(first ? { reply: first.message } : {}),
		});
		await shown(2);
		bot.people.write({ by: bot.ann.by, in: bot.server.world.direct(bot.ann.by.id) }, "sources");
		await shown(3);
		expect(asked.map(({ incoming }) => "text" in incoming && incoming.text)).toEqual([
			"claims weapons",
			"who denied it?",
			"sources",
		]);
	});

	it("is nobody who talks to others, and no bot", async () => {
		const { world } = bot.server;
		bot.people.write(bot.ann, "claims weapons");
		bot.people.write(bot.ann, "@everyone claims weapons");
		write("claims weapons", { ...bot.ann, by: world.person("robot", true) });
		const other = bot.people.write(bot.ann, "hello");
		bot.people.write(bot.ann, "claims weapons", { reply: other });
		write("claims drones");
		await shown(1);
		expect(asked).toHaveLength(1);
	});

	it("is whoever mentions the role that Discord made for the bot, and no other role", async () => {
		const { world } = bot.server;
		const role = world.botRoles.get(bot.channel.guild ?? "") ?? "";
		const other = world.id();
		bot.people.write(bot.ann, `<@&${other}> claims drones`, { roles: [other] });
		bot.people.write(bot.ann, `<@&${role}> claims weapons`, { roles: [role] });
		await shown(1);
		expect(asked.map(({ incoming }) => incoming)).toEqual([
			{ kind: "message", text: "claims weapons" },
		]);
	});

	it("is whoever names it by an edit, if that comes within a day", async () => {
		const { world } = bot.server;
		const edit = (afterMs: number) => {
			const message = bot.people.write(bot.ann, "claims weapons");
			bot.people.edit(message, `${mention()} claims weapons`, [world.bot], afterMs);
			return message;
		};
		edit(25 * 3_600_000);
		const fresh = edit(3_600_000);
		await shown(1);
		// A preview that Discord adds to a message comes as an edit too, without a time of one.
		fresh.editedAt = null;
		bot.people.deliver(fresh, "MESSAGE_UPDATE");
		write("claims drones");
		await shown(2);
		expect(asked).toHaveLength(2);
	});

	it("is told where the message that is asked about cannot be read", async () => {
		const hidden = bot.people.write(bot.ann, "");
		write("who denied this?", bot.ann, { reply: hidden });
		expect((await shown(1))[0]?.text).toMatch(/cannot be read from here/);
	});

	it("asks about the message that a bare mention replies to, where the bot may read it", async () => {
		const target = bot.people.write(bot.ann, "China sends drones to Russia");
		write("", bot.ann, { reply: target });
		await shown(1);
		expect(asked[0]?.incoming).toEqual({ kind: "about", text: "China sends drones to Russia" });
	});
});

describe("where it goes on", () => {
	it("replies to an answer go on from its question, whoever replies and however long the chain", async () => {
		const { world } = bot.server;
		write("claims weapons for Russia");
		const [first] = await shown(1);
		if (!first) throw new Error("no answer");
		write("who denied it?", { ...bot.ann, by: world.person("ben") }, { reply: first.message });
		const second = last(await shown(2));
		write("and before 2023?", bot.ann, { reply: second.message });
		await shown(3);
		const threads = asked.map(({ asker }) => asker.place.thread);
		expect(new Set(threads).size).toBe(1);
		expect(threads[0]).toMatch(/^replies:\d+$/);
		expect(last(bot.posted()).text).toMatch(/weapons/);
	});

	it("replies to what somebody shared go on from the command's question", async () => {
		const command = bot.people.command(bot.ann, "claims", topic("weapons for Russia"));
		const [first] = await shown(1);
		const share = first?.buttons.find(({ customId }) => customId.startsWith("share:"));
		if (!first || !share) throw new Error("nothing to share");
		bot.people.click(bot.ann, first.message, share.customId);
		const shared = last(await shown(2));
		expect(shared.message.onlyFor).toBeNull();
		expect(shared.text).toMatch(/Shared by ann/);
		write(
			"who denied it?",
			{ ...bot.ann, by: bot.server.world.person("ben") },
			{ reply: shared.message },
		);
		const third = last(await shown(3));
		expect(third.text).toMatch(/Only denials/);
		expect(last(asked).asker.place.thread).toBe(`replies:${command.id}`);
	});

	it("a thread that was begun from a message is about it, and from an answer goes on from it", async () => {
		const { world, gateway } = bot.server;
		const begin = (from: string) => {
			const thread = world.thread(bot.channel, from);
			gateway.dispatch({ guild: thread.guild, intent: 1 }, "THREAD_CREATE", () =>
				world.channelJson(thread),
			);
			return { ...bot.ann, in: thread };
		};
		const target = bot.people.write(bot.ann, "China sends drones to Russia");
		write("who denied this?", begin(target.id));
		const [first] = await shown(1);
		expect(first?.text).toMatch(/Only denials/);
		expect(first?.text).toMatch(/China sends drones/);
		write("claims weapons for Russia");
		const second = last(await shown(2));
		write("and before 2023?", begin(second.message.id));
		const third = last(await shown(3));
		expect(third.text).toMatch(/weapons/);
		expect(third.text).toMatch(/2022-12-31/);
	});

	it("a thread of Discord's is one conversation, and its answers stay in it", async () => {
		const { world, gateway } = bot.server;
		const thread = world.thread(bot.channel);
		gateway.dispatch({ guild: thread.guild, intent: 1 }, "THREAD_CREATE", () =>
			world.channelJson(thread),
		);
		write("claims weapons for Russia", { ...bot.ann, in: thread });
		await shown(1);
		write("who denied it?", { by: world.person("ben"), in: thread });
		const [, second] = await shown(2);
		expect(second?.text).toMatch(/Only denials/);
		expect(second?.message.channel).toBe(thread.id);
		expect(last(asked).asker.place).toMatchObject({ channel: bot.channel.id, thread: thread.id });
	});
});

describe("who sees it", () => {
	it("the asker alone first, or the channel, as it is set", async () => {
		bot.people.command(bot.ann, "claims", topic("drones"));
		expect((await shown(1))[0]?.message.onlyFor).toBe(bot.ann.by.id);
		bot.people.command(bot.ann, "settings", [{ name: "answers", type: 3, value: "channel" }]);
		await shown(2);
		bot.people.command(bot.ann, "claims", topic("drones"));
		expect((await shown(3))[2]?.message.onlyFor).toBeNull();
	});

	it("nothing is hidden in a direct message, and nothing to share there", async () => {
		const here = { by: bot.ann.by, in: bot.server.world.direct(bot.ann.by.id) };
		bot.people.command(here, "claims", topic("drones"));
		const [answer] = await shown(1);
		expect(answer?.message.onlyFor).toBeNull();
		expect(answer?.buttons.some(({ customId }) => customId.startsWith("share"))).toBe(false);
	});

	it("only who installed it, in a group or a guild that the bot is not in", async () => {
		const { world } = bot.server;
		const places = [world.group(), world.channel(world.id())];
		for (const [at, place] of places.entries()) {
			const here = { by: bot.ann.by, in: place };
			bot.people.command(here, "claims", topic("china drones"));
			const answer = last(await shown(2 * at + 1));
			expect(answer.message).toMatchObject({ onlyFor: bot.ann.by.id, channel: place.id });
			const check = answer.buttons.find(({ customId }) => customId.startsWith("choose:"));
			bot.people.choose(here, answer.message, check?.customId ?? "", check?.value ?? "");
			expect(last(await shown(2 * at + 2)).text).toMatch(/^The quotation of item 1/);
		}
	});

	it("administrators are told apart by their rights in the guild", async () => {
		bot.people.command(bot.ann, "help");
		bot.people.command({ ...bot.ann, admin: true }, "help");
		await shown(2);
		expect(asked.map(({ asker }) => asker.admin)).toEqual([false, true]);
	});
});

describe("suggestions", () => {
	it.each([
		["claims", "speaker", "putin", /Putin/],
		["ادعاءات", "قائل", "بوت", /بوتين/],
		["ask", "outlet", "bbc", /BBC/],
	])("name what the corpus has: /%s %s:%s", async (command, name, typed, expected) => {
		const options = [{ name, type: 3, value: typed, focused: true }];
		const asking = bot.people.typing(bot.ann, command, options);
		await bot.server.until(() => asking.response !== null);
		expect(asking.choices.map((choice) => String(choice.name)).join(" ")).toMatch(expected);
		expect(asking.choices.length).toBeLessThanOrEqual(25);
	});

	it("find a time zone by its city", async () => {
		const zone = [{ name: "zone", type: 3, value: "riya", focused: true }];
		const asking = bot.people.typing(bot.ann, "digest", [
			{ name: "subscribe", type: 1, options: zone },
		]);
		await bot.server.until(() => asking.response !== null);
		expect(asking.choices).toEqual([{ name: "Asia/Riyadh", value: "Asia/Riyadh" }]);
	});

	it("are none for what has no list", async () => {
		const options = [{ name: "from", type: 3, value: "20", focused: true }];
		const asking = bot.people.typing(bot.ann, "claims", options);
		await bot.server.until(() => asking.response !== null);
		expect(asking.choices).toEqual([]);
	});
});
