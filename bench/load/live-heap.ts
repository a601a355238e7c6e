/**
 * Loaded before the program that is measured: at SIGUSR2 it takes away what is dead and tells in a line
 * on standard error what is left, in megabytes. What the process holds besides is a matter of when
 * the engine looks.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { isMainThread } from "node:worker_threads";

if (isMainThread) {
	setFlagsFromString("--expose-gc");
	const collect = runInNewContext("gc") as () => void;
	process.on("SIGUSR2", () => {
		collect();
		const { heapUsed, external } = process.memoryUsage();
		const megabytes = Math.round((heapUsed + external) / 2 ** 20);
		process.stderr.write(`${JSON.stringify({ level: "debug", msg: "live heap", megabytes })}\n`);
	});
}
