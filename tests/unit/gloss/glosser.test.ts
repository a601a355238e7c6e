import { expect, it } from "vitest";
import type { Answer, PassageItem } from "../../../src/domain/answer.ts";
import type { Quotation } from "../../../src/domain/quotation.ts";
import type { Translator } from "../../../src/domain/translator.ts";
import { ExpectedWait } from "../../../src/gloss/expected-wait.ts";
import { QuestionTranslation } from "../../../src/gloss/question-translation.ts";
import { QuotationGlosser } from "../../../src/gloss/quotation-glosser.ts";
import type { IdentityTable } from "../../../src/identity/identity-table.ts";
import { glossReaders } from "./readers.ts";

const readers = await glossReaders();
const quote = "قال سمير درويش إن المصنع في القاهرة أغلق وإن 40 عاملا فقدوا وظائفهم.";
const right =
	"Samir Darwish said the factory in Cairo had closed and 40 workers had lost their jobs.";

const item = { kind: "passage", quote, rendering: "verbatim" } as PassageItem;
const answer = { command: "ask", language: "en", items: [item], offset: 0 } as unknown as Answer;

/** A sleep that ends when a test says so, or when it is called off. */
function clock() {
	const ends: (() => void)[] = [];
	const waits: number[] = [];
	const sleep = (ms: number, signal: AbortSignal) =>
		new Promise<void>((resolve) => {
			waits.push(ms);
			ends.push(resolve);
			signal.addEventListener("abort", () => resolve());
		});
	return { sleep, waits, pass: () => ends.splice(0).forEach((end) => void end()) };
}

function glosser(
	translate: Translator["translate"],
	kept = async (): Promise<string | null> => null,
) {
	const { sleep, waits, pass } = clock();
	const faults: string[] = [];
	let now = 0;
	const made = new QuotationGlosser({
		translator: { name: "scripted", translate, kept },
		...{
			readers,
			sleep,
			log: () => {},
			waitMs: 400,
			wait: new ExpectedWait(() => now),
			signal: new AbortController().signal,
		},
		who: () => ({ identities: [] }) as unknown as IdentityTable,
		dropped: (fault) => void faults.push(fault),
	});
	const tick = (ms: number) => {
		now += ms;
	};
	return { made, waits, pass, faults, tick };
}

const glossOf = (of: Answer | null | undefined) =>
	of?.items.map((one) => one.kind !== "source" && one.gloss?.text);

it("stands beside a quotation in another language, which stays as it is", async () => {
	const { made } = glosser(async () => right);
	const { answer: glossed, later } = await made.gloss(answer, { ms: 400 });
	expect(glossOf(glossed)).toEqual([right]);
	expect(glossed.items[0]).toMatchObject({ quote, rendering: "verbatim" });
	expect(later).toBeNull();
	expect(glossOf(answer)).toEqual([undefined]);
});

it("stands beside what is said against a quotation, and beside one in its place", async () => {
	const { made } = glosser(async () => right);
	const rivals = [1, 2, 3].map(() => ({ quote }));
	const contested = { ...answer, items: [{ ...item, quote: "No.", contradictedBy: rivals }] };
	const { answer: told } = await made.gloss(contested as unknown as Answer, { ms: 400 });
	expect(told.items[0]).toMatchObject({ contradictedBy: [{ gloss: { text: right } }, {}, {}] });
	expect(told.items[0]).not.toHaveProperty("gloss");
	const quotation = {
		...{ language: "en", citation: { line: 3 }, rendering: "verbatim" },
		passages: [
			{ kind: "body", line: 3, text: `«${quote}»`, quoted: { from: 1, to: quote.length + 1 } },
		],
	} as unknown as Quotation;
	expect((await made.quotation(quotation, { ms: 400 })).gloss).toEqual({
		language: "en",
		text: right,
	});
});

it("gives what is kept without sending anything, checked as ever", async () => {
	const asked: string[] = [];
	const keeping = (kept: string | null) => {
		const translate = async ({ text }: { text: string }) => String(asked.push(text));
		return glosser(translate, async () => kept).made.kept(quote, "en");
	};
	expect(await keeping(right)).toEqual({ language: "en", text: right });
	expect(await keeping(right.replace("40", "41"))).toBeNull();
	expect(await keeping(null)).toBeNull();
	expect(asked).toEqual([]);
});

