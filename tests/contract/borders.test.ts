import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Asker, Desk } from "../../src/domain/chat.ts";
import { memoryStore } from "../../src/storage/memory/store.ts";
import { closeDesks, shippedDesk } from "../desk.ts";
import { type Bot, startBot } from "../servers/discord/bot.ts";
import { openSlack, type SlackSession } from "../servers/slack/stage.ts";
import { ids, type Json } from "../servers/slack/world.ts";
import { answers, done, settled, until } from "./adapter/shown.ts";

const store = memoryStore();
const asked: Asker[] = [];
async function watched(): Promise<Desk> {
	const desk = await shippedDesk({ store, feedback: store.feedback });
	return {
		...desk,
		reply: (incoming, asker) => {
			asked.push(asker);
			return desk.reply(incoming, asker);
		},
	};
}
afterAll(closeDesks);

describe("Discord: an id of another guild's answer", () => {
	let bot: Bot;
	beforeEach(async () => {
		asked.length = 0;
		bot = await startBot(await watched());
	});
	afterEach(async () => {
		const { violations } = bot.server.world;
		await bot.close();
		expect(violations).toEqual([]);
	});
	const shown = (count: number) =>
		bot.server.until(() => {
			const all = bot
				.posted()
				.filter(({ message, text }) => !message.loading && !text.includes("Searching…"));
			return all.length >= count && all;
		});
	const topic = [{ name: "topic", type: 3, value: "china drones" }];
	const elsewhere = () => {
		const { world } = bot.server;
		return { by: world.person("eve"), in: world.channel(world.guild()), admin: true };
	};

	it("opens nothing in a button that was forged, and shows no word of the question", async () => {
		bot.people.command(bot.ann, "claims", topic);
		const [first] = await shown(1);
		const view = first?.buttons.find(({ customId }) => customId.startsWith("narrow:"));
		if (!first || !view) throw new Error("no answer");
		const [, , id] = view.customId.split(":");
		const eve = elsewhere();
		const controls = [
			`share::${id}:0`,
			`more::${id}:0:0`,
			`check::${id}:0:0:1`,
			`narrow::${id}`,
			`wrong::${id}:0`,
			`vote::${id}:1`,
			`vote::${id}:0`,
		];
		for (const [at, control] of controls.entries()) {
			const clicked = bot.people.click(eve, first.message, control);
			const all = await shown(at + 2);
			expect(clicked.modal).toBeNull();
			expect(all.at(-1)?.text).toMatch(/too old for its buttons|is for the operators/);
			expect(all.at(-1)?.text).not.toMatch(/drones/);
		}
		expect(await store.feedback.counts()).toMatchObject({ right: 0, wrong: 0 });
	});

	it("does nothing in a form that was forged", async () => {
		bot.people.command(bot.ann, "claims", topic);
		const [first] = await shown(1);
		const narrow = first?.buttons.find(({ customId }) => customId.startsWith("narrow:"));
		const [, , id] = narrow?.customId.split(":") ?? [];
		const form = { custom_id: `why::${id}`, components: [] };
		bot.people.send(elsewhere(), form, {}, first?.message ?? null);
		expect((await shown(2)).at(-1)?.text).toMatch(/too old for its buttons/);
		expect(await store.feedback.counts()).toMatchObject({ right: 0, wrong: 0 });
	});

	it("is of no use after it was used: what is delivered again is done once", async () => {
		bot.people.command(bot.ann, "claims", topic);
		const [first] = await shown(1);
		const share = first?.buttons.find(({ customId }) => customId.startsWith("share:"));
		if (!first || !share) throw new Error("nothing to share");
		const clicked = bot.people.click(bot.ann, first.message, share.customId);
		await shown(2);
		for (let n = 0; n < 3; n++) bot.people.again(clicked);
		bot.people.command(bot.ann, "help");
		await shown(3);
		expect(bot.posted()).toHaveLength(3);
	});

	it("tells a guild that the bot is in from one that it was brought along to", async () => {
		const { world } = bot.server;
		const places = [bot.channel, world.channel(world.id()), world.group()];
		for (const at of places) bot.people.command({ ...bot.ann, in: at, admin: true }, "help");
		await shown(3);
		expect(asked.map(({ cannotPost }) => cannotPost)).toEqual([
			undefined,
			"no_member",
			"no_member",
		]);
		const add = [{ name: "topic", type: 3, value: "drones" }];
		const options = [{ name: "subscribe", type: 1, options: add }];
		bot.people.command(
			{ ...bot.ann, in: places[1] ?? bot.channel, admin: true },
			"digest",
			options,
		);
		expect((await shown(4)).at(-1)?.text).toMatch(/The bot is no member here|is not served here/);
	});
});

