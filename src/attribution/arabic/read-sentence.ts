import type { SpeakerPhrase } from "../speaker-phrase.ts";
import type { SentenceReading, Statement } from "../statement.ts";
import { mainSubject } from "./clause/main-subject.ts";
import { personBefore } from "./clause/person-before.ts";
import { readAccording } from "./frames/according-extent.ts";
import { contentEnd } from "./frames/extent.ts";
import { findFrames } from "./frames/find-frames.ts";
import { type Frame, frameStart } from "./frames/frame.ts";
import { type ReadInner, type Relayers, statementsOf } from "./frames/statements.ts";
import type { ArabicGrammar } from "./grammar.ts";
import { frameFloor, mediumOf } from "./media.ts";
import { type Text, textAt, textsOf, unitAt, upTo } from "./sentence.ts";
import type { Reading } from "./sentence-in-progress.ts";

/** Quotations inside quotations beyond this are taken for noise. */
const deepest = 2;
/**
 * Units of the longest sentence. What is longer is text without stops and read in pieces, so that a
 * hostile line costs no more than its length: within a piece the work is at most quadratic.
 */
const longestSentence = 400;
/** A statement that begins this many characters before another one is only the frame of it. */
const frameOnly = 12;

/** The statements of `line.slice(from, to)`, one sentence of Arabic. */
export function readArabicSentence(
	g: ArabicGrammar,
	line: string,
	from: number,
	to: number,
): SentenceReading {
	const statements: Statement[] = [];
	let subject: SpeakerPhrase | null = null;
	for (const t of textsOf(line, from, to, longestSentence)) {
		const own = mainSubject(g, t);
		subject ??= own;
		statements.push(...readFrames(g, t, 0, own, [], 0));
	}
	return { statements, subject };
}

/** The statements of the text from `from` on. `via`: who relays all of it; `depth`: of quotation. */
function readFrames(
	g: ArabicGrammar,
	t: Text,
	from: number,
	about: SpeakerPhrase | null,
	via: Relayers,
	depth: number,
): Statement[] {
	let readTo = from;
	const readInner: ReadInner = (start, end, relayers) => {
		// Nothing is read twice: quotations that never end lie one inside the other.
		if (depth === deepest || start < readTo) return undefined;
		readTo = end;
		const begins = (unitAt(t, start)?.start ?? 0) + 2;
		const inner = readFrames(g, upTo(t, end), start, null, relayers, depth + 1);
		return inner.find((s) => s.speaker && s.frameStart <= begins && !s.unnamed);
	};
	const frames = findFrames(g, t, from);
	const r: Reading = { g, t, from, about, via, readInner, out: [], subject: about, lastEnd: from };
	for (const [i, frame] of frames.entries()) {
		// فيما, بينما: another matter, which the source at the head does not stand behind.
		if (g.is.contentBreaks.has(textAt(t, frameStart(frame) - 1))) r.heading = undefined;
		const next = frames.slice(i + 1);
		if (frame.kind === "according") readAccording(r, frame, frames[i - 1], next);
		else readFrame(r, frame, next);
	}
	return r.out;
}

function readFrame(r: Reading, frame: Frame, next: readonly Frame[]): void {
	const { g, t, out } = r;
	// The paper cites records that show something: the paper says it, the records are its evidence.
	const evidence = frame.relative && frame.speaker?.kind === "document";
	if (evidence && r.about && r.about.kind !== "state") frame.speaker = r.about;
	const before = out.at(-1);
	const outer = before && isInside(t, frame, before) ? before : undefined;
	if (outer && frame.kind !== "noun" && !frame.speaker) return;
	if (frame.kind === "participle" && !frame.speaker) {
		// Who has just spoken goes on; before that, whoever the sentence has named last.
		if (r.out.length === 0) r.subject = personBefore(g, t, r.from, frame.at) ?? r.subject;
	}
	const end = contentEnd(g, t, frame, next);
	r.lastEnd = end;
	if (!frame.negated) {
		const speaker = frame.speaker ?? (isImpersonal(frame) ? null : r.subject);
		const relayers = [...frame.via, ...relayersOf(r, frame, before, outer)];
		const made = statementsOf(g, t, frame, end, speaker, relayers, r.readInner);
		if (outer && frame.kind !== "noun") absorb(out, made, unitAt(t, frame.clauseFrom)?.start ?? 0);
		out.push(...made);
	}
	if (frame.speaker && !outer && frame.kind !== "noun") r.subject = frame.speaker;
}

/** The frame stands inside what somebody else is said to have said. */
function isInside(t: Text, frame: Frame, before: Statement): boolean {
	if (frame.peer || frame.kind === "passive") return false;
	return (unitAt(t, frame.at)?.start ?? Infinity) < before.end;
}

function isImpersonal(frame: Frame): boolean {
	return frame.kind === "passive" || frame.kind === "noun";
}

/** Who relays a statement besides whom its frame names. */
function relayersOf(
	r: Reading,
	frame: Frame,
	before: Statement | undefined,
	outer: Statement | undefined,
): Relayers {
	const beyond = outer
		? [outer.speaker, ...outer.via]
		: [...(r.heading ? [r.heading] : []), ...r.via];
	if (frame.kind === "passive" && before?.speaker?.kind === "outlet")
		return [before.speaker, ...beyond];
	if (outer) return beyond;
	const floor = Math.max(r.from, frameFloor(r.t, frame.at));
	const medium = mediumOf(r.g, r.t, floor, frame.content, frame.speaker);
	return medium ? [medium, ...beyond] : beyond;
}

/** A statement that is nothing but the frame of the one inside it is the inner speaker's. */
function absorb(out: Statement[], made: readonly Statement[], innerStart: number): void {
	const outer = out.at(-1);
	const first = made[0];
	if (!outer || !first || outer.start > innerStart || outer.end < first.start) return;
	if (innerStart - outer.start <= frameOnly) out.pop();
}
