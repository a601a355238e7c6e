/**
 * Segments over generated passages, beside today's index.
 *   npm run bench -- segments [--passages 1000000] [--questions 500] [--truth] [--folder DIR]
 * `--truth` compares all first tens with those of today's index over the same passages, which takes
 * 6 KB of memory for each. The bars of the large index are for a million passages and judged there alone;
 * that of the first tens wherever they were compared. Ends with 1 where one is missed.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { projectFolder } from "../../src/app/paths.ts";

const { values } = parseArgs({
	options: {
		passages: { type: "string", default: "1000000" },
		questions: { type: "string", default: "500" },
		truth: { type: "boolean", default: false },
		folder: { type: "string" },
	},
});
const bars = {
	...{ p99: 100, blocked: 20, rss: 900, ready: 5, change: 10, sameTopTen: 0.995 },
	/** Of the small index, times those of today's. */
	slower: 1.1,
};
/** What the times and the memory of the large index are held to their bars at. */
const judgedAt = 1_000_000;
/** Where today's index ends, and both are compared. */
const small = "20000";

const Times = z.object({
	...{ p50: z.number(), p99: z.number(), longest: z.number() },
	...{ cpu50: z.number(), cpu99: z.number() },
});
type Times = z.infer<typeof Times>;
const Blocked = z.object({
	...{ clock: z.number(), own: z.number(), queued: z.number(), work: z.number() },
});
const Memory = z.object({ rss: z.number(), peak: z.number() });
const reports = {
	build: z.object({ seconds: z.number(), fileMb: z.number() }),
	serve: z.object({
		...{ readySeconds: z.number(), atStart: Memory, end: Memory, blocked: Blocked },
		...{ first: Times, again: Times, adding: Times, added: z.number() },
	}),
	beside: z.object({
		today: z.array(z.object({ blocked: Blocked, times: Times })),
		segments: z.array(z.object({ blocked: Blocked, times: Times })),
		...{ sameTopTen: z.number(), exact: z.number() },
	}),
	filtered: z.object({
		columnsSeconds: z.number(),
		byColumns: z.object({ times: Times, judged: z.number() }),
		judgedAll: z.object({ times: Times, judged: z.number() }),
	}),
	truth: z.object({ rss: z.number() }),
	compare: z.object({ questions: z.number(), sameTopTen: z.number(), exact: z.number() }),
};

/** Each step in a process of its own: what one leaves in memory is not the next one's. */
function step<K extends keyof typeof reports>(name: K, folder: string, passages: string) {
	const args = [join(projectFolder, "bench/segments/steps.ts"), name, folder, passages];
	const heap = name === "truth" ? ["--max-old-space-size=16000"] : [];
	const { stdout, status } = spawnSync(process.execPath, [...heap, ...args, values.questions], {
		...{ cwd: projectFolder, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
	});
	if (status !== 0) throw new Error(`The step ${name} ended with ${status}.`);
	return reports[name].parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""));
}

