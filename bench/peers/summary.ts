import type { Language } from "../../src/domain/sets/languages.ts";
import type { Run } from "./run.ts";
import { median } from "./watch.ts";

type Times = { p50: number; p99: number; busyP99: number };

/** Medians over the rounds of one engine at one size. Times in milliseconds, memory in bytes. */
export type Summary = {
	prepareMs: number;
	prepareBlockedMs: number;
	buildMs: number;
	buildBlockedMs: number;
	loadMs: number;
	loadBlockedMs: number;
	searchBlockedMs: number;
	/** Of a process that loaded the index and answered questions. */
	heap: number;
	rss: number;
	/** The most that the process of the two needed. */
	peakRss: number;
	/** Fewer than were to be asked where the engine took too long. */
	asked: number;
	times: Record<Language | "all", Times>;
	/** p99 in each round over the base's in the same round. */
	ratio: Record<Language | "all", number>;
};

const kinds = ["ar", "en", "all"] as const;

/** `base`: the runs of the engine that others are compared with, round by round. */
export function summarise(runs: readonly Run[], base: readonly Run[]): Summary {
	const over = (figure: (run: Run) => number) => median(runs.map(figure));
	const byKind = <T>(of: (kind: Language | "all") => T) =>
		Object.fromEntries(kinds.map((kind) => [kind, of(kind)])) as Record<Language | "all", T>;
	const latency = (run: Run | undefined, kind: Language | "all") =>
		run?.build.latency?.[kind] ?? {
			asked: 0,
			p50: Number.NaN,
			p99: Number.NaN,
			busyP99: Number.NaN,
			blockedMs: Number.NaN,
		};
	return {
		prepareMs: over(({ load }) => load.prepareMs),
		prepareBlockedMs: over(({ load }) => load.prepareBlockedMs),
		buildMs: over(({ build }) => build.ms),
		buildBlockedMs: over(({ build }) => build.blockedMs),
		loadMs: over(({ load }) => load.ms),
		loadBlockedMs: over(({ load }) => load.blockedMs),
		searchBlockedMs: over((run) => latency(run, "all").blockedMs),
		heap: over(({ load }) => load.heap),
		rss: over(({ load }) => load.rss),
		peakRss: over(({ load }) => load.peakRss),
		asked: over((run) => latency(run, "all").asked),
		times: byKind((kind) => ({
			p50: over((run) => latency(run, kind).p50),
			p99: over((run) => latency(run, kind).p99),
			busyP99: over((run) => latency(run, kind).busyP99),
		})),
		ratio: byKind((kind) =>
			median(runs.map((run, round) => latency(run, kind).p99 / latency(base[round], kind).p99)),
		),
	};
}
