import { beforeEach, describe, expect, it } from "vitest";
import { ChatReader } from "../../../../src/desk/chat-reader.ts";
import { DigestCommands } from "../../../../src/digest/commands/commands.ts";
import type { Asker, Notice } from "../../../../src/domain/chat.ts";
import type { Subscription } from "../../../../src/domain/digest.ts";
import { type DigestEntry, digestOrder } from "../../../../src/domain/forms.ts";
import type { Store } from "../../../../src/domain/state/store.ts";
import { memoryStore } from "../../../../src/storage/memory/store.ts";
import { type MemoryTables, memoryTables } from "../../../../src/storage/memory/tables.ts";
import { say } from "../../answers/doubles.ts";
import { emptyAnswer } from "../world.ts";

// Monday morning in Riyadh, an hour behind in Berlin.
const now = Date.UTC(2024, 4, 6, 4, 0);
const place = { platform: "slack", space: "T1", channel: "C1", thread: "1.2" } as const;
const ann: Asker = { place, person: "U1", admin: true, timeZone: "Asia/Riyadh" };
let store: Store;
let tables: MemoryTables;
let commands: DigestCommands;
let written: Subscription[];
beforeEach(() => {
	tables = memoryTables();
	store = memoryStore(tables);
	written = [];
	let ids = 0;
	const reader = new ChatReader(say);
	commands = new DigestCommands({
		store,
		write: async (subscription) => {
			written.push(subscription);
			return { answer: { ...emptyAnswer, command: "digest" }, news: false, upTo: 0 };
		},
		question: (text) => reader.question("claims", text),
		say,
		now: () => now,
		newId: () => `Ab_-${String(++ids).padStart(8, "0")}`,
		most: 3,
	});
});

async function told(
	text: string,
	asker: Asker = ann,
	language: "en" | "ar" = "en",
): Promise<Notice> {
	const reply = await commands.run(text, asker, language);
	if (!("kind" in reply) || reply.kind !== "notice") throw new Error("no notice");
	return reply.notice;
}

async function subscribed(text: string, asker: Asker = ann): Promise<Subscription> {
	expect((await told(`subscribe ${text}`, asker)).code).toBe("digest_subscribed");
	const last = (await store.subscriptions.ofChannel("slack", "C1")).at(-1);
	if (!last) throw new Error("nothing kept");
	return last;
}

