import { describe, expect, it } from "vitest";
import { pageSize } from "../../../src/desk/answering.ts";
import type { Asker, Desk, Incoming, Reply } from "../../../src/domain/chat.ts";
import { memoryStore } from "../../../src/storage/memory/store.ts";
import { closeDesks, deskOf, shippedDesk } from "../../desk.ts";
import { article, claim } from "../answers/doubles.ts";

const days = Array.from({ length: 12 }, (_, n) => `harbour strike day ${n} was over`);
function corpus() {
	const of = article("of", days);
	claim(of, 1, "harbour strike", { speaker: { name: "Mayor Hill", kind: "person" } });
	return [of];
}

function asker(more: Partial<Asker> = {}, thread: string | null = null): Asker {
	return {
		place: { platform: "slack", space: "T1", channel: "C1", thread },
		person: "U1",
		admin: false,
		...more,
	};
}
const ask = (text: string): Incoming => ({ kind: "message", text });
const run = (name: string, text = ""): Incoming => ({ kind: "command", name, text });

function answerOf(reply: Reply) {
	if (reply.kind !== "answer") throw new Error(JSON.stringify(reply));
	return reply;
}
function noticeOf(reply: Reply) {
	if (reply.kind !== "notice") throw new Error(`a ${reply.kind}`);
	return reply.notice;
}
async function code(desk: Desk, incoming: Incoming, who = asker()): Promise<string> {
	return noticeOf(await desk.reply(incoming, who)).code;
}

describe("a page and what follows it", () => {
	it("goes on by the button, by the word and from where a message ended", async () => {
		const desk = await deskOf(corpus());
		const first = answerOf(await desk.reply(run("search", "harbour strike"), asker()));
		expect(first.answer).toMatchObject({ offset: 0, total: 12 });
		expect(first.answer.items).toHaveLength(pageSize);
		const { view } = first;
		const more = async (incoming: Incoming) =>
			answerOf(await desk.reply(incoming, asker())).answer.offset;
		expect(await more({ kind: "more", view })).toBe(pageSize);
		expect(await more({ kind: "more", view, from: 2 })).toBe(2);
		expect(await more(ask("more"))).toBe(2 + pageSize);
	});

	it("ends with a sentence", async () => {
		const desk = await deskOf(corpus());
		await desk.reply(run("search", "harbour strike"), asker());
		for (let shown = pageSize; shown < days.length; shown += pageSize)
			await desk.reply(ask("more"), asker());
		expect(await code(desk, ask("more"))).toBe("no_more");
		expect(await code(desk, ask("more"), asker({ person: "U2" }))).toBe("no_more");
	});

	it("is there after a restart, for everybody who sees the buttons", async () => {
		const store = memoryStore();
		const before = await deskOf(corpus(), { store });
		const { view } = answerOf(await before.reply(run("search", "harbour strike"), asker()));
		const after = await deskOf(corpus(), { store, process: "another" });
		const other = asker({ person: "U2" });
		expect(answerOf(await after.reply({ kind: "more", view }, other)).answer.offset).toBe(pageSize);
		expect(answerOf(await after.reply({ kind: "share", view }, other)).answer.offset).toBe(0);
		expect((await after.reply({ kind: "check_quote", view, item: 1 }, other)).kind).toBe(
			"quotation",
		);
		expect(await after.request(view, asker())).toMatchObject({
			command: "search",
			text: "harbour strike",
		});
	});

	it("is refused where the view is unknown, or no view's id at all", async () => {
		const desk = await deskOf(corpus());
		for (const view of ["viewviewview", "", "../../etc", "x".repeat(5_000)]) {
			expect(await code(desk, { kind: "more", view })).toBe("view_gone");
			expect(await desk.request(view, asker())).toBeNull();
		}
	});

	it("shows a quotation between its neighbours, and none that is not there", async () => {
		const desk = await deskOf(corpus());
		const { view } = answerOf(await desk.reply(run("claims", "harbour strike"), asker()));
		const reply = await desk.reply({ kind: "check_quote", view, item: 0 }, asker());
		if (reply.kind !== "quotation") throw new Error(reply.kind);
		const near = (text = "") => ({ from: 0, to: text.length });
		expect(reply.quotation.passages).toEqual([
			{ kind: "body", line: 1, text: days[0], quoted: { from: 0, to: 14 }, near: near(days[0]) },
			{ kind: "body", line: 2, text: days[1], near: near(days[1]) },
		]);
		expect(await code(desk, { kind: "check_quote", view, item: 99 })).toBe("quote_gone");
	});

	it("is not shown once the article has other words there", async () => {
		const store = memoryStore();
		const desk = await deskOf(corpus(), { store });
		const { view } = answerOf(await desk.reply(run("search", "harbour strike"), asker()));
		const changed = await deskOf([article("of", ["short"])], { store });
		expect(await code(changed, { kind: "check_quote", view, item: 0 })).toBe("quote_gone");
	});

	it("narrows to the limits of the form alone", async () => {
		const desk = await deskOf(corpus());
		const { view } = answerOf(
			await desk.reply(run("claims", "harbour strike stance:denied"), asker()),
		);
		const reply = await desk.reply({ kind: "narrow", view, filters: { by: "Hill" } }, asker());
		const { answer } = answerOf(reply);
		expect(answer.items.map((item) => item.kind)).toEqual(["claim"]);
	});

	it("keeps the limits that no form has a field for", async () => {
		const desk = await deskOf(corpus());
		const typed = run("claims", "harbour strike without:Gazette written:english stance:denied");
		const { view } = answerOf(await desk.reply(typed, asker()));
		const narrowed = await desk.reply({ kind: "narrow", view, filters: { by: "Hill" } }, asker());
		const request = await desk.request(answerOf(narrowed).view, asker());
		expect(request).toMatchObject({ by: "Hill", without: "Gazette", written: "en" });
		expect(request?.stance).toBeUndefined();
	});
});

