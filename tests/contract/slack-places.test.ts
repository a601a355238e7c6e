import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Asker, Desk, Incoming } from "../../src/domain/chat.ts";
import { closeDesks, shippedDesk } from "../desk.ts";
import { openSlack, type SlackSession, shortSleep } from "../servers/slack/stage.ts";
import { ids, type Json } from "../servers/slack/world.ts";
import { answers, citationsIn, settled, until } from "./adapter/shown.ts";

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

const open = async (over: Desk = desk) => {
	session = await openSlack("socket", over, { sleep: shortSleep });
	return session;
};

describe("the app's home", () => {
	it("tells what the corpus covers, in the person's language, and its examples answer", async () => {
		const on = await open();
		const ann = on.server.world.person("ann");
		await on.people.openHome("home");
		await until(on, "the home", () => on.server.world.homes.has(ann.id));
		expect(JSON.stringify(on.server.world.homes.get(ann.id))).toMatch(/5 articles/);
		await on.people.clickHome("example:0");
		const [answer] = await answers(on, 1);
		expect(citationsIn(answer?.text ?? "").length).toBeGreaterThan(0);
		expect(on.server.world.messages.at(-1)?.channel).toBe(on.server.world.direct(ann.id).id);

		const nura = on.server.world.person("nura", { locale: "ar-SA" });
		await on.people.openHome("home", { as: "nura" });
		await until(on, "the Arabic home", () => on.server.world.homes.has(nura.id));
		expect(JSON.stringify(on.server.world.homes.get(nura.id))).toMatch(/ما تغطيه المقالات/);
	});

	it("offers prompts over the conversation with the agent, each of which is answered", async () => {
		const on = await open();
		const channel = on.server.world.direct(on.server.world.person("ann").id).id;
		await on.people.openHome("messages");
		await until(on, "prompts", () => on.server.world.prompts.has(channel));
		const prompts = on.server.world.prompts.get(channel) as Json[];
		expect(prompts.length).toBeGreaterThan(1);
		for (const [at, { message }] of prompts.entries()) {
			await on.direct(String(message), { as: `asker${at}` });
			await answers(on, at + 1);
		}
		for (const { text } of await answers(on, prompts.length))
			expect(text).not.toMatch(/How to ask/);
	});
});

