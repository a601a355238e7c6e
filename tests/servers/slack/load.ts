import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../tools/files.ts";
import type { People } from "./people.ts";
import type { SlackServer } from "./server.ts";
import type { Stored } from "./world.ts";

export type LoadOrder = {
	/** Commands in all. */
	count: number;
	/** Under way at a time; or, where `perSecond` is given, begun at that rate. */
	atOnce?: number;
	perSecond?: number;
	/** What is asked, one after the other; questions for the shipped corpus where absent. */
	questions?: [name: string, text: string][];
	/** Times that each is delivered in all. */
	deliveries?: number;
};

export type LoadReport = {
	sent: number;
	answered: number;
	doubled: number;
	lost: number;
	/** Milliseconds. */
	acknowledged: Spread;
	answer: Spread;
	seconds: number;
};

type Spread = { p50: number; p99: number; max: number };

/** What is asked: both languages, every command that answers, with filters and without. */
const questions: [name: string, text: string][] = [
	["claims", "china drones"],
	["claims", "weapons by:china stance:denied"],
	["claims", "مسيرات الصين"],
	["ask", "What did Yellen say?"],
	["ask", "من نفى تزويد روسيا بالسلاح؟"],
	["timeline", "Putin Xi"],
	["timeline", "مناورات مشتركة from:2023"],
	["search", "customs records"],
	["sources", ""],
	["claims", "nuclear weapons"],
];

/** It only bounds a failure: nothing depends on how long an answer takes. */
const patienceMs = 60_000;
/** People who ask: nobody asks more than a person may. */
const askers = 200;

/** What stands in an answer's place until it is there, in both languages. */
const placeholders = ["en", "ar"].map((language) => {
	const file = join(root, "index-data", "messages", `${language}.json`);
	const texts = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
	return String(texts["notice.searching"]);
});

/** Asks many commands, and sees how each was acknowledged and answered. */
export async function load(
	server: SlackServer,
	people: People,
	order: LoadOrder,
): Promise<LoadReport> {
	const began = performance.now();
	const results: Asked[] = [];
	let next = 0;
	const one = async () => {
		const at = next++;
		const asked = order.questions ?? questions;
		const question = asked[at % asked.length] ?? ["sources", ""];
		const as = `asker${at % askers}`;
		results.push(await ask(server, people, question, as, order.deliveries ?? 1));
	};
	if (order.perSecond) {
		const running: Promise<void>[] = [];
		while (next < order.count) {
			const due = began + (next * 1_000) / order.perSecond;
			const wait = due - performance.now();
			if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
			running.push(one());
		}
		await Promise.all(running);
	} else {
		const lane = async () => {
			while (next < order.count) await one();
		};
		await Promise.all(Array.from({ length: order.atOnce ?? 1 }, lane));
	}
	const answered = results.filter(({ answers }) => answers > 0);
	return {
		sent: results.length,
		answered: answered.length,
		doubled: results.filter(({ answers }) => answers > 1).length,
		lost: results.length - answered.length,
		acknowledged: spread(results.map(({ acknowledgedMs }) => acknowledgedMs)),
		answer: spread(answered.map(({ answerMs }) => answerMs)),
		seconds: Math.round((performance.now() - began) / 100) / 10,
	};
}

type Asked = { answers: number; acknowledgedMs: number; answerMs: number };

async function ask(
	server: SlackServer,
	people: People,
	[name, text]: [name: string, text: string],
	as: string,
	deliveries: number,
): Promise<Asked> {
	const delivery = await people.command(name, text, { as });
	for (let n = 1; n < deliveries; n++) void server.deliveries.again(delivery.id);
	const url = String(delivery.payload["response_url"]).split("/").at(-1);
	const answers = () =>
		server.world.messages.filter((message) => message.by === url && isAnswer(message));
	await within(patienceMs, (arrived) => {
		const look = () => {
			if (answers().length > 0) arrived();
		};
		server.world.watch(url ?? "", look);
		look();
	});
	// A second answer to what was delivered again would come about now.
	if (deliveries > 1) await new Promise((resolve) => setTimeout(resolve, 300));
	const found = answers();
	const answeredAt = (found[0]?.at ?? 0) - performance.timeOrigin;
	server.world.watch(url ?? "", null);
	server.forget(delivery, url ?? "");
	return {
		answers: found.length,
		acknowledgedMs: delivery.acknowledgedMs ?? Number.POSITIVE_INFINITY,
		answerMs: answeredAt - delivery.sentAt,
	};
}

function isAnswer({ text }: Stored): boolean {
	return !placeholders.some((placeholder) => text.includes(placeholder));
}

/** Resolves once `begin` is told that it is there, or after so many milliseconds. */
function within(ms: number, begin: (arrived: () => void) => void): Promise<void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	const timer = setTimeout(resolve, ms);
	begin(resolve);
	return promise.finally(() => clearTimeout(timer));
}

function spread(values: number[]): Spread {
	const sorted = values.toSorted((a, b) => a - b);
	const at = (share: number) =>
		Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
	return { p50: at(0.5), p99: at(0.99), max: at(1) };
}
