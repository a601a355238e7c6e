import { foldWords } from "../../../language/text/phrase-index.ts";
import type { MarkedLine } from "../marks.ts";
import type { PageRules } from "../page-rules.ts";
import { isFor } from "./name-form.ts";

/** How the text speaks of a name, if it does. */
export type Mention = "told" | "toldAgain" | "signed" | "quoted" | "bare";

type Place = { line: MarkedLine; at: number };

/** Of one word: a text has its paper's name before that, or not at all. */
const mostPlaces = 200;

/** The words of the body by where they stand: a page may name sixty names, and the body is gone through once. */
export class BodyMentions {
	readonly #lines: readonly MarkedLine[];
	#places: ReadonlyMap<string, readonly Place[]> | undefined;
	/** By line: the words before which somebody is told or shown something. */
	readonly #told = new Map<MarkedLine, ReadonlySet<number>>();
	readonly #found = new Map<string, ReadonlySet<Mention>>();
	readonly #furniture: PageRules["furniture"];

	constructor(lines: readonly MarkedLine[], { furniture }: PageRules) {
		this.#lines = lines;
		this.#furniture = furniture;
	}

	/**
	 * Every place of the body where a name stands whole: somebody tells it something ("told the X", «لـ«X»») or it saw
	 * something ("seen by X"), once or in several paragraphs, it stands before a slash at the beginning («X/ صرح …»), it stands in quotation marks, or the text is about it.
	 */
	of(name: string): ReadonlySet<Mention> {
		const known = this.#found.get(name);
		if (known) return known;
		const mentions = this.#mentionsOf(foldWords(name));
		this.#found.set(name, mentions);
		return mentions;
	}

	#mentionsOf(words: readonly string[]): ReadonlySet<Mention> {
		const found = new Set<Mention>();
		let toldAt: MarkedLine | undefined;
		this.#places ??= placesOf(this.#lines);
		for (const { line, at } of this.#places.get(words[0] ?? "") ?? []) {
			if (!words.every((own, i) => line.words[at + i]?.text === own)) continue;
			const before = line.text.slice(0, line.words[at]?.start);
			if (this.toldIn(line).has(at)) {
				if (toldAt && toldAt !== line) found.add("toldAgain");
				toldAt = line;
				found.add("told");
			} else if (at === 0 && isSignature(line, words.length)) found.add("signed");
			else found.add(/[«"“]\s?$/u.test(before) ? "quoted" : "bare");
		}
		return found;
	}

	/** The words of a line before which somebody is told or shown something, by where they stand. */
	toldIn(line: MarkedLine): ReadonlySet<number> {
		const known = this.#told.get(line);
		if (known) return known;
		const { toldTo, introducers, roleWords } = this.#furniture;
		const told = new Set<number>();
		for (const [at, { text }] of line.words.entries()) {
			for (const { end } of toldTo.at(line.words, at)) told.add(end);
			// «لوكالة الأفق», «لمراسل الأفق».
			if (isFor(text, introducers) || isFor(text, roleWords)) told.add(at + 1);
		}
		this.#told.set(line, told);
		return told;
	}
}

/** What stands in quotation marks from there on: «ضفاف الوادي». */
export function quotedName(text: string, start: number): string | undefined {
	if (!/[«"“]\s?$/u.test(text.slice(0, start))) return undefined;
	return /^([^«»"“”]{2,40})[»"”]/u.exec(text.slice(start))?.[1];
}

/** A name of so many words, and a slash that parts it from the text that it begins. */
function isSignature({ text, words }: MarkedLine, count: number): boolean {
	return /^\s*\//u.test(text.slice(words[count - 1]?.end));
}

function placesOf(lines: readonly MarkedLine[]): Map<string, Place[]> {
	const out = new Map<string, Place[]>();
	for (const line of lines) {
		if (line.mark !== null) continue;
		for (const [at, { text }] of line.words.entries()) {
			const places = out.get(text);
			if (places && places.length < mostPlaces) places.push({ line, at });
			else if (!places) out.set(text, [{ line, at }]);
		}
	}
	return out;
}
