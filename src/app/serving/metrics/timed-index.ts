import type { Metrics } from "../../../domain/metrics.ts";
import type { PassageIndex } from "../../../domain/passage-search.ts";

/** The same index; each search of it is timed. */
export function timedIndex(index: PassageIndex, metrics: Pick<Metrics, "searched">): PassageIndex {
	const search: PassageIndex["search"] = async (query, judge) => {
		const begun = performance.now();
		try {
			return await index.search(query, judge);
		} finally {
			metrics.searched((performance.now() - begun) / 1_000);
		}
	};
	return {
		get size() {
			return index.size;
		},
		get version() {
			return index.version;
		},
		add: (article) => index.add(article),
		exchange: (article) => index.exchange(article),
		remove: (id) => index.remove(id),
		search,
		warmUp: async () => index.warmUp?.(),
		close: async () => index.close?.(),
	};
}