describe("options that a platform took apart", () => {
	it("go with filters in the text, and win", async () => {
		const desk = await deskOf(corpus());
		const request = {
			command: "claims",
			text: "harbour by:nobody stance:asserts",
			by: "Hill",
		} as const;
		const { answer, view } = answerOf(await desk.reply({ kind: "request", request }, asker()));
		expect(answer.items).toHaveLength(1);
		expect(await desk.request(view, asker())).toMatchObject({
			text: "harbour",
			by: "Hill",
			stance: "asserts",
		});
	});
});

describe("days", () => {
	it("are read in the digits of any keyboard, wherever they were typed", async () => {
		const desk = await deskOf(corpus());
		const typed = answerOf(
			await desk.reply(run("search", "harbour from:٢٠٢٣ to:۲۰۲۴-۰۵"), asker()),
		);
		expect(await desk.request(typed.view, asker())).toMatchObject({ from: "2023", to: "2024-05" });
		const filters = { from: "٢٠٢٣-٠٧-٢٧" };
		const { view } = typed;
		const form = answerOf(await desk.reply({ kind: "narrow", view, filters }, asker()));
		expect(await desk.request(form.view, asker())).toMatchObject({ from: "2023-07-27" });
	});
});

describe("threads", () => {
	it("are everybody's inside, and each person's own outside", async () => {
		const desk = await deskOf(corpus());
		await desk.reply(ask("harbour strike"), asker({}, "1.1"));
		const inside = await desk.reply(ask("and before 2023?"), asker({ person: "U2" }, "1.1"));
		expect(answerOf(inside).answer.notes.join()).toMatch(/going on from: harbour strike/);
		const outside = await desk.reply(ask("and before 2023?"), asker({ person: "U2" }));
		expect(JSON.stringify(outside)).not.toMatch(/going on from/);
	});

	it("are answered in the language that the last line was written in", async () => {
		const desk = await deskOf(corpus());
		const language = async (text: string, who = asker()) =>
			answerOf(await desk.reply(ask(text), who)).answer.language;
		expect(await language("harbour strike")).toBe("en");
		expect(await language("وقبل 2023؟")).toBe("ar");
		expect(await language("and before 2024?")).toBe("en");
		await desk.reply(run("settings", "language:ar"), asker());
		expect(await language("and before 2022?")).toBe("ar");
	});

	it("rest after a day", async () => {
		let now = 0;
		const desk = await deskOf(corpus(), { now: () => now });
		await desk.reply(ask("harbour strike"), asker());
		now = 25 * 3_600_000;
		expect(await code(desk, ask("more"))).toBe("no_more");
	});
});