describe.each(["socket", "http"] as const)("Slack over %s: another workspace", (mode) => {
	let on: SlackSession;
	beforeEach(async () => {
		on = await openSlack(mode, await watched());
	});
	afterEach(async () => {
		const broken = on.violations();
		await on.close();
		expect(broken).toEqual([]);
	});
	const foreign = { id: "T0OTHER001", domain: "other" };
	const channel = { id: "C0OTHER001", name: "other" };

	it("gets nothing for a command or an event of its own installation", async () => {
		const { deliveries } = on.server;
		const sent = await on.command("claims", "china drones");
		await answers(on, 1);
		const { payload } = deliveries.all.find(({ id }) => id === sent.id) ?? {};
		await deliveries.send("slash_commands", {
			...payload,
			...{ team_id: foreign.id, trigger_id: on.server.trigger() },
		});
		const mention = await on.mention("claims china drones");
		await answers(on, 2);
		const event = deliveries.all.find(({ id }) => id === mention.id)?.payload;
		await deliveries.send("events_api", {
			...event,
			...{ team_id: foreign.id, event_id: "Ev0FOREIGN" },
			event: { ...(event?.["event"] as Json), ts: "1.000001" },
			authorizations: [{ team_id: foreign.id, user_id: ids.botUser, is_bot: true }],
		});
		expect(await settled(on)).toHaveLength(2);
	});

	it("gets nothing by a button or a form with an id of ours", async () => {
		await on.command("claims", "china drones");
		const [answer] = await answers(on, 1);
		if (!answer) throw new Error("no answer");
		const before = await store.feedback.counts();
		const clicked = await on.click(answer, "more");
		await answers(on, 2);
		const { deliveries } = on.server;
		const { payload } = deliveries.all.find(({ id }) => id === clicked.id) ?? {};
		const [action] = (payload?.["actions"] ?? []) as Json[];
		const [view] = String(action?.["value"]).split(":");
		const eve = { id: "U0EVE00000", team_id: foreign.id };
		const from = { user: eve, team: foreign, channel };
		const container = { ...(payload?.["container"] as Json), channel_id: channel.id };
		const uses = {
			share: view,
			more: `${view}:3`,
			check_quote: `${view}:0`,
			narrow: view,
			vote: `${view}:1`,
		};
		for (const [at, [action_id, value]] of Object.entries(uses).entries()) {
			const actions = [{ ...action, action_id, value }];
			const trigger_id = on.server.trigger();
			const response_url = on.server.responseUrl(ids.channel, on.idOf("ann"));
			const own = { container, actions, trigger_id, response_url };
			await deliveries.send("interactive", { ...payload, ...from, ...own });
			const all = await until(
				on,
				`a refusal of ${action_id}`,
				(seen) => seen.filter(({ text }) => /too old for its buttons/.test(text)).length > at,
			);
			for (const { text } of done(all).slice(2)) expect(text).not.toMatch(/drones/);
			expect(on.server.form(trigger_id)).toBeUndefined();
		}
		const origin = { view, team: ids.team, channel: ids.channel, thread: null, message: "", at: 0 };
		await deliveries.send("interactive", {
			...{ type: "view_submission", team: foreign, user: eve, trigger_id: on.server.trigger() },
			view: {
				...{ id: "V0FORGED01", type: "modal", callback_id: "vote_form" },
				...{ private_metadata: JSON.stringify(origin), state: { values: {} } },
			},
		});
		expect(await settled(on)).toHaveLength(7);
		expect(await store.feedback.counts()).toEqual(before);
	});
});
