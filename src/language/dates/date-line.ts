import type { Precision } from "../../domain/dates.ts";
import type { DateData } from "./date-data.ts";
import { foldedSet, isWord, phraseAt, phraseSet, textOf } from "./words-of-line.ts";

type Dated = {
	start: number;
	end: number;
	value: string | null;
	precision: Precision;
	basis: string;
};

const longestDateLine = 200;

/**
 * Reads a line that prints a date and hardly anything else: "14 مايو 2021, 09:12:05 م",
 * "Published: Jan 5, 2024 09:00 GMT", "٢٠٢٤/٣/١٢". Null for running text, for a copyright line and
 * for a date without a year. Where a line gives both, the day of publication goes before the update's.
 */
export function createDateLineParser(
	words: DateData["line"],
	find: (line: string) => Dated[],
): (text: string) => { value: string; precision: Precision } | null {
	const noise = foldedSet(words.noise);
	const published = phraseSet(words.published);
	const updated = phraseSet(words.updated);
	const copyright = phraseSet(words.copyright);
	return (line) => {
		if (line.length > longestDateLine || line.includes("©")) return null;
		const dates = find(line).filter(
			(date) => date.value !== null && date.basis === "printed" && date.precision === "day",
		);
		if (dates.length === 0 || dates.length > 3) return null;
		const text = textOf(line);
		let others = 0;
		let label: "published" | "updated" | null = null;
		let best: { date: Dated; rank: number } | null = null;
		for (let at = 0; at < text.words.length; at++) {
			const word = text.words[at];
			if (!word) continue;
			if (phraseAt(text, at, copyright)) return null;
			const inside = dates.find((date) => word.start >= date.start && word.start < date.end);
			if (inside) {
				const rank = label === "published" ? 2 : label === "updated" ? 0 : 1;
				if (!best || rank > best.rank) best = { date: inside, rank };
				continue;
			}
			if (phraseAt(text, at, updated)) label = "updated";
			else if (phraseAt(text, at, published)) label = "published";
			else if (!/^\d/.test(word.text) && !noise.has(word.text) && !isWord(text, at, published))
				others++;
		}
		if (!best?.date.value || others > words.maxOtherWords) return null;
		return { value: best.date.value, precision: best.date.precision };
	};
}