describe("rights and limits", () => {
	it("holds each person to so many questions a minute, and says when to go on", async () => {
		let now = 0;
		const desk = await deskOf(corpus(), { now: () => now, questionsPerMinute: 2 });
		for (let n = 0; n < 2; n++) answerOf(await desk.reply(ask("harbour strike"), asker()));
		const refused = noticeOf(await desk.reply(ask("harbour strike"), asker()));
		expect([refused.code, refused.lines[0]]).toEqual([
			"too_many",
			expect.stringMatching(/in 60 seconds/),
		]);
		answerOf(await desk.reply(ask("harbour strike"), asker({ person: "U2" })));
		now = 60_001;
		answerOf(await desk.reply(ask("harbour strike"), asker()));
	});

	it("lets a clock that was set back keep nobody waiting", async () => {
		let now = 10 ** 12;
		const desk = await deskOf(corpus(), { now: () => now, questionsPerMinute: 1 });
		await desk.reply(ask("harbour strike"), asker());
		now = 0;
		answerOf(await desk.reply(ask("harbour strike"), asker()));
	});

	it.each<[string, Partial<Asker>, string]>([
		["settings language:ar", {}, "settings_changed"],
		["language ar", {}, "settings_changed"],
		["لغة عربية", {}, "settings_changed"],
		["settings channel language ar", {}, "not_allowed_manage"],
		["settings channel language:ar", {}, "not_allowed_manage"],
		["settings channel language:ar", { admin: true }, "settings_changed"],
		["settings channel language:ar", { person: "U9" }, "settings_changed"],
		["settings workspace visibility:everyone", { admin: true }, "settings_changed"],
		["settings colour:blue", {}, "settings_unread"],
		["إعدادات القناة لغة:عربية", {}, "not_allowed_manage"],
	])("%s of %j: %s", async (text, who, expected) => {
		const desk = await deskOf(corpus(), { operators: new Set(["slack:U9"]) });
		expect(await code(desk, run("isnad", text), asker(who))).toBe(expected);
	});

	it.each([
		["settings language:ar", "ar"],
		["إعدادات لغة:إنجليزية", "en"],
		["إعدادات لغة:تلقائي", "ar"],
	])("tells of %s in %s", async (text, language) => {
		const desk = await deskOf(corpus());
		const reply = await desk.reply(run("isnad", text), asker());
		expect(reply.kind === "notice" && [reply.notice.code, reply.notice.language]).toEqual([
			"settings_changed",
			language,
		]);
	});

	it("takes the nearest setting: person, channel, workspace", async () => {
		const desk = await deskOf(corpus());
		const admin = asker({ admin: true });
		await desk.reply(run("settings", "workspace language:ar visibility:everyone gloss:off"), admin);
		await desk.reply(run("settings", "channel language:en"), admin);
		expect(await desk.settings(asker())).toEqual({
			language: "en",
			visibility: "channel",
			gloss: "off",
		});
		const elsewhere = asker({ place: { ...asker().place, channel: "C2" } });
		expect(await desk.settings(elsewhere)).toEqual({
			language: "ar",
			visibility: "channel",
			gloss: "off",
		});
		expect(answerOf(await desk.reply(ask("harbour strike"), elsewhere)).answer.language).toBe("ar");
		const space = { ...asker().place, space: "T2" };
		expect(await desk.settings(asker({ place: space }))).toEqual({
			language: "auto",
			visibility: "private",
			gloss: "on",
		});
	});

	it("asks who may before it hands a command on", async () => {
		const ran: string[] = [];
		const family = {
			isOpen: (text: string) => text === "list",
			run: async (text: string): Promise<Reply> => {
				ran.push(text);
				return { kind: "notice", notice: await (await deskOf([])).notice("no_more", "en") };
			},
		};
		const operators = new Set(["slack:U9"]);
		const desk = await deskOf(corpus(), { digests: family, sources: family, operators });
		const admin = asker({ admin: true });
		expect(await code(desk, run("digest", "subscribe x"))).toBe("not_allowed_manage");
		expect(await code(desk, run("digest", "list"))).toBe("no_more");
		expect(await code(desk, run("digest", "subscribe x"), admin)).toBe("no_more");
		expect(await code(desk, run("sources", "add x"), admin)).toBe("not_allowed_operate");
		expect(await code(desk, run("sources", "add x"), asker({ person: "U9" }))).toBe("no_more");
		expect(ran).toEqual(["list", "subscribe x", "add x"]);
	});
});

