import { sentences } from "../../language/sentences.ts";
import type { SpeakerPhrase } from "../phrase.ts";
import type { SentenceReading, Statement } from "../statement.ts";
import { type Unit, units } from "../units.ts";
import { closeOf, type Frame, verbFrame } from "./frames.ts";
import type { ArabicGrammar } from "./grammar.ts";
import { mainSubject } from "./segments.ts";
import { speakerPhrase } from "./speaker-phrase.ts";
import { accordingFrame, nounFrame, passiveFrame, relayFrame, reportedInFrame } from "./source-frames.ts";

/** Nesting beyond this is taken for noise: a hostile line costs no more than its length. */
const deepest = 2;
const shortestStatement = 2;

/** The statements of `line.slice(from, to)`, one sentence of Arabic. */
export function readArabicSentence(g: ArabicGrammar, line: string, from: number, to: number): SentenceReading {
	const us = units(line, from, to);
	const subject = mainSubject(g, us);
	const statements = readUnits(g, line, us, 0, us.length, 0, [], subject);
	return { statements, subject };
}

function readUnits(
	g: ArabicGrammar,
	line: string,
	us: readonly Unit[],
	from: number,
	to: number,
	depth: number,
	via: readonly (SpeakerPhrase | null)[],
	about: SpeakerPhrase | null = null,
): Statement[] {
	const part = us.slice(0, to);
	const frames = findFrames(g, part, from);
	const out: Statement[] = [];
	let subject: SpeakerPhrase | null = about;
	let lastEnd = from;
	// وفقاً لرويترز، …: the source at the head of the sentence stands behind all that follows.
	let heading: SpeakerPhrase | undefined;
	for (const [i, frame] of frames.entries()) {
		const next = frames.slice(i + 1);
		// فيما, بينما: another matter, which the source at the head does not stand behind.
		if (g.contentBreaks.has(part[Math.min(frame.at, frame.clauseFrom) - 1]?.text ?? "")) heading = undefined;
		if (frame.kind === "according") {
			frame.speaker ??= subject;
			const before = out[out.length - 1];
			const trailing = frame.at > from + 1 && !onlyOpeners(g, part, from, frame.at);
			if (trailing && before && frames[i - 1] && before.end <= (part[frame.at]?.start ?? 0) && sameClause(part, frames[i - 1], frame)) {
				for (const s of out.filter((o) => o.frameStart === before.frameStart)) if (frame.speaker) s.via.push(frame.speaker);
				continue;
			}
			const own = accordingStatements(g, line, part, frame, next, lastEnd, trailing, via);
			if (!trailing && frame.speaker) heading = frame.speaker;
			out.push(...own);
			lastEnd = Math.max(lastEnd, frame.content);
			continue;
		}
		// The paper cites records that show something: the paper says it, the records are its evidence.
		if (frame.relative && frame.speaker?.kind === "document" && about && about.kind !== "state") frame.speaker = about;
		const nested = out.length > 0 && !frame.peer && part[frame.at] !== undefined && (part[frame.at]?.start ?? 0) < lastOf(out).end && frame.kind !== "passive";
		if (nested && frame.kind !== "noun" && !frame.speaker) continue;
		if (frame.kind === "participle" && !frame.speaker) subject = personBefore(g, part, from, frame.at) ?? subject;
		const end = contentEnd(g, part, frame, next);
		lastEnd = end;
		const before = out[out.length - 1]?.speaker;
		if (frame.kind === "passive" && before?.kind === "outlet") frame.via.push(before);
		else if (!nested) frame.via.push(...media(g, part, Math.max(from, lastStop(part, frame.at)), frame.content, frame.speaker));
		const relayers = nested ? [...frame.via, ...speakersOf(lastOf(out))] : [...frame.via, ...(heading ? [heading] : []), ...via];
		if (!frame.negated) {
			const speaker = frame.speaker ?? (frame.kind === "passive" || (frame.kind === "noun") ? null : subject);
			const made = statementsOf(g, line, part, frame, end, speaker, relayers, depth);
			if (nested && made.length > 0 && frame.kind !== "noun") absorb(out, made, part[frame.clauseFrom]?.start ?? 0);
			out.push(...made);
		}
		if (frame.speaker && !nested && frame.kind !== "noun") subject = frame.speaker;
	}
	return out;
}

function lastOf(out: readonly Statement[]): Statement {
	return out[out.length - 1] as Statement;
}

