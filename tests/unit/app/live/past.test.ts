import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { layOut } from "../../../../adapters/console/layout.ts";
import { layOutQuotation } from "../../../../adapters/console/notice.ts";
import { readConfig } from "../../../../src/app/config.ts";
import { CorpusIntake } from "../../../../src/app/live/corpus-intake.ts";
import { CorpusJournal } from "../../../../src/app/live/journal.ts";
import type { Extraction } from "../../../../src/app/load/extraction.ts";
import { createApp } from "../../../../src/app/serving/app.ts";
import { openCorpus } from "../../../../src/corpus/index.ts";
import { gather } from "../../../../src/digest/contents/gather-changes.ts";
import type { Answer, ClaimItem } from "../../../../src/domain/answer.ts";
import { noMetrics } from "../../../../src/domain/metrics.ts";
import { placeOf } from "../../../../src/domain/state/conversation.ts";
import type { TakeOrder } from "../../../../src/sources/intake-port.ts";
import { memoryStore } from "../../../../src/storage/memory/store.ts";
import { rememberingExtraction, shippedAnswering } from "../../../extraction.ts";

let extraction: Promise<Extraction>;
beforeAll(() => {
	extraction = rememberingExtraction();
});

const address = "https://harbour-post.example/news/ferry.html";
const rest = [
	"The ferry Corvina had left the island of Maddra shortly after midnight with 340 passengers on board.",
	"Divers searched the wreck until noon, and the harbour of Maddra stayed closed for the whole day.",
];
const first =
	"The ferry Corvina capsized off Maddra and 12 people died, the governor Ilse Tarn said.";
const edited =
	"The ferry Corvina capsized off Maddra and 21 people died, the governor Ilse Tarn said.";
const notice =
	"Correction: an earlier version of this article said 12 people had died; the number is 21.";

const pageOf = (...paragraphs: string[]) =>
	`<html><head><title>Ferry capsizes off Maddra</title></head><body><main><h1>Ferry capsizes off Maddra</h1>${paragraphs
		.map((text) => `<p>${text}</p>`)
		.join("")}</main></body></html>`;

const orderOf = (replaces: string | null, paragraphs: readonly string[]): TakeOrder => ({
	pages: [
		{
			key: "k",
			page: {
				address,
				format: "html",
				bytes: Buffer.from(pageOf(...paragraphs)),
				charset: null,
				told: { title: null, outlet: null, published: null },
			},
			replaces,
		},
	],
	gone: [],
});

async function open() {
	const data = mkdtempSync(join(tmpdir(), "isnad-past-"));
	onTestFinished(() => rmSync(data, { recursive: true, force: true }));
	const config = readConfig({ ISNAD_DATA: data });
	const app = await createApp(config, () => {}, noMetrics, { data: shippedAnswering() });
	await app.warmUp();
	const time = { now: Date.UTC(2024, 4, 3, 9) };
	const intake = new CorpusIntake({
		corpusDir: app.opened.folder,
		language: () => extraction,
		served: app.opened.digests,
		intents: join(data, "changes"),
		now: () => time.now,
	});
	const { changes } = memoryStore();
	const journal = await CorpusJournal.open({ journal: changes, articles: [], now: () => time.now });
	let article: string | null = null;
	const serve = async (taken: Awaited<ReturnType<CorpusIntake["take"]>>) => {
		await app.answerer.apply(await intake.news());
		await journal.note(taken.changes);
		return taken;
	};
	return {
		app,
		changes,
		time,
		/** What another process reads at the same address, with nothing in memory. */
		elsewhere: async (...paragraphs: string[]) => {
			const other = new CorpusIntake({
				corpusDir: app.opened.folder,
				language: () => extraction,
				served: new Map(),
				intents: join(data, "changes"),
				now: () => time.now,
			});
			return other.take(orderOf(null, paragraphs));
		},
		async show(...paragraphs: string[]) {
			const taken = await serve(await intake.take(orderOf(article, paragraphs)));
			article = taken.outcomes[0]?.article ?? article;
			return taken;
		},
		takeDown: async () =>
			serve(await intake.take({ pages: [], gone: [{ article: article ?? "", address }] })),
		ask: (text: string, language: "ar" | "en" = "en") =>
			app.answerer.answer({ command: "claims", text, language }),
		/** What a channel is told of everything after `since`, which was told `told`. */
		async digest(since: number, told: readonly Answer[], language: "ar" | "en" = "en") {
			const gathered = await gather(changes, since);
			const claims = told.flatMap(({ items }) =>
				items.flatMap((item) => placeOf(item).stated ?? []),
			);
			return app.answerer.digest({
				...gathered,
				articles: gathered.articles.size,
				request: { command: "claims", text: "ferry Corvina" },
				...{ language, day: "2024-05-04", since: "2024-05-03", missed: null },
				told: new Set(claims),
			});
		},
	};
}

