import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer, Request } from "../../../src/domain/answer.ts";
import type { Claim } from "../../../src/domain/article.ts";
import type { Change } from "../../../src/domain/state/change-journal.ts";
import type { View } from "../../../src/domain/state/conversation.ts";
import type { RowKind } from "../../../src/domain/state/damaged.ts";
import type { Store } from "../../../src/domain/state/store.ts";
import { collectionSuite } from "./collections.ts";
import { damagedSuite } from "./damaged.ts";
import { digestSuite } from "./digests.ts";
import { feedbackSuite } from "./feedback.ts";
import { forgetSuite } from "./forget.ts";
import { installationSuite } from "./installations.ts";
import { sourceSuite } from "./sources.ts";
import { tokenSuite } from "./tokens.ts";
import { translationSuite } from "./translations.ts";

/** What no port offers: a disk, a hand or a restored copy writes something into a field. */
export type Spoil = (kind: RowKind, id: string, field: string, value: string) => Promise<void>;

/** A store that is empty at first, and what takes it away after the test. */
export type OpenedStore = { store: Store; spoil: Spoil; remove(): Promise<void> };

/** What every implementation of `Store` does, whichever database is behind it. */
export function storeSuite(name: string, open: () => Promise<OpenedStore>): void {
	describe(`a store: ${name}`, () => {
		let opened: OpenedStore;
		beforeEach(async () => {
			opened = await open();
		});
		afterEach(() => opened.remove());
		const store = () => opened.store;

		settings(store);
		views(store);
		threads(store);
		inbox(store);
		changes(store);
		digestSuite(store);
		sourceSuite(store);
		feedbackSuite(store);
		tokenSuite(store);
		forgetSuite(store);
		translationSuite(store);
		collectionSuite(store);
		installationSuite(store);
		damagedSuite(store, (...what) => opened.spoil(...what));
	});
}

function settings(store: () => Store): void {
	it("knows no settings of a scope that nobody set", async () => {
		expect(await store().settings.get("slack/T1")).toEqual({});
	});

	it("changes the fields that are given and takes back those that are null", async () => {
		const { settings } = store();
		await settings.put("slack/T1", { language: "ar", visibility: "channel" });
		await settings.put("slack/T1", { visibility: "private" });
		await settings.put("slack/T1/C1", { language: "en" });
		expect(await settings.get("slack/T1")).toEqual({ language: "ar", visibility: "private" });
		await settings.put("slack/T1", { language: null });
		expect(await settings.get("slack/T1")).toEqual({ visibility: "private" });
		expect(await settings.get("slack/T1/C1")).toEqual({ language: "en" });
	});

	it("tells what several scopes set, each in its place", async () => {
		const { settings } = store();
		await settings.put("slack/T1", { language: "ar", visibility: "channel" });
		await settings.put("slack/T1/C1", { visibility: "private" });
		expect(await settings.each(["slack/T1/C1", "slack/T2", "slack/T1"])).toEqual([
			{ visibility: "private" },
			{},
			{ language: "ar", visibility: "channel" },
		]);
		expect(await settings.each([])).toEqual([]);
	});
}

const request: Request = { command: "claims", text: "الطائرات «المسيّرة»", by: "o'hara; --" };

export function viewOf(id: string, at: number, change: Partial<View> = {}): View {
	const place = { article: "a1", passage: "p1", line: 3, start: 0, end: 9, stated: "c1" };
	return { id, request, answer: null, places: [place], at, ...change };
}

