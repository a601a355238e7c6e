import type { CollectionMap } from "../../domain/collection.ts";
import type { Subscription, SubscriptionStore } from "../../domain/digest.ts";

const pageSize = 200;

/**
 * Pauses digests of a collection in places that another one answers since, so that nothing of it is
 * told there; how many. They go on by `resume`, once their place is of this collection again.
 */
export async function pauseMoved(
	store: Pick<SubscriptionStore, "page" | "change">,
	collection: string,
	map: CollectionMap,
): Promise<number> {
	let paused = 0;
	for await (const one of everyOne(store)) {
		if (one.paused !== null || map.of(one.place) === collection) continue;
		await store.change(one.id, { paused: "moved" });
		paused++;
	}
	return paused;
}

/** Every subscription, page by page. */
export async function* everyOne(
	store: Pick<SubscriptionStore, "page">,
): AsyncGenerator<Subscription> {
	for (let after = ""; ; ) {
		const page = await store.page(after, pageSize);
		yield* page;
		const last = page.at(-1);
		if (!last || page.length < pageSize) return;
		after = last.id;
	}
}