const screen = { width: 400, color: false };
const claim = ({ items }: Answer) => items.find((item) => item.kind === "claim") as ClaimItem;

describe("an article that is corrected", () => {
	it("shows its correction and what it said before, in both languages, and searches only its words of today", async () => {
		const { app, show, ask, time } = await open();
		await show(first, ...rest);
		const before = await ask("ferry Corvina deaths");
		expect(claim(before)).toMatchObject({ quote: expect.stringContaining("12 people died") });
		expect(claim(before).earlier).toBeUndefined();
		time.now += 24 * 3_600_000;
		await show(edited, ...rest, notice);
		const after = await ask("ferry Corvina deaths");
		expect(claim(after)).toMatchObject({
			quote: expect.stringContaining("21 people died"),
			corrections: [
				{
					...{ scope: "claim", quote: notice, old: "12 people had died", new: "21" },
					day: { value: null },
				},
			],
			earlier: { quote: expect.stringContaining("12 people died"), until: "2024-05-04" },
		});
		for (const { items } of [after, await app.answerer.answer({ command: "search", text: "12" })])
			for (const item of items)
				if (item.kind !== "source") expect(item.quote).not.toMatch(/12 people|Correction/);
		const english = layOut(after, app.say, screen);
		expect(english).toContain("Corrected by its publisher; the day is not given. Right: 21.");
		expect(english).toContain(`“${notice}”`);
		expect(english).toContain("Until 4 May 2024 it said:");
		const arabic = layOut(await ask("ferry Corvina deaths", "ar"), app.say, screen);
		expect(arabic).toContain("صحّحه ناشره");
		expect(arabic).toContain("كان يقول حتى");
		expect(arabic).toContain(notice);
	});

	it("keeps one earlier wording, whichever process saw the edit, and over a restart", async () => {
		const { app, show, elsewhere, ask, changes } = await open();
		await show(first, ...rest);
		await elsewhere(edited, ...rest);
		const seen = await changes.last();
		await show(edited, ...rest);
		expect(await changes.last()).toBe(seen);
		await elsewhere(edited, ...rest);
		const { articles } = await openCorpus(app.opened.folder);
		expect(articles.map(({ earlier }) => earlier?.length)).toEqual([1]);
		expect(claim(await ask("ferry Corvina deaths")).earlier?.quote).toContain("12 people died");
	});

	it("keeps what was cited before checkable, and says that it was changed", async () => {
		const { app, show, ask } = await open();
		await show(first, ...rest);
		const [cited] = (await ask("ferry Corvina deaths")).items;
		const kept = (await ask("ferry Corvina passengers")).items.find(
			(item) => item.kind !== "source" && item.quote.includes("340"),
		);
		if (!cited || !kept) throw new Error("nothing was cited");
		await show(edited, ...rest);
		const quotation = app.answerer.quotation(placeOf(cited), "en");
		expect(quotation).toMatchObject({
			changed: { until: "2024-05-03", now: expect.stringContaining("21 people died") },
		});
		const quoted = quotation?.passages.find((passage) => passage.quoted);
		expect(quoted?.text.slice(quoted.quoted?.from, quoted.quoted?.to)).toContain("12 people died");
		const shown = quotation && layOutQuotation(quotation, 1, app.say, screen);
		expect(shown).toContain("The article said so until 3 May 2024");
		const still = app.answerer.quotation(placeOf(kept), "en");
		expect(still?.changed).toBeUndefined();
		expect(still?.passages.some(({ text }) => text.includes("340 passengers"))).toBe(true);
	});

	it("is told once to whoever got the claim, with the new wording", async () => {
		const { show, changes, digest } = await open();
		await show(first, ...rest);
		const start = await changes.last();
		const monday = await digest(0, []);
		expect(monday.items.length).toBeGreaterThan(0);
		await show(edited, ...rest, notice);
		const tuesday = await digest(start, [monday]);
		const corrected = tuesday.items.filter((item) => item.kind === "claim" && item.gone);
		expect(corrected).toMatchObject([
			{
				gone: "corrected",
				quote: expect.stringContaining("12 people died"),
				now: { quote: expect.stringContaining("21 people died") },
				corrections: [{ quote: notice }],
			},
		]);
		for (const item of tuesday.items)
			if (item.kind === "claim" && !item.gone) expect(item.quote).not.toContain("21 people died");
		expect((await digest(await changes.last(), [monday, tuesday])).items).toEqual([]);
	});

	it("is told once where only the notice is new, and the words stay", async () => {
		const { show, changes, digest } = await open();
		await show(edited, ...rest);
		const start = await changes.last();
		const monday = await digest(0, []);
		await show(edited, ...rest, notice);
		const tuesday = await digest(start, [monday]);
		expect(tuesday.items).toMatchObject([
			{ quote: expect.stringContaining("21 people died"), corrections: [{ quote: notice }] },
		]);
		await show(edited, ...rest, notice);
		expect((await digest(await changes.last(), [monday, tuesday])).items).toEqual([]);
	});
});

