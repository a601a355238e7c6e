import { IsnadError } from "../../domain/errors.ts";

/** How long what is in hand may take to end once the process is asked to, in milliseconds. */
export const graceMs = 1_200;
/** After that, how long output that is written already may take to be read. */
const flushMs = 200;

/** Commands that serve others until they are stopped: to be stopped is how they end well. */
const endsWell: ReadonlySet<string> = new Set(["serve", "chat", "mcp"]);

/**
 * The status of a command, or of its being left where it stands when it has not ended in time after
 * the signal: nothing that a stranger or a file holds open keeps a process alive. What was begun and
 * not finished is found again by whoever starts next, as after a crash. Errors: those of the
 * command; `stopped`.
 */
export async function untilStopped(
	command: string,
	work: Promise<number>,
	signal: AbortSignal,
	ms: number = graceMs,
): Promise<number> {
	const over = Promise.withResolvers<number>();
	let timer: NodeJS.Timeout | undefined;
	const begin = () => {
		timer = setTimeout(() => {
			if (endsWell.has(command)) over.resolve(0);
			else over.reject(new IsnadError("stopped", `${command} was stopped before it was done.`));
		}, ms);
	};
	if (signal.aborted) begin();
	else signal.addEventListener("abort", begin, { once: true });
	// Left behind, it may still fail: nobody is told any more.
	work.catch(() => {});
	try {
		return await Promise.race([work, over.promise]);
	} finally {
		signal.removeEventListener("abort", begin);
		clearTimeout(timer);
	}
}

/** Requests and threads that Node waits for at its end, whatever they wait for themselves. */
const holding =
	/^(FSReq|FileHandle|GetAddrInfo|GetNameInfo|QueryReq|MessagePort|Worker|Random|Zlib)/;

/**
 * Ends the process where something is still open once its command has ended. Where Node itself would
 * wait for it, the signal ends the process as if the program did not listen for it.
 */
export function endSoon(stopped: NodeJS.Signals): void {
	setTimeout(() => {
		const held = process.getActiveResourcesInfo().some((name) => holding.test(name));
		if (!held) process.exit();
		process.removeAllListeners(stopped);
		process.kill(process.pid, stopped);
	}, flushMs).unref();
}
