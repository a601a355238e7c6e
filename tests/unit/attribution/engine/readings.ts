import type { ContentPieces, Stretch } from "../../../../src/attribution/frames/parts.ts";
import {
	beginOf,
	insideOf,
	type LabelledSpan,
	labelCount,
} from "../../../../src/attribution/sequence/labels.ts";
import {
	type PassageReading,
	passageReading,
} from "../../../../src/attribution/sequence/passage-reading.ts";
import type { RulesReading } from "../../../../src/attribution/sequence/rules-reading.ts";
import { readAnnotated } from "../../../../tools/annotated/read.ts";
import { type Language, viewIn } from "./language.ts";

export const noRules = (length: number): RulesReading => ({
	marks: new Uint8Array(length),
	statements: [],
	introduced: [],
	subjects: [],
});

/** A passage whose spans are known: probable where they lie, improbable elsewhere, faint where said so. */
export function readingOf(
	language: Language,
	text: string,
	spans: readonly LabelledSpan[] = [],
	faint: Stretch = { from: 0, to: 0 },
): PassageReading {
	const view = viewIn(language, text);
	const probable = new Float64Array(view.tokens.length * labelCount).fill(0.001);
	for (const { kind, from, to } of spans)
		for (let t = from; t < to; t++)
			probable[t * labelCount + (t === from ? beginOf(kind) : insideOf(kind))] = 0.98;
	for (let t = faint.from; t < faint.to; t++)
		if (!spans.some((s) => t >= s.from && t < s.to))
			probable[t * labelCount + insideOf("source")] = 0.1;
	const sure = spans.map((span) => ({ ...span, sure: 0.98 }));
	return passageReading(view, noRules(view.tokens.length), sure, probable);
}

export type Told = {
	reading: PassageReading;
	content: ContentPieces;
	cue: Stretch | undefined;
	/** The words that name the speaker, as they are marked. */
	source: Stretch | undefined;
};

/**
 * A frame as annotated articles write it, `[s1 Ana Roth] [q1 said] [c1 …]`; what the sequence model
 * is to have seen of it are the spans of `seen`; of the source at least a trace.
 */
export function frameOf(
	language: Language,
	marked: string,
	seen: readonly ("content" | "cue" | "source")[] = ["content", "cue"],
): Told {
	const { article } = readAnnotated(`language: ${language}\n===\n${marked}\n===\n`);
	const text = article.paragraphs[0] ?? "";
	const view = viewIn(language, text);
	const kinds = { c: "content", q: "cue", s: "source" } as const;
	const spans = article.marks.flatMap(({ letter, start, end }): LabelledSpan[] => {
		const kind = letter === "c" || letter === "q" || letter === "s" ? kinds[letter] : undefined;
		if (!kind) return [];
		const inside = view.tokens.flatMap((t, i) => (t.end > start && t.start < end ? [i] : []));
		return [{ kind, from: inside[0] ?? 0, to: (inside.at(-1) ?? 0) + 1 }];
	});
	const pieces = spans.filter((s) => s.kind === "content");
	const sorted = spans
		.filter(({ kind }) => (seen as readonly string[]).includes(kind))
		.sort((a, b) => a.from - b.from);
	const source = spans.find((s) => s.kind === "source");
	return {
		reading: readingOf(language, text, sorted, source),
		content: { pieces: pieces.map(({ from, to }) => ({ from, to })), sure: 0.98 },
		cue: spans.find((s) => s.kind === "cue"),
		source,
	};
}
