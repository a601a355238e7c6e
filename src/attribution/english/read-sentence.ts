import type { SentenceReading } from "../statement.ts";
import { skipAdjuncts } from "./clause/adjuncts.ts";
import { gapBehind } from "./clause/before-the-verb.ts";
import { subjectBefore } from "./clause/subject.ts";
import { arrange } from "./frames/extent.ts";
import { type Frame, frame } from "./frames/frame.ts";
import { accordingFrame, nounFrame, passiveFrame } from "./frames/impersonal.ts";
import { quotedStatements, statementsOf } from "./frames/statements.ts";
import type { About } from "./frames/subjectless.ts";
import { verbFrame } from "./frames/verb.ts";
import type { EnglishGrammar } from "./grammar.ts";
import { speakerPhrase } from "./noun-phrase/speaker-of.ts";
import { type Text, textOf } from "./sentence.ts";

/**
 * The statements of `line.slice(from, to)`, one sentence of English. The work is linear in its
 * length: every look around a verb has a fixed reach.
 */
export function readEnglishSentence(
	g: EnglishGrammar,
	line: string,
	from: number,
	to: number,
): SentenceReading {
	const t = textOf(g, line, from, to);
	if (t.end <= t.begin) return { statements: [], subject: null };
	if (isQuotation(t)) return { statements: quotedStatements(g, t), subject: null };
	const opening = mainSubject(g, t);
	const frames = findFrames(g, t, opening);
	const subject =
		opening?.speaker ?? frames.find((f) => f.speaker && f.mode === "behind")?.speaker ?? null;
	const statements = statementsOf(g, t, arrange(g, t, frames, subject));
	return { statements, subject };
}

/** Nothing stands outside quotation marks. */
function isQuotation(t: Text): boolean {
	for (let i = t.begin; i < t.end; i++) if (!t.quoteAt[i] && t.us[i]?.kind === "word") return false;
	return t.quotes.length > 0;
}

function findFrames(g: EnglishGrammar, t: Text, about: About): Frame[] {
	const frames: Frame[] = [];
	let floor = t.begin;
	let previous: Frame | undefined;
	for (let i = t.begin; i < t.end; i++) {
		const quote = t.quoteAt[i];
		if (quote) {
			i = quote.close;
			continue;
		}
		if (t.us[i]?.kind !== "word") continue;
		const found =
			silence(g, t, i, floor) ??
			accordingFrame(g, t, i) ??
			passiveFrame(g, t, i, floor) ??
			nounFrame(g, t, i) ??
			verbFrame(g, t, i, floor, previous, about);
		if (!found) continue;
		frames.push(found);
		if (found.kind === "verb" || found.kind === "according") previous = found;
		const used =
			found.mode === "behind" || found.mode === "both" || found.until >= 0
				? found.after
				: found.content;
		floor = Math.max(i + 1, used);
		i = Math.max(i, Math.min(used, t.end) - 1);
	}
	return frames;
}

/** declined to comment: no statement, and the end of the one before. */
function silence(g: EnglishGrammar, t: Text, i: number, floor: number): Frame | undefined {
	if (!g.is.silenceVerbs.has(t.words[i] ?? "") || t.words[i + 1] !== "to") return undefined;
	const subject = subjectBefore(g, t, i, floor);
	const from = subject?.from ?? gapBehind(g, t, i).from;
	const joint = t.us[from - 1]?.kind === "comma" || g.is.coordinators.has(t.words[from - 1] ?? "");
	if (!subject && !joint) return undefined;
	return frame({
		kind: "silence",
		from,
		verb: i,
		content: i + 1,
		mode: "clause",
		act: "asserts",
		negated: true,
		elided: !subject,
	});
}

/** Whom the sentence is about: its first noun phrase, behind conjunctions and a leading adjunct. */
function mainSubject(g: EnglishGrammar, t: Text): About {
	let i = t.begin;
	for (let steps = 0; steps < 4 && i < t.end; steps++) {
		if (t.us[i]?.kind === "comma" || g.is.openers.has(t.words[i] ?? "")) {
			i++;
			continue;
		}
		const behind = skipAdjuncts(g, t, i, t.end).to;
		if (behind <= i) break;
		i = behind;
	}
	if (t.quoteAt[i]) return undefined;
	const pronoun = g.is.subjectPronouns.has(t.words[i] ?? "")
		? g.pronouns.get(t.words[i] ?? "")
		: undefined;
	if (pronoun !== undefined) return { speaker: null, agreement: pronoun };
	const speaker = speakerPhrase(g, t, i, t.end);
	return speaker && { speaker, agreement: speaker.plural ? "p" : null };
}