it("checks a translation once, and counts it once where it is dropped", async () => {
	const wrong = right.replace("40", "41");
	const { made, faults } = glosser(async () => wrong);
	for (let n = 0; n < 3; n++) expect(await made.one(quote, "en")).toBeNull();
	expect(faults).toEqual(["numbers"]);
});

it("asks for nothing where the reader reads the quotation", async () => {
	let asks = 0;
	const { made } = glosser(async () => String(++asks));
	const { answer: same } = await made.gloss({ ...answer, language: "ar" }, { ms: 400 });
	expect(same.items).toEqual([item]);
	expect(asks).toBe(0);
});

const bad: [name: string, reply: () => Promise<string>][] = [
	["empty", async () => ""],
	["wrong", async () => right.replace("40", "41")],
	["cut", async () => right.slice(0, 40)],
	["hostile", async () => `<!channel> ${right} https://evil.example`],
	["failed", () => Promise.reject(new Error("away"))],
];
it.each(bad)("leaves the answer as it is where a reply is %s", async (_, reply) => {
	const { made } = glosser(reply);
	const { answer: same, later } = await made.gloss(answer, { ms: 400 });
	expect(same).toEqual(answer);
	expect(await later).toBeNull();
});

it("comes later where it was not there in time, and waits hardly at all for what is always late", async () => {
	const { promise, resolve } = Promise.withResolvers<string>();
	const { made, pass, waits, tick } = glosser(() => promise);
	const asked = made.gloss(answer, { ms: 400 });
	pass();
	const { answer: bare, later } = await asked;
	expect(bare).toEqual(answer);
	expect(waits[0]).toBe(20);
	tick(40);
	resolve(right);
	expect(glossOf(await later)).toEqual([right]);
	// From now on it is waited for, a little longer than it took.
	await made.gloss(answer, { ms: 400 });
	expect(waits.at(-1)).toBe(80);
});

it("waits as long as it may where nobody does", async () => {
	const { made, waits } = glosser(async () => right);
	await made.gloss(answer, { ms: 8_000, patient: true });
	expect(waits).toEqual([8_000]);
});

it("gives a question in the other language, and none that is late, the same or about other numbers", async () => {
	const question = "How many workers lost their jobs in 2021?";
	const { sleep, pass } = clock();
	let reply: Promise<string> = Promise.resolve("كم عاملا فقدوا وظائفهم في 2021؟");
	const questions = new QuestionTranslation({
		translator: { name: "scripted", translate: () => reply },
		...{
			readers,
			sleep,
			log: () => {},
			waitMs: 400,
			wait: new ExpectedWait(() => 0),
			signal: new AbortController().signal,
		},
	});
	expect(await questions.of(question, "en")).toEqual({ text: await reply, language: "ar" });
	for (const wrong of [question, "كم عاملا فقدوا وظائفهم في 2012؟", "", "**كم عاملا** فقدوا؟"]) {
		reply = Promise.resolve(wrong);
		expect(await questions.of(question, "en")).toBeNull();
	}
	reply = new Promise(() => {});
	const late = questions.of(question, "en");
	pass();
	expect(await late).toBeNull();
});

it("waits as long as translations lately took and a little more, and no more once one takes longer", () => {
	let at = 0;
	const wait = new ExpectedWait(() => at);
	const take = (ms: number, outcome: "came" | "failed" = "came") => {
		const end = wait.begin();
		at += ms;
		end(outcome);
	};
	expect(wait.of(400)).toBe(20);
	take(100);
	expect(wait.of(400)).toBe(155);
	expect(wait.of(10)).toBe(20);
	const end = wait.begin();
	at += 154;
	expect(wait.of(400)).toBe(155);
	at += 1;
	expect(wait.of(400)).toBe(20);
	end("came");
	for (const ms of [350, 380, 390]) take(ms);
	expect(wait.of(400)).toBe(400);
	take(1, "failed");
	expect(wait.of(400)).toBe(20);
});

it("takes nothing from translations that were kept: a real one is waited for as before", () => {
	let at = 0;
	const wait = new ExpectedWait(() => at);
	const take = (ms: number) => {
		const end = wait.begin();
		at += ms;
		end("came");
	};
	take(200);
	for (let n = 0; n < 20; n++) take(n % 3);
	wait.begin();
	at += 60;
	expect(wait.of(400)).toBe(280);
});