/** The chain so far, seen from a statement nested in it. */
function speakersOf(s: Statement): (SpeakerPhrase | null)[] {
	return [s.speaker, ...s.via];
}

/** A statement that is nothing but the frame of the one inside it is the inner speaker's. */
function absorb(out: Statement[], made: readonly Statement[], innerStart: number): void {
	const outer = out[out.length - 1];
	const first = made[0];
	if (!outer || !first || outer.start > innerStart || outer.end < first.start) return;
	if (innerStart - outer.start <= 12) out.pop();
}

function findFrames(g: ArabicGrammar, us: readonly Unit[], from: number): Frame[] {
	const frames: Frame[] = [];
	let floor = from;
	for (let i = from; i < us.length; i++) {
		const u = us[i];
		if (!u) break;
		if (u.kind === "open" && u.raw !== "(") {
			const close = closeOf(us, i);
			if (close > i) {
				i = close;
				continue;
			}
		}
		if (u.kind !== "word") continue;
		const frame =
			accordingFrame(g, us, i) ??
			relayFrame(g, us, i) ??
			reportedInFrame(g, us, i) ??
			passiveFrame(g, us, i) ??
			nounFrame(g, us, i) ??
			verbFrame(g, us, i, floor);
		if (!frame) continue;
		frames.push(frame);
		floor = i + 1;
		// Go on behind the words that the frame has used, but look into what is said.
		const used = frame.mode === "quote" ? closeOf(us, frame.content) : frame.content - 1;
		i = Math.max(i, Math.min(used, us.length));
	}
	return frames;
}

/** The unit behind the last one of what is said. */
function contentEnd(g: ArabicGrammar, us: readonly Unit[], frame: Frame, next: readonly Frame[]): number {
	if (frame.mode === "quote") {
		const close = closeOf(us, frame.content);
		if (close > 0) return close + 1;
	}
	const peers = next.filter((f) => f.peer || f.kind === "according" || f.kind === "passive").map((f) => f.at);
	for (let i = frame.content; i < us.length; i++) {
		const u = us[i];
		if (!u) break;
		if (peers.includes(i)) return i;
		if (u.kind === "open") {
			const close = closeOf(us, i);
			if (close > i) i = close;
			continue;
		}
		if (u.kind === "stop" && u.raw === "؛") return i;
		if (u.kind === "comma" && i > frame.content) {
			const after = us[i + 1]?.text ?? "";
			if (g.contentBreaks.has(after) || g.contentBreaks.has(`${after} ${us[i + 2]?.text ?? ""}`)) return i;
		}
	}
	return us.length;
}

function statementsOf(
	g: ArabicGrammar,
	line: string,
	us: readonly Unit[],
	frame: Frame,
	end: number,
	speaker: SpeakerPhrase | null,
	via: readonly (SpeakerPhrase | null)[],
	depth: number,
): Statement[] {
	const frameStart = us[Math.min(frame.at, frame.clauseFrom)]?.start ?? 0;
	const base = {
		frameStart,
		speaker,
		agreement: frame.agreement,
		via: [...via],
		act: frame.act,
		unnamed: (frame.kind === "passive" || frame.kind === "noun") && !speaker,
		direct: frame.mode === "quote",
		earlier: isEarlier(g, us, Math.min(frame.at, frame.clauseFrom), frame.content),
		standing: frame.present,
		bare: frame.mode === "object",
	};
	const out: Statement[] = [];
	for (const [start, stop] of propositions(g, line, us, frame, end)) {
		const first = us[start];
		const last = us[stop - 1];
		if (!first || !last || (stop - start < shortestStatement && frame.mode !== "object")) continue;
		const short = frame.mode === "object" && stop - start < 2 && frame.kind === "verb";
		const statement: Statement = { ...base, via: [...via], start: short ? frameStart : first.start, end: last.end };
		const inner = depth < deepest ? readUnits(g, line, us, start, stop, depth + 1, [speaker, ...via]) : [];
		const nestedFirst = inner.find((s) => s.speaker && s.frameStart - first.start <= 2 && !s.unnamed);
		if (frame.mode === "quote" && nestedFirst) {
			out.push(nestedFirst);
			const rest = remainder(g, us, nestedFirst, stop);
			if (rest) out.push({ ...statement, start: rest });
		} else out.push(statement);
	}
	return out;
}