describe("subscribe", () => {
	it("keeps topic, filters, time, zone, days, language and channel", async () => {
		const typed =
			'"china drones" at:07:30 zone:Europe/Berlin days:mon-fri lang:ar empty:skip by:"Janet Yellen" stance:denied';
		expect(await subscribed(typed)).toEqual({
			id: "ab0000000001",
			place: { ...place, thread: null },
			maker: "U1",
			request: {
				command: "claims",
				text: "china drones",
				by: "Janet Yellen",
				stance: "denies",
			},
			language: "ar",
			when: "daily",
			at: "07:30",
			zone: "Europe/Berlin",
			days: ["mon", "tue", "wed", "thu", "fri"],
			empty: "skip",
			paused: null,
			createdAt: now,
			from: "2024-05-06",
			since: 0,
			lastDay: null,
			nextDue: Date.UTC(2024, 4, 6, 5, 30),
		});
	});

	it("takes zone and language from the person, every day at eight, where nothing is said", async () => {
		const made = await subscribed("الطائرات المسيّرة");
		expect(made).toMatchObject({ zone: "Asia/Riyadh", at: "08:00", language: "ar", empty: "say" });
		expect(made.days).toHaveLength(7);
		expect(await subscribed("drones")).toMatchObject({ language: "en" });
		const arab: Asker = { ...ann, language: "ar" };
		expect(await subscribed("by:Yellen", arab)).toMatchObject({ language: "ar" });
	});

	it("begins after what is in the corpus, on the first day whose time has not come", async () => {
		await store.changes.append([
			{ at: 1, kind: "added", article: "a", before: null, newClaims: [], goneClaims: [] },
		]);
		// It is seven in Riyadh.
		expect(await subscribed("drones at:07:30")).toMatchObject({ since: 1, from: "2024-05-06" });
		expect(await subscribed("drones at:6")).toMatchObject({ from: "2024-05-07" });
	});

	it("says what it will do, and when the first one comes", async () => {
		const { lines } = await told("subscribe drones at:07:30 days:sat,mon");
		const text = lines.join(" ");
		expect(text).toContain("drones");
		expect(text).toContain("Saturday, Monday at 07:30");
		expect(text).toContain("Asia/Riyadh");
		expect(text).toContain("Monday, 6 May 2024");
	});

	it("names the first chosen day, however far ahead", async () => {
		expect((await told("subscribe drones days:sun")).lines[1]).toContain(
			"Sunday, 12 May 2024, 08:00",
		);
		expect((await told("list", ann, "ar")).lines[0]).toContain("الأحد، 12 مايو 2024، 08:00");
	});

	it("is understood in Arabic", async () => {
		const typed =
			"اشترك الطائرات في:٧:٣٠ منطقة:Asia/Amman أيام:السبت-الأربعاء لغة:الإنجليزية فارغ:تجاوز";
		const notice = await told(typed, ann, "ar");
		expect(notice).toMatchObject({ code: "digest_subscribed", language: "ar" });
		expect((await store.subscriptions.ofChannel("slack", "C1"))[0]).toMatchObject({
			request: { text: "الطائرات" },
			at: "07:30",
			zone: "Asia/Amman",
			days: ["sat", "sun", "mon", "tue", "wed"],
			language: "en",
			empty: "skip",
		});
	});

	it.each([
		["subscribe", "digest_needs_topic"],
		["subscribe at:07:30", "digest_needs_topic"],
		["subscribe *x* @everyone at:07:30", "digest_needs_topic"],
		[`subscribe ${"x".repeat(201)}`, "digest_topic_too_long"],
		["subscribe drones at:25:00", "digest_bad_time"],
		["subscribe drones at:noon", "digest_bad_time"],
		["subscribe drones days:monday-someday", "digest_bad_days"],
		["subscribe drones zone:Asia/Atlantis", "digest_bad_zone"],
		["subscribe drones zone:../../etc/passwd", "digest_bad_zone"],
		["subscribe drones lang:fr", "digest_bad_language"],
		["subscribe drones empty:maybe", "digest_bad_empty"],
	])("refuses %s, and says how to write it", async (text, code) => {
		for (const language of ["en", "ar"] as const) {
			const notice = await told(text, ann, language);
			expect(notice.code).toBe(code);
			expect(notice.lines.join("")).not.toContain("digest.");
			expect(notice.examples.length).toBeGreaterThan(0);
		}
		expect(await store.subscriptions.page("", 9)).toEqual([]);
	});

	it("asks for the zone where nothing tells it, and takes the channel's after that", async () => {
		const { timeZone, ...stranger } = ann;
		expect((await told("subscribe drones", stranger)).code).toBe("digest_needs_zone");
		await subscribed("drones zone:cairo", stranger);
		expect(await subscribed("tanks", stranger)).toMatchObject({ zone: "Africa/Cairo" });
	});

	it("adds neither the same one twice nor more than a channel may have", async () => {
		await subscribed("drones");
		expect((await told("subscribe drones")).code).toBe("digest_exists");
		await subscribed("tanks");
		await subscribed("ships");
		const full = await told("subscribe planes");
		expect(full.code).toBe("digest_too_many");
		expect(full.lines.join("")).toContain("3 digests");
		const elsewhere = { ...ann, place: { ...place, channel: "C2" } };
		expect((await told("subscribe planes", elsewhere)).code).toBe("digest_subscribed");
	});
});

describe("told at once", () => {
	it("needs no time and no zone, and says how often at most", async () => {
		const { timeZone, ...stranger } = ann;
		const made = await subscribed("drones by:yellen when:now", stranger);
		expect(made).toMatchObject({ when: "now", zone: "UTC", nextDue: now });
		const { lines } = await told("subscribe ships when:now");
		expect(lines.join(" ")).toMatch(/at once, at most 6 an hour.*within a minute.*6 times an hour/);
		expect((await told("list")).lines[0]).toContain("at once, at most 6 an hour");
		expect((await told("اشترك السفن متى:فورا", ann, "ar")).lines.join(" ")).toContain("6 مرات");
	});

	it("is there beside the daily one of the same topic, but not twice", async () => {
		await subscribed("drones");
		expect((await told("subscribe drones when:now")).code).toBe("digest_subscribed");
		expect((await told("subscribe drones when:now zone:UTC")).code).toBe("digest_exists");
		expect((await told("subscribe drones when:soon")).code).toBe("digest_bad_when");
	});
});