function views(store: () => Store): void {
	it("gives back a view as it was put, the request's own words and a whole answer among it", async () => {
		const { views } = store();
		const answer: Answer = {
			command: "claims",
			language: "ar",
			answered: false,
			heading: "عنوان \u2068x\u2069",
			items: [],
			notes: ["one"],
			actions: [{ kind: "more" }],
			total: 0,
			offset: 0,
		};
		await views.put(viewOf("v1", 5));
		await views.put(viewOf("v2", 6, { request: null, answer }));
		expect(await views.get("v1")).toEqual(viewOf("v1", 5));
		expect(await views.get("v2")).toEqual(viewOf("v2", 6, { request: null, answer }));
		expect(await views.get("v3")).toBeNull();
	});

	it("keeps where a view was shown, and to whom", async () => {
		const { views } = store();
		const home = { platform: "slack", space: null, channel: "D1", person: "U1" } as const;
		await views.put(viewOf("v1", 5, { home }));
		expect((await views.get("v1"))?.home).toEqual(home);
	});

	it("puts a view of a known id in the old one's place", async () => {
		const { views } = store();
		await views.put(viewOf("v1", 5));
		await views.put(viewOf("v1", 9, { places: [] }));
		expect(await views.get("v1")).toEqual(viewOf("v1", 9, { places: [] }));
	});

	it("drops the views that are older than a time, and says how many", async () => {
		const { views } = store();
		for (const at of [1, 2, 3]) await views.put(viewOf(`v${at}`, at));
		expect(await views.dropBefore(3)).toBe(2);
		expect(await views.get("v2")).toBeNull();
		expect(await views.get("v3")).not.toBeNull();
	});

	it("keeps everything of many writers at once", async () => {
		const { views } = store();
		const ids = Array.from({ length: 50 }, (_, n) => `v${n}`);
		await Promise.all(ids.map((id, n) => views.put(viewOf(id, n))));
		expect(await Promise.all(ids.map((id) => views.get(id)))).toEqual(
			ids.map((id, n) => viewOf(id, n)),
		);
	});
}

function threads(store: () => Store): void {
	it("keeps a thread's last question", async () => {
		const { threads } = store();
		await threads.put("slack/C1/1.2", request, 10);
		await threads.put("slack/C1/1.2", { ...request, text: "second" }, 20);
		expect(await threads.get("slack/C1/1.2", 0)).toEqual({ ...request, text: "second" });
		expect(await threads.get("slack/C1/1.3", 0)).toBeNull();
		const whole = { ...request, of: request, earlier: [{ ...request, text: "first" }] };
		await threads.put("slack/C1/1.2", whole, 30);
		expect(await threads.get("slack/C1/1.2", 0)).toEqual(whole);
	});

	it("gives no question that is older than what is asked for", async () => {
		const { threads } = store();
		await threads.put("t", request, 10);
		expect(await threads.get("t", 10)).toEqual(request);
		expect(await threads.get("t", 11)).toBeNull();
		expect(await threads.dropBefore(11)).toBe(1);
		expect(await threads.get("t", 0)).toBeNull();
	});
}

function inbox(store: () => Store): void {
	it("takes a delivery once", async () => {
		const { inbox } = store();
		expect(await inbox.begin("slack/E1", "one", 1)).toBe(true);
		expect(await inbox.begin("slack/E1", "one", 2)).toBe(false);
		await inbox.finish("slack/E1");
		expect(await inbox.begin("slack/E1", "one", 3)).toBe(false);
		expect(await inbox.begin("slack/E1", "two", 3)).toBe(false);
		expect(await inbox.begin("slack/E2", "one", 3)).toBe(true);
	});

	it("gives a delivery that a dead process began to the next one", async () => {
		const { inbox } = store();
		await inbox.begin("E1", "dead", 1);
		expect(await inbox.begin("E1", "next", 2)).toBe(true);
		expect(await inbox.begin("E1", "next", 3)).toBe(false);
	});

	it("takes a delivery again that its process gives back before it is finished", async () => {
		const { inbox } = store();
		await inbox.begin("E1", "one", 1);
		await inbox.release("E1", "two");
		expect(await inbox.begin("E1", "one", 2)).toBe(false);
		await inbox.release("E1", "one");
		expect(await inbox.begin("E1", "one", 3)).toBe(true);
		await inbox.finish("E1");
		await inbox.release("E1", "one");
		expect(await inbox.begin("E1", "one", 4)).toBe(false);
	});

	it("takes a delivery once, however many ask for it at once", async () => {
		const { inbox } = store();
		const asked = Array.from({ length: 20 }, () => inbox.begin("E1", "one", 1));
		expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
	});

	it("forgets old deliveries", async () => {
		const { inbox } = store();
		await inbox.begin("E1", "one", 1);
		await inbox.begin("E2", "one", 5);
		expect(await inbox.dropBefore(5)).toBe(1);
		expect(await inbox.begin("E1", "one", 6)).toBe(true);
		expect(await inbox.begin("E2", "one", 6)).toBe(false);
	});
}

