import { z } from "zod";
import { damagedData } from "../../domain/errors.ts";
import { foldWords } from "../../language/text/phrase-index.ts";
import { type NoticePattern, parsePattern } from "./pattern.ts";

const phrases = z.array(z.string().min(1)).min(1);

const Words = z.strictObject({
	labels: z.strictObject({
		/** Whatever stands behind them is a notice of that kind. */
		corrected: phrases,
		withdrawn: phrases,
		/** These head other things too: what stands behind them has to say what it is. */
		weak: phrases,
	}),
	/** What an article is called; patterns name it as `<work>`. */
	works: phrases,
	/** Phrases that patterns name as `<name>`. */
	sets: z.record(z.string(), phrases),
	/** How a line begins that is a notice, with or without a label. */
	corrected: phrases,
	withdrawn: phrases,
	/** The same where a label stands before them: without one they may be anybody's words. */
	labelled: phrases,
	labelledWithdrawn: phrases,
	/** Where the two values stand, the surest first. */
	values: phrases,
	/** Between what is right and what was wrong: "June, not May". */
	contrast: phrases,
	/** An article of a law is amended, too: in a line with one of these nothing unlabelled is a notice. */
	nowords: phrases,
	/** Between what was done and its day. */
	on: phrases,
});

/** `index-data/notices.json`; see `parsePattern` for what a pattern may hold. */
export const NoticeData = z.strictObject({
	version: z.literal(1),
	/** Words of the longest notice. */
	longest: z.int().min(20).max(500),
	languages: z.strictObject({ en: Words, ar: Words }),
});
export type NoticeData = z.infer<typeof NoticeData>;

export type NoticeLabel = "corrected" | "withdrawn" | "weak";

/** One language's words, compiled. */
export type NoticeWords = {
	labels: { words: string[]; label: NoticeLabel }[];
	openings: {
		corrected: NoticePattern[];
		withdrawn: NoticePattern[];
		labelled: NoticePattern[];
		labelledWithdrawn: NoticePattern[];
	};
	values: NoticePattern[];
	contrast: string[][];
	nowords: ReadonlySet<string>;
	on: ReadonlySet<string>;
	/** A notice begins with one of `firsts`, or has one of `within` among its first words. */
	firsts: ReadonlySet<string>;
	within: ReadonlySet<string>;
	/** One of these stands behind a day at its head. */
	afterDay: ReadonlySet<string>;
};

export type CompiledNotices = { longest: number; languages: NoticeWords[] };

/** Checks and prepares the file once. Errors: `data_invalid`. */
export function compileNotices(value: unknown): CompiledNotices {
	const parsed = NoticeData.safeParse(value);
	if (!parsed.success) throw damagedData("notices.json", parsed.error);
	const { longest, languages } = parsed.data;
	return { longest, languages: Object.values(languages).map(compileWords) };
}

function compileWords(words: z.infer<typeof Words>): NoticeWords {
	const sets = new Map(
		Object.entries({ ...words.sets, work: words.works }).map(([name, all]) => [
			name,
			longestFirst(all.map(foldWords)),
		]),
	);
	const patterns = (texts: readonly string[]) => texts.map((text) => parsePattern(text, sets));
	const labels = (["corrected", "withdrawn", "weak"] as const).flatMap((label) =>
		words.labels[label].map((text) => ({ words: foldWords(text), label })),
	);
	const openings = {
		corrected: patterns(words.corrected),
		withdrawn: patterns(words.withdrawn),
		labelled: patterns(words.labelled),
		labelledWithdrawn: patterns(words.labelledWithdrawn),
	};
	const opening = [...openings.corrected, ...openings.withdrawn];
	return {
		labels: labels.sort((a, b) => b.words.length - a.words.length),
		openings,
		values: patterns(words.values),
		contrast: longestFirst(words.contrast.map(foldWords)),
		nowords: new Set(words.nowords.flatMap(foldWords)),
		on: new Set(words.on.flatMap(foldWords)),
		firsts: new Set([
			...labels.flatMap((label) => label.words.slice(0, 1)),
			...opening.flatMap(({ parts }) => firstWords(parts[0])),
		]),
		afterDay: new Set([
			...labels.flatMap((label) => label.words.slice(0, 1)),
			...words.works.flatMap((work) => foldWords(work).slice(0, 1)),
		]),
		within: new Set(
			opening.flatMap(({ parts }) => (parts[0]?.kind === "gap" ? firstWords(parts[1]) : [])),
		),
	};
}

function firstWords(part: NoticePattern["parts"][number] | undefined): string[] {
	return part?.kind === "words" ? part.options.flatMap((option) => option.slice(0, 1)) : [];
}

function longestFirst(all: string[][]): string[][] {
	return all.sort((a, b) => b.length - a.length);
}
