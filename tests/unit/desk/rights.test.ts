import { describe, expect, it } from "vitest";
import type { CommandFamily } from "../../../src/desk/commands.ts";
import type { Asker, Desk, Incoming } from "../../../src/domain/chat.ts";
import type { Place } from "../../../src/domain/place.ts";
import { memoryStore } from "../../../src/storage/memory/store.ts";
import { deskOf } from "../../desk.ts";
import { article, claim } from "../answers/doubles.ts";

function corpus() {
	const of = article("of", ["The harbour strike is over, Mayor Hill said."]);
	claim(of, 1, "The harbour strike is over", { speaker: { name: "Mayor Hill", kind: "person" } });
	return [of];
}

/** What a family does is its own matter: here it says that it was let through. */
const family = (open: readonly string[]): CommandFamily => ({
	handles: (text) => text !== "",
	isOpen: (text) => open.includes(text.split(" ")[0] ?? ""),
	run: async (_text, _asker, language) => ({
		kind: "notice",
		notice: { code: "done", language, title: "", lines: ["done"], examples: [] },
	}),
});

const place = (more: Partial<Place> = {}): Place => ({
	...{ platform: "discord", space: "G1", channel: "C1", thread: null },
	...more,
});
const places = {
	channel: place(),
	thread: place({ thread: "T1" }),
	"named channel": place({ channel: "C9" }),
	"other guild": place({ space: "G2", channel: "C2" }),
	direct: place({ space: null, channel: "D1" }),
} as const;
type PlaceName = keyof typeof places;

const roles: Record<string, Pick<Asker, "person" | "admin" | "cannotPost">> = {
	person: { person: "P1", admin: false },
	administrator: { person: "P2", admin: true },
	operator: { person: "P3", admin: false },
	"administrator who brought the bot along": { person: "P4", admin: true, cannotPost: "no_member" },
	"operator who brought the bot along": { person: "P3", admin: false, cannotPost: "no_member" },
};
type RoleName = keyof typeof roles;
const operators = new Set(["discord:P3", "discord:C9"]);

/** Who may manage and operate where, by hand: `true` everywhere, or in these places. */
const may: Record<string, Record<"manage" | "operate", true | readonly PlaceName[]>> = {
	person: { manage: ["named channel"], operate: ["named channel"] },
	administrator: { manage: true, operate: ["named channel"] },
	operator: { manage: true, operate: true },
	"administrator who brought the bot along": { manage: [], operate: ["named channel"] },
	"operator who brought the bot along": { manage: [], operate: true },
};

type Right = "open" | "manage" | "operate";
const command = (name: string, text = ""): Incoming => ({ kind: "command", name, text });
const commands: [what: string, Incoming, Right][] = [
	["/ask", command("ask", "who ended the harbour strike?"), "open"],
	["/claims", command("claims", "harbour strike"), "open"],
	["/timeline", command("timeline", "harbour strike"), "open"],
	["/search", command("search", "harbour strike"), "open"],
	["/who", command("who", "Hill"), "open"],
	["/help", command("help"), "open"],
	["/settings", command("settings"), "open"],
	["/settings language:ar", command("settings", "language:ar"), "open"],
	["/settings channel language:ar", command("settings", "channel language:ar"), "manage"],
	["/isnad settings channel …", command("isnad", "settings channel language:ar"), "manage"],
	["/isnad channel language:ar", command("isnad", "channel language:ar"), "manage"],
	["/digest list", command("digest", "list"), "open"],
	["/digest subscribe", command("digest", "subscribe strike"), "manage"],
	["/digest pause", command("digest", "pause 1"), "manage"],
	["/digest unsubscribe", command("digest", "unsubscribe 1"), "manage"],
	["/نشرة", command("نشرة", "subscribe strike"), "manage"],
	["/sources", command("sources"), "open"],
	["/sources list", command("sources", "list"), "open"],
	["/sources add", command("sources", "add https://news.example.org"), "operate"],
	["a typed digest", { kind: "message", text: "/digest subscribe strike" }, "manage"],
	["a typed source", { kind: "message", text: "/sources add https://news.example.org" }, "operate"],
];
const refusals = ["not_allowed_manage", "not_allowed_operate", "not_at_home"];

function made(): Promise<Desk> {
	const parts = { operators, digests: family(["list"]), sources: family(["list"]) };
	return deskOf(corpus(), { ...parts, store: memoryStore() });
}

async function refusedBy(desk: Desk, incoming: Incoming, asker: Asker): Promise<string | null> {
	const reply = await desk.reply(incoming, asker);
	return reply.kind === "notice" && refusals.includes(reply.notice.code) ? reply.notice.code : null;
}

