import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../../src/app/config.ts";
import { type AnsweringData, loadAnsweringData } from "../../../src/app/serving/app.ts";
import { openWholeDesk } from "../../../src/app/serving/desk/open-desk.ts";
import {
	openServedCollections,
	type ServedCollections,
} from "../../../src/app/serving/served-collections.ts";
import { noMetrics } from "../../../src/domain/metrics.ts";
import type { Store } from "../../../src/domain/state/store.ts";
import { memoryStore } from "../../../src/storage/memory/store.ts";
import { run } from "../../unit/app/doubles.ts";

/** What the articles of a collection are known by: a name that stands in all of them and nowhere else. */
export const marks: Record<string, { name: string; town: string }> = {
	default: { name: "Ardwin", town: "Northmoor" },
	gulf: { name: "Belkora", town: "Eastmoor" },
	levant: { name: "Celvane", town: "Westmoor" },
	nile: { name: "Dunmarek", town: "Southmoor" },
	maghreb: { name: "Estovar", town: "Highmoor" },
};

/** The same words about the harbour everywhere, so that one question finds something in each. */
function pages(id: string): Record<string, string> {
	const { name, town } = marks[id] ?? { name: "", town: "" };
	return {
		[`${id}-strike.txt`]: `${name} Herald\n\nHarbour strike in ${town} enters its second week\n\n6 May 2024\n\nThe mayor of ${town}, Jonas ${name}, said on Monday that the harbour strike in ${town} would end within days.\n\nThe dockers' union of ${town} denied that the harbour strike would end, and said that its ${name} members wanted higher pay.\n\nPort director Mira ${name} warned that the harbour strike cost ${town} two million dollars a day.\n`,
		[`${id}-bridge.txt`]: `${name} Herald\n\nBridge near ${town} closed after storm\n\n7 May 2024\n\nEngineer Pavel ${name} told reporters on Tuesday that the bridge near ${town} would stay closed until June.\n\nThe ministry of transport in ${town} announced that the bridge was built in 1988 and that ${name} Works would repair it.\n`,
	};
}

export type Stage = {
	collections: ServedCollections;
	store: Store;
	folder: string;
	close(): Promise<void>;
};

let data: Promise<AnsweringData> | undefined;

export type StageParts = {
	/** Which places each collection answers. */
	answers: Record<string, string[]>;
	store?: Store;
	folder?: string;
	now(): number;
	mostOpen?: number;
};

/** The folders, each with its articles; made once, for as many stages as are opened over it. */
export async function stageFolder(): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), "isnad-crossings-"));
	for (const id of Object.keys(marks)) {
		const from = join(folder, "pages", id);
		mkdirSync(from, { recursive: true });
		for (const [name, text] of Object.entries(pages(id))) writeFileSync(join(from, name), text);
		const { status, stderr } = await run(["ingest", from, "--corpus", join(folder, id)]);
		if (status !== 0) throw new Error(stderr);
	}
	return folder;
}

/** Real desks over real folders, wired as a process that serves wires them, without a platform. */
export async function openStage(parts: StageParts): Promise<Stage> {
	const folder = parts.folder ?? (await stageFolder());
	const file = join(folder, "collections.json");
	const named = Object.keys(marks).filter((id) => id !== "default");
	const collections = named.map((id) => ({
		...{ id, name: { en: id, ar: id }, corpus: id },
		answers: parts.answers[id] ?? [],
	}));
	writeFileSync(file, JSON.stringify({ collections }));
	const config = readConfig({
		ISNAD_CORPUS: join(folder, "default"),
		ISNAD_DATA: join(folder, "data"),
		ISNAD_COLLECTIONS: file,
		ISNAD_OPEN_COLLECTIONS: String(parts.mostOpen ?? named.length),
		ISNAD_QUESTIONS_PER_MINUTE: "999999",
		ISNAD_OPERATORS: "slack:UOPERATOR",
	});
	const { now, store = memoryStore() } = parts;
	data ??= loadAnsweringData(config, () => {});
	const given = { config, store, now, data, log: () => {}, metrics: noMetrics, process: "test" };
	const own = await openWholeDesk(given);
	const served = openServedCollections(own, given);
	if (!served) throw new Error("no collections");
	return {
		...{ collections: served, store, folder },
		async close() {
			await served.close();
			await own.close();
			if (!parts.folder) rmSync(folder, { recursive: true, force: true });
		},
	};
}
