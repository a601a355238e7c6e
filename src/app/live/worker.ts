import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { pageBudget } from "../../corpus/read/page-budget.ts";
import { asIsnadError } from "../../domain/errors.ts";
import { loadExtraction } from "../load/extraction.ts";
import { CorpusIntake } from "./corpus-intake.ts";
import type { WorkerAnswer, WorkerOrder, WorkerSettings } from "./protocol.ts";
import { openNotes } from "./reading-notes.ts";

const niceness = 5;

/** The thread that reads pages and writes the corpus, one order after the other. */
const { indexData, budget, notes, ...settings } = workerData as WorkerSettings;
Object.assign(pageBudget, budget);
const language = () => loadExtraction(indexData);
let inHand = 0;
/** What waits for the server's word goes on with it: one thing at a time. */
let next = () => {};
// Told before each page, so that whoever started this thread knows which one it died on.
const onPage = async (page: string | null) => {
	const begun = Promise.withResolvers<void>();
	next = begun.resolve;
	post({ id: inHand, kind: "page", page });
	if (page !== null) await begun.promise;
};
const intake = new CorpusIntake({
	...{ ...settings, language, now: Date.now, onPage },
	notes: openNotes(notes, Date.now),
});

// Where the processors are busy, people who wait for an answer come first.
yieldToOthers();

async function handle(order: Exclude<WorkerOrder, { kind: "next" }>): Promise<WorkerAnswer> {
	const { id } = order;
	inHand = id;
	try {
		switch (order.kind) {
			case "readFeedOrPage":
				return { id, kind: "done", value: await intake.readFeedOrPage(order.body) };
			case "take":
				return { id, kind: "done", value: await intake.take(order.order) };
			case "news": {
				const { put, ...rest } = await intake.news();
				for (const article of put) {
					// All messages that wait are read in one turn of the server's loop: one waits at a time.
					const taken = Promise.withResolvers<void>();
					next = taken.resolve;
					post({ id, kind: "article", article });
					await taken.promise;
				}
				return { id, kind: "done", value: rest };
			}
		}
	} catch (error) {
		const { code, message, told } = asIsnadError(error);
		return { id, kind: "failed", error: { code, message, ...told } };
	}
}

const post = (answer: WorkerAnswer) => parentPort?.postMessage(answer);
let last: Promise<void> = Promise.resolve();
parentPort?.on("message", (order: WorkerOrder) => {
	if (order.kind === "next") return next();
	last = last.then(async () => post(await handle(order)));
});

/** Lowers the priority of this thread alone, which Linux can; elsewhere it stays as it is. */
function yieldToOthers(): void {
	try {
		const thread = Number(readlinkSync("/proc/thread-self").split("/").at(-1));
		if (thread > 0) setPriority(thread, niceness);
	} catch {
		// Nothing hangs on it.
	}
}