describe("a digest that is changed", () => {
	const edited = async (text: string) => {
		const [one] = await store.subscriptions.ofChannel("slack", "C1");
		const before = one as Subscription;
		const notice = await told(text);
		return { before, notice, after: await store.subscriptions.get(before.id) };
	};

	it("keeps its id, what it was told, and everything that is not said", async () => {
		await subscribed('"china drones" by:Yellen at:07:30 days:mon-fri lang:ar empty:skip');
		const { before, notice, after } = await edited("edit 1 at:09:15");
		expect(notice).toMatchObject({ code: "digest_changed" });
		expect(notice.lines[0]).toContain("09:15");
		expect(after).toEqual({ ...before, at: "09:15", nextDue: now });
	});

	it("is named by its whole topic before a number at its head", async () => {
		await subscribed("china");
		await subscribed("1 may protests");
		await told("edit 1 may protests at:09:00");
		const all = await store.subscriptions.ofChannel("slack", "C1");
		expect(all.map(({ request, at }) => [request.text, at === "09:00"])).toEqual([
			["china", false],
			["1 may protests", true],
		]);
	});

	it.each([
		["edit 1 ships", { request: { command: "claims", text: "ships" } }],
		["edit ships", { request: { command: "claims", text: "ships" } }],
		[
			"edit 1 outlet:Reuters",
			{ request: { command: "claims", text: "drones", by: "Hill", outlet: "Reuters" } },
		],
		["edit 1 by:Yellen", { request: { command: "claims", text: "drones", by: "Yellen" } }],
		["edit 1 topic:«by:Yellen»", { request: { command: "claims", text: "", by: "Yellen" } }],
		["edit 1 zone:Europe/Berlin lang:ar", { zone: "Europe/Berlin", language: "ar" }],
		["edit 1 when:now", { when: "now" }],
		["عدل 1 أيام:الأحد فارغ:تجاوز", { days: ["sun"], empty: "skip" }],
	])("%s", async (text, change) => {
		await subscribed("drones by:Hill");
		const { before, after } = await edited(text);
		expect(after).toMatchObject({ id: before.id, since: before.since, ...change });
	});

	it("is left as it was where something cannot be read", async () => {
		await subscribed("drones");
		for (const [text, code] of [
			["edit 1 at:25:00", "digest_bad_time"],
			["edit 1 ships days:someday", "digest_bad_days"],
			["edit 1 zone:Mars", "digest_bad_zone"],
			["edit 7 at:08:00", "digest_unknown"],
			["edit 1", "digest_edit_what"],
		] as const) {
			const { before, notice, after } = await edited(text);
			expect([notice.code, after]).toEqual([code, before]);
		}
		await subscribed("ships");
		expect((await told("edit at:08:00")).code).toBe("digest_which");
		expect((await told("edit 2 drones")).code).toBe("digest_exists");
		expect(commands.isOpen("edit 1")).toBe(false);
	});

	it("does not tell a day again that was told at another time", async () => {
		const { id } = await subscribed("drones at:06:00");
		const key = `${id}-20240506`;
		const due = { key, subscription: id, platform: "slack", channel: "C1" } as const;
		await store.deliveries.plan(
			{ ...due, day: "2024-05-06", due: 1, missedFrom: null, missed: 0 },
			1,
		);
		const { notice, after } = await edited("edit 1 at:18:00");
		expect(after).toMatchObject({ from: "2024-05-07" });
		expect(notice.lines[1]).toContain("7 May 2024, 18:00");
	});

	it("has a form: filled as it is, or with what was typed and could not be taken", async () => {
		const one = await subscribed('"china drones" by:"Janet Yellen" at:07:30 days:mon,sat');
		const form = await commands.form("edit 1", ann, "en");
		expect(form?.entry).toEqual({
			...{ topic: 'china drones by:"Janet Yellen"', when: "daily", at: "07:30", days: "sat,mon" },
			...{ zone: "Asia/Riyadh", language: "en", empty: "say" },
		});
		const entry = form?.entry as DigestEntry;
		const sent = digestOrder(one.id, { ...entry, at: "25:99", topic: 'a «b» by:"X Y"' });
		expect(await commands.problem(sent, ann, "en")).toMatchObject({ field: "at" });
		expect(await commands.run(sent, ann, "en")).toMatchObject({ draft: sent });
		const again = await commands.form(sent, ann, "en", true);
		expect(again).toMatchObject({ of: one.id, entry: { at: "25:99", topic: 'a "b" by:"X Y"' } });
		expect(await store.subscriptions.get(one.id)).toEqual(one);
		const good = digestOrder(one.id, { ...entry, topic: 'ships by:"X Y"' });
		expect(await commands.problem(good, ann, "en")).toBeNull();
		await told(good);
		expect(await store.subscriptions.get(one.id)).toMatchObject({
			request: { command: "claims", text: "ships", by: "X Y" },
		});
		await told(`unsubscribe ${one.id}`);
		const left = await subscribed("tugs");
		expect((await told(sent)).code).toBe("digest_unknown");
		expect(await store.subscriptions.get(left.id)).toEqual(left);
		for (const text of ["list", "edit 1 at:08:00", "subscribe drones", "edit 9"])
			expect(await commands.form(text, ann, "en")).toBeNull();
		expect(await commands.form("subscribe", ann, "ar")).toMatchObject({ of: null, language: "ar" });
	});
});

