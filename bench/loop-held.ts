import { readFileSync } from "node:fs";

/** Milliseconds. */
export type Held = {
	/** By the clock. */
	clock: number;
	/** Of that time: on a processor, and in the queue for one while other threads had them. */
	own: number;
	queued: number;
	/** Longest that one turn was at work, whenever it was. */
	work: number;
};

/** How long the event loop was held at most: a timer of a millisecond came so late. */
export async function heldMs(during: () => Promise<void>): Promise<Held> {
	let longest = { clock: 0, own: 0, queued: 0 };
	let work = 0;
	let last = { at: performance.now(), ...scheduled() };
	const timer = setInterval(() => {
		const now = { at: performance.now(), ...scheduled() };
		work = Math.max(work, now.used - last.used);
		const clock = now.at - last.at - 1;
		if (clock > longest.clock)
			longest = { clock, own: now.used - last.used, queued: now.queued - last.queued };
		last = now;
	}, 1);
	await during();
	clearInterval(timer);
	const { clock, own, queued } = longest;
	return { clock: round(clock), own: round(own), queued: round(queued), work: round(work) };
}

/** Of this thread: milliseconds on a processor and in the queue for one (Linux; else 0). */
function scheduled(): { used: number; queued: number } {
	try {
		const text = readFileSync("/proc/thread-self/schedstat", "latin1");
		const [used = 0, queued = 0] = text.split(" ").map((ns) => Number(ns) / 1e6);
		return { used, queued };
	} catch {
		return { used: 0, queued: 0 };
	}
}

const round = (value: number) => Math.round(value * 10) / 10;