describe("where things are said", () => {
	it("a direct message is answered under it, and says by Slack's own line that it is at work", async () => {
		const gate = Promise.withResolvers<void>();
		const on = await open({
			...desk,
			reply: (...asked) => gate.promise.then(() => desk.reply(...asked)),
		});
		await on.direct("claims china drones");
		await until(on, "the line", (all) => all.some(({ pending }) => pending));
		expect(on.server.world.statuses.size).toBe(1);
		gate.resolve();
		const [answer] = await answers(on, 1);
		expect(on.server.world.statuses.size).toBe(0);
		const asked = on.server.world.messages.find(({ user }) => user !== ids.botUser);
		expect(answer?.thread).toBe(asked?.ts);
	});

	it("a mention that takes long is answered in the placeholder's place, or anew where that is gone", async () => {
		let gate = Promise.withResolvers<void>();
		const on = await open({
			...desk,
			reply: (...asked) => gate.promise.then(() => desk.reply(...asked)),
		});
		for (const deleted of [false, true]) {
			gate = Promise.withResolvers<void>();
			await on.mention("claims china drones", { as: `asker${deleted}` });
			const shown = await until(on, "the placeholder", (all) => all.some(({ pending }) => pending));
			const id = shown.find(({ pending }) => pending)?.id ?? "";
			const stored = on.server.world.find(ids.channel, id);
			if (deleted && stored)
				on.server.world.messages.splice(on.server.world.messages.indexOf(stored), 1);
			gate.resolve();
			const all = await answers(on, deleted ? 2 : 1);
			expect(all.at(-1)?.id === id).toBe(!deleted);
		}
	});

	it("edits, files' notices and the bot's own messages are passed over", async () => {
		const on = await open();
		const { id: channel } = on.server.world.direct(on.server.world.person("ann").id);
		const person = on.server.world.person("ann").id;
		const said = { type: "message", channel, channel_type: "im", ts: "1.1", text: "claims drones" };
		const { people } = on;
		await people.event({
			...said,
			subtype: "message_changed",
			message: { user: person, text: "x" },
		});
		await people.event({ ...said, subtype: "message_deleted" });
		await people.event({ ...said, subtype: "bot_message", bot_id: ids.otherBot });
		await people.event({ ...said, user: ids.botUser, bot_id: ids.bot });
		await people.event({ ...said, user: ids.botUser });
		await people.event({
			type: "app_mention",
			channel: ids.channel,
			ts: "1.2",
			user: person,
			text: "drones",
			edited: { user: person, ts: "1.3" },
		});
		await people.event({ ...said, user: person, subtype: "file_share", ts: "1.4" });
		await answers(on, 1);
		expect(await settled(on)).toHaveLength(1);
	});

	it("many mentions at once are answered each, and everybody's own in the order they were asked in", async () => {
		const on = await open();
		const people = ["asker0", "asker1", "asker2", "asker3"];
		for (let n = 0; n < 2; n++)
			for (const as of people) await on.mention(`claims drones ${n}`, { as });
		await answers(on, 8);
		const { messages } = on.server.world;
		const answered = messages.flatMap(({ user, thread }) => (user === ids.botUser ? [thread] : []));
		const asked = messages.filter(({ user }) => user !== ids.botUser);
		expect(answered.toSorted()).toEqual(asked.map(({ ts }) => ts).toSorted());
		for (const as of people) {
			const { id } = on.server.world.person(as);
			const own = asked.flatMap(({ user, ts }) => (user === id ? [ts] : []));
			// Whoever waits for Slack's word on somebody else may be overtaken.
			expect(answered.filter((thread) => own.includes(thread ?? ""))).toEqual(own);
		}
	});

	it("a form opens filled in; where Slack fails, that is told, and the next click opens it", async () => {
		const on = await open();
		await on.command("claims", 'china outlet:"mena research center"');
		const [answer] = await answers(on, 1);
		if (!answer) throw new Error("no answer");
		on.server.faults.plan("server_error", 1, "views.open");
		const message = on.server.world.messages.find(({ ts }) => ts === answer.id);
		if (message) await on.people.click(message, "narrow");
		const [, told] = await answers(on, 2);
		expect(told?.text).toMatch(/took too long to open. Click again/);
		await on.narrow(answer, { stance: "denies" });
		const form = on.server.form(lastTrigger(on, "block_actions"))?.view;
		expect(JSON.stringify(form)).toMatch(
			/"initial_option":{[^}]*}[^}]*"value":"mena research center"/,
		);
		await answers(on, 3);
	});
});

describe("who asks", () => {
	it("is an administrator by Slack's word, in this workspace alone, and comes with language and zone", async () => {
		const seen: Asker[] = [];
		const on = await open({
			...desk,
			reply: async (incoming: Incoming, asker: Asker) => {
				seen.push(asker);
				return desk.reply(incoming, asker);
			},
		});
		const { world } = on.server;
		world.person("boss", { admin: true, locale: "ar-EG", tz: "Africa/Cairo" });
		world.person("guest", { admin: true, team: "T0ELSEWHERE" });
		for (const as of ["boss", "guest", "ann"]) await on.command("isnad", "settings", { as });
		await answers(on, 3);
		const boss = seen.find(({ person }) => person === world.person("boss").id);
		expect(boss).toMatchObject({ admin: true, language: "ar", timeZone: "Africa/Cairo" });
		expect(seen.filter(({ admin }) => admin)).toHaveLength(1);
		await on.command("isnad", "settings", { as: "boss" });
		await answers(on, 4);
		expect(on.server.calls.get("users.info")).toBe(3);
	});

	it("is answered where Slack tells nothing about people", async () => {
		const on = await open();
		on.server.faults.plan("server_error", 4, "users.info");
		await on.command("isnad", "help");
		expect((await answers(on, 1))[0]?.text).toMatch(/How to ask/);
	});

	it("finds no word of a question and no token in the log", async () => {
		const on = await open();
		on.server.faults.plan("server_error", 9, "chat.postMessage");
		await on.direct("claims secretword");
		await on.stop();
		expect(on.logged.join("\n")).toMatch(/did not reach Slack/);
		expect(on.logged.join("\n")).not.toMatch(/secretword|xoxb|xapp/);
	});
});

function lastTrigger(on: SlackSession, type: string): string {
	const sent = on.server.deliveries.all.findLast(({ payload }) => payload["type"] === type);
	return String(sent?.payload["trigger_id"]);
}
