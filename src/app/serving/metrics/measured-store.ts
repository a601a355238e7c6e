import { asIsnadError } from "../../../domain/errors.ts";
import type { Metrics } from "../../../domain/metrics.ts";
import type { Clock } from "../../../domain/ports.ts";
import type { SourceStore } from "../../../domain/sources.ts";
import type { Delivery, DeliveryLedger } from "../../../domain/state/delivery-ledger.ts";
import type { Store } from "../../../domain/state/store.ts";

/** The same store; its failures, the ends of deliveries and the looks at sources are counted. */
export function measuredStore(store: Store, metrics: Metrics, now: Clock): Store {
	const fails = (error: unknown) => metrics.storeFailed(asIsnadError(error).code);
	const parts = {
		of: (collection: string) => measuredStore(store.of(collection), metrics, now),
		settings: noting(store.settings, fails),
		views: noting(store.views, fails),
		threads: noting(store.threads, fails),
		inbox: noting(store.inbox, fails),
		changes: noting(store.changes, fails),
		feedback: noting(store.feedback, fails),
		tokens: noting(store.tokens, fails),
		subscriptions: noting(store.subscriptions, fails),
		installations: noting(store.installations, fails),
		sources: countedLooks(noting(store.sources, fails), metrics),
		deliveries: countedEnds(noting(store.deliveries, fails), metrics, now),
	};
	return instead(noting(store, fails), parts);
}

/** Tells of each rejection of its methods, and passes it on. */
function noting<T extends object>(of: T, fails: (error: unknown) => void): T {
	return new Proxy(of, {
		get(target, name) {
			const member: unknown = Reflect.get(target, name, target);
			if (typeof member !== "function") return member;
			return (...args: unknown[]): unknown => {
				const made: unknown = Reflect.apply(member, target, args);
				if (made instanceof Promise) made.catch(fails);
				return made;
			};
		},
	});
}

/** The same with these members in the place of its own. */
function instead<T extends object>(of: T, members: Partial<T>): T {
	return Object.assign(Object.create(of) as T, members);
}

function countedLooks(sources: SourceStore, metrics: Metrics): SourceStore {
	return instead(sources, {
		async save(source) {
			metrics.looked(source.lastProblem === null ? "read" : "failed");
			await sources.save(source);
		},
	});
}

/** Of a delivery that this process took: it is forgotten with its end, or when it is given back. */
function countedEnds(ledger: DeliveryLedger, metrics: Metrics, now: Clock): DeliveryLedger {
	const taken = new Map<string, Pick<Delivery, "platform" | "due">>();
	return instead(ledger, {
		async claim(...asked) {
			const row = await ledger.claim(...asked);
			if (row) taken.set(row.key, { platform: row.platform, due: row.due });
			return row;
		},
		async release(key, ...more) {
			taken.delete(key);
			return ledger.release(key, ...more);
		},
		async finish(key, lease, at, end, upTo) {
			const row = taken.get(key);
			taken.delete(key);
			const isEnded = await ledger.finish(key, lease, at, end, upTo);
			if (isEnded && row)
				metrics.delivered(
					{ platform: row.platform, outcome: end.state },
					Math.max(0, now() - row.due) / 1_000,
				);
			return isEnded;
		},
	});
}
