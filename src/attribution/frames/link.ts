import { hashOf, mix } from "../sequence/hash.ts";
import { keysAt, type PassageView } from "../sequence/passage-view.ts";
import type { ContentPieces, Parts, Stretch } from "./parts.ts";

/** What a content is tied to: a part of its passage, or none. */
export const ties = ["source", "cue", "channel", "day"] as const;
export type Tie = (typeof ties)[number];

export const candidatesFor = (parts: Parts, tie: Tie): readonly Stretch[] =>
	({ source: parts.sources, cue: parts.cues, channel: parts.channels, day: parts.days })[tie];

/**
 * The keys of each candidate for a tie of a content, and last those of "none". Where a candidate
 * stands is told by direction, distance and by what lies between.
 */
export function tieFeatures(
	view: PassageView,
	parts: Parts,
	content: ContentPieces,
	tie: Tie,
	candidates: readonly Stretch[] = candidatesFor(parts, tie),
): number[][] {
	const here = content.pieces[0] ?? { from: 0, to: 0 };
	const end = content.pieces.at(-1) ?? here;
	const order = parts.contents.indexOf(content);
	const base = 1_000 * (1 + ties.indexOf(tie));
	const q = view.quotes[here.from] ?? 0;
	const split = content.pieces.length > 1 ? 1 : 0;
	const begins = parts.contents.flatMap((c) => c.pieces.slice(0, 1));
	const nearestAt = nearestBeforeOf(candidates, here.from);
	const nextAt = nearestBehindOf(candidates, end.to);
	const stemBefore = keysAt(view, here.from - 1).stem;
	const textBehind = hashOf(view.tokens[end.to]?.text ?? "");
	const rows = candidates.map((candidate, index) => {
		const keys: number[] = [];
		let template = base;
		const add = (a: number, b = 0, c = 0) => keys.push(mix(template++, a, b, c));
		const where = placeOf(candidate, here, end);
		const between =
			where === 0 ? [candidate.to, here.from] : where === 2 ? [end.to, candidate.from] : [0, 0];
		const [from = 0, to = 0] = between;
		const gap = range(to - from);
		const sentences = (view.sentence[here.from] ?? 0) - (view.sentence[candidate.from] ?? 0);
		const contents = count(begins, from, to);
		const sources = count(parts.sources, from, to);
		const cues = count(parts.cues, from, to);
		const { stem: words, kind } = keysAt(view, candidate.from);
		add(where);
		add(where, gap);
		add(where, Math.max(-2, Math.min(2, sentences)));
		add(where, contents, sources);
		add(where, cues, sources);
		add(where, Math.min(3, contents), Math.max(-2, Math.min(2, sentences)));
		add(where, q, split);
		add(where, q, gap);
		add(where, kind);
		add(where, words);
		add(where, index, candidates.length);
		add(where, order, index);
		add(where, q, Math.max(-2, Math.min(2, sentences)));
		add(where, sources + cues * 4 + contents * 16, q);
		const nearest = nearestAt === index ? 1 : 0;
		const next = nextAt === index ? 1 : 0;
		add(where, nearest, next);
		add(nearest + 2 * next, q, sentences === 0 ? 1 : 0);
		add(nearest + 2 * next, contents, sentences === 0 ? 1 : 0);
		add(stemBefore, where, nearest);
		add(textBehind, where, next);
		return keys;
	});
	const none: number[] = [];
	let template = base + 500;
	const add = (a: number, b = 0, c = 0) => none.push(mix(template++, a, b, c));
	add(1);
	add(q, order === 0 ? 1 : 0);
	add(Math.min(3, candidates.length), order === 0 ? 1 : 0);
	add(stemBefore);
	add(keysAt(view, here.from - 1).kind, q);
	add(keysAt(view, here.from).kind, q);
	add(before(candidates, view, here.from), behind(candidates, view, end.to), q);
	add(
		before(parts.sources, view, here.from),
		before(parts.cues, view, here.from),
		behind(parts.cues, view, end.to),
	);
	return [...rows, none];
}

/** 0: before the content, 1: between its pieces or inside, 2: behind it. */
function placeOf(c: Stretch, here: Stretch, end: Stretch): number {
	if (c.to <= here.from) return 0;
	return c.from >= end.to ? 2 : 1;
}

/** How many lie between two places; three stand for more. */
function count(list: readonly Stretch[], from: number, to: number): number {
	let found = 0;
	for (let i = 0; i < list.length && found < 3; i++) {
		const s = list[i] as Stretch;
		if (s.from >= from && s.to <= to) found++;
	}
	return found;
}

function nearestBeforeOf(list: readonly Stretch[], from: number): number {
	let best = -1;
	for (const [i, s] of list.entries()) if (s.to <= from) best = i;
	return best;
}

const nearestBehindOf = (list: readonly Stretch[], to: number): number =>
	list.findIndex((s) => s.from >= to);

/** How far the nearest candidate before is: 0 none, 1 in the sentence, 2 further. */
function before(list: readonly Stretch[], view: PassageView, from: number): number {
	const found = list[nearestBeforeOf(list, from)];
	if (!found) return 0;
	return view.sentence[found.from] === view.sentence[from] ? 1 : 2;
}

function behind(list: readonly Stretch[], view: PassageView, to: number): number {
	const found = list[nearestBehindOf(list, to)];
	if (!found) return 0;
	return view.sentence[found.from] === view.sentence[to - 1] ? 1 : 2;
}

function range(distance: number): number {
	if (distance <= 3) return Math.max(0, distance);
	if (distance <= 8) return 4;
	if (distance <= 16) return 5;
	return distance <= 40 ? 6 : 7;
}