/** The middle round of each: one alone is as much the machine as the index. */
const middle = (rounds: readonly { times: Times }[], of: "p50" | "p99") =>
	rounds.map(({ times }) => times[of]).sort((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? 0;
const load = () => loadavg()[0]?.toFixed(1);
const cells = ({ p50, p99, longest, cpu50, cpu99 }: Times) =>
	`${p50} / ${p99} | ${longest} | ${cpu50} / ${cpu99}`;
const head = (first: string) =>
	`| ${first} | p50 / p99 ms | longest ms | processor p50 / p99 ms | load |\n|---|---|---|---|---|`;
const temporary = mkdtempSync(join(tmpdir(), "isnad-segments-"));
try {
	const { passages, folder = join(temporary, "large") } = values;
	// A build that is there already is taken as it is: it takes minutes.
	const isThere = existsSync(join(folder, "segments"));
	const built = isThere ? null : reports.build.parse(step("build", folder, passages));
	console.log(
		`${passages} passages: ${built ? `built in ${built.seconds} s, files of ${built.fileMb} MB` : `as they lie in ${folder}`}\n`,
	);
	const copy = join(temporary, "served");
	cpSync(folder, copy, { recursive: true });
	const served = reports.serve.parse(step("serve", copy, passages));
	console.log(head("questions"));
	console.log(`| first time | ${cells(served.first)} | ${load()} |`);
	console.log(`| again | ${cells(served.again)} | ${load()} |`);
	console.log(`| with ${served.added} articles added | ${cells(served.adding)} | ${load()} |\n`);
	console.log(
		`ready ${served.readySeconds} s, RSS ${served.atStart.rss} MB, at the end ${served.end.rss} MB, event loop blocked ${served.blocked.clock} ms by the clock: ${served.blocked.own} ms at work, ${served.blocked.queued} ms in the queue for a processor; at work at most ${served.blocked.work} ms\n`,
	);
	const filtered = reports.filtered.parse(step("filtered", copy, passages));
	console.log(head("an outlet of one article in a thousand"));
	for (const [name, { times, judged }] of [
		["by columns", filtered.byColumns],
		["each passage asked about", filtered.judgedAll],
	] as const)
		console.log(`| ${name}, ${judged} judged | ${cells(times)} | ${load()} |`);
	console.log(`columns made in ${filtered.columnsSeconds} s, in turns\n`);
	let largeSame: number | null = null;
	if (values.truth) {
		const { rss } = reports.truth.parse(step("truth", folder, passages));
		const same = reports.compare.parse(step("compare", folder, passages));
		largeSame = same.sameTopTen;
		console.log(
			`same top 10 as today's index (${rss} MB): ${same.sameTopTen.toFixed(4)}, ${same.exact} of ${same.questions} to the last bit\n`,
		);
	}
	step("build", join(temporary, "small"), small);
	const beside = reports.beside.parse(step("beside", join(temporary, "small"), small));
	console.log(head(`${small} passages, every hit judged`));
	for (const [name, rounds] of [
		["today's index", beside.today],
		["segments", beside.segments],
	] as const)
		for (const { times, blocked } of rounds)
			console.log(
				`| ${name}, loop blocked ${blocked.clock} ms (${blocked.work} at work) | ${cells(times)} | ${load()} |`,
			);
	console.log(
		`\nsame top 10: ${beside.sameTopTen.toFixed(4)}, ${beside.exact} of ${values.questions} to the last bit`,
	);
	const slower = (["p50", "p99"] as const).map(
		(of) => middle(beside.segments, of) / middle(beside.today, of),
	);
	const [times50 = 0, times99 = 0] = slower;
	console.log(
		`middle rounds: ${times50.toFixed(2)} times today's p50, ${times99.toFixed(2)} times its p99`,
	);
	const isJudged = Number(passages) === judgedAt;
	const ofLarge = [
		served.again.p99 > bars.p99 && `p99 ${served.again.p99} ms`,
		served.blocked.clock > bars.blocked && `loop blocked ${served.blocked.clock} ms`,
		served.end.rss > bars.rss && `RSS ${served.end.rss} MB`,
		served.readySeconds > bars.ready && `ready after ${served.readySeconds} s`,
		served.adding.p99 - served.again.p99 > bars.change &&
			`p99 ${served.adding.p99} ms while articles are added`,
	];
	const missed = [
		...(isJudged ? ofLarge : []),
		largeSame !== null &&
			largeSame < bars.sameTopTen &&
			`same top 10 of ${passages} passages ${largeSame}`,
		Math.max(...slower) > bars.slower &&
			`${small} passages in ${Math.max(...slower).toFixed(2)} times the time`,
		beside.sameTopTen < bars.sameTopTen && `same top 10 ${beside.sameTopTen}`,
	].filter(Boolean);
	if (!isJudged) console.log(`\nTimes and memory are judged at ${judgedAt} passages alone.`);
	if (missed.length > 0) {
		console.log(`\nBars missed: ${missed.join("; ")}.`);
		process.exitCode = 1;
	}
} finally {
	rmSync(temporary, { recursive: true, force: true });
}
