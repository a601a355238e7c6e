import { type StatedDate, unknownDate, unknownPublished } from "../../domain/dates.ts";
import type { NoticeKind } from "../../domain/notice.ts";
import type { DateFinder } from "../../language/dates/index.ts";
import { type Token, tokens } from "../../language/text/tokens.ts";
import type { Line } from "../page/lines.ts";
import type { CompiledNotices, NoticeLabel, NoticeWords } from "./notice-data.ts";
import { NoticeLine, type TextPart } from "./notice-line.ts";
import { matchPattern, type NoticePattern } from "./pattern.ts";
import { valuesIn } from "./values.ts";

/** What a line says that is a notice; offsets are those of its text. */
export type NoticeRead = {
	kind: NoticeKind;
	day: StatedDate;
	old: TextPart | null;
	new: TextPart | null;
};

/** What stands on its own line above a notice. */
export type LabelLine = { label: NoticeLabel; day: StatedDate };

/** Where a line stands: near its article's ends a strong label is enough. */
export type NoticePlace = { atEdge: boolean; above: LabelLine | null };

const opened = /^[\s*•_\u200e\u200f]*["“”«„'‘]/u;
const afterLabel = /^[\s\])]*[:：\-–—|.]/u;
/** Lines of more characters are no notice, and are not looked at. */
const longestLine = 1_500;
/** Characters of a line by which most lines are told to be none, at a tenth of the cost. */
const head = 90;

/** Tells notices of the publisher from the text of an article, line by line. */
export class NoticeReader {
	readonly #data: CompiledNotices;
	readonly #dates: DateFinder;

	constructor(data: CompiledNotices, dates: DateFinder) {
		this.#data = data;
		this.#dates = dates;
	}

	/** A label alone on its line; null for every other line. */
	labelLine({ text, words: own }: Pick<Line, "text" | "words">): LabelLine | null {
		if (text.length > 80) return null;
		for (const words of this.#data.languages) {
			const line = this.#line(text, own, words);
			const found = labelOf(line, words);
			if (found && found.end >= line.length) return { label: found.label, day: found.day };
		}
		return null;
	}

	/** Null where the line is none. `known`: its words, where they were found before. */
	read(text: string, { atEdge, above }: NoticePlace, known?: readonly Token[]): NoticeRead | null {
		if (text.length > longestLine || opened.test(text)) return null;
		const first = () => known?.filter(({ start }) => start < head) ?? tokens(text.slice(0, head));
		if (above === null && !this.#mayBegin(first())) return null;
		const own = known ?? tokens(text);
		if (own.length === 0 || own.length > this.#data.longest) return null;
		for (const words of this.#data.languages) {
			const line = this.#line(text, own, words);
			const found = readLine(line, words, { atEdge, above });
			if (found) return found;
		}
		return null;
	}

	/** Whether a line with these first words can be one. */
	#mayBegin(first: readonly Token[]): boolean {
		return this.#data.languages.some(
			({ firsts, within, afterDay }) =>
				firsts.has(first[0]?.text ?? "") ||
				first.some(({ text }) => within.has(text)) ||
				// "3 May 2024: this article …"
				(first.slice(0, 5).some(({ text }) => /^\d/.test(text)) &&
					first.some(({ text }) => afterDay.has(text))),
		);
	}

	#line(text: string, own: readonly Token[], words: NoticeWords): NoticeLine {
		const find = () => this.#dates.find(text, { published: unknownPublished });
		return new NoticeLine(text, own, find, words);
	}
}

function readLine(
	line: NoticeLine,
	words: NoticeWords,
	{ atEdge, above }: NoticePlace,
): NoticeRead | null {
	const own = labelOf(line, words);
	if (own && own.end >= line.length) return null;
	const label = own?.label ?? above?.label ?? null;
	const from = own?.end ?? 0;
	const dated = line.dayAtHead(from);
	// "On 3 May 2024 this article was amended"
	const starts = dated ? [from, dated.end] : [from];
	const { openings } = words;
	const opens = (patterns: readonly NoticePattern[]) => {
		for (const at of starts)
			for (const pattern of patterns) {
				const found = matchPattern(pattern, line, at);
				if (found) return { at, end: found.end };
			}
		return null;
	};
	const withdrawn = opens(openings.withdrawn) ?? (label ? opens(openings.labelledWithdrawn) : null);
	const corrected = withdrawn
		? null
		: (opens(openings.corrected) ?? (label ? opens(openings.labelled) : null));
	const opening = withdrawn ?? corrected;
	if (label === null && line.words.some(({ text }) => words.nowords.has(text))) return null;
	if (!opening && label !== "corrected" && label !== "withdrawn") return null;
	const values = withdrawn ? { old: null, new: null } : valuesIn(line, words, from);
	const isStrong = label === "corrected" || label === "withdrawn";
	if (!opening && !(isStrong && atEdge) && !(label === "corrected" && values.old && values.new))
		return null;
	const days = [
		opening && dayNear(line, opening),
		own?.day,
		above?.day,
		dayOf(dated?.date ?? null),
	];
	return {
		kind: withdrawn || (label === "withdrawn" && !corrected) ? "withdrawn" : "corrected",
		day: days.find((day) => day && day.value !== null) ?? unknownDate,
		...(label === "withdrawn" && !corrected ? { old: null, new: null } : values),
	};
}

type Label = { label: NoticeLabel; end: number; day: StatedDate };

/** The label at the head of a line, with a day beside it, and the word after both. */
function labelOf(line: NoticeLine, { labels }: NoticeWords): Label | null {
	const dated = line.dayAtHead(0);
	for (const at of dated && dated.end < line.length ? [0, dated.end] : [0])
		for (const { words, label } of labels) {
			if (!line.has(words, at)) continue;
			const end = at + words.length;
			if (end >= line.length || afterLabel.test(line.between(end)))
				return { label, end, day: dayOf(at > 0 ? (dated?.date ?? null) : null) };
			const day = line.day(end);
			if (day && (day.end >= line.length || afterLabel.test(line.between(day.end))))
				return { label, end: day.end, day: dayOf(day.date) };
		}
	return null;
}

/** The day that stands right behind what was done, or right before the sentence that says it. */
function dayNear(line: NoticeLine, { at, end }: { at: number; end: number }): StatedDate | null {
	if (at > 0 && line.day(0)?.end === at) return dayOf(line.day(0)?.date ?? null);
	for (let word = at; word <= end; word++) {
		const found = line.day(word);
		if (found) return dayOf(found.date);
	}
	return null;
}

function dayOf(
	date: {
		value: string | null;
		precision: StatedDate["precision"];
		basis: StatedDate["basis"];
	} | null,
): StatedDate {
	if (!date || date.value === null || date.basis !== "printed") return unknownDate;
	return { value: date.value, precision: date.precision, basis: date.basis };
}
