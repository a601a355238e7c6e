import { hashOf, mix } from "./hash.ts";
import { beginOf, insideOf, type SpanKind } from "./labels.ts";
import type { PassageView } from "./passage-view.ts";
import type { WordKeys } from "./word-keys.ts";

/** What is known of a passage besides its words. */
export type PassageSetting = {
	/** Inside another claim's content: what is looked for is a claim within a claim. */
	inner: boolean;
	/** Per token what the rules of the language read there; see `ruleMarks`. */
	rules: Uint8Array;
	/** The labels that a first look gave, where this is the second. */
	first?: Uint8Array;
};

const outside = hashOf("#");
const empty = hashOf("");
const noKeys: Omit<WordKeys, "lists"> = {
	clitics: empty,
	parts: empty,
	end2: empty,
	end3: empty,
	begin1: empty,
	begin2: empty,
	begin3: empty,
	begin5: empty,
};
const start = hashOf("<s>");
const end = hashOf("</s>");

/** Distances count exactly when short and by ranges when long. */
function range(distance: number): number {
	if (distance <= 3) return Math.max(0, distance);
	if (distance <= 5) return 4;
	if (distance <= 8) return 5;
	if (distance <= 13) return 6;
	if (distance <= 20) return 7;
	return distance <= 35 ? 8 : 9;
}

/**
 * The keys of the features of every token. A template is its number and its parts; adding one in the
 * middle would give the others new numbers, so new templates come last.
 */
export function featuresOf(view: PassageView, setting: PassageSetting): Uint32Array[] {
	const quotations = view.first.map((first, i) => quoted(view, first, view.last[i] ?? first));
	const keys = view.tokens.map((_, at) => tokenFeatures(view, setting, quotations, at));
	return setting.first ? withSecondLook(view, setting.first, keys) : keys;
}

/** The features of the first look with those that the second one adds; `first`: its labels. */
export function withSecondLook(
	view: PassageView,
	first: Uint8Array,
	keys: readonly Uint32Array[],
): Uint32Array[] {
	const more = keys.map((): number[] => []);
	addSecondLook(view, first, more);
	return keys.map((list, at) => {
		const added = more[at] as number[];
		const all = new Uint32Array(list.length + added.length);
		all.set(list);
		all.set(added, list.length);
		return all;
	});
}

/** More templates than there are: the keys of a token are gathered here before they are copied. */
const room = new Uint32Array(256);