/** After a nested statement: what the outer speaker goes on to say against it (لكن …). */
function remainder(g: ArabicGrammar, us: readonly Unit[], inner: Statement, stop: number): number | undefined {
	for (let i = 0; i < stop; i++) {
		const u = us[i];
		if (!u || u.start < inner.start || u.kind !== "word") continue;
		if (/^(و?لكن|لكنه|لكنها|بيد|غير)$/.test(u.text) && stop - i > 4 && g.openers.has(u.text)) {
			inner.end = us[i - 1]?.end ?? inner.end;
			return u.start;
		}
	}
	return undefined;
}

/** One or several propositions: split at وأن, at sentence ends inside a quotation; marks trimmed. */
function propositions(g: ArabicGrammar, line: string, us: readonly Unit[], frame: Frame, end: number): [number, number][] {
	const cuts: number[] = [frame.content];
	for (let i = frame.content + 2; i < end; i++) {
		const u = us[i];
		// … تساعد موسكو وتزودها: a second verb makes a second proposition.
		const second = (u?.kind === "word" && /^و[يت]/.test(u.text) && i - Math.abs(cuts[cuts.length - 1] ?? 0) >= 4 && end - i >= 4) || false;
		if (second && u && g.words.isPresent(u.text.slice(1)) && !g.words.isNoun(u.text.slice(1)) && !g.words.isNoun(u.text) && startsWithPresent(g, us, frame.content)) {
			cuts.push(-i);
			continue;
		}
		// وأن تكون: a subjunctive goes on with the same proposition.
		if (u?.kind === "word" && g.coordinators.has(u.text) && !g.words.isPresent(us[i + 1]?.text ?? "")) cuts.push(i + 1);
	}
	// A negative cut keeps its word: the verb belongs to the proposition, the particle does not.
	const bounds = cuts.map((cut, k): [number, number] => {
		const next = cuts[k + 1];
		return [Math.abs(cut), next === undefined ? end : next < 0 ? -next : next - 1];
	});
	const pieces = bounds.flatMap((b) => splitQuotation(line, us, b));
	return pieces.map((p) => trim(us, p)).filter(([a, b]) => b > a);
}

function startsWithPresent(g: ArabicGrammar, us: readonly Unit[], from: number): boolean {
	return us.slice(from, from + 4).some((u) => u.kind === "word" && g.words.isPresent(u.text) && !g.words.isNoun(u.text));
}

function splitQuotation(line: string, us: readonly Unit[], [from, to]: [number, number]): [number, number][] {
	const [a, b] = trim(us, [from, to]);
	const first = us[a];
	const last = us[b - 1];
	if (!first || !last) return [];
	const parts = sentences(line.slice(first.start, last.end));
	if (parts.length < 2) return [[from, to]];
	const out: [number, number][] = [];
	for (const part of parts) {
		const start = us.findIndex((u) => u.start >= first.start + part.start);
		let stop = start;
		while (stop < b && (us[stop]?.start ?? 0) < first.start + part.end) stop++;
		const previous = out[out.length - 1];
		if (previous && stop - start < 5) previous[1] = stop;
		else out.push([start, stop]);
	}
	return out;
}

/** Without the marks around it; a pair of quotation marks goes when it holds all of it. */
function trim(us: readonly Unit[], [from, to]: [number, number]): [number, number] {
	let a = from;
	let b = to;
	for (;;) {
		const first = us[a];
		const last = us[b - 1];
		if (!first || !last || b <= a) break;
		if (first.kind === "comma" || first.kind === "colon" || first.kind === "dash" || first.kind === "stop") a++;
		else if (last.kind === "comma" || last.kind === "colon" || last.kind === "dash" || last.kind === "stop") b--;
		else if (first.kind === "open" && (closeOf(us, a) === b - 1 || closeOf(us, a) < 0 || closeOf(us, a) >= b)) {
			if (closeOf(us, a) === b - 1) b--;
			a++;
		} else if (last.kind === "close" && !opensInside(us, a, b)) b--;
		else break;
	}
	return [a, b];
}

function opensInside(us: readonly Unit[], a: number, b: number): boolean {
	let depth = 0;
	for (let i = a; i < b - 1; i++) {
		if (us[i]?.kind === "open") depth++;
		else if (us[i]?.kind === "close") depth--;
	}
	return depth > 0;
}

