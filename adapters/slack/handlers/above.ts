import type { Above, Asker } from "../../../src/domain/chat.ts";
import type { Context } from "../context.ts";

/** A question waits no longer for the message above it, in milliseconds. */
const patienceMs = 3_000;

/**
 * The message at the head of the thread, where the text leaves unsaid what it is about; null where it
 * cannot be read, undefined where nothing above is meant.
 */
export async function aboveOf(
	{ desk, sleep, threads }: Context,
	{ channel, thread, text }: { channel: string; thread: string; text: string },
	asker: Asker,
): Promise<Above | null | undefined> {
	if (!(await desk.pointsAbove(text, asker))) return undefined;
	const over = new AbortController();
	const late = sleep(patienceMs, over.signal).then(() => null);
	const root = await Promise.race([threads.rootOf(channel, thread), late]);
	over.abort();
	return root?.above ?? null;
}
