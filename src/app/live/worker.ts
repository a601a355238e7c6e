import { parentPort, workerData } from "node:worker_threads";
import { asIsnadError } from "../../domain/errors.ts";
import { loadExtraction } from "../extraction.ts";
import { CorpusIntake } from "./intake.ts";
import type { WorkerAnswer, WorkerOrder, WorkerSettings } from "./protocol.ts";

/** The thread that reads pages and writes the corpus, one order after the other. */
const { indexData, ...settings } = workerData as WorkerSettings;
const language = () => loadExtraction(indexData);
const intake = new CorpusIntake({ ...settings, language, now: Date.now });

async function handle(order: WorkerOrder): Promise<WorkerAnswer> {
	const { id } = order;
	try {
		switch (order.kind) {
			case "tell":
				return { id, kind: "done", value: await intake.tell(order.body) };
			case "take":
				return { id, kind: "done", value: await intake.take(order.order) };
			case "news": {
				const { put, ...rest } = await intake.news();
				// One message each: no single one keeps the server's thread for long.
				for (const article of put) post({ id, kind: "article", article });
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
	last = last.then(async () => post(await handle(order)));
});
