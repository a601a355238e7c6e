import { AmountLine, plain } from "./amount-line.ts";
import type { Amount, AmountWords } from "./amount-words.ts";

/** What a text says of amounts. */
export type Amounts = {
	/** Without one and two in words and in order: Arabic has them in the form of the noun. */
	all: Amount[];
	/** Of these two, those that are written out. */
	small: ReadonlySet<number>;
	/** Of first and second, those that are told. */
	order: ReadonlySet<number>;
	/** Halves and their like, without what they are measured in: a semi-final has one in Arabic. */
	shares: ReadonlySet<number>;
	/** So many times as much. */
	times: ReadonlySet<number>;
	/** What words may say that need not be an amount: a decade, the third one. */
	may: Amount[];
};

const piece = /[£$€]|\d[\d.,]*\d|\d|[\p{L}'\u2019]+|[%٪]/gu;
/** The number of a make is its name: Tu-95. */
const make = /\p{L}-(\d+)\p{L}*/gu;

/** Reads a folded text without its dates. */
export function readAmounts(text: string, known: AmountWords): Amounts {
	const line = new AmountLine(text.replaceAll(make, " ").match(piece) ?? [], known);
	const all: Amount[] = [];
	const small = new Set<number>();
	const order = new Set<number>();
	const shares = new Set<number>();
	const times = new Set<number>();
	const may: Amount[] = [...text.matchAll(make)].map(([, number]) => plain(Number(number)));
	for (let at = 0; at < line.words.length; ) {
		const more = line.find(known.times, at);
		if (more !== undefined) times.add(more);
		const found = line.amountAt(at);
		if (found) {
			const { amount, isWritten, isOrdinal } = found;
			const { value, measure } = amount;
			may.push(...(amount.or ?? []).map(plain));
			if (found.isTold === false) may.push(amount);
			else if (!measure && (value === 1 || value === 2)) (isOrdinal ? order : small).add(value);
			else if (!measure && isWritten && value < 1) shares.add(value);
			// Nil is said in other words.
			else if (value > 0) all.push(amount);
		} else {
			const measure = line.find(known.units, at);
			if (measure) may.push({ value: 1, measure });
		}
		at = found ? found.end : at + 1;
	}
	return { all, small, order, shares, times, may };
}
