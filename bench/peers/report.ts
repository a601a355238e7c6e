import { availableParallelism } from "node:os";
import { type EngineName, engines } from "./engines.ts";
import type { BothLanguages } from "./quality.ts";
import type { Summary } from "./summary.ts";

export type Results = {
	/** Engines that were not measured, and why. */
	missing: ReadonlyMap<EngineName, string>;
	/** A sentence where the questions are absent. */
	quality: ReadonlyMap<EngineName, BothLanguages> | string;
	/** By passages, then by engine; a sentence where the engine failed. */
	speed: ReadonlyMap<number, ReadonlyMap<EngineName, Summary | string>>;
	/** In each language, on generated passages. */
	questions: number;
	/** How often each was measured, by passages. */
	rounds: (passages: number) => number;
};

type Row = readonly (string | number)[];

export function table(head: Row, rows: readonly Row[]): string {
	return [head, head.map((_, column) => (column === 0 ? "---" : "--:")), ...rows]
		.map((row) => `| ${row.join(" | ")} |`)
		.join("\n");
}

const ms = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(1));
const mb = (value: number) => (Math.max(0, value) / 1e6).toFixed(0);
const times = (value: number) => (Number.isFinite(value) ? `${value.toFixed(2)} ×` : "–");
const percent = (value: number) => (100 * value).toFixed(1);
const count = (value: number) => value.toLocaleString("en");

export function machine(): string {
	return `${availableParallelism()} cores, Node ${process.versions.node}`;
}

export function qualityTable(quality: ReadonlyMap<EngineName, BothLanguages>): string {
	const base = quality.get("minisearch");
	const row = (name: EngineName, { ar, en }: BothLanguages): Row => [
		engines[name].title,
		percent(ar.ndcg10),
		percent(ar.recall10),
		times(ar.ndcg10 / (base?.ar.ndcg10 ?? Number.NaN)),
		percent(en.ndcg10),
		percent(en.recall10),
		times(en.ndcg10 / (base?.en.ndcg10 ?? Number.NaN)),
	];
	const head = [
		"engine",
		"Arabic nDCG@10",
		"recall@10",
		"to MiniSearch",
		"English nDCG@10",
		"recall@10",
		"to MiniSearch",
	];
	return table(
		head,
		[...quality].map(([name, both]) => row(name, both)),
	);
}

export function speedTable(of: ReadonlyMap<EngineName, Summary | string>): string {
	const row = (name: EngineName, s: Summary | string): Row => {
		if (typeof s === "string") return [engines[name].title, s];
		return [
			engines[name].title,
			ms(s.buildMs),
			ms(s.loadMs),
			[s.buildBlockedMs, s.loadBlockedMs, s.searchBlockedMs].map(ms).join(" / "),
			`${mb(s.heap)} / ${mb(s.rss)}`,
			`${ms(s.times.ar.p50)} / ${ms(s.times.ar.p99)}`,
			times(s.ratio.ar),
			`${ms(s.times.en.p50)} / ${ms(s.times.en.p99)}`,
			times(s.ratio.all),
		];
	};
	const head = [
		"engine",
		"build ms",
		"load ms",
		"longest block ms: build / load / search",
		"memory MB: held / process",
		"Arabic p50 / p99 ms",
		"p99 to MiniSearch",
		"English p50 / p99 ms",
		"p99 of all to MiniSearch",
	];
	return table(
		head,
		[...of].map(([name, s]) => row(name, s)),
	);
}

/** How much more of everything the largest corpus takes than the smallest. */
export function growthTable(speed: Results["speed"]): string {
	const sizes = [...speed.keys()].sort((a, b) => a - b);
	const [small = 0, large = 0] = [sizes[0], sizes.at(-1)];
	const rows = [...(speed.get(small) ?? [])].flatMap(([name, s]): Row[] => {
		const l = speed.get(large)?.get(name);
		if (typeof s === "string" || l === undefined || typeof l === "string") return [];
		const grown = (figure: (of: Summary) => number) => `${(figure(l) / figure(s)).toFixed(1)} ×`;
		return [
			[
				engines[name].title,
				grown((of) => of.buildMs),
				grown((of) => of.loadMs),
				grown((of) => of.rss),
				grown((of) => of.times.ar.p50),
				grown((of) => of.times.ar.p99),
			],
		];
	});
	const head = ["engine", "build", "load", "process memory", "Arabic p50", "Arabic p99"];
	const title = `From ${count(small)} to ${count(large)} passages (${(large / small).toFixed(0)} × as many)`;
	return `${title}:\n\n${table(head, rows)}`;
}
