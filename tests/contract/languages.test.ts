import { afterAll, afterEach, describe, expect, it } from "vitest";
import { closeDesks, shippedDesk } from "../desk.ts";
import { startBot } from "../servers/discord/bot.ts";
import { openSlack, type SlackSession } from "../servers/slack/stage.ts";
import { answers, until } from "./adapter/shown.ts";

afterAll(closeDesks);

describe("Slack with the locale ar-SA", () => {
	let session: SlackSession | undefined;
	afterEach(async () => {
		const broken = session?.violations() ?? [];
		await session?.close();
		session = undefined;
		expect(broken).toEqual([]);
	});
	const open = async () => {
		session = await openSlack("socket", await shippedDesk());
		session.server.world.person("huda", { locale: "ar-SA", tz: "Asia/Riyadh" });
		return session;
	};
	const huda = { as: "huda" };

	it.each([
		["claims", "", /كيف تسأل/],
		["isnad", "", /كيف تسأل/],
		["digest", "list", /لا تُقدَّم|غير متاح|هنا/],
		["claims", "drones from:soon", /ليس تاريخًا/],
		["isnad", "settings", /لغة الأجوبة|الإعدادات/],
	])("/%s %s is answered in Arabic", async (name, text, words) => {
		const on = await open();
		await on.command(name, text, huda);
		const [first] = await answers(on, 1);
		expect(first?.text).toMatch(words);
		expect(first?.text).not.toMatch(/How to ask|There is no|is no date|Settings/);
	});

	it("Home and prompts are in Arabic, with examples that are asked in Arabic", async () => {
		const on = await open();
		const person = on.idOf("huda");
		await on.people.openHome("home", huda);
		await until(on, "the home", () => on.server.world.homes.has(person));
		const home = JSON.stringify(on.server.world.homes.get(person));
		expect(home).toContain("ما تغطيه المقالات");
		expect(home).not.toMatch(/[Uu]nnamed|مصادر لم/);
		await on.people.clickHome("example:0", huda);
		expect((await answers(on, 1))[0]?.text).toMatch(/السطر/);
		await on.people.openHome("messages", huda);
		const channel = on.server.world.direct(person).id;
		await until(on, "the prompts", () => on.server.world.prompts.has(channel));
		const [prompt] = on.server.world.prompts.get(channel) ?? [];
		expect(prompt?.["message"]).toMatch(/^ادعاءات/);
	});

	it("the form is in Arabic, and names are looked up while she types", async () => {
		const on = await open();
		await on.command("claims", "china drones", huda);
		const [answer] = await answers(on, 1);
		const stored = on.server.world.messages.find(({ ts }) => ts === answer?.id);
		if (!stored) throw new Error("no answer");
		const clicked = await on.people.click(stored, "narrow", undefined, huda);
		const trigger = String(clicked.payload["trigger_id"]);
		await until(on, "the form", () => on.server.form(trigger) !== undefined);
		const form = JSON.stringify(on.server.form(trigger)?.view);
		expect(form).toContain("تضييق السؤال");
		expect(form).toMatch(/"datepicker".*"datepicker"/);
		expect(await on.people.lookUp(clicked, "by", "بوت", huda)).toContain("فلاديمير بوتين");
		expect(await on.people.lookUp(clicked, "by", "Nobody Known", huda)).toEqual(["Nobody Known"]);
		const outlets = await on.people.lookUp(clicked, "outlet", "", huda);
		expect(outlets).toContain("BBC Arabic");
		expect(outlets.join()).not.toMatch(/nnamed/);
	});
});

describe("Discord, which knows no Arabic", () => {
	it.each([
		["مساعدة", [], /كيف تسأل/],
		["إعدادات", [{ name: "إجابات", type: 3, value: "channel" }], /الإعدادات|الأجوبة/],
		["بحث", [{ name: "موضوع", type: 3, value: "drones" }], /السطر/],
		["ادعاءات", [{ name: "موضوع", type: 3, value: "china drones" }], /السطر/],
		["نشرة", [{ name: "قائمة", type: 1, options: [] }], /هنا/],
	] as const)("/%s is answered in Arabic", async (name, options, words) => {
		const bot = await startBot(await shippedDesk());
		try {
			bot.people.command(bot.ann, name, structuredClone(options) as never);
			await bot.server.until(() => bot.posted().some(({ message }) => !message.loading));
			expect(bot.posted()[0]?.text).toMatch(words);
			expect(bot.server.world.violations).toEqual([]);
		} finally {
			await bot.close();
		}
	});
});
