import type { Amount, AmountWords } from "./amount-words.ts";

/** One in five is a share, one of 1,200 is one. */
const mostParts = 10;
/** More words are no number. */
const longest = 9;

/** Digits of two lengths are told from words: 2,3 is a decimal, 2,300 none. */
function digitsOf(word: string): number | undefined {
	if (!/^\d/.test(word)) return undefined;
	const isDecimal = /^\d+,\d{1,2}$/.test(word);
	const plain = isDecimal ? word.replace(",", ".") : word.replaceAll(",", "");
	const isGrouped = /^[1-9]\d{0,2}(\.\d{3})+$/.test(plain);
	const value = Number(isGrouped ? plain.replaceAll(".", "") : plain);
	return Number.isFinite(value) ? value : undefined;
}

/** A number from its first word on; `end`: behind its last. `isWritten`: in words, without a scale. */
type Read = { value: number; end: number; isWritten: boolean };
type Found = { amount: Amount; end: number; isWritten: boolean; isOrdinal?: true; isTold?: false };

/** Words of a text in a row, and the amounts that begin at each. */
export class AmountLine {
	readonly words: readonly string[];
	readonly #known: AmountWords;

	constructor(words: readonly string[], known: AmountWords) {
		this.words = words;
		this.#known = known;
	}