describe("what is told", () => {
	it.each<[string, Incoming, string, RegExp]>([
		["an unknown command", run("frobnicate"), "unknown_command", /no command frobnicate/],
		["an unknown Arabic command", run("مجهول"), "unknown_command", /لا يوجد أمر/],
		["a bad date", run("claims", "x from:soon"), "date_malformed", /“soon” is no date/],
		["a bad Arabic date", run("ادعاءات", "سفن من:غدا"), "date_malformed", /ليس تاريخًا/],
		["days in the wrong order", run("claims", "x from:2024 to:2023"), "date_malformed", /exchange/],
		["a question too long", ask("x".repeat(5_000)), "question_too_long", /5000 characters/],
		["nothing", run("claims"), "help", /Ask in your own words/],
		["help in Arabic", run("مساعدة"), "help", /اسأل بكلماتك/],
		["a family that is not served", run("digest", "list"), "not_served", /not served/],
	])("%s", async (_what, incoming, expected, text) => {
		const notice = noticeOf(await (await deskOf(corpus())).reply(incoming, asker()));
		expect(notice.lines.join("\n")).toMatch(text);
		expect(notice.code).toBe(expected);
	});

	const arab = asker({ language: "ar" });
	const english = asker({ language: "en" });
	it.each<[string, Incoming, Asker, "en" | "ar"]>([
		["bare /claims", run("claims"), arab, "ar"],
		["bare /isnad", run("isnad"), arab, "ar"],
		["help in Latin letters", run("help"), arab, "ar"],
		["/digest list", run("digest", "list"), arab, "ar"],
		["an order in Latin letters", run("isnad", "settings visibility:private"), arab, "ar"],
		["a bad date in English", run("claims", "drones from:soon"), arab, "ar"],
		["an unknown command", run("frobnicate", "x"), arab, "ar"],
		["the word more", ask("more"), arab, "ar"],
		["an Arabic command", run("مساعدة"), english, "ar"],
		["an Arabic word behind /isnad", run("isnad", "مساعدة"), english, "ar"],
		["an Arabic question with a bad date", ask("من نفى الإضراب من:قريبا"), english, "ar"],
		["nothing that tells", run("help"), asker(), "en"],
	])("is told in the reader's language: %s", async (_what, incoming, who, language) => {
		const desk = await deskOf(corpus());
		expect(noticeOf(await desk.reply(incoming, who)).language).toBe(language);
	});

	it("is told in the language that was set, before all else", async () => {
		const desk = await deskOf(corpus());
		await desk.reply(run("settings", "language:ar"), english);
		for (const incoming of [run("help"), run("digest", "list"), ask("more"), run("claims")])
			expect(noticeOf(await desk.reply(incoming, english)).language).toBe("ar");
		expect(await desk.language(english, { text: "harbour strike" })).toBe("ar");
	});

	it("answers an Arabic command in Arabic whatever its topic is written in", async () => {
		const desk = await deskOf(corpus());
		const language = async (incoming: Incoming) =>
			answerOf(await desk.reply(incoming, english)).answer.language;
		const request = { command: "claims", text: "harbour strike" } as const;
		expect(await language(run("ادعاءات", "harbour strike"))).toBe("ar");
		expect(await language({ kind: "request", request, name: "ادعاءات" })).toBe("ar");
		expect(await language(run("isnad", "ادعاءات harbour strike"))).toBe("ar");
		expect(await language(run("claims", "harbour strike"))).toBe("en");
		await desk.reply(run("settings", "language:en"), english);
		expect(await language(run("ادعاءات", "harbour strike"))).toBe("en");
	});

	it("offers examples that can be asked as they are", async () => {
		const desk = await deskOf(corpus());
		const { ready = [] } = noticeOf(await desk.reply(run("help"), arab));
		expect(ready.map(({ name }) => name)).toContain("اسأل");
		for (const { name, text } of ready)
			expect(answerOf(await desk.reply(run(name, text), arab)).answer.language).toBe("ar");
	});

	it("helps with questions that this corpus answers", async () => {
		const desk = await deskOf(corpus());
		const { examples } = noticeOf(await desk.reply(run("help"), asker()));
		expect(examples).toContain("/ask What did Mayor Hill say?");
	});

	it("throws nothing, and logs a failure without the question", async () => {
		const logged: string[] = [];
		const store = memoryStore();
		store.threads.get = () => Promise.reject(new Error("disk"));
		const log = (...fields: unknown[]) => void logged.push(JSON.stringify(fields));
		const desk = await deskOf(corpus(), { store, log });
		const notice = noticeOf(await desk.reply(ask("a very private question"), asker()));
		expect(notice.lines[0]).toMatch(/went wrong/);
		expect(logged.join()).toMatch(/internal/);
		expect(logged.join()).not.toMatch(/private/);
	});

	it("looks for what a message says, without its links and mentions", async () => {
		const desk = await deskOf(corpus());
		const text = "<@U1> *harbour* strike: <https://x.example/from:2023|see> ".padEnd(9_000, "ab. ");
		const { answer } = answerOf(await desk.reply({ kind: "about", text }, asker()));
		expect(answer.heading).toMatch(/^Claims: harbour strike ab/);
		expect(answer.heading.length).toBeLessThan(1_100);
		expect(await code(desk, { kind: "about", text: "<@U1> https://x.example" })).toBe("help");
	});
});

