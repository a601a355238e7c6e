import type { FoundDate } from "../../language/dates/index.ts";
import { sentences } from "../../language/text/sentences.ts";
import { type Token, tokens } from "../../language/text/tokens.ts";
import type { Slot } from "./pattern.ts";

const clauseEnd = /[;؛:：?؟!]|\s[–—-]\s/u;
const comma = /[,،]/u;
/** What belongs to a value beside its words. */
const unit = /[%٪°\p{Sc}]/u;

/** A part of a line, `[from, to)` in UTF-16 units. */
export type TextPart = { from: number; to: number };

/** A line as patterns look at it: folded words, where clauses end, where days stand. */
export class NoticeLine {
	readonly text: string;
	readonly words: readonly Token[];
	readonly #dates: readonly FoundDate[];
	readonly #on: ReadonlySet<string>;
	readonly #contrast: readonly (readonly string[])[];
	readonly #sentenceStarts: ReadonlySet<number>;

	constructor(
		text: string,
		dates: readonly FoundDate[],
		words: { on: ReadonlySet<string>; contrast: readonly (readonly string[])[] },
	) {
		this.text = text;
		this.words = tokens(text);
		this.#dates = dates;
		this.#on = words.on;
		this.#contrast = words.contrast;
		const starts = sentences(text).map(({ start }) => start);
		this.#sentenceStarts = new Set(
			starts.map((start) => this.words.findIndex((word) => word.start >= start)),
		);
	}

	get length(): number {
		return this.words.length;
	}

	has(run: readonly string[], at: number): boolean {
		return run.every(
			(word, i) => this.words[at + i]?.text === word && !(i > 0 && this.breaksBefore(at + i)),
		);
	}

	hasOneOf(runs: readonly (readonly string[])[], at: number): boolean {
		return runs.some((run) => this.has(run, at));
	}

	/** A sentence or clause ends before the word. */
	breaksBefore(at: number): boolean {
		if (at === 0) return false;
		return this.#sentenceStarts.has(at) || clauseEnd.test(this.between(at));
	}

	commaBefore(at: number): boolean {
		return at > 0 && comma.test(this.between(at));
	}

	/** What stands between the word and the one before it; behind the last one, the rest of the line. */
	between(at: number): string {
		const from = at === 0 ? 0 : (this.words[at - 1]?.end ?? 0);
		return this.text.slice(from, this.words[at]?.start ?? this.text.length);
	}

	/** Whether a value may end before the word: with its clause, or where its opposite begins. */
	endsValue(at: number): boolean {
		if (at >= this.length || this.breaksBefore(at)) return true;
		return this.hasOneOf(this.#contrast, at);
	}

	/** The word after a day that stands here, with or without "on" before it; null where none does. */
	dayAt(at: number): number | null {
		return this.day(at)?.end ?? null;
	}

	day(at: number): { date: FoundDate; end: number } | null {
		for (let from = at; from <= at + 2; from++) {
			const word = this.words[from];
			if (!word) return null;
			const date = this.#dates.find(({ start, end }) => start <= word.start && end >= word.end);
			if (date) {
				const end = this.words.findIndex(({ start }) => start >= date.end);
				return { date, end: end < 0 ? this.length : end };
			}
			if (!this.#on.has(word.text)) return null;
		}
		return null;
	}

	/** Offsets of a value in the text, with its unit and without the marks around it. */
	placeOf({ from, to }: Slot): TextPart {
		let start = this.words[from]?.start ?? 0;
		let end = this.words[to - 1]?.end ?? start;
		while (start > 0 && unit.test(this.text[start - 1] ?? "")) start--;
		while (end < this.text.length && unit.test(this.text[end] ?? "")) end++;
		return { from: start, to: end };
	}
}