describe.each(commands)("%s", (_what, incoming, right) => {
	it.each(Object.keys(roles))("by %s", async (role: RoleName) => {
		const desk = await made();
		const who = roles[role];
		if (!who) throw new Error("no such role");
		for (const [name, at] of Object.entries(places)) {
			const where = right === "open" || (may[role]?.[right] ?? []);
			const allowed = where === true || where.includes(name as PlaceName);
			const refusal = right === "manage" && who.cannotPost ? "not_at_home" : `not_allowed_${right}`;
			const found = await refusedBy(desk, incoming, { ...who, place: at });
			expect([name, found]).toEqual([name, allowed ? null : refusal]);
		}
	});
});

describe("at the console", () => {
	it.each(commands)("%s is the operator's", async (_what, incoming) => {
		const console = { platform: "console", space: null, channel: "console", thread: null } as const;
		const asker = { person: "console", admin: false, place: console };
		expect(await refusedBy(await made(), incoming, asker)).toBeNull();
	});
});

describe("an answer's buttons", () => {
	const asker = (at: Place, person = "P1"): Asker => ({ place: at, person, admin: true });
	const entry = { what: "hide_claim", value: "", act: "", why: "it is not so" };
	const uses = (view: string): [what: string, Incoming][] => [
		["more", { kind: "more", view }],
		["check", { kind: "check_quote", view, item: 0 }],
		["share", { kind: "share", view }],
		["narrow", { kind: "narrow", view, filters: { by: "Hill" } }],
		["wrong", { kind: "wrong", view, item: 0, entry }],
		["a thumb", { kind: "vote", view, vote: "right" }],
		["a thumb's form", { kind: "vote", view, vote: "wrong", entry: { reason: "day", note: "x" } }],
	];
	/** Which of the uses find no such answer. */
	async function lost(of: Place, at: Place, person: string): Promise<string[]> {
		const store = memoryStore();
		const keeper = { stored: corpus, keep: () => Promise.reject(new Error("never")) };
		const desk = await deskOf(corpus(), {
			...{ store, feedback: store.feedback, corrections: keeper },
			operators: new Set(["discord:P1", "discord:P7"]),
		});
		const shown = await desk.reply(command("claims", "harbour strike"), asker(of));
		if (shown.kind !== "answer") throw new Error(shown.kind);
		const out: string[] = [];
		const by = asker(at, person);
		for (const [what, incoming] of uses(shown.view)) {
			const reply = await desk.reply(incoming, by);
			if (reply.kind === "notice" && reply.notice.code === "view_gone") out.push(what);
		}
		const { view } = shown;
		if (!(await desk.request(view, by))) out.push("the form to narrow");
		if (!(await desk.voteForm(view, by))) out.push("the form of a thumb");
		if (!(await desk.wrongForm(view, 0, by))) out.push("the form to correct");
		const kept = await store.feedback.page(null, 9);
		expect(kept).toHaveLength(out.includes("a thumb") ? 0 : 1);
		return out;
	}
	const all = [
		...uses("").map(([what]) => what),
		...["the form to narrow", "the form of a thumb", "the form to correct"],
	];

	it.each([
		["its channel", places.channel, places.channel, "P7"],
		["a thread of its channel", places.channel, places.thread, "P7"],
		["another channel of the guild", places.channel, places["named channel"], "P7"],
		["the direct messages of who asked", places.channel, places.direct, "P1"],
		["the same direct message", places.direct, places.direct, "P1"],
		["a guild, by who asked directly", places.direct, places.channel, "P1"],
	])("work in %s", async (_where, of, at, person) => {
		expect(await lost(of, at, person)).toEqual([]);
	});

	it.each([
		["another guild", places.channel, places["other guild"], "P7"],
		["a stranger's direct messages", places.channel, place({ space: null, channel: "D7" }), "P7"],
		["another platform", places.channel, place({ platform: "slack" }), "P1"],
		["a guild, where it was said to one person", places.direct, places.channel, "P7"],
	])("are forged in %s", async (_where, of, at, person) => {
		const found = await lost(of, at, person);
		// On the other platform nobody here is an operator, who is told that first.
		const wanted = at.platform === "slack" ? all.filter((what) => what !== "wrong") : all;
		expect(found).toEqual(wanted);
	});

	it("work where it was shown before places were kept", async () => {
		const store = memoryStore();
		const desk = await deskOf(corpus(), { store });
		const shown = await desk.reply(command("claims", "harbour strike"), asker(places.channel));
		if (shown.kind !== "answer") throw new Error(shown.kind);
		const view = await store.views.get(shown.view);
		if (!view) throw new Error("no view");
		const { home: _, ...old } = view;
		await store.views.put(old);
		const elsewhere = asker(places["other guild"], "P7");
		expect((await desk.reply({ kind: "share", view: old.id }, elsewhere)).kind).toBe("answer");
	});
});
