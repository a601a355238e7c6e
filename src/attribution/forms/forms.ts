import { beginOf, type ContentPieces, meet, type Parts, type Stretch } from "../frames/parts.ts";
import type { PassageReading } from "../sequence/passage-reading.ts";
import { withAccordingTails } from "./according-tail.ts";
import { colonLine } from "./colon-line.ts";
import { withContentEnds } from "./content-ends.ts";
import { answersOf, type Said } from "./interview.ts";
import { withLedContents } from "./led-content.ts";
import { withPrintedSubjects } from "./printed-subject.ts";
import { quotedHeads } from "./quoted-head.ts";

/** How sure a form is that what it shows was said. */
const sureOfForm = 0.9;

/** A passage with what its form shows. `answer`, in an interview: what is said in it, from one end to the other. */
export type FormedReading = PassageReading & { answer?: Said };

/**
 * What the form of an article shows besides the words of saying: answers of an interview, and lines in
 * which somebody stands before a colon; quotations at the head of a sentence with a word of saying behind them.
 */
export function withForms(readings: readonly PassageReading[]): readonly FormedReading[] {
	const answers = answersOf(readings.map(({ view }) => view));
	return readings.map(withPrintedSubjects).map((reading, passage) => {
		const answer = answers.get(passage);
		if (answer) return { ...reading, answer };
		const line = colonLine(reading.view);
		const tailed = withAccordingTails(reading.view, reading.parts);
		const ended = withContentEnds(reading.view, tailed);
		const led = withLedContents(reading.view, ended);
		const parts = line ? withLine(led, line) : led;
		return { ...reading, parts: quotedHeads(reading.view).reduce(withQuotation, parts) };
	});
}

function withLine(parts: Parts, { source, content }: { source: Stretch; content: Stretch }): Parts {
	const said = withContent(parts, content);
	if (said === parts) return parts;
	const named = parts.sources.some((s) => meet(s, source));
	return {
		...said,
		sources: named
			? parts.sources
			: [...parts.sources, { ...source, sure: sureOfForm }].sort((a, b) => a.from - b.from),
	};
}

/** The same parts where one of them covers the content already. */
function withContent(parts: Parts, content: Stretch): Parts {
	if (parts.contents.some(({ pieces }) => pieces.some((p) => meet(p, content)))) return parts;
	const said: ContentPieces = { pieces: [content], sure: sureOfForm };
	const contents = [...parts.contents, said].sort((a, b) => beginOf(a) - beginOf(b));
	return { ...parts, contents };
}

/** A quotation at the head of a sentence with a word of saying behind it was said, however short it is. */
function withQuotation(parts: Parts, quoted: Stretch): Parts {
	const read = withContent(parts, quoted);
	const contents = read.contents.map((c) => {
		const [piece] = c.pieces;
		return piece?.from === quoted.from && piece.to === quoted.to ? { ...c, isShown: true } : c;
	});
	return { ...read, contents };
}