function tokenFeatures(
	v: PassageView,
	{ inner, rules }: PassageSetting,
	quotations: readonly number[],
	at: number,
): Uint32Array {
	let template = 0;
	const add = (a: number, b = 0, c = 0, d = 0) => {
		room[template] = mix(template, a, b, c, d);
		template++;
	};
	const in_ = (column: Int32Array, i: number): number =>
		i < 0 ? start : i >= column.length ? end : (column[i] ?? 0);
	const word = (i: number) => in_(v.stems, i);
	const kind = (i: number) => in_(v.kinds, i);
	const shape = (i: number) => in_(v.shapes, i);
	const text = v.facts[at]?.stem ?? "";
	const none = noKeys;
	const clitics = (i: number) => (v.keys[i] ?? none).clitics;
	const lists = (i: number) => v.keys[i]?.lists ?? 0;
	const keys = (i: number) => v.keys[i] ?? none;
	const q = v.quotes[at] ?? 0;
	const sentence = v.sentence[at] ?? 0;
	const first = v.first[sentence] ?? 0;
	const last = v.last[sentence] ?? 0;

	// The word and its neighbours.
	add(1);
	add(word(at));
	add(word(at - 1));
	add(word(at + 1));
	add(word(at - 2));
	add(word(at + 2));
	add(word(at - 1), word(at));
	add(word(at), word(at + 1));
	add(word(at), clitics(at));
	add(kind(at));
	add(kind(at - 1));
	add(kind(at + 1));
	add(kind(at - 1), kind(at));
	add(kind(at), kind(at + 1));
	add(kind(at - 1), kind(at), kind(at + 1));
	add(kind(at - 2), kind(at - 1), kind(at));
	add(kind(at), kind(at + 1), kind(at + 2));
	add(kind(at - 3), kind(at - 2), kind(at - 1), kind(at));
	add(kind(at), kind(at + 1), kind(at + 2), kind(at + 3));
	add(lists(at));
	add(lists(at), lists(at - 1), lists(at + 1));
	add(clitics(at), kind(at), kind(at - 1));
	add(clitics(at), q);
	add(clitics(at + 1), kind(at));
	add(clitics(at - 1), clitics(at), clitics(at + 1), kind(at));
	add(keys(at).end3);
	add(keys(at).end2);
	add(keys(at).begin1, kind(at));
	add(keys(at).begin2);
	add(keys(at).begin3);
	add(keys(at).begin5);
	add(keys(at - 1).end3);
	add(keys(at + 1).end3);
	add(shape(at), shape(at - 1), shape(at + 1));
	add(shape(at), shape(at + 1), shape(at + 2), kind(at - 1));
	add(word(at - 1), kind(at), kind(at + 1));
	add(word(at + 1), kind(at), kind(at - 1));
	add(Math.min(text.length, 8), kind(at));

	const parts = (i: number) => v.keys[i]?.parts ?? outside;
	add(parts(at));
	add(parts(at), kind(at));
	add(parts(at - 1), parts(at));
	add(parts(at), parts(at + 1));
	add(parts(at - 1), parts(at), parts(at + 1));
	add(parts(at - 2), parts(at - 1), parts(at));
	add(parts(at), parts(at + 1), parts(at + 2));
	add(kind(at - 1), parts(at), kind(at + 1));
	const person = (i: number) => {
		const f = v.facts[i];
		return f ? (f.sex ? 1 : 0) + (f.family ? 2 : 0) : 4;
	};
	add(person(at), parts(at));
	add(person(at), person(at + 1), parts(at + 1));
	add(person(at - 1), person(at), parts(at));
	add(person(at - 1), person(at), person(at + 1), shape(at));
	add(person(at - 2), person(at - 1), parts(at), kind(at));

	// Quotation marks and the place in the sentence.
	add(q, at === first ? 1 : 0);
	add(q, kind(at));
	add(q, v.quotes[at - 1] ?? 9, v.quotes[at + 1] ?? 9);
	add(q, word(at - 1));
	add(q, word(at + 1));
	add(at === first ? 1 : 0, at === last ? 1 : 0, kind(at));
	add(range(at - first), q);
	add(word(first), q, kind(at));
	add(kind(first), range(at - first));
	add(Math.min(3, sentence), range(at - first), q);

	// The nearest words of saying.
	const b = v.cueBefore[at] ?? -1;
	const f = v.cueBehind[at] ?? -1;
	const toBefore = b < 0 ? 99 : range(at - b);
	const toBehind = f < 0 ? 99 : range(f - at);
	add(toBefore, q);
	add(toBehind, q);
	add(word(b), Math.min(toBefore, 4));
	add(f < 0 ? end : word(f), Math.min(toBehind, 4));
	add(word(b), word(at));
	add(f < 0 ? end : word(f), kind(at));
	add(kind(b), toBefore, kind(at));
	add(f < 0 ? end : kind(f), toBehind, kind(at));
	const m = v.markBefore[at] ?? -1;
	const n = v.markBehind[at] ?? -1;
	const markSince = b >= 0 && m > b ? 1 : 0;
	add(b < 0 ? 2 : 0, markSince, q);
	add(word(b), markSince, kind(at));
	add(toBefore, markSince, kind(at));
	add(word(m), range(at - m), q);
	add(n < 0 ? end : word(n), range(n - at), q);
	add(word(m), kind(at), q);
	add(n < 0 ? end : word(n), f >= 0 && n >= 0 && n < f ? 1 : 0, toBehind, q);
	const thatSince = b >= 0 && seen(v, b + 1, at, thatKind) ? 1 : 0;
	add(thatSince, markSince, toBefore, q);
	add(thatSince, markSince, kind(at), kind(b));
	const cueOfSentence = firstCue(v, first, last);
	add(cueOfSentence < 0 ? 0 : word(cueOfSentence), q);
	add(
		b < 0 ? 0 : 1,
		f < 0 ? 0 : 1,
		quotations[sentence] ?? 0,
		sentence > 0 ? (quotations[sentence - 1] ?? 0) : 3,
	);
	add(inner ? 1 : 0, toBefore, q);
	add(inner ? 1 : 0, kind(at));
	add(inner ? 1 : 0, at === 0 ? 1 : 0, word(b));

	// What the rules read here.
	const r = rules[at] ?? 0;
	add(r, q);
	add(r, (rules[at - 1] ?? 0) + 9, (rules[at + 1] ?? 0) + 9);
	add(r, kind(at));
	add(r, word(at));
	add(r, (rules[at - 1] ?? 0) + 9, kind(at - 1), kind(at));
	add(r, (rules[at + 1] ?? 0) + 9, kind(at), kind(at + 1));
	add(r, toBefore, toBehind);
	return room.slice(0, template);
}

