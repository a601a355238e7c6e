/**
 * How many translations the checks drop, by what was changed in them: pairs of another hand, one JSON
 * object a line, `{"lang": of the original, "original", "gloss", "kind": "right" or what was changed}`.
 *   node bench/gloss-pairs.ts FILE… [--misses KIND]
 */
import { parseArgs } from "node:util";
import { loadGlossReaders } from "../src/app/load/gloss-readers.ts";
import { loadSearchData } from "../src/app/load/search-data.ts";
import { namesOver } from "../src/app/load/who.ts";
import { faultOf } from "../src/gloss/check-gloss.ts";
import { readPairs } from "./gloss/pairs.ts";

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { misses: { type: "string" } },
});
if (positionals.length === 0) {
	console.error(
		"No pairs to look at: give files of them, as the head of bench/gloss-pairs.ts says.",
	);
	process.exit(1);
}
const data = await loadSearchData("index-data");
const readers = await loadGlossReaders("index-data", data, await namesOver(data));

type Count = { all: number; dropped: number; faults: Map<string, number> };
const counts = new Map<string, Count>();
const count = (key: string, fault: string | null) => {
	const known = counts.get(key) ?? { all: 0, dropped: 0, faults: new Map() };
	counts.set(key, known);
	known.all++;
	if (fault === null) return;
	known.dropped++;
	known.faults.set(fault, (known.faults.get(fault) ?? 0) + 1);
};

for (const { kind, translated } of positionals.flatMap(readPairs)) {
	const { from, to, text, gloss } = translated;
	const fault = faultOf(translated, readers);
	count(`${kind} ${from} → ${to}`, fault);
	count(kind === "right" ? "all right" : "all wrong", fault);
	if (values.misses === kind && (kind === "right") === (fault !== null))
		console.log([fault ?? "kept", text, gloss].join("\n  "));
}
console.log("| pairs | count | dropped | share | for |");
console.log("| --- | ---: | ---: | ---: | --- |");
for (const [key, { all, dropped, faults }] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
	const reasons = [...faults].map(([fault, times]) => `${fault} ${times}`).join(", ");
	const share = `${((100 * dropped) / all).toFixed(1)} %`;
	console.log(`| ${[key, all, dropped, share, reasons].join(" | ")} |`);
}
