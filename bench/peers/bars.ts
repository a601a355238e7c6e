import { type Results, table } from "./report.ts";
import type { Summary } from "./summary.ts";

type Bar = { what: string; limit: number; unit: string; of: (summary: Summary) => number };

/** What the search promises at this many passages. */
export const barsAt = 10_000;

const blocked = (what: string, of: Bar["of"]): Bar => {
	return { what: `longest block of the event loop, ${what}`, limit: 50, unit: "ms", of };
};
const bars: readonly Bar[] = [
	{ what: "p99 of Arabic questions", limit: 15, unit: "ms", of: (s) => s.times.ar.p99 },
	{ what: "the same, processor time", limit: 15, unit: "ms", of: (s) => s.times.ar.busyP99 },
	{ what: "p99 of English questions", limit: 15, unit: "ms", of: (s) => s.times.en.p99 },
	{ what: "the same, processor time", limit: 15, unit: "ms", of: (s) => s.times.en.busyP99 },
	{ what: "p99 of Arabic questions to MiniSearch's", limit: 2, unit: "×", of: (s) => s.ratio.ar },
	{ what: "p99 of all questions to MiniSearch's", limit: 2, unit: "×", of: (s) => s.ratio.all },
	{ what: "snapshot load", limit: 500, unit: "ms", of: (s) => s.loadMs },
	{ what: "memory held", limit: 250, unit: "MB", of: (s) => s.heap / 1e6 },
	{ what: "memory that the process grows by", limit: 250, unit: "MB", of: (s) => s.rss / 1e6 },
	blocked("loading the language data", (s) => s.prepareBlockedMs),
	blocked("building", (s) => s.buildBlockedMs),
	blocked("loading the snapshot", (s) => s.loadBlockedMs),
	blocked("searching", (s) => s.searchBlockedMs),
];

/** Nothing where our own search was not measured at that size. */
export function barsTable(speed: Results["speed"]): string | undefined {
	const own = speed.get(barsAt)?.get("isnad");
	if (!own || typeof own === "string") return undefined;
	const rows = bars.map(({ what, limit, unit, of }) => {
		const value = of(own);
		const verdict = Number.isNaN(value) ? "not measured" : value < limit ? "yes" : "**no**";
		return [what, `${limit} ${unit}`, `${value.toFixed(1)} ${unit}`, verdict];
	});
	return table(["bar", "below", "measured", "met"], rows);
}
