import { phraseAt, type Text } from "../dates/words-of-line.ts";
import type { FigureWords } from "./figure-data.ts";

type Unit = { unit: string; end: number; to: number };

export function symbolBefore(
	text: Text,
	at: number,
	lists: FigureWords,
): { unit: string; from: number } | null {
	const from = (text.words[at]?.from ?? 0) - 1;
	const unit = lists.symbols.get(text.n.text[from] ?? "");
	return unit === undefined ? null : { unit, from };
}

/** F-16, Tu-95, إس-400, 11:30, 3-2, G7: the number belongs to a name, a time or a score. */
export function isPartOfName(text: Text, at: number, end: number): boolean {
	const word = text.words[at];
	const before = text.n.text[(word?.from ?? 0) - 1] ?? " ";
	const last = text.n.text[text.words[end - 1]?.to ?? 0] ?? " ";
	if (/[-:/\p{L}\p{N}_#@.]/u.test(before) && !/[\u0621-\u064a]/u.test(before)) return true;
	// A single Arabic letter before is a proclitic (و20); a word is a name (إف16).
	if (/[\u0621-\u064a]/u.test(before) && (text.words[at - 1]?.text.length ?? 0) > 2) return true;
	return last === ":" && /\d/.test(text.n.text[(text.words[end - 1]?.to ?? 0) + 1] ?? "");
}

export function unitAt(
	text: Text,
	amount: { end: number; to: number; scaled: boolean },
	lists: FigureWords,
): Unit | null {
	const sign = /^\s?[%٪]/.exec(text.n.text.slice(amount.to, amount.to + 2));
	if (sign) return { unit: "percent", end: amount.end, to: amount.to + sign[0].length };
	const symbol = lists.symbols.get(text.n.text[amount.to] ?? "");
	if (symbol) return { unit: symbol, end: amount.end, to: amount.to + 1 };
	const next = text.words[amount.end];
	if (next?.near || next?.gap === "-") {
		const percent = phraseAt(text, amount.end, lists.percent);
		if (percent) return { unit: "percent", end: percent.end, to: percent.to };
		const points = phraseAt(text, amount.end, lists.points);
		if (points) return { unit: "percentage points", end: points.end, to: points.to };
		const currency = phraseAt(text, amount.end, lists.currencies);
		if (currency) return { unit: currency.value, end: currency.end, to: currency.to };
		const of = amount.scaled ? phraseAt(text, amount.end, lists.of) : null;
		return nounAt(text, of ? of.end : amount.end, lists);
	}
	return null;
}

/** The counted noun as it stands: "military vehicles", "مركبة عسكرية". */
export function nounAt(text: Text, at: number, lists: FigureWords): Unit | null {
	const first = text.words[at];
	if (!first || !isNoun(text, at, lists)) return null;
	let end = at + 1;
	if (first.text.charCodeAt(0) > 0x600) {
		const next = text.words[end];
		if (next?.near && isAdjective(next.text, lists)) end++;
	} else if (!endsUnit(first.text, lists)) {
		for (
			let look = at + 1;
			look < at + 4 && text.words[look]?.near && isNoun(text, look, lists);
			look++
		) {
			if (!endsUnit(text.words[look]?.text ?? "", lists)) continue;
			end = look + 1;
			break;
		}
	}
	const last = text.words[end - 1] ?? first;
	return { unit: text.line.slice(first.start, last.end), end, to: last.to };
}

function isNoun(text: Text, at: number, lists: FigureWords): boolean {
	const word = text.words[at];
	if (!word || word.number !== null || /^\d/.test(word.text) || word.text.length < 2) return false;
	return !lists.notUnits.has(word.text) && !(word.attached && word.text.charCodeAt(0) < 0x80);
}

function endsUnit(word: string, lists: FigureWords): boolean {
	return lists.unitEnds.has(word) || /[^s]s$/.test(word);
}

function isAdjective(word: string, lists: FigureWords): boolean {
	return (
		lists.adjectives.has(word) ||
		(word.length > 3 &&
			!/^[وفبل]/.test(word) &&
			lists.adjectiveEnds.some((end) => word.endsWith(end)))
	);
}