it.each(["no_member", "not_allowed"] as const)(
	"is refused with the reason where the bot cannot post: %s",
	async (cannotPost) => {
		await subscribed("drones");
		const there: Asker = { ...ann, cannotPost };
		for (const text of ["subscribe ships", "edit 1 at:09:00", "resume 1"]) {
			const notice = await told(text, there);
			expect(notice.code).toBe("digest_cannot_post");
			expect(notice.lines[0]).toMatch(cannotPost === "no_member" ? /no member/ : /may not write/);
		}
		expect((await told("pause 1", there)).code).toBe("digest_pausing");
		expect(await commands.form("subscribe", there, "en")).toBeNull();
		expect(await store.subscriptions.ofChannel("slack", "C1")).toHaveLength(1);
	},
);

describe("looking after digests", () => {
	it("lists those of this channel with when the next one comes", async () => {
		expect((await told("list")).code).toBe("digest_none");
		await subscribed("drones at:07:30");
		await subscribed('tanks by:"Sergei Shoigu"');
		const { lines } = await told("list");
		expect(lines).toHaveLength(2);
		expect(lines[0]).toMatch(/^1\. \u2068drones\u2069: every day at 07:30/);
		expect(lines[1]).toContain('tanks by:"Sergei Shoigu"');
		const elsewhere = { ...ann, place: { ...place, channel: "C2" } };
		expect((await told("list", elsewhere)).code).toBe("digest_none");
	});

	it("pauses, resumes and ends the one that is named by number, topic or id", async () => {
		const one = await subscribed("drones");
		const two = await subscribed("tanks");
		expect((await told("pause 2")).code).toBe("digest_pausing");
		expect(await store.subscriptions.get(two.id)).toMatchObject({ paused: "asked" });
		expect((await told("list")).lines[1]).toContain("Paused.");
		expect((await told("استأنف tanks", ann, "ar")).code).toBe("digest_resumed");
		expect(await store.subscriptions.get(two.id)).toMatchObject({ paused: null, nextDue: now });
		expect((await told(`unsubscribe ${one.id}`)).code).toBe("digest_ended");
		expect(await store.subscriptions.get(one.id)).toBeNull();
	});

	it("needs no name where there is only one, and asks where there are more", async () => {
		expect((await told("pause")).code).toBe("digest_none");
		await subscribed("drones");
		expect((await told("pause")).code).toBe("digest_pausing");
		await subscribed("tanks");
		const which = await told("pause");
		expect(which.code).toBe("digest_which");
		expect(which.lines).toHaveLength(3);
		expect((await told("pause 7")).code).toBe("digest_unknown");
		expect((await told("pause planes")).code).toBe("digest_unknown");
	});

	it("goes on from tomorrow where today's time has passed", async () => {
		const one = await subscribed("drones at:06:00");
		await told("pause");
		await told("resume");
		expect(await store.subscriptions.get(one.id)).toMatchObject({ from: "2024-05-07" });
	});

	it("shows what the next one would say, and posts and moves nothing", async () => {
		const one = await subscribed("drones");
		const reply = await commands.run("preview", ann, "en");
		expect(reply).toMatchObject({ answer: { command: "digest" } });
		expect("answer" in reply && reply.answer.notes[0]).toContain("preview");
		expect(written).toEqual([one]);
		expect(await store.subscriptions.get(one.id)).toEqual(one);
	});

	it("tells of the last days, and of each that did not go out why", async () => {
		const one = await subscribed("drones");
		const days = [
			["2024-05-03", { state: "sent", message: "m" }],
			["2024-05-04", { state: "skipped", reason: "nothing_new" }],
			["2024-05-05", { state: "failed", reason: "invalid_blocks" }],
		] as const;
		for (const [day, end] of days) {
			const key = `${one.id}-${day.replaceAll("-", "")}`;
			const planned = { key, subscription: one.id, platform: "slack", channel: "C1", day } as const;
			await store.deliveries.plan(
				{ ...planned, missedFrom: null, missed: day.endsWith("3") ? 2 : 0, due: 1 },
				1,
			);
			await store.deliveries.claim(key, "L", 1, 9);
			await store.deliveries.finish(key, "L", 2, end);
		}
		const { lines } = await told("status");
		expect(lines).toEqual([
			expect.stringContaining("drones"),
			"Sunday, 5 May 2024: not sent, because the platform said: invalid_blocks.",
			"Saturday, 4 May 2024: not sent, because nothing was new.",
			"Friday, 3 May 2024: sent. It made up for 2 missed days.",
		]);
		expect((await told("حالة", ann, "ar")).lines.join(" ")).toContain("إذ لا جديد");
	});

	it("explains itself where it is not told what to do", async () => {
		for (const text of ["", "what"]) expect((await told(text)).code).toBe("digest_help");
	});
});