/** The kind that both languages give to "that": أن, إن, that. */
export const thatKind = "complementisers";

function seen(v: PassageView, from: number, to: number, kind: string): boolean {
	for (let i = Math.max(from, to - 30); i < to; i++) if (v.facts[i]?.kind === kind) return true;
	return false;
}

function firstCue(v: PassageView, first: number, last: number): number {
	if (v.facts[first]?.cue && v.quotes[first] === 0) return first;
	const next = v.cueBehind[first] ?? -1;
	return next <= last ? next : -1;
}

/** 0: no quotation in the sentence, 1: some, 2: nothing else. */
function quoted(v: PassageView, first: number, last: number): number {
	let inside = 0;
	let outside = 0;
	for (let i = first; i <= Math.min(last, first + 80); i++) {
		if (v.quotes[i]) inside++;
		else if (/[\p{L}\p{N}]/u.test(v.tokens[i]?.text ?? "")) outside++;
	}
	if (inside === 0) return 0;
	return outside === 0 ? 2 : 1;
}

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
function addSecondLook(v: PassageView, found: Uint8Array, keys: number[][]): void {
	const { length } = found;
	const near = (labels: ReadonlySet<number>, step: 1 | -1) =>
		nearestIn(v.sentence, found, labels, step);
	const [cues, nextCues] = [near(cueLabels, -1), near(cueLabels, 1)];
	const [contents, nextContents] = [near(contentLabels, -1), near(contentBegins, 1)];
	const [sources, nextSources] = [near(sourceLabels, -1), near(sourceLabels, 1)];
	const of = (column: Int32Array, t: number) => column[t] ?? -1;
	const label = (t: number) => (t < 0 ? 30 : t >= length ? 31 : (found[t] ?? 0));
	for (let at = 0; at < length; at++) {
		let template = 500;
		const add = (a: number, b = 0, c = 0, d = 0) => keys[at]?.push(mix(template++, a, b, c, d));
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
	}
}

const labelsOfKinds = (kinds: readonly SpanKind[], inside: boolean): ReadonlySet<number> =>
	new Set(kinds.flatMap((kind) => (inside ? [beginOf(kind), insideOf(kind)] : [beginOf(kind)])));

const cueLabels = labelsOfKinds(["cue"], true);
const contentLabels = labelsOfKinds(["content", "resumed"], true);
const contentBegins = labelsOfKinds(["content", "resumed"], false);
const sourceLabels = labelsOfKinds(["source", "name"], true);
