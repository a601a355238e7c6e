import { mix } from "./hash.ts";
import { beginOf, insideOf, type SpanKind } from "./labels.ts";
import type { PassageView } from "./passage-view.ts";
import { range } from "./range.ts";

const labelsOfKinds = (kinds: readonly SpanKind[], inside: boolean): ReadonlySet<number> =>
	new Set(kinds.flatMap((kind) => (inside ? [beginOf(kind), insideOf(kind)] : [beginOf(kind)])));

const cueLabels = labelsOfKinds(["cue"], true);
const contentLabels = labelsOfKinds(["content", "resumed"], true);
const contentBegins = labelsOfKinds(["content", "resumed"], false);
const sourceLabels = labelsOfKinds(["source", "name"], true);

/** The features of the first look with those that the second one adds; `first`: its labels. */
export function withSecondLook(
	view: PassageView,
	first: Uint8Array,
	keys: readonly Uint32Array[],
): Uint32Array[] {
	const width = (keys[0]?.length ?? 0) + templates;
	const all = new Uint32Array(width * keys.length);
	const lists = keys.map((list, at) => {
		const own = all.subarray(at * width, (at + 1) * width);
		own.set(list);
		return own;
	});
	addSecondLook(view, first, lists);
	return lists;
}

/** So many templates the second look has; their keys stand behind those of the first. */
const templates = 23;
const firstTemplate = 500;

/** For each token the nearest one, itself included, of its sentence in one direction that has one of the labels; -1: none. */
function nearestIn(
	sentence: Int32Array,
	found: Uint8Array,
	labels: ReadonlySet<number>,
	step: 1 | -1,
): Int32Array {
	const out = new Int32Array(found.length).fill(-1);
	let last = -1;
	for (let i = 0; i < found.length; i++) {
		const t = step < 0 ? i : found.length - 1 - i;
		if (last >= 0 && sentence[last] !== sentence[t]) last = -1;
		if (labels.has(found[t] ?? 0)) last = t;
		out[t] = last;
	}
	return out;
}

/** What the first look found around a token: which spans, and what lies between it and them. */
function addSecondLook(v: PassageView, found: Uint8Array, keys: readonly Uint32Array[]): void {
	const { length } = found;
	const near = (labels: ReadonlySet<number>, step: 1 | -1) =>
		nearestIn(v.sentence, found, labels, step);
	const [cues, nextCues] = [near(cueLabels, -1), near(cueLabels, 1)];
	const [contents, nextContents] = [near(contentLabels, -1), near(contentBegins, 1)];
	const [sources, nextSources] = [near(sourceLabels, -1), near(sourceLabels, 1)];
	const of = (column: Int32Array, t: number) => column[t] ?? -1;
	const label = (t: number) => (t < 0 ? 30 : t >= length ? 31 : (found[t] ?? 0));
	for (let at = 0; at < length; at++) {
		const own = keys[at] as Uint32Array;
		const from = own.length - templates;
		let added = 0;
		const add = (a: number, b = 0, c = 0, d = 0) => {
			own[from + added] = mix(firstTemplate + added, a, b, c, d);
			added++;
		};
		const kind = v.kinds[at] ?? 0;
		const stem = v.stems[at] ?? 0;
		const q = v.quotes[at] ?? 0;
		const cue = of(cues, at - 1);
		const nextCue = of(nextCues, at + 1);
		const content = of(contents, at - 1);
		const nextContent = of(nextContents, at + 1);
		const source = of(sources, at - 1);
		const nextSource = of(nextSources, at + 1);
		const between =
			(cue >= 0 && cue > content ? 1 : 0) +
			(nextContent >= 0 ? 2 : 0) +
			(source > cue && cue >= 0 ? 4 : 0);
		const tail =
			(content >= 0 && content > cue ? 1 : 0) +
			(nextCue >= 0 ? 2 : 0) +
			(nextCue >= 0 && nextCue - at <= 3 ? 4 : 0);
		const here = label(at);
		add(here);
		add(label(at - 1), here, label(at + 1));
		add(label(at - 2), label(at - 1), here);
		add(here, label(at + 1), label(at + 2));
		add(here, kind);
		add(here, stem);
		add(between, tail);
		add(between, tail, kind);
		add(between, kind, v.kinds[at - 1] ?? 0);
		add(between, kind, v.kinds[at + 1] ?? 0);
		add(between, here, q);
		add(cue < 0 ? 99 : range(at - cue), between);
		add(nextContent < 0 ? 99 : range(nextContent - at), between);
		add(cue < 0 ? 99 : range(at - cue), nextContent < 0 ? 99 : range(nextContent - at), kind);
		add(cue < 0 ? 0 : (v.stems[cue] ?? 0), between, kind);
		add(cue < 0 ? 0 : (v.kinds[cue] ?? 0), between, here);
		add(nextCue < 0 ? 0 : (v.stems[nextCue] ?? 0), tail, kind);
		add(nextCue < 0 ? 99 : range(nextCue - at), tail, kind);
		add(content < 0 ? 99 : range(at - content), tail, kind);
		add(source < 0 ? 0 : 1, nextSource < 0 ? 0 : 1, between, tail);
		add(source < 0 ? 99 : range(at - source), here, kind);
		add(nextSource < 0 ? 99 : range(nextSource - at), here, between);
		add(q, between, tail, here);
		if (added !== templates) throw new Error(`the second look has ${added} templates`);
	}
}
