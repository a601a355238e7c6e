import type { Article, Claim } from "../../domain/article.ts";
import type { Bilingual } from "../../domain/sets/languages.ts";
import { sentences } from "../../language/text/sentences.ts";
import type { StatementReader } from "./statement.ts";

/** Sentences of one article that are looked at: a hostile text has thousands. */
const mostSentences = 100;
/** Characters of one that are looked at. */
const longestSentence = 1_000;
/** How sure it is who says it: nobody read a speaker. */
const confidence = 0.2;

/**
 * What an article tells where no claim was read, as claims of somebody who is not named. They become
 * claims only where another one stands against them: a rumour is told for the sake of its rejection.
 */
export function toldIn(
	reader: StatementReader,
	article: Pick<Article, "id" | "language" | "passages" | "claims">,
	unnamed: Bilingual,
): Claim[] {
	const out: Claim[] = [];
	for (const { id, kind, text, source } of article.passages) {
		if (kind === "title" || kind === "subhead" || source.start === null) continue;
		const base = source.start;
		const own = article.claims
			.filter(({ passage }) => passage === id)
			.sort((a, b) => (a.source.start ?? 0) - (b.source.start ?? 0));
		let next = 0;
		for (const sentence of sentences(text)) {
			if (out.length >= mostSentences) return out;
			while (next < own.length && (own[next]?.source.end ?? 0) - base <= sentence.start) next++;
			const first = own[next];
			if (first && (first.source.start ?? 0) - base < sentence.end) continue;
			const [from, to] = extent(reader, text, sentence.start, sentence.end);
			out.push({
				id: `${article.id}-t${out.length + 1}`,
				passage: id,
				quote: text.slice(from, to),
				source: { line: source.line, start: base + from, end: base + to },
				speaker: {
					name: unnamed[article.language],
					kind: "anonymous",
					label: unnamed,
					unread: true,
				},
				via: [],
				act: "alleges",
				hedged: false,
				confidence,
				saidOn: { value: null, precision: "unknown", basis: "unknown" },
				about: [],
				topics: [],
			});
		}
	}
	return out;
}

/** Of a rumour what stands behind "that", otherwise the sentence without its last point. */
function extent(
	reader: StatementReader,
	text: string,
	start: number,
	end: number,
): [number, number] {
	const sentence = text.slice(start, Math.min(end, start + longestSentence));
	const { marks, tokens } = reader.marksOf(sentence);
	const rumour = marks.find(({ mark }) => mark === "rumours");
	const that = rumour && marks.find((m) => m.mark === "introducers" && m.from > rumour.from);
	const first = that && tokens[that.to];
	const last = tokens.at(-1)?.end ?? sentence.length;
	const from = first && first.start < last ? first.start : 0;
	return [start + from, start + last];
}
