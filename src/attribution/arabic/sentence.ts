import { withoutPreposition } from "../../language/words/arabic-clitics.ts";
import { type Unit, units } from "../sentence/units.ts";
import type { SpeakerPhrase } from "../speaker-phrase.ts";

/**
 * Words and marks that are read together, with the partner of every opening mark worked out once.
 * All positions in this folder are indexes of units; `end` is where the reading stops, so that the
 * same units can be read again in part.
 */
export type Text = {
	readonly line: string;
	readonly units: readonly Unit[];
	/** Folded text of each unit: what names are looked up in. */
	readonly words: readonly string[];
	/** For an opening mark the position of the mark that closes it, else -1. */
	readonly partners: Int32Array;
	/** Exclusive. */
	readonly end: number;
	/** A unit read as another: لوكالة as الوكالة behind the preposition that it begins with. */
	readonly instead?: { at: number; unit: Unit };
	/** What has been read as a speaker, by place and reach: many frames ask for the same words. */
	readonly speakers: Map<number, SpeakerPhrase | undefined>;
};

/** The text of `line.slice(from, to)`. */
export function textOf(line: string, from = 0, to = line.length): Text {
	return textFrom(line, units(line, from, to));
}

/** Texts of at most `longest` units each, one behind the other. */
export function textsOf(line: string, from: number, to: number, longest: number): Text[] {
	const all = units(line, from, to);
	if (all.length <= longest) return [textFrom(line, all)];
	const out: Text[] = [];
	for (let at = 0; at < all.length; at += longest) {
		out.push(textFrom(line, all.slice(at, at + longest)));
	}
	return out;
}

function textFrom(line: string, us: readonly Unit[]): Text {
	return {
		line,
		units: us,
		words: us.map((u) => u.text),
		partners: partnersOf(us),
		end: us.length,
		speakers: new Map(),
	};
}

function partnersOf(us: readonly Unit[]): Int32Array {
	const partners = new Int32Array(us.length).fill(-1);
	const open: number[] = [];
	for (let i = 0; i < us.length; i++) {
		const kind = us[i]?.kind;
		if (kind === "open") open.push(i);
		else if (kind === "close") {
			const opener = open.pop();
			if (opener !== undefined) partners[opener] = i;
		}
	}
	return partners;
}

/** The text up to `end`, exclusive. */
export function upTo(t: Text, end: number): Text {
	return { ...t, end: Math.min(end, t.end), speakers: new Map() };
}

/** The text with another unit in the place of the one at `at`. */
export function withUnit(t: Text, at: number, unit: Unit): Text {
	return { ...t, instead: { at, unit }, speakers: new Map() };
}

/** The unit without a preposition of one letter, as it stands and folded. */
export function unprefixed(u: Unit): Unit {
	return { ...u, text: withoutPreposition(u.text), raw: withoutPreposition(u.raw) };
}

export function unitAt(t: Text, at: number): Unit | undefined {
	if (at >= t.end) return undefined;
	const { instead } = t;
	return instead !== undefined && instead.at === at ? instead.unit : t.units[at];
}

/** The folded word or the mark at `at`; empty outside the text. */
export function textAt(t: Text, at: number): string {
	return unitAt(t, at)?.text ?? "";
}

export function kindAt(t: Text, at: number): Unit["kind"] | undefined {
	return unitAt(t, at)?.kind;
}

/** Where the opening mark at `open` is closed; -1 where it is not. */
export function closeOf(t: Text, open: number): number {
	const close = t.partners[open] ?? -1;
	return close < t.end ? close : -1;
}

/** Whether an opening quotation mark stands at `at`: round brackets hold asides, not speech. */
export function opensQuotation(t: Text, at: number): boolean {
	const u = unitAt(t, at);
	return u?.kind === "open" && u.raw !== "(";
}