	#bare(word: string, heads = this.#known.heads): string[] {
		return heads.flatMap((head) => (word.startsWith(head) ? [word.slice(head.length)] : []));
	}

	#withoutTails(word: string): string[] {
		return this.#known.tails.flatMap((tail) =>
			word.endsWith(tail) ? [word.slice(0, -tail.length)] : [],
		);
	}

	/** The word as it is written, and without what Arabic writes at its head. */
	find<V>(among: ReadonlyMap<string, V>, at: number): V | undefined {
		const word = this.words[at];
		if (word === undefined) return undefined;
		for (const bare of [word, ...this.#bare(word)]) {
			const forms = [bare, ...this.#withoutTails(bare)];
			const value = forms.map((form) => among.get(form)).find((found) => found !== undefined);
			if (value !== undefined) return value;
		}
		return undefined;
	}

	#isAt(kind: keyof AmountWords["small"], at: number): boolean {
		return this.#known.small[kind].has(this.words[at] ?? "");
	}

	amountAt(at: number): Found | null {
		const whole = this.find(this.#known.whole, at);
		if (whole) {
			const half = whole.measure ? this.#halfAt(at + 1) : undefined;
			// مليونان و600 ألف: it has two of its scale.
			if (!whole.measure && whole.value >= 1000)
				return this.#measured(
					this.#scaled({ value: whole.value, end: at + 1, isWritten: true }, whole.value / 2),
				);
			const amount = half === undefined ? whole : { ...whole, value: whole.value + 0.5 };
			const read: Found = { amount, end: half ?? at + 1, isWritten: true };
			// القرنين الثامن عشر والتاسع عشر: not two centuries but these.
			return this.find(this.#known.ordinals, at + 1) === undefined
				? read
				: { ...read, isTold: false };
		}
		const number = this.#numberAt(at);
		if (number) return this.#measured(number);
		return this.#shareAt(at) ?? this.#ordinalAt(at) ?? this.#oneAndHalfAt(at);
	}

	#numberAt(at: number): Read | null {
		const word = this.words[at] ?? "";
		const digits = digitsOf(word);
		const read =
			digits === undefined ? this.#writtenAt(at) : { value: digits, end: at + 1, isWritten: false };
		if (read) return this.#scaled(read);
		const scale = this.find(this.#known.scales, at);
		// A million, but not millions, nor the third millennium.
		const { many, scales, heads } = this.#known;
		const letters = heads.filter((head) => head.length === 1);
		const isDefinite = ![word, ...this.#bare(word, letters)].some((form) => scales.has(form));
		if (scale === undefined || many.has(word) || isDefinite) return null;
		return this.#scaled({ value: scale, end: at + 1, isWritten: false });
	}

	/** Below 1,000, in words: twenty three, ثلاثة وعشرون. */
	#writtenAt(from: number): Read | null {
		let value = 0;
		let at = from;
		for (; at - from < longest; at++) {
			const number = this.find(this.#known.numbers, at);
			if (number === undefined || (at > from && !this.#adds(at, value, number))) break;
			value += number;
		}
		return at === from ? null : { value, end: at, isWritten: true };
	}

	#adds(at: number, value: number, number: number): boolean {
		const word = this.words[at] ?? "";
		if (!/\p{Script=Arabic}/u.test(word))
			return value >= 20 && value % 10 === 0 && value < 100 && number < 10;
		return (number === 10 && value < 10) || (word.startsWith("و") && number !== value);
	}

	/** `last`: the scale that was read already. */
	#scaled(read: Read, last = read.value): Read {
		let { value, end, isWritten } = read;
		for (;;) {
			const scale = this.find(this.#known.scales, end) ?? this.#moneyScaleAt(end);
			if (scale === undefined) break;
			value *= scale;
			last = scale;
			isWritten = false;
			end++;
		}
		// A million and a half has half of a million, eight million and a half too.
		const half = value >= 1000 ? this.#halfAt(end) : undefined;
		if (half !== undefined) {
			const isTwice = this.find(this.#known.scales, half) !== undefined;
			return { value: value + last / 2, end: isTwice ? half + 1 : half, isWritten: false };
		}
		const joins = this.#isAt("and", end) || this.words[end] === "و" ? end + 1 : end;
		const isJoined = joins > end || this.words[end]?.startsWith("و");
		const rest = value >= 100 && value % 100 === 0 && isJoined ? this.#restAt(joins, last) : null;
		if (!rest || rest.value >= last) return { value, end, isWritten };
		return { value: value + rest.value, end: rest.end, isWritten: false };
	}

	/** Three thousand *and five*; ثلاثة ملايين و400 ألف. An English "and" before digits begins something else. */
	#restAt(at: number, scale: number): Read | null {
		const isArabic = /^و/u.test(this.words[at] ?? "") || this.words[at - 1] === "و";
		return isArabic && scale >= 1000 ? this.#numberAt(at) : this.#writtenAt(at);
	}

	/** £4.2m */
	#moneyScaleAt(at: number): number | undefined {
		const isMoney = /^[£$€]$/.test(this.words[at - 2] ?? "");
		return isMoney ? this.find(this.#known.moneyScales, at) : undefined;
	}

	/** The number with what stands behind it: a share, a hundred, a whole that it is a part of, a measure. */
	#measured({ value, end, isWritten }: Read): Found {
		const { shares, ordinals, units, percent } = this.#known;
		const isOrdinal = this.find(ordinals, end) !== undefined && !this.words[end]?.endsWith("s");
		const behindHalf = this.#halfAt(end);
		const share = isOrdinal || behindHalf !== undefined ? undefined : this.find(shares, end);
		if (share !== undefined && value < 10) return this.#shareOfScale(value * share, end + 1);
		if (behindHalf !== undefined) {
			const percentAt = this.#isAt("per", behindHalf) ? behindHalf + 1 : behindHalf;
			if (this.find(percent, percentAt))
				return { ...found((value + 0.5) / 100, percentAt + 1), isWritten: false };
		}
		const hundred = this.#isAt("per", end) ? end + 1 : end;
		if (this.find(percent, hundred))
			return { ...found(value / 100, hundred + 1), isWritten: false };
		const whole = this.#partOf(end);
		if (whole && whole.value > value && whole.value <= mostParts)
			return found(value / whole.value, whole.end, [value, whole.value]);
		// Twenty-first.
		const last = this.find(ordinals, end);
		if (isWritten && value >= 20 && value % 10 === 0 && last !== undefined && last < 10)
			return found(value + last, end + 1);
		const measure = this.find(units, this.#halfAt(end) ?? end) ?? null;
		const unit = this.#halfAt(end) ?? end;
		const behind = measure ? this.#halfAt(unit + 1) : undefined;
		const half = measure && (unit > end || behind !== undefined) ? 0.5 : 0;
		// العشر: ten of them, or a tenth.
		const perhaps = isWritten && !measure ? this.find(shares, end - 1) : undefined;
		return {
			amount: { value: value + half, measure, ...(perhaps === undefined ? {} : { or: [perhaps] }) },
			end: measure ? (behind ?? unit + 1) : end,
			isWritten,
		};
	}

	/** Three quarters of a million. */
	#shareOfScale(share: number, end: number): Found {
		const at = this.#isAt("of", end) ? end + (this.#isAt("a", end + 1) ? 2 : 1) : end;
		const scale = this.find(this.#known.scales, at);
		if (scale === undefined) return found(share, end);
		return { ...found(share * scale, at + 1), isWritten: false };
	}

	/** One in five, one house in five, واحد من كل خمسة; but two men in five days. */
	#partOf(at: number): Read | null {
		const isAfterNoun = !this.#isAt("outOf", at) && this.#isAt("outOf", at + 1);
		const from = isAfterNoun ? at + 1 : at;
		if (!this.#isAt("outOf", from)) return null;
		const whole = this.#numberAt(this.#isAt("each", from + 1) ? from + 2 : from + 1);
		if (!whole || !isAfterNoun) return whole;
		return this.find(this.#known.units, whole.end) || this.words[at]?.match(/^\d/) ? null : whole;
	}

	/** "A third of the pieces", but "the third week". */
	#shareAt(at: number): Found | null {
		const share = this.find(this.#known.shares, at);
		if (share === undefined) return null;
		const isOrdinal = this.find(this.#known.ordinals, at) !== undefined;
		if (isOrdinal && !this.#isAt("a", at - 1) && !this.#isAt("of", at + 1)) return null;
		const unit = this.#isAt("a", at + 1) ? at + 2 : at + 1;
		const scale = this.find(this.#known.scales, unit);
		if (scale !== undefined) return found(share * scale, unit + 1);
		const hundred = this.#isAt("per", unit) ? unit + 1 : unit;
		if (this.find(this.#known.percent, hundred))
			return { ...found(share / 100, hundred + 1), isWritten: false };
		const measure = this.find(this.#known.units, unit) ?? null;
		const other = this.find(this.#known.ordinals, at);
		const or = other !== undefined ? { or: [other] } : {};
		return {
			amount: { value: share, measure, ...or },
			end: measure ? unit + 1 : at + 1,
			isWritten: true,
		};
	}

	#ordinalAt(at: number): Found | null {
		const ordinal = this.find(this.#known.ordinals, at);
		if (ordinal === undefined) return null;
		const next = this.find(this.#known.numbers, at + 1) ?? 0;
		// الثاني عشر, الحادي والعشرون
		const more =
			ordinal < 10 && (next === 10 || (next >= 20 && this.words[at + 1]?.startsWith("و")))
				? next
				: 0;
		return { ...found(ordinal + more, more > 0 ? at + 2 : at + 1), isOrdinal: true };
	}

	/** A year and a half. */
	#oneAndHalfAt(at: number): Found | null {
		const measure = this.find(this.#known.units, at);
		if (!measure) return null;
		const end = this.#halfAt(at + 1);
		return end === undefined
			? null
			: { amount: { value: 1.5, measure }, end: end + 1, isWritten: true };
	}

	/** Behind "and a half", ونصف; undefined where that does not stand here. */
	#halfAt(at: number): number | undefined {
		const half = this.#isAt("and", at) ? at + (this.#isAt("a", at + 1) ? 2 : 1) : at;
		const isJoined = half > at || this.words[at]?.startsWith("و");
		return isJoined && this.find(this.#known.shares, half) === 0.5 ? half + 1 : undefined;
	}
}

export function plain(value: number): Amount {
	return { value, measure: null };
}

function found(value: number, end: number, or?: readonly number[]): Found {
	const amount = { value, measure: null, ...(or ? { or } : {}) };
	return { amount, end, isWritten: true };
}
