import { parseArgs } from "node:util";
import type { LoadReport } from "../tests/servers/slack/load.ts";
import { type Mode, type ProcessorTime, type Running, start } from "./slack/processes.ts";

/**
 * Slack under load, over the wire, server and bot in processes of their own:
 * `node bench/slack-load.ts` asks 1,000 commands 50 at a time, delivers 150 three times, and asks
 * through refreshes of the sockets, in both modes; `--minutes 10` asks 20 a second for so long and
 * watches the bot's memory; `--profile DIR` leaves there what the bot's time went to. Exits with 1 where a bar is missed.
 */
const { values } = parseArgs({
	options: { minutes: { type: "string" }, mode: { type: "string" }, profile: { type: "string" } },
});
const missed: string[] = [];
/** How a figure and its bound have to be to each other. */
const holds = {
	most: (value: number, bound: number) => value <= bound,
	least: (value: number, bound: number) => value >= bound,
	exactly: (value: number, bound: number) => value === bound,
};
const modes: Mode[] =
	values.mode === "http" || values.mode === "socket" ? [values.mode] : ["socket", "http"];

for (const mode of values.minutes ? modes.slice(0, 1) : modes) {
	const running = await start({ mode, profile: values.profile });
	try {
		if (values.minutes) await soak(running, Number(values.minutes));
		else await measure(running, mode);
		const { violations } = await running.order<{ violations: string[] }>("/state");
		bar(`${mode}: rules of Slack broken`, violations.length, 0);
		for (const violation of violations.slice(0, 5)) console.log(`  ${violation}`);
	} finally {
		const status = await running.stop();
		bar(`${mode}: exit status after SIGTERM`, status ?? -1, 0);
	}
}
if (missed.length > 0) console.log(`\nmissed: ${missed.join("; ")}`);
process.exitCode = missed.length > 0 ? 1 : 0;

async function measure({ order, processor }: Running, mode: Mode): Promise<void> {
	await order("/load", { count: 50, atOnce: 5 });
	const before = await processor();
	const all = await order<LoadReport>("/load", { count: 1_000, atOnce: 50 });
	const after = await processor();
	print(`${mode}: 1,000 commands, 50 at a time`, all);
	const each = (who: keyof ProcessorTime) => ((after[who] - before[who]) / all.answered).toFixed(1);
	console.log(
		`  processor time an answer: bot ${each("bot")} ms, Slack and people ${each("server")} ms`,
	);
	const aSecond = Math.round(all.answered / all.seconds);
	bar(`${mode}: answers a second`, aSecond, 200, "least");
	bar(`${mode}: answered once`, all.answered - all.doubled, 1_000, "exactly");
	bar(`${mode}: acknowledgement p99, ms`, all.acknowledged.p99, 300);
	bar(`${mode}: answer p99, ms`, all.answer.p99, 1_000);

	const again = await order<LoadReport>("/load", { count: 150, atOnce: 25, deliveries: 3 });
	print(`${mode}: 150 commands, each delivered three times`, again);
	bar(`${mode}: doubled in 300 redeliveries`, again.doubled, 0);
	bar(`${mode}: lost in 300 redeliveries`, again.lost, 0);

	if (mode !== "socket") return;
	// Slack gives about ten seconds; three are given here.
	const renewing = setInterval(() => void order("/refresh", { closeAfterMs: 3_000 }), 5_000);
	const through = await order<LoadReport>("/load", { count: 400, perSecond: 20 });
	clearInterval(renewing);
	print("socket: 20 a second while the sockets are refreshed every 5 s", through);
	bar("socket: lost through refreshes", through.lost, 0);
	bar("socket: acknowledgement through refreshes, longest, ms", through.acknowledged.max, 1_000);
}

async function soak({ order, memory }: Running, minutes: number): Promise<void> {
	await order("/load", { count: 200, perSecond: 20 });
	const samples: number[] = [];
	for (let minute = 0; minute < minutes; minute++) {
		const report = await order<LoadReport>("/load", { count: 1_200, perSecond: 20 });
		samples.push(await memory());
		print(`minute ${minute + 1}, ${samples.at(-1)} MB`, report);
		bar(`minute ${minute + 1}: lost`, report.lost, 0);
	}
	// The first minutes fill caches; from then on it may not grow.
	const early = Math.max(...samples.slice(0, Math.ceil(minutes / 3)));
	const late = Math.max(...samples.slice(-Math.ceil(minutes / 3)));
	bar(`memory of the last third beside the first (${early} MB), growth in MB`, late - early, 10);
}

function print(what: string, { sent, answered, acknowledged, answer, seconds }: LoadReport): void {
	const spread = ({ p50, p99, max }: LoadReport["answer"]) => `${p50} / ${p99} / ${max} ms`;
	console.log(
		`${what}: ${answered} of ${sent} answered in ${seconds} s; acknowledged ${spread(acknowledged)}, answered ${spread(answer)} (p50 / p99 / longest)`,
	);
}

function bar(what: string, value: number, bound: number, how: keyof typeof holds = "most"): void {
	const ok = holds[how](value, bound);
	if (!ok) missed.push(`${what} ${value}`);
	console.log(`  ${ok ? "ok  " : "MISS"} ${what}: ${value} (${how} ${bound})`);
}
