import { trigrams } from "../language/ngrams.ts";
import { withoutArticle } from "../language/stem-arabic.ts";
import { isArabic, languageOf, tokens } from "../language/tokens.ts";
import type { Group } from "./groups.ts";
import type { Scores } from "./score.ts";
import type { PassageStore } from "./store.ts";

export const reranking = { depth: 200, article: 0.2, window: 0.4, gram: 0.2, gramK: 1.2, gramB: 0.5, windowWords: 20, pair: 0.5, pairGap: 4, articleTop: 3 };

const gramCache = new WeakMap<PassageStore, { docs: Map<string, number>[]; df: Map<string, number>; avg: number }>();
function gramsOf(word: string): string[] {
	const bare = isArabic(word) ? withoutArticle(word) : word;
	return trigrams(bare);
}
function gramStore(store: PassageStore) {
	let c = gramCache.get(store);
	if (c) return c;
	const df = new Map<string, number>();
	let total = 0;
	const docs = store.passages.map((p) => {
		const m = new Map<string, number>();
		for (const id of p?.words ?? []) if (store.words.term(id)) for (const g of gramsOf(store.words.word(id))) m.set(g, (m.get(g) ?? 0) + 1);
		for (const g of m.keys()) df.set(g, (df.get(g) ?? 0) + 1);
		total += m.size;
		return m;
	});
	c = { docs, df, avg: total / docs.length };
	gramCache.set(store, c);
	return c;
}

export function rerank(text: string, groups: readonly Group[], scores: Scores, store: PassageStore): Map<number, number> {
	const out = new Map(scores.total);
	if (reranking.article > 0) {
		const best = new Map<string, number[]>();
		for (const [number, score] of scores.total) {
			const id = store.passages[number]?.article.id ?? "";
			const list = best.get(id);
			if (list) list.push(score);
			else best.set(id, [score]);
		}
		const mean = new Map<string, number>();
		for (const [id, list] of best) {
			list.sort((a, b) => b - a);
			let s = 0;
			for (let i = 0; i < reranking.articleTop; i++) s += list[i] ?? 0;
			mean.set(id, s / reranking.articleTop);
		}
		for (const [number, score] of scores.total) {
			out.set(number, score + reranking.article * (mean.get(store.passages[number]?.article.id ?? "") ?? 0));
		}
	}
	if (reranking.gram > 0) {
		const q = new Map<string, number>();
		for (const t of tokens(text)) {
			if (store.words.isStop(t.text)) continue;
			for (const g of gramsOf(t.text)) q.set(g, 1);
		}
		const all = gramStore(store);
		for (const [number, score] of out) {
			const tf = all.docs[number];
			const stored = store.passages[number];
			if (!tf || !(stored?.passage.paraphrase || stored?.article.language === languageOf(text))) continue;
			let s = 0;
			for (const g of q.keys()) {
				const f = tf.get(g);
				if (!f) continue;
				const df = all.df.get(g) ?? 0;
				const idf = Math.log(1 + (store.size - df + 0.5) / (df + 0.5));
				s += idf * (f * (reranking.gramK + 1)) / (f + reranking.gramK * (1 - reranking.gramB + reranking.gramB * tf.size / all.avg));
			}
			out.set(number, (out.get(number) ?? 0) + reranking.gram * s);
		}
	}
	if (reranking.window === 0 && reranking.pair === 0) return out;
	const terms = new Map<string, { group: number; weight: number }[]>();
	groups.forEach((group, g) => {
		for (const alternative of group.alternatives) {
			for (const term of alternative.terms) {
				const w = alternative.weight / alternative.terms.length;
				const list = terms.get(term) ?? [];
				const same = list.find((x) => x.group === g);
				if (same) same.weight = Math.max(same.weight, w);
				else list.push({ group: g, weight: w });
				terms.set(term, list);
			}
		}
	});
	const top = [...out].sort((a, b) => b[1] - a[1]).slice(0, reranking.depth);
	for (const [number, score] of top) {
		const stored = store.passages[number];
		if (!stored) continue;
		const events: { at: number; group: number; weight: number }[] = [];
		stored.words.forEach((id, at) => {
			const found = terms.get(store.words.term(id));
			if (found) for (const f of found) events.push({ at, ...f });
		});
		let bonus = 0;
		if (reranking.window > 0) {
			let bestWindow = 0;
			for (let i = 0; i < events.length; i++) {
				const seen = new Map<number, number>();
				for (let j = i; j < events.length; j++) {
					const e = events[j];
					if (!e || e.at - (events[i]?.at ?? 0) > reranking.windowWords) break;
					seen.set(e.group, Math.max(seen.get(e.group) ?? 0, e.weight));
				}
				let s = 0;
				for (const [g, w] of seen) s += (scores.found[g]?.idf ?? 0) * w;
				bestWindow = Math.max(bestWindow, s);
			}
			bonus += reranking.window * bestWindow;
		}
		if (reranking.pair > 0) {
			const pairs = new Map<number, number>();
			for (let i = 0; i < events.length; i++) {
				for (let j = i + 1; j < events.length; j++) {
					const a = events[i];
					const b = events[j];
					if (!a || !b || b.at - a.at > reranking.pairGap) break;
					if (Math.abs(a.group - b.group) !== 1 || a.at === b.at) continue;
					const key = Math.min(a.group, b.group);
					const v = (Math.min(scores.found[a.group]?.idf ?? 0, scores.found[b.group]?.idf ?? 0) * Math.min(a.weight, b.weight)) / (b.at - a.at);
					pairs.set(key, Math.max(pairs.get(key) ?? 0, v));
				}
			}
			for (const v of pairs.values()) bonus += reranking.pair * v;
		}
		out.set(number, score + bonus);
	}
	return out;
}
