import type { FoundDate } from "../../language/dates/index.ts";
import { sentences } from "../../language/text/sentences.ts";
import type { Token } from "../../language/text/tokens.ts";

const clauseEnd = /[;؛:：?؟!]|\s[–—-]\s/u;
const comma = /[,،]/u;
/** What belongs to a value beside its words. */
const unit = /[%٪°\p{Sc}]/u;

/** Words `[from, to)` of a line. */
export type Slot = { from: number; to: number };

/** A part of a line, `[from, to)` in UTF-16 units. */
export type TextPart = { from: number; to: number };

/** A day is looked for at a line's head only where a number stands among so many words. */
const headWords = 5;

/**
 * A line as patterns look at it: folded words, where clauses end, where days stand. Most lines are no
 * notice by their first words, so that all else is worked out when it is asked for.
 */
export class NoticeLine {
	readonly text: string;
	readonly words: readonly Token[];
	readonly #find: (text: string) => readonly FoundDate[];
	readonly #on: ReadonlySet<string>;
	readonly #contrast: readonly (readonly string[])[];
	#dates: readonly FoundDate[] | undefined;
	#sentenceStarts: ReadonlySet<number> | undefined;

	constructor(
		text: string,
		words: readonly Token[],
		find: (text: string) => readonly FoundDate[],
		data: { on: ReadonlySet<string>; contrast: readonly (readonly string[])[] },
	) {
		this.text = text;
		this.words = words;
		this.#find = find;
		this.#on = data.on;
		this.#contrast = data.contrast;
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
		return this.#startsSentence(at) || clauseEnd.test(this.between(at));
	}

	#startsSentence(at: number): boolean {
		this.#sentenceStarts ??= new Set(
			sentences(this.text).map(({ start }) => this.words.findIndex((word) => word.start >= start)),
		);
		return this.#sentenceStarts.has(at);
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

	/** The day at the line's head, or behind its label. */
	dayAtHead(at: number): { date: FoundDate; end: number } | null {
		const head = this.words.slice(at, at + headWords);
		return head.some(({ text }) => /^\d/.test(text)) ? this.day(at) : null;
	}

	day(at: number): { date: FoundDate; end: number } | null {
		this.#dates ??= /\p{Nd}/u.test(this.text) ? this.#find(this.text) : [];
		if (this.#dates.length === 0) return null;
		for (let from = at; from <= at + 2; from++) {
			const word = this.words[from];
			if (!word) return null;
			const date = this.#dates?.find(({ start, end }) => start <= word.start && end >= word.end);
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
