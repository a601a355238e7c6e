/**
 * Dates of public suites, read by this project and by chrono-node in the same run.
 *   node bench/dates/main.ts [--all] [--list false|missed|coarser] [--suite NAME] [--lang ar|en] [--week 1]
 * `--all`: also what no news report holds. `--list`: the cases of that verdict. `--week`: the first day
 * of the week for both languages (0 is Sunday); the suites count from Monday, which is the default here.
 */
import { parseArgs } from "node:util";
import { loadDateFinder } from "../../src/app/load/language-data.ts";
import { indexDataFolder } from "../../src/app/paths.ts";
import { casesFile, type DateCase, readCases } from "./cases.ts";
import { chronoReadings, ownReadings } from "./peers.ts";
import { type Verdict, verdictOf, verdicts } from "./verdict.ts";

const { values: options } = parseArgs({
	options: {
		all: { type: "boolean", default: false },
		list: { type: "string" },
		suite: { type: "string" },
		lang: { type: "string" },
		week: { type: "string", default: "1" },
	},
});
const cases = readCases(options.all);
if (!cases) throw new Error(`This benchmark needs ${casesFile}.`);
const chosen = cases.filter(
	({ suite, lang }) =>
		(options.suite ?? suite) === suite && (options.lang ?? lang) === (lang as string),
);
const finder = await loadDateFinder(indexDataFolder);

const peers: Record<string, (one: DateCase) => Verdict> = {
	isnad: (one) => verdictOf(one, ownReadings(finder, one, Number(options.week))),
	"chrono-node": (one) => verdictOf(one, chronoReadings(one)),
};

/** One row for each group: how many cases, and what share of them had which verdict, in percent. */
function print(name: string, groups: Map<string, DateCase[]>): void {
	console.log(`\n| ${name} | cases | ${Object.keys(peers).map(headOf).join(" | ")} |`);
	console.log(
		`|---|---|${Object.keys(peers)
			.map(() => "---|".repeat(verdicts.length))
			.join("")}`,
	);
	for (const [group, of] of groups) {
		const cells = Object.values(peers).flatMap((verdict) => {
			const got = of.map(verdict);
			return verdicts.map((one) => percent(got.filter((v) => v === one).length, of.length));
		});
		console.log(`| ${group} | ${of.length} | ${cells.join(" | ")} |`);
	}
}

function headOf(peer: string): string {
	return verdicts.map((verdict) => `${peer} ${verdict}`).join(" | ");
}

function percent(part: number, of: number): string {
	return ((100 * part) / of).toFixed(1);
}

print(
	"suite",
	Map.groupBy(chosen, ({ suite, lang }) => `${suite} ${lang}`),
);
print(
	"kind",
	Map.groupBy(chosen, ({ kind, lang }) => `${kind} ${lang}`),
);
if (options.list)
	for (const one of chosen) {
		if (peers["isnad"]?.(one) !== options.list) continue;
		const found = ownReadings(finder, one, Number(options.week));
		const read = found.map(({ days }) => `${days.from}/${days.to}`).join(" ");
		console.log(
			`${one.lang} ${one.kind} | ${one.text} | ${one.exprText} | ${one.ref} | ${read} | ${one.expect.map(({ from, to }) => `${from}/${to}`).join(" ")}`,
		);
	}