function changes(store: () => Store): void {
	const gone: Claim = {
		id: "a1#c1",
		passage: "a1#p1",
		quote: "قال",
		source: { line: 1, start: 0, end: 3 },
		speaker: { name: "x", kind: "person" },
		via: [],
		act: "asserts",
		hedged: false,
		saidOn: { value: null, precision: "unknown", basis: "unknown" },
		about: [],
		topics: [],
	};
	const change = (article: string, more: Partial<Change> = {}): Omit<Change, "seq"> => ({
		at: 7,
		kind: "added",
		article,
		before: null,
		newClaims: [`${article}#c1`],
		goneClaims: [],
		...more,
	});

	it("numbers changes in the order in which they were noted", async () => {
		const { changes } = store();
		expect(await changes.last()).toBe(0);
		expect(await changes.after(0, 10)).toEqual([]);
		await changes.append([change("a1"), change("a2", { kind: "updated", goneClaims: [gone] })]);
		await changes.append([]);
		await changes.append([change("a3")]);
		expect(await changes.last()).toBe(3);
		expect(await changes.after(0, 2)).toEqual([
			{ seq: 1, ...change("a1") },
			{ seq: 2, ...change("a2", { kind: "updated", goneClaims: [gone] }) },
		]);
		expect((await changes.after(2, 10)).map(({ seq }) => seq)).toEqual([3]);
		expect(await changes.after(3, 10)).toEqual([]);
	});

	it("keeps what is said of an article that is gone", async () => {
		const { changes } = store();
		const head = {
			title: "T",
			outlet: null,
			url: null,
			published: { value: "2024-05", precision: "month", basis: "given" },
			language: "en",
			rendering: "verbatim",
			file: "a.txt",
		} as const;
		await changes.append([change("a1"), change("a1", { kind: "withdrawn", head })]);
		expect((await changes.after(1, 1))[0]?.head).toEqual(head);
	});

	it("passes over what another process noted before", async () => {
		const { changes } = store();
		const version = change("a1b", { kind: "updated", before: "a1" });
		const withdrawn = change("a2", { kind: "withdrawn" });
		await Promise.all([1, 2].map(() => changes.append([change("a1"), change("a2")])));
		await Promise.all([1, 2].map(() => changes.append([version])));
		await Promise.all([1, 2].map(() => changes.append([withdrawn])));
		const noted = await changes.after(0, 100);
		expect(noted.map(({ kind }) => kind)).toEqual(["added", "added", "updated", "withdrawn"]);
		expect(await changes.known()).toEqual(new Set(["a1b"]));
	});

	it("knows better than whoever passed a version by what an article was before", async () => {
		const { changes } = store();
		const since = ["a3", "a2", "a1"].map((id) => ({
			...{ id, newClaims: [`new since ${id}`] },
			goneClaims: [{ ...gone, id: `gone since ${id}` }],
		}));
		await changes.append([change("a1"), change("a2", { before: "a1", kind: "updated" })]);
		// Neither of the two saw the version that is noted.
		await changes.append([{ ...change("a4"), since }]);
		await changes.append([{ ...change("a4", { before: "a1", kind: "updated" }), since }]);
		expect((await changes.after(2, 10)).map(({ seq: _, ...noted }) => noted)).toEqual([
			change("a4", {
				...{ kind: "updated", before: "a2", newClaims: ["new since a2"] },
				goneClaims: [{ ...gone, id: "gone since a2" }],
			}),
		]);
		expect(await changes.known()).toEqual(new Set(["a4"]));
	});

	it("tells nothing twice where a version is noted behind the one that followed it", async () => {
		const { changes } = store();
		const version = change("a2", { kind: "updated", before: "a1", goneClaims: [gone] });
		await changes.append([change("a2")]);
		await changes.append([change("a1")]);
		await Promise.all([1, 2].map(() => changes.append([version])));
		const noted = (await changes.after(0, 10)).map(({ seq: _, ...one }) => one);
		expect(noted).toEqual([change("a2"), change("a1"), { ...version, newClaims: [] }]);
		expect(await changes.known()).toEqual(new Set(["a2"]));
	});

	it("leaves out what may be over since it was seen, and says so", async () => {
		const { changes } = store();
		await changes.append([change("a1"), change("b1")]);
		const asOf = await changes.last();
		await changes.append([change("a2", { kind: "updated", before: "a1" })]);
		// Seen before: a1 is there, and gone; b1 is gone, c1 has come.
		expect(await changes.append([change("a1")], asOf)).toBe(false);
		expect(await changes.append([change("a2", { kind: "withdrawn" })], asOf)).toBe(false);
		const seen = [change("b1", { kind: "withdrawn" }), change("a1"), change("c1")];
		expect(await changes.append(seen, asOf)).toBe(false);
		expect(await changes.known()).toEqual(new Set(["a2", "c1"]));
		// Nobody noted d1 before d2 took its place.
		const since = [{ id: "d1", newClaims: [], goneClaims: [] }];
		await changes.append([{ ...change("d2"), since }]);
		expect(await changes.append([change("d1")], asOf)).toBe(false);
		// What is noted already is not over, nor is what becomes of an article that stays.
		expect(await changes.append([change("a2"), change("a2", { kind: "updated" })], asOf)).toBe(
			true,
		);
		expect(await changes.append([change("a3", { before: "a2" })], await changes.last())).toBe(true);
		expect((await changes.after(asOf, 10)).map(({ article }) => article)).toEqual([
			...["a2", "b1", "c1", "d2", "a2", "a3"],
		]);
	});

	it("notes that an article was withdrawn or that its page is gone once, until something else becomes of it", async () => {
		const { changes } = store();
		const head = {
			...{ title: "T", outlet: null, url: null, file: "f" },
			language: "en" as const,
			rendering: "verbatim" as const,
			published: { value: null, precision: "unknown" as const, basis: "unknown" as const },
		};
		const marked = (kind: "gone" | "withdrawn") =>
			change("a1", {
				kind: "marked",
				goneClaims: [gone],
				head: { ...head, standing: { kind, day: "2024-05-03", basis: "noticed" } },
			});
		await changes.append([change("a1"), marked("gone"), marked("gone")]);
		await changes.append([marked("gone")]);
		await changes.append([marked("withdrawn")]);
		await changes.append([change("a1", { kind: "updated" }), marked("withdrawn")]);
		const noted = await changes.after(0, 10);
		expect(noted.map(({ kind, head }) => head?.standing?.kind ?? kind)).toEqual([
			...["added", "gone", "withdrawn", "updated", "withdrawn"],
		]);
		expect(await changes.known()).toEqual(new Set(["a1"]));
	});

	it("knows the articles that were noted and not withdrawn, under the id that they have now", async () => {
		const { changes } = store();
		await changes.append([change("a1"), change("a2"), change("a3")]);
		await changes.append([
			change("a2b", { kind: "updated", before: "a2" }),
			change("a3", { kind: "withdrawn" }),
			change("a1", { kind: "updated" }),
		]);
		expect(await changes.known()).toEqual(new Set(["a1", "a2b"]));
	});

	it("tells who watches of an append, until they do no more", async (context) => {
		const { changes } = store();
		const { watch } = changes;
		context.skip(!watch, "this store gives no hint, and who needs to know looks by itself");
		let heard = 0;
		const unwatch = watch?.(() => heard++);
		// A hint may come late, and fails to come while the connection for it is made.
		for (let n = 0; heard === 0 && n < 200; n++) {
			await changes.append([change(`heard${n}`)]);
			await new Promise((resolve) => setTimeout(resolve, 10));
		}
		expect(heard).toBeGreaterThan(0);
		unwatch?.();
		const before = heard;
		await changes.append([change("unheard")]);
		await new Promise((resolve) => setTimeout(resolve, 300));
		expect(heard).toBe(before);
	});

	it("gives each of many writers at once numbers of its own", async () => {
		const { changes } = store();
		await Promise.all(
			Array.from({ length: 20 }, (_, n) => changes.append([change(`x${n}`), change(`y${n}`)])),
		);
		const seqs = (await changes.after(0, 100)).map(({ seq }) => seq);
		expect(seqs).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
	});
}
