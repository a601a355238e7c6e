import type { Store } from "../domain/store.ts";

const dayMs = 86_400_000;
/** How long each is of use: buttons under an answer, a thread's last question, a delivery's repeats. */
const keptDays = { views: 90, threads: 30, inbox: 3 } as const;

/** Drops what nobody asks for any more; how many rows. */
export async function pruneStore(
	{ views, threads, inbox }: Pick<Store, "views" | "threads" | "inbox">,
	now: number,
): Promise<number> {
	return (
		(await views.dropBefore(now - keptDays.views * dayMs)) +
		(await threads.dropBefore(now - keptDays.threads * dayMs)) +
		(await inbox.dropBefore(now - keptDays.inbox * dayMs))
	);
}
