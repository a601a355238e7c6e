import type { SpeakerPhrase } from "../../speaker-phrase.ts";
import type { Statement } from "../../statement.ts";
import type { ArabicGrammar } from "../grammar.ts";
import { kindAt, type Text, textAt, unitAt } from "../sentence.ts";
import { type Frame, frameStart } from "./frame.ts";
import { propositions } from "./propositions.ts";

export type Relayers = readonly (SpeakerPhrase | null)[];

/** The statement that the range begins with, relayed by `via`; undefined where there is none. */
export type ReadInner = (from: number, to: number, via: Relayers) => Statement | undefined;

const shortestStatement = 2;
const shortestRest = 4;
/** How far before its frame "earlier" may stand. */
const earlierReach = 3;

/** What is said in `frame` up to `end`. `readInner`: for quotations that quote somebody else. */
export function statementsOf(
	g: ArabicGrammar,
	t: Text,
	frame: Frame,
	end: number,
	speaker: SpeakerPhrase | null,
	via: Relayers,
	readInner: ReadInner,
): Statement[] {
	const out: Statement[] = [];
	const begins = unitAt(t, frameStart(frame))?.start ?? 0;
	const base = {
		frameStart: begins,
		speaker,
		agreement: frame.agreement,
		act: frame.act,
		unnamed: (frame.kind === "passive" || frame.kind === "noun") && !speaker,
		direct: frame.mode === "quote",
		earlier: isEarlier(g, t, frameStart(frame), frame.content),
		standing: frame.present,
		bare: frame.mode === "object",
	};
	const object = frame.mode === "object";
	for (const [from, to] of propositions(g, t, frame.content, end)) {
		const first = unitAt(t, from);
		const last = unitAt(t, to - 1);
		const short = to - from < shortestStatement;
		if (!first || !last || (short && !object)) continue;
		const verb = frame.kind === "verb" && object && from === frame.content;
		// كانت الصين قد نفت إرسال عتاد: without its verb the object would read as what is claimed.
		const behindSpeaker = frame.clauseFrom < frame.at;
		const denial =
			verb && behindSpeaker && frame.act === "denies" ? unitAt(t, frame.at)?.start : undefined;
		const start = short && verb ? begins : (denial ?? first.start);
		const statement: Statement = { ...base, via: [...via], start, end: last.end };
		const inner = base.direct ? readInner(from, to, [speaker, ...via]) : undefined;
		if (!inner) out.push(statement);
		else out.push(inner, ...goesOn(g, t, inner, to, statement));
	}
	return out;
}

/** After a quoted speaker: what the outer one goes on to say against it (لكن …). */
function goesOn(
	g: ArabicGrammar,
	t: Text,
	inner: Statement,
	to: number,
	outer: Statement,
): Statement[] {
	for (let i = 0; i < to - shortestRest; i++) {
		const u = unitAt(t, i);
		if (u?.kind !== "word" || u.start < inner.start || !g.is.adversatives.has(u.text)) continue;
		inner.end = unitAt(t, i - 1)?.end ?? inner.end;
		return [{ ...outer, start: u.start }];
	}
	return [];
}

/** The words of the frame say that the speech lies further back: سبق, وكان قد قال. */
function isEarlier(g: ArabicGrammar, t: Text, from: number, to: number): boolean {
	let past = false;
	for (let i = Math.max(0, from - earlierReach); i < to; i++) {
		if (kindAt(t, i) !== "word") continue;
		const word = textAt(t, i);
		if (g.is.earlier.has(word)) return true;
		past ||= g.is.pastAuxiliaries.has(word);
		if (past && g.is.perfectParticles.has(word)) return true;
	}
	return false;
}
