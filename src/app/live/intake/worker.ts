import { pageBudget } from "../../../corpus/read/page-budget.ts";
import { asIsnadError } from "../../../domain/errors.ts";
import { loadExtraction } from "../../load/extraction.ts";
import { CorpusIntake } from "./corpus-intake.ts";
import type { WorkerAnswer, WorkerOrder, WorkerSettings } from "./protocol.ts";
import { openNotes } from "./reading-notes.ts";

/** What waits for the server's word goes on with it: one thing at a time. */
let next = () => {};
function awaitNext(): Promise<void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	next = resolve;
	return promise;
}

const post = (answer: WorkerAnswer) => void process.send?.(answer);

/** The process that reads pages and writes the corpus, one order after the other. */
function begin({ indexData, budget, notes, ...settings }: WorkerSettings): void {
	Object.assign(pageBudget, budget);
	let inHand = 0;
	const intake = new CorpusIntake({
		...{ ...settings, now: Date.now, notes: openNotes(notes, Date.now) },
		language: () => loadExtraction(indexData),
		// Told before each page, so that whoever started this process knows which one it died on.
		async onPage(page) {
			const begun = awaitNext();
			post({ id: inHand, kind: "page", page });
			if (page !== null) await begun;
		},
	});
	let last: Promise<void> = Promise.resolve();
	process.on("message", (order: WorkerOrder) => {
		if (order.kind === "next") return next();
		last = last.then(async () => {
			inHand = order.id;
			post(await done(intake, order));
		});
	});
}

async function done(
	intake: CorpusIntake,
	order: Exclude<WorkerOrder, { kind: "next" }>,
): Promise<WorkerAnswer> {
	const { id } = order;
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
					const taken = awaitNext();
					post({ id, kind: "article", article });
					await taken;
				}
				return { id, kind: "done", value: rest };
			}
		}
	} catch (error) {
		const { code, message, told } = asIsnadError(error);
		return { id, kind: "failed", error: { code, message, ...told } };
	}
}

// Whoever started it says when it ends, and a server that was killed says it by being gone. The signals are those
// of a terminal or a service manager, which mean both.
process.on("disconnect", () => process.exit());
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
process.once("message", begin);
