import { randomUUID } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import { asIsnadError } from "../../../domain/errors.ts";
import { LocalEngine } from "../../../search/segments/local-engine.ts";
import type { EngineJudge } from "../../../search/segments/segment-engine.ts";
import { loadSearchData } from "../search-data.ts";
import { BuildThread } from "./build-thread.ts";
import type {
	JudgeKind,
	SearchOrder,
	SearchReport,
	SearchSettings,
	SearchValue,
} from "./messages.ts";
import { SegmentFolder } from "./segment-folder.ts";

/** The thread that reads questions and searches segments. */
const { folder, indexData, ownLexicon } = workerData as SearchSettings;

const post = (report: SearchReport) => parentPort?.postMessage(report);

async function open(): Promise<LocalEngine> {
	const data = await loadSearchData(indexData, ownLexicon);
	await data.lexicon.prepare(async () => {});
	return LocalEngine.open({
		data,
		files: new SegmentFolder(folder),
		builder: new BuildThread({ folder, stopWords: data.stopWords }),
		onProblem: ({ code, message }) => post({ kind: "problem", code, message }),
		newName: randomUUID,
	});
}

const opened = open();
// Each order that comes is told of it.
opened.catch(() => undefined);

/** By search: what waits for the judge. */
const judged = new Map<number, (values: Float64Array) => void>();

function judgeOf(id: number, judges: readonly JudgeKind[]): EngineJudge {
	const ask =
		(judge: JudgeKind) => (passages: Parameters<NonNullable<EngineJudge["accepts"]>>[0]) =>
			new Promise<Float64Array>((resolve) => {
				judged.set(id, resolve);
				post({ id, kind: "judge", judge, passages });
			});
	return {
		accepts: judges.includes("accepts") ? ask("accepts") : undefined,
		prefers: judges.includes("prefers") ? ask("prefers") : undefined,
	};
}

async function handle(engine: LocalEngine, order: SearchOrder): Promise<SearchValue> {
	switch (order.kind) {
		case "known":
			return engine.known();
		case "add":
			return engine.add(order.article, order.isBulk);
		case "remove":
			await engine.remove(order.articleId);
			return null;
		case "search":
			await turnOf(order);
			return engine.search(order.query, judgeOf(order.id, order.judges));
		case "keep":
			await engine.keep(order.corpus);
			return null;
		case "close":
			await engine.close();
			return null;
		case "judged":
			judged.get(order.id)?.(order.values);
			judged.delete(order.id);
			return null;
	}
}

/** Searches that wait for their turn: those that somebody waits for go first. */
const lines: Record<"asked" | "unasked", (() => void)[]> = { asked: [], unasked: [] };

function turnOf({ query }: Extract<SearchOrder, { kind: "search" }>): Promise<void> {
	return new Promise((resolve) => {
		lines[query.unhurried ? "unasked" : "asked"].push(resolve);
		setImmediate(() => (lines.asked.shift() ?? lines.unasked.shift())?.());
	});
}

parentPort?.on("message", async (order: SearchOrder) => {
	const { id, kind } = order;
	try {
		const value = await handle(await opened, order);
		if (kind !== "judged") post({ id, kind: "done", value });
	} catch (error) {
		const { code, message } = asIsnadError(error);
		post({ id, kind: "failed", code, message });
	}
	if (kind === "close") parentPort?.close();
});