describe("deliveries", () => {
	it("are worked on once, by whichever process and however often", async () => {
		const store = memoryStore();
		const one = await deskOf([], { store, process: "1" });
		const two = await deskOf([], { store, process: "2" });
		let worked = 0;
		const work = async () => void worked++;
		const ran = await Promise.all([one, one, one].map((desk) => desk.once("slack", "Ev1", work)));
		expect(ran).toEqual([true, false, false]);
		expect(await two.once("slack", "Ev1", work)).toBe(false);
		expect(await two.once("discord", "Ev1", work)).toBe(true);
		expect(worked).toBe(2);
	});

	it("are taken over where an earlier process died over them", async () => {
		const store = memoryStore();
		const dying = await deskOf([], { store, process: "1" });
		const forever = dying.once("slack", "Ev1", () => new Promise(() => {}));
		expect(forever).toBeInstanceOf(Promise);
		await new Promise((resolve) => setImmediate(resolve));
		const next = await deskOf([], { store, process: "2" });
		expect(await next.once("slack", "Ev1", async () => {})).toBe(true);
	});

	it("are answered although they cannot be noted", async () => {
		const store = memoryStore();
		store.inbox.begin = () => Promise.reject(new Error("disk"));
		const desk = await deskOf([], { store });
		expect(await desk.once("slack", "Ev1", async () => {})).toBe(true);
		expect(await desk.once("slack", "Ev1", async () => {})).toBe(false);
	});
});

describe("the overview of the shipped articles", () => {
	it("names who published first, then outlets that are quoted, and nobody who is none", async () => {
		const desk = await shippedDesk();
		const { outlets } = await desk.overview("en", asker());
		expect(outlets.slice(0, 2).toSorted()).toEqual(["BBC Arabic", "MENA Research Center"]);
		expect(outlets).toContain("Reuters");
		const nobody = /unnamed|source|spokesperson|Committee|مصدر|مصادر|متحدث/i;
		for (const language of ["en", "ar"] as const)
			expect((await desk.overview(language, asker())).outlets.join()).not.toMatch(nobody);
		await closeDesks();
	});
});

describe("names to choose from", () => {
	it("begin like what was typed, in either script, the most frequent first", async () => {
		const of = article("of", days);
		const label = { en: "Janet Yellen", ar: "جانيت يلين" };
		for (const line of [1, 2])
			claim(of, line, "harbour", { speaker: { name: label.ar, kind: "person", label } });
		claim(of, 3, "harbour", {
			speaker: { name: "Jan Hill", kind: "person" },
			via: ["Unnamed sources"],
		});
		const desk = await deskOf([{ ...of, outlet: "Reuters" }]);
		const suggest = (field: "by" | "outlet" | "topic", text: string, most: number) =>
			desk.suggest({ field, text, most }, asker());
		expect(await suggest("by", "ja", 5)).toEqual(["Janet Yellen", "Jan Hill"]);
		expect(await suggest("by", "يل", 5)).toEqual(["جانيت يلين"]);
		expect(await suggest("by", "", 1)).toEqual(["Janet Yellen"]);
		expect(await suggest("outlet", "reu", 5)).toEqual(["Reuters"]);
		expect(await suggest("outlet", "unn", 5)).toEqual([]);
		expect(await suggest("topic", "nothing", 5)).toEqual([]);
	});
});