describe("an article that does not stand any more", () => {
	it("stays where its page is gone, and every answer from it says so", async () => {
		const { app, show, takeDown, ask, changes, digest } = await open();
		await show(first, ...rest);
		const start = await changes.last();
		const monday = await digest(0, []);
		await takeDown();
		const after = await ask("ferry Corvina deaths");
		const standing = { kind: "gone", day: "2024-05-03", basis: "noticed" };
		expect(after.items[0]).toMatchObject({ standing });
		expect(after.verdict?.text).toContain("The page of its source is gone (3 May 2024).");
		expect(layOut(after, app.say, screen)).toContain("The page is gone; noticed on 3 May 2024.");
		const sources = await app.answerer.answer({ command: "sources", text: "ferry" });
		expect(sources.items).toMatchObject([{ article: { standing } }]);
		expect(layOut(sources, app.say, screen)).toContain("The page is gone");
		const tuesday = await digest(start, [monday]);
		expect(tuesday.items.length).toBeGreaterThan(0);
		for (const item of tuesday.items) expect(item).toMatchObject({ gone: "gone", standing });
		await takeDown();
		expect((await digest(await changes.last(), [monday, tuesday])).items).toEqual([]);
		await show(first, ...rest);
		expect((await ask("ferry Corvina deaths")).items[0]).not.toHaveProperty("standing");
	});

	it("is news still where its page was gone before anybody was told", async () => {
		const { show, takeDown, changes, digest } = await open();
		const before = await changes.last();
		await show(first, ...rest);
		const asNews = await digest(before, []);
		expect(asNews.items.length).toBeGreaterThan(0);
		await takeDown();
		const after = await digest(before, []);
		expect(after.items.map((item) => placeOf(item))).toEqual(
			asNews.items.map((item) => placeOf(item)),
		);
		for (const item of after.items) {
			expect(item).toMatchObject({ standing: { kind: "gone" } });
			expect(item).not.toHaveProperty("gone");
		}
	});

	it("is withdrawn where the page says so in its place, by the notice's own words and day", async () => {
		const { app, show, ask, changes, digest } = await open();
		await show(first, ...rest);
		const start = await changes.last();
		const monday = await digest(0, []);
		const words = "This article has been withdrawn on 2 May 2024 because its figures were wrong.";
		const { outcomes } = await show(words);
		expect(outcomes).toMatchObject([{ problem: null }]);
		const after = await ask("ferry Corvina deaths");
		expect(after.items[0]).toMatchObject({
			quote: expect.stringContaining("12 people died"),
			standing: {
				kind: "withdrawn",
				day: "2024-05-02",
				basis: "printed",
				notice: { quote: words },
			},
		});
		const laid = layOut(after, app.say, screen);
		expect(laid).toContain("Withdrawn by its publisher on 2 May 2024.");
		expect(laid).toContain(`“${words}”`);
		const tuesday = await digest(start, [monday], "ar");
		for (const item of tuesday.items) expect(item).toMatchObject({ gone: "withdrawn" });
		expect(layOut(tuesday, app.say, screen)).toContain("سحبه ناشره");
		await show(words);
		expect((await digest(await changes.last(), [monday, tuesday])).items).toEqual([]);
	});

	it("is withdrawn where the notice stands above its text", async () => {
		const { show, ask } = await open();
		await show(first, ...rest);
		await show("This article has been withdrawn.", first, ...rest);
		expect((await ask("ferry Corvina deaths")).items[0]).toMatchObject({
			standing: { kind: "withdrawn", day: "2024-05-03", basis: "noticed" },
		});
		await show("This article has been withdrawn.", first, ...rest);
		expect((await ask("ferry Corvina deaths")).items[0]).toMatchObject({
			standing: { kind: "withdrawn", day: "2024-05-03" },
		});
	});
});
