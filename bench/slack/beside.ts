import { parseArgs } from "node:util";
import type { LoadReport } from "../../tests/servers/slack/load.ts";
import { type Running, start } from "./processes.ts";

/**
 * The bot of another checkout beside this one's, over HTTP, in turns of 500 commands:
 * `npm run bench -- slack-beside --checkout DIR`. What else runs on the machine takes from both alike, so
 * that the ratio of their processor times holds where neither figure does.
 */
const { values } = parseArgs({
	options: {
		checkout: { type: "string" },
		turns: { type: "string", default: "5" },
		atOnce: { type: "string", default: "8" },
	},
});
const { checkout } = values;
if (!checkout) throw new Error("--checkout DIR is missing: the folder of another checkout.");
const atOnce = Number(values.atOnce);
const count = 500;

const bots = {
	other: await start({ mode: "http", checkout }),
	this: await start({ mode: "http" }),
};
const spent = { other: 0, this: 0 };
try {
	for (const running of Object.values(bots)) await running.order("/load", { count, atOnce });
	for (let turn = 0; turn < Number(values.turns); turn++)
		for (const name of ["other", "this"] as const) spent[name] += await measured(name, bots[name]);
} finally {
	for (const running of Object.values(bots)) await running.stop();
}
console.log(`processor time of this bot to the other's: ${(spent.this / spent.other).toFixed(2)}`);

async function measured(name: string, { order, processor }: Running): Promise<number> {
	const before = await processor();
	const report = await order<LoadReport>("/load", { count, atOnce });
	const after = await processor();
	const bot = (after.bot - before.bot) / count;
	const server = (after.server - before.server) / count;
	const { acknowledged, answer, seconds } = report;
	console.log(
		`${name}: bot ${bot.toFixed(2)} ms an answer, Slack and people ${server.toFixed(2)} ms; ${Math.round(count / seconds)} a second; p99 ${acknowledged.p99} and ${answer.p99} ms`,
	);
	return bot;
}
