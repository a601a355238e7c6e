import type { ContentPieces, Parts, Stretch } from "../frames/parts.ts";
import type { PassageReading } from "../sequence/passage-reading.ts";
import { colonLine } from "./colon-line.ts";
import { answersOf, type Said } from "./interview.ts";

/** How sure a form is that what it shows was said. */
const sureOfForm = 0.9;

/** A passage with what its form shows. `answer`, in an interview: what is said in it, from one end to the other. */
export type FormedReading = PassageReading & { answer?: Said };

/**
 * What the form of an article shows besides the words of saying: answers of an interview, and lines in
 * which somebody stands before a colon.
 */
export function withForms(readings: readonly PassageReading[]): readonly FormedReading[] {
	const answers = answersOf(readings.map(({ view }) => view));
	return readings.map((reading, passage) => {
		const answer = answers.get(passage);
		if (answer) return { ...reading, answer };
		const line = colonLine(reading.view);
		return line ? { ...reading, parts: withLine(reading.parts, line) } : reading;
	});
}

function withLine(parts: Parts, { source, content }: { source: Stretch; content: Stretch }): Parts {
	const known = parts.contents.some(({ pieces }) => pieces.some((p) => meet(p, content)));
	if (known) return parts;
	const said: ContentPieces = { pieces: [content], sure: sureOfForm };
	const named = parts.sources.some((s) => meet(s, source));
	return {
		...parts,
		contents: [...parts.contents, said].sort((a, b) => beginOf(a) - beginOf(b)),
		sources: named
			? parts.sources
			: [...parts.sources, { ...source, sure: sureOfForm }].sort((a, b) => a.from - b.from),
	};
}

const meet = (a: Stretch, b: Stretch): boolean => a.from < b.to && b.from < a.to;
const beginOf = ({ pieces }: ContentPieces): number => pieces[0]?.from ?? 0;
