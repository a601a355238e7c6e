import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../tools/files.ts";
import type { Session, Shown } from "./stage.ts";

type Stored = {
	id: string;
	title: string | null;
	titleParaphrase?: Record<string, string>;
	source: { file: string };
};
/** By title in either language, and by file: articles of the shipped corpus. */
const known = new Map<string, string>();
const folder = join(root, "index-data/corpus/articles");
for (const name of readdirSync(folder)) {
	const article = JSON.parse(readFileSync(join(folder, name), "utf8")) as Stored;
	const { id, title, titleParaphrase = {}, source } = article;
	for (const each of [title, ...Object.values(titleParaphrase), source.file])
		if (each) known.set(each, id);
}

/**
 * Places that a text names, in its order, as a reader finds them: a line with the article that stands over
 * it, or that its mark stands for; where a quotation is checked with its file. "putin-in-china-2024-05:7";
 * an article that is not of the shipped corpus has no name.
 */
export function citationsIn(text: string): string[] {
	const lines = text.replace(/[\u2066-\u2069\u200e\u200f\\]/g, "").split("\n");
	const marks = new Map<string, string>();
	const titles = lines.map((line) => {
		const [, mark, rest = ""] = /^\s*(?:\[(\d+)\] )?(.*)$/.exec(line) ?? [];
		const title = [...known.keys()].find((each) => rest.startsWith(each));
		const article = title && known.get(title);
		if (mark && article) marks.set(mark, article);
		return article;
	});
	const [only = ""] = new Set(titles.filter((each) => each !== undefined));
	let over: string | undefined;
	return lines.flatMap((line, at) => {
		over = titles[at] ?? over;
		const inFile = /([\w-]+\.txt)[,،]\s+(?:line|السطر)\s+(\d+)/.exec(line);
		if (inFile) return [`${known.get(inFile[1] ?? "") ?? ""}:${inFile[2]}`];
		const short = line.matchAll(/(?:\[(\d+)\] )?(?:\bl\.|السطر)\s(\d+)/g);
		return [...short].map(
			([, mark, number]) => `${mark ? (marks.get(mark) ?? "") : (over ?? only)}:${number}`,
		);
	});
}

const patienceMs = 50_000;

/**
 * Waits until what is shown is as it should be. The wait only bounds a failure: nothing depends on
 * how long it takes.
 */
export async function until(
	session: Session,
	what: string,
	holds: (shown: Shown[]) => boolean,
): Promise<Shown[]> {
	const end = performance.now() + patienceMs;
	for (;;) {
		const began = performance.now();
		const shown = session.shown();
		if (holds(shown)) return shown;
		if (performance.now() > end) {
			const seen = shown.map(({ audience, pending, text }) =>
				[audience, pending ? "pending" : "done", JSON.stringify(text.slice(0, 300))].join(" "),
			);
			throw new Error(`never shown: ${what}; shown were:\n${seen.join("\n")}`);
		}
		// To read all that is shown takes its time, and what is waited for needs the most of it.
		const tookMs = performance.now() - began;
		await new Promise((resolve) => setTimeout(resolve, 5 + 3 * tookMs));
	}
}

/** Messages that are no placeholders, once there are so many. */
export async function answers(session: Session, count: number): Promise<Shown[]> {
	const shown = await until(session, `${count} answers`, (all) => done(all).length >= count);
	return done(shown);
}

export function done(shown: readonly Shown[]): Shown[] {
	return shown.filter(({ pending }) => !pending);
}

/** Long enough for anything that should not come to have come, on a machine that is not stuck. */
export async function settled(session: Session): Promise<Shown[]> {
	let before = -1;
	for (let quiet = 0; quiet < 4; ) {
		await new Promise((resolve) => setTimeout(resolve, 50));
		const now = JSON.stringify(session.shown()).length;
		quiet = now === before ? quiet + 1 : 0;
		before = now;
	}
	return done(session.shown());
}
