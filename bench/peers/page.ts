import { barsAt, barsTable } from "./bars.ts";
import { type EngineName, engines } from "./engines.ts";
import { growthTable, machine, qualityTable, type Results, speedTable } from "./report.ts";

const count = (value: number) => value.toLocaleString("en");

/** The results as a page of Markdown. */
export function page(results: Results): string {
	return `${[...introduction(results), ...quality(results), ...speed(results), ...bars(results)].join("\n\n")}\n`;
}

function introduction({ missing }: Results): string[] {
	const lines = Object.entries(engines).map(([name, { title, setup }]) => {
		const why = missing.get(name as EngineName);
		return `- ${title}: ${setup}${why ? ` (left out: ${why})` : ""}`;
	});
	return [
		"# This search beside others",
		"Written by `npm run bench -- peers --write docs/search-benchmark.md`: every engine in one run, on the same machine, with the same passages and questions.",
		`Machine: ${machine()}.`,
		lines.join("\n"),
	];
}

function quality({ quality }: Results): string[] {
	if (typeof quality === "string") return ["## Quality", `Left out: ${quality}`];
	const [any] = quality.values();
	const asked = `${any?.ar.questions} Arabic and ${any?.en.questions} English questions`;
	return [
		"## Quality",
		`XQuAD: ${asked} about 240 Arabic paragraphs; figures in percent. An engine without a lexicon finds an Arabic passage for an English question only by figures and Latin names.`,
		qualityTable(quality),
	];
}

function speed({ speed, questions, rounds }: Results): string[] {
	const out = [
		"## Speed",
		[
			`Generated passages of 50 to 90 Arabic words, ${questions} Arabic and ${questions} English questions, ten hits each; an engine that takes too long is asked for ten seconds in each language. Medians over the rounds.`,
			"- Build and load: each in a process of its own. Load is from what the engine keeps on disk (of PostgreSQL: the start of its server), and the loaded index must answer as the built one did.",
			"- Longest block: of the event loop, by `monitorEventLoopDelay`.",
			"- Memory: what a process grows by that loads the index and answers 120 questions, passages not counted: live objects and buffers, and resident memory with what the collector has not given back. Of PostgreSQL with its server, of SQLite only resident memory says anything.",
			"- To MiniSearch: ratios within a round, then their median.",
		].join("\n"),
	];
	for (const [passages, of] of speed) {
		const n = rounds(passages);
		out.push(
			`### ${count(passages)} passages, ${n} ${n === 1 ? "round" : "rounds"}`,
			speedTable(of),
		);
	}
	if (speed.size > 1) out.push("### Growth", growthTable(speed));
	return out;
}

function bars({ speed }: Results): string[] {
	const bars = barsTable(speed);
	if (!bars) return [];
	const how =
		"Processor time is that of the main thread: on a machine with other work it says what a clock does not.";
	return [`## Bars at ${count(barsAt)} passages`, how, bars];
}
