import type { Store } from "../../../src/domain/state/store.ts";
import type { World } from "../digest/world.ts";

/** What the simulation has to find: each breaks one promise of the state. */
export const faults = {
	"whoever lost a lease goes on": ({ deliveries, ...store }) => ({
		...store,
		deliveries: {
			...deliveries,
			ready: (platforms, now, _horizon, limit) => deliveries.ready(platforms, now, 0, limit),
			claim: async (key, lease, now, until) => {
				const row = await deliveries.get(key);
				// As if it had ended: whoever holds it is none the wiser.
				if (row?.lease)
					await deliveries.release(key, row.lease, now, { ...back, state: stateOf(row) });
				return deliveries.claim(key, lease, now, until);
			},
			async sending(key, lease, now, until, written) {
				const row = await deliveries.get(key);
				return deliveries.sending(key, row?.lease ?? lease, now, until, written);
			},
		},
	}),
	"a number is visible before a lower one": ({ changes, ...store }, world) => {
		const seen = new Map<number, number>();
		return {
			...store,
			changes: {
				...changes,
				async after(seq, limit) {
					const found = await changes.after(seq, limit);
					for (const one of found) if (!seen.has(one.seq)) seen.set(one.seq, world.now());
					const isLate = (one: number) =>
						one % 3 === 0 && world.now() - (seen.get(one) ?? 0) < 20_000;
					return found.filter((one) => !isLate(one.seq));
				},
			},
		};
	},
	"what may have been posted is not noted": ({ deliveries, ...store }) => ({
		...store,
		deliveries: {
			...deliveries,
			async sending(key, lease, now, until, written) {
				const isHeld = await deliveries.sending(key, lease, now, until, written);
				const row = await deliveries.get(key);
				if (isHeld && row?.attempts === 1)
					await deliveries.release(key, lease, now, { ...back, state: "pending" });
				return isHeld;
			},
		},
	}),
} as const satisfies Record<string, (store: Store, world: World) => Store>;
export type Fault = keyof typeof faults;

const back = { notBefore: 0, reason: "planted" };

function stateOf({ state }: { state: string }): "pending" | "sending" {
	return state === "sending" ? "sending" : "pending";
}