it("lets everybody look and nobody else change", () => {
	const open = ["list", "preview 1", "status", "قائمة", "معاينة", "", "what"];
	expect(open.filter((text) => !commands.isOpen(text))).toEqual([]);
	const closed = ["subscribe x", "pause", "resume 1", "unsubscribe", "اشترك", "أوقف", "ألغ 2"];
	expect(closed.filter((text) => commands.isOpen(text))).toEqual([]);
});

describe("a digest whose row cannot be read", () => {
	it("is shown by status and list in both languages, beside those that go on, and can be ended", async () => {
		const bad = await subscribed("quays at:07:30 zone:Asia/Riyadh");
		const good = await subscribed("drones at:08:30 zone:Asia/Riyadh");
		Object.assign(tables.subscriptions.get(bad.id) ?? {}, { zone: "Mars/Base" });
		for (const [language, words] of [
			["en", "cannot be read"],
			["ar", "لا يمكن قراءته"],
		] as const)
			for (const verb of ["status", "list"]) {
				const { lines } = await told(verb, ann, language);
				expect(lines[0]).toContain(good.request.text);
				expect(lines.at(-1)).toContain(words);
				expect(lines.at(-1)).toContain(bad.id);
				expect(lines.at(-1)).toContain("zone");
			}
		expect((await told("pause 1")).code).toBe("digest_pausing");
		expect((await told(`unsubscribe ${bad.id}`)).code).toBe("digest_ended");
		expect((await told("status")).lines.join()).not.toContain(bad.id);
		expect(await store.subscriptions.ofChannel("slack", "C1")).toHaveLength(1);
	});

	it("is not called none where it is the only one", async () => {
		const bad = await subscribed("quays at:07:30 zone:Asia/Riyadh");
		Object.assign(tables.subscriptions.get(bad.id) ?? {}, { request: "{" });
		for (const verb of ["status", "list"]) {
			const { code, lines } = await told(verb);
			expect([code, lines.length]).toEqual([`digest_${verb}`, 1]);
		}
	});
});