function isEarlier(g: ArabicGrammar, us: readonly Unit[], from: number, to: number): boolean {
	for (let i = Math.max(0, from - 3); i < to; i++) {
		const word = us[i]?.text ?? "";
		if (word === "سابق" || word === "سابقا" || word === "سبق" || word === "انفا") return true;
		if (/^و?كانت?$/.test(word) && us.slice(i, to).some((u) => u.text === "قد")) return true;
	}
	return g.earlier.has(us[to - 1]?.text ?? "") && us[to - 2]?.text === "وقت";
}

function accordingStatements(
	g: ArabicGrammar,
	line: string,
	us: readonly Unit[],
	frame: Frame,
	next: readonly Frame[],
	lastEnd: number,
	trailing: boolean,
	via: readonly (SpeakerPhrase | null)[],
): Statement[] {
	if (!frame.speaker && frame.content - frame.at !== 3) return [];
	if (!trailing) {
		// وفقاً للوكالة، فإن …: all that follows, or the speaker inside it with this source behind it.
		let content = frame.content;
		while (us[content] && (us[content]?.kind === "comma" || /^فا?ن/.test(us[content]?.text ?? "") || g.complementisers.has(us[content]?.text ?? ""))) content++;
		const inside = next.filter((f) => !f.negated && f.kind !== "according" && (f.speaker || f.kind !== "verb"));
		const end = contentEnd(g, us, { ...frame, content }, next.filter((f) => f.peer && f.kind !== "participle"));
		const whole = statementsOf(g, line, us, { ...frame, content, mode: "clause" }, Math.max(end, content), frame.speaker, via, deepest);
		// The frames inside are read on their own by the caller; they take this source along.
		if (inside.length > 0 && inside[0] && inside[0].clauseFrom <= content + 1) return [];
		return whole;
	}
	const start = Math.max(0, lastEnd > 0 && us[lastEnd]?.kind === "comma" ? lastEnd + 1 : lastEnd);
	let end = frame.at;
	if (us.length - frame.content > 4 && us[frame.content]?.kind === "comma") end = us.length;
	return statementsOf(g, line, us, { ...frame, content: start, mode: "clause" }, end, frame.speaker, via, deepest);
}

function sameClause(us: readonly Unit[], before: Frame | undefined, frame: Frame): boolean {
	if (!before) return false;
	return !us.slice(before.content, frame.at).some((u) => u.kind === "stop");
}

function onlyOpeners(g: ArabicGrammar, us: readonly Unit[], from: number, to: number): boolean {
	return us.slice(from, to).every((u) => u.kind !== "word" || g.openers.has(u.text) || g.openers.has(u.text.replace(/^[وف]/, "")));
}

/** The person that the sentence has named last before an adverb of speech (مضيفاً, تعهده). */
function personBefore(g: ArabicGrammar, us: readonly Unit[], from: number, to: number): SpeakerPhrase | undefined {
	for (let i = to - 1; i >= Math.max(from, to - 30); i--) {
		const head = g.heads.get(us[i]?.text ?? "");
		if (head?.head.title !== true) continue;
		const phrase = speakerPhrase(g, us, i, to);
		if (phrase?.name && phrase.kind === "person") return phrase;
	}
	return undefined;
}

function lastStop(us: readonly Unit[], at: number): number {
	for (let i = at - 1; i > 0 && at - i < 25; i--) if (us[i]?.kind === "close" || us[i]?.kind === "stop") return i;
	return Math.max(0, at - 25);
}

/** The medium that carried it, named beside the verb: في مقابلة مع رويترز, في مقاله, على التلفزيون. */
function media(g: ArabicGrammar, us: readonly Unit[], from: number, to: number, speaker: SpeakerPhrase | null): SpeakerPhrase[] {
	for (let i = from; i < to - 1; i++) {
		const u = us[i];
		if (u?.kind !== "word" || !/^(في|علي|مع|عبر)$/.test(u.text)) continue;
		const next = us[i + 1]?.text ?? "";
		const phrase = speakerPhrase(g, us, i + 1, to);
		if (phrase?.kind === "outlet" && phrase.from !== speaker?.from) return [phrase];
		if (!g.media.has(next)) continue;
		const raw = us[i + 1]?.raw ?? "";
		return [{ from: i + 1, to: i + 2, text: raw, name: raw, title: "", head: "", kind: "document", spokesperson: false, plural: false, definite: false }];
	}
	return [];
}
