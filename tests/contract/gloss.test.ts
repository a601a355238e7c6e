import { describe, expect, it } from "vitest";
import { createReader } from "../../adapters/web/reader/create-reader.ts";
import { glossedDesk, glossedWriter } from "../../src/app/serving/glossed.ts";
import { sleep } from "../../src/app/sleep.ts";
import type { Article } from "../../src/domain/article.ts";
import type { Desk } from "../../src/domain/chat.ts";
import type { Subscription } from "../../src/domain/digest.ts";
import { ExpectedWait } from "../../src/gloss/expected-wait.ts";
import { QuotationGlosser } from "../../src/gloss/quotation-glosser.ts";
import type { IdentityTable } from "../../src/identity/identity-table.ts";
import { deskOf } from "../desk.ts";
import { discordStage } from "../servers/discord/stage.ts";
import { readerOver, serveReader } from "../servers/reader/server.ts";
import { slackStage } from "../servers/slack/stage.ts";
import { article, claim } from "../unit/answers/doubles.ts";
import { glossReaders } from "../unit/gloss/readers.ts";
import { answers, settled, until } from "./adapter/shown.ts";
import { consoleStage } from "./console-stage.ts";

const readers = await glossReaders();
const right = "The factory in Cairo had closed and 40 workers had lost their jobs";
const mark = "Machine translation: ";

function corpus(): Article[] {
	const text = "المصنع في القاهرة أغلق وإن 40 عاملا فقدوا وظائفهم";
	const arabic = article("ar", [`قال سمير درويش إن ${text}.`]);
	claim(arabic, 1, text, { speaker: { name: "سمير درويش", kind: "person" } });
	return [arabic];
}

/** A desk that answers everybody in English, with a translator that a test holds. */
async function desk(translate: () => Promise<string>, gloss: "on" | "off" = "on") {
	const bare = await deskOf(corpus());
	const english: Desk = {
		...bare,
		settings: async (asker) => ({ ...(await bare.settings(asker)), gloss }),
		reply: (_, asker) =>
			bare.reply(
				{ kind: "request", request: { command: "claims", text: "المصنع", language: "en" } },
				asker,
			),
	};
	const glosser = new QuotationGlosser({
		translator: { name: "scripted", translate },
		...{
			readers,
			sleep,
			log: () => {},
			waitMs: 400,
			wait: new ExpectedWait(Date.now),
			signal: new AbortController().signal,
		},
		who: () => ({ identities: [] }) as unknown as IdentityTable,
		dropped: () => {},
	});
	return { english, glosser, glossed: glossedDesk(english, { glosser }, Date.now) };
}

describe.each([slackStage("http"), slackStage("socket"), discordStage])("$name", (stage) => {
	const ways = ["mention", "command"] as const;
	it.each(ways)("adds a gloss that came late by editing the answer: %s", async (way) => {
		const gate = Promise.withResolvers<string>();
		const { glossed } = await desk(() => gate.promise);
		const on = await stage.open(glossed);
		await (way === "mention" ? on.mention("/claims factory") : on.command("claims", "factory"));
		const [before] = await answers(on, 1);
		expect(before?.text).not.toContain(mark);
		gate.resolve(right);
		const after = await until(on, "the gloss", (all) =>
			all.some(({ text }) => text.includes(mark)),
		);
		expect(after.filter(({ pending }) => !pending)).toHaveLength(1);
		const text = after.find(({ pending }) => !pending)?.text ?? "";
		expect(text).toContain(mark + right);
		expect(text).not.toMatch(/[“«"]The factory/);
		expect(on.violations()).toEqual([]);
		await on.close();
	});

	it.each(ways)("is done with the delivery while a gloss is waited for: %s", async (way) => {
		const gate = Promise.withResolvers<string>();
		const { glossed } = await desk(() => gate.promise);
		let done = 0;
		const on = await stage.open({
			...glossed,
			once: async (...delivered) => {
				const isNew = await glossed.once(...delivered);
				done++;
				return isNew;
			},
		});
		await (way === "mention" ? on.mention("/claims factory") : on.command("claims", "factory"));
		await answers(on, 1);
		await expect.poll(() => done).toBeGreaterThan(0);
		gate.resolve(right);
		await on.close();
	});

	it("shows it at once where it is there in time, and none that was turned off", async () => {
		for (const [setting, shown] of [
			["on", true],
			["off", false],
		] as const) {
			const { glossed } = await desk(async () => right, setting);
			const on = await stage.open(glossed);
			await on.mention("/claims factory");
			const [answer] = await answers(on, 1);
			expect(answer?.text.includes(mark)).toBe(shown);
			expect(await settled(on)).toHaveLength(1);
			await on.close();
		}
	});

	const bad = [
		"",
		"<!channel> @everyone [see](https://evil.example)",
		right.replace("40", "4"),
		"«نعم»",
	];
	it.each(bad)("answers as without a translator where the reply is bad: %s", async (reply) => {
		const texts: string[] = [];
		const { glossed, english } = await desk(async () => reply);
		for (const each of [glossed, english]) {
			const on = await stage.open(each);
			await on.mention("/claims factory");
			const [answer] = await answers(on, 1);
			texts.push(answer?.text ?? "");
			await on.close();
		}
		expect(texts[0]).toBe(texts[1]);
	});
});

it("leaves out at the console what is not there in time", async () => {
	const late = await desk(() => new Promise(() => {}));
	const on = await consoleStage.open(late.glossed);
	await on.direct("/claims factory");
	const [answer] = await answers(on, 1);
	expect(answer?.text).not.toContain(mark);
	await on.close();
});

it("stands on the reader's page as text of ours, whatever it holds", async () => {
	const parts = readerOver(corpus());
	const gloss = { language: "en", text: `${right} <b>&` } as const;
	const app = createReader({
		...parts,
		answering: {
			async answer(request) {
				const answer = await parts.answering.answer(request);
				const items = answer.items.map((item) =>
					item.kind === "source" ? item : { ...item, gloss },
				);
				return { ...answer, items };
			},
		},
	});
	const served = await serveReader(app);
	const page = await (await fetch(served.url("/?q=المصنع&kind=claims&lang=en"))).text();
	await served.close();
	expect(page).toContain(`${mark}${right} &lt;b&gt;&amp;`);
});

it("waits for the glosses of a digest, and posts it without where none come", async () => {
	const place = { platform: "slack", space: "T1", channel: "C1", thread: null } as const;
	const subscription = { place } as Subscription;
	const day = { day: "2024-05-01", missedFrom: null, missed: 0 };
	const glosses: (string | undefined)[] = [];
	for (const reply of [async () => right, () => Promise.reject(new Error("away"))]) {
		const { glosser, english } = await desk(reply);
		const made = await english.reply(
			{ kind: "about", text: "x" },
			{ place, person: "p", admin: false },
		);
		if (made.kind !== "answer") throw new Error("no answer");
		const written = { answer: made.answer, news: true, upTo: 1 };
		const write = glossedWriter(async () => written, { glosser }, english);
		const [item] = (await write(subscription, day)).answer.items;
		if (item?.kind !== "source") glosses.push(item?.gloss?.text);
	}
	expect(glosses).toEqual([right, undefined]);
});
