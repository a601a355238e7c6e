import { hashOf, mix } from "./hash.ts";
import { keysAt, type PassageView } from "./passage-view.ts";
import { range } from "./range.ts";
import { withSecondLook } from "./second-look.ts";

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
const start = hashOf("<s>");
const end = hashOf("</s>");

/**
 * The keys of the features of every token. A template is its number and its parts; adding one in the
 * middle would give the others new numbers, so new templates come last.
 */
export function featuresOf(view: PassageView, setting: PassageSetting): Uint32Array[] {
	const quotations = view.first.map((first, i) => quoted(view, first, view.last[i] ?? first));
	// One piece of memory for all tokens: thousands of small ones cost more than what is in them.
	let all = new Uint32Array(0);
	const keys = view.tokens.map((_, at) => {
		const width = tokenFeatures(view, setting, quotations, at);
		if (at === 0) all = new Uint32Array(width * view.tokens.length);
		const own = all.subarray(at * width, (at + 1) * width);
		for (let i = 0; i < width; i++) own[i] = room[i] as number;
		return own;
	});
	return setting.first ? withSecondLook(view, setting.first, keys) : keys;
}

/** More templates than there are: the keys of a token are gathered here before they are copied. */
const room = new Uint32Array(256);

/** Writes the keys of a token into the room and says how many there are: as many for every token. */
function tokenFeatures(
	v: PassageView,
	{ inner, rules }: PassageSetting,
	quotations: readonly number[],
	at: number,
): number {
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
	const keys = (i: number) => keysAt(v, i);
	const clitics = (i: number) => keys(i).clitics;
	const lists = (i: number) => keys(i).lists;
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
	return template;
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
