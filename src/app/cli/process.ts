import { runCli } from "./cli.ts";
import { endSoon } from "./stopping.ts";

/** Runs the command line on the real process and ends it with the right status. */
export async function start(): Promise<void> {
	const stop = new AbortController();
	let stopped: NodeJS.Signals | undefined;
	for (const signal of ["SIGTERM", "SIGINT"] as const)
		process.once(signal, () => {
			stopped = signal;
			stop.abort(signal);
		});
	// A reader that went away (`isnad … | head`) is no failure; writes after it are dropped.
	for (const out of [process.stdout, process.stderr]) {
		out.on("error", (error: { code?: string }) => {
			if (error.code !== "EPIPE") throw error;
		});
	}
	const { stdin, stdout, stderr, env } = process;
	process.exitCode = await runCli(process.argv.slice(2), {
		stdin,
		stdout,
		stderr,
		env,
		cwd: process.cwd(),
		now: Date.now,
		signal: stop.signal,
	});
	// Standard input that is still open would keep the process alive.
	stdin.unref?.();
	if (stopped) endSoon(stopped);
}
