import { hashOf, mix } from "../../sequence/hash.ts";
import type { PassageReading } from "../../sequence/passage-reading.ts";
import { keysAt } from "../../sequence/passage-view.ts";
import { coarseKeys, coarseOf, outlineKey } from "../coarse.ts";
import { tieFeatures } from "../link.ts";
import type { ContentPieces, Stretch } from "../parts.ts";
import { type SourceCandidate, statementAt } from "./source-candidates.ts";

/**
 * The keys of each candidate for the words that name who said a content, and last those of "none".
 * Besides where it stands: how the words begin and end, what their outline is, and how far the
 * sequence model and the rules agree with just this stretch.
 */
export function sourceFeatures(
	reading: PassageReading,
	content: ContentPieces,
	cue: Stretch | undefined,
	candidates: readonly SourceCandidate[],
): number[][] {
	const { view, parts, rules, source } = reading;
	const places = tieFeatures(view, parts, content, "source", candidates);
	const classes = coarseOf(view);
	const begin = content.pieces[0]?.from ?? 0;
	const statement = statementAt(rules, content);
	const each = oddsIn(source);
	const odds = candidates.map((c) => oddsOf(each, c));
	const best = Math.max(...odds, 0);
	const keysOf = (t: number) => keysAt(view, t);
	const stem = (t: number) => keysOf(t).stem;
	const kind = (t: number) => keysOf(t).kind;
	const text = (t: number) => hashOf(view.tokens[t]?.text ?? "");
	const cls = coarseKeys(view);
	const cueStem = cue ? stem(cue.from) : 0;
	const cueShows = keysOf(cue?.from ?? -1).agreement;
	const rows = candidates.map((c, index) => {
		const keys = places[index] ?? [];
		let template = 60_000;
		const add = (a: number, b = 0, d = 0, e = 0) => keys.push(mix(template++, a, b, d, e));
		const { from, to } = c;
		const by = hashOf(c.by);
		const short = Math.min(9, to - from);
		const side = !cue ? 0 : from >= cue.to ? 1 : to <= cue.from ? 2 : 3;
		const gap = !cue
			? Math.min(4, begin - to)
			: side === 1
				? from - cue.to
				: side === 2
					? cue.from - to
					: 9;
		const model = relation(c, parts.sources);
		const ruled = statement ? (statement.source ? relation(c, [statement.source]) : 7) : 8;
		const behind = Math.round(3 * (source[to] ?? 0)) + 4 * Math.round(3 * (source[from - 1] ?? 0));
		const share = Math.min(12, Math.round(2 * (best - (odds[index] ?? 0))));
		add(model);
		add(ruled);
		add(model, ruled);
		add(model, ruled, side);
		add(share);
		add(share, model);
		add(share, ruled);
		add(Math.max(-6, Math.min(12, Math.round(odds[index] ?? 0))), short);
		add(behind);
		add(behind, model);
		add(side, Math.min(gap, 9), by);
		add(side, Math.min(gap, 9), cls(from));
		add(side, gap === 0 ? 0 : stem(side === 1 ? from - 1 : to));
		add(side, short);
		add(side, to === begin ? 1 : 0, cls(to));
		add(side, cls(to), cls(to - 1));
		add(side, text(to));
		add(side, stem(to), cls(to - 1));
		add(kind(to), cls(to - 1));
		add(cls(to - 1), cls(to), cls(to + 1));
		add(cls(to - 2), cls(to - 1), cls(to), cls(to + 1));
		add(side, stem(from));
		add(side, kind(from));
		add(cls(from - 1), cls(from), cls(from + 1));
		add(stem(from - 1), cls(from));
		add(cueStem, side, gap);
		add(cueStem, cls(from));
		add(stem(to - 1));
		add(kind(to - 1));
		const outline = outlineKey(classes, c);
		add(outline);
		add(outline, side);
		add(outline, cls(to));
		add(outlineKey(classes, { from, to: to + 2 }));
		add(cueShows, keysOf(from).sex, cls(from));
		add(cueShows, keysOf(from).end1, cls(from));
		add(keysOf(from).clitics, side);
		for (let t = from; t < to; t++) {
			keys.push(mix(60_100, cls(t)));
			if (breaking.has(classes[t] ?? ""))
				keys.push(mix(60_101, cls(t), side, t === from ? 0 : t === to - 1 ? 1 : 2));
			const p = source[t] ?? 0;
			keys.push(mix(60_102, p < 0.1 ? 0 : p < 0.3 ? 1 : p < 0.6 ? 2 : 3));
			if ((view.quotes[t] ?? 0) === 1) keys.push(mix(60_103, t === from ? 0 : 1));
		}
		return keys;
	});
	const none = places[candidates.length] ?? [];
	let template = 61_000;
	const add = (a: number, b = 0, d = 0) => none.push(mix(template++, a, b, d));
	const most = Math.max(0, Math.min(12, Math.round(best)));
	const ruled = statement ? (statement.source ? 1 : statement.unnamed ? 3 : 2) : 0;
	add(most);
	add(most, ruled);
	add(ruled, cue ? 1 : 0);
	add(cueStem);
	add(cueStem, keysOf(cue?.from ?? -1).clitics);
	add(cueShows, cue ? cls(cue.to) : 0);
	add(cue ? stem(cue.to) : 0);
	add(cue ? outlineKey(classes, { from: cue.to, to: Math.min(begin, cue.to + 3) }) : 0);
	add(cue ? cls(cue.to) : 0, cue ? cls(cue.to + 1) : 0, keysOf(cue?.to ?? -1).parts);
	add(cue && cue.to === begin ? 1 : 0, most);
	add(parts.sources.length === 0 ? 1 : 0, ruled);
	return [...rows, none];
}

/** Classes within which no noun phrase goes on. */
const breaking = new Set(",،VQBR");

/** The log-odds that just these tokens are a source: those inside are and the two beside it are not. */
function oddsOf(odds: Float64Array, { from, to }: Stretch): number {
	let sum = 0;
	for (let t = from; t < to; t++) sum += odds[t] ?? oddsOfOne(0);
	return sum / 2;
}

const oddsOfOne = (p: number): number =>
	Math.max(-3, Math.min(3, Math.log((p + 1e-6) / (1 - p + 1e-6))));

const known = new WeakMap<Float64Array, Float64Array>();

/** The log-odds of each token, made once a passage. */
function oddsIn(source: Float64Array): Float64Array {
	const before = known.get(source);
	if (before) return before;
	const made = source.map(oddsOfOne);
	known.set(source, made);
	return made;
}

/** How a stretch lies to the nearest of others: 0 the same, 1 longer, 2 within, 3 crossing, 4 ends alike, 5 begins alike, 6 apart. */
function relation({ from, to }: Stretch, others: readonly Stretch[]): number {
	const o = others.find((s) => s.from < to && from < s.to);
	if (!o) return 6;
	if (o.from === from && o.to === to) return 0;
	if (o.to === to) return 4;
	if (o.from === from) return 5;
	if (from <= o.from && to >= o.to) return 1;
	return from >= o.from && to <= o.to ? 2 : 3;
}
