import type { Store } from "../../../src/domain/state/store.ts";
import { subscribed, type World } from "../digest/world.ts";
import { isTrouble } from "./link.ts";

/** Where everybody asks for digests at once, and how many there may be. */
export const crowded = { platform: "slack", channel: "crowd", most: 3 } as const;
const everyMs = 30_000;

type Asking = {
	/** Of the process that is asked. */
	name: string;
	world: World;
	store: Pick<Store, "subscriptions">;
	/** Resolves where the process is at work. */
	alive(): Promise<void>;
};

/**
 * People who ask for a digest in one channel, through every process at the same moment, and take some
 * away where there is no room. Paused, so that none falls due.
 */
export async function askTogether({ name, world, store, alive }: Asking): Promise<void> {
	for (let n = 0; ; n++) {
		await world.sleep(everyMs - (world.now() % everyMs));
		await alive();
		const id = `${name}-${n}`.replaceAll("-", "x");
		const { platform, channel } = crowded;
		const place = { platform, channel, space: "T1", thread: null };
		const added = subscribed(id, "slack", { place, paused: "asked" });
		await orAway(async () => {
			if (!(await store.subscriptions.add(added, crowded.most))) await makeRoom(store);
		});
	}
}

async function makeRoom({ subscriptions }: Pick<Store, "subscriptions">): Promise<void> {
	const there = await subscriptions.ofChannel(crowded.platform, crowded.channel);
	for (const { id } of there.slice(0, 2)) await subscriptions.remove(id);
}

async function orAway(work: () => Promise<void>): Promise<void> {
	await work().catch((error) => {
		if (!isTrouble(error)) throw error;
	});
}
