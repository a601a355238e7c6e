import type { SpeakerPhrase } from "../phrase.ts";
import { skipAdjuncts } from "./adjuncts.ts";
import type { Frame } from "./frame.ts";
import type { EnglishGrammar } from "./grammar.ts";
import { onlyOpeners } from "./impersonal.ts";
import { speakerPhrase } from "./speaker-phrase.ts";
import { showsOnly } from "./subject.ts";
import type { Text } from "./text.ts";

/** A frame with the stretch of text that it attributes. `from` and `to` are units, `to` exclusive. */
export type Attribution = {
	frame: Frame;
	from: number;
	to: number;
	/** A quotation that goes on behind the frame. */
	more: { from: number; to: number } | undefined;
	speaker: SpeakerPhrase | null;
	agreement: Frame["agreement"];
	unnamed: boolean;
	/** Null: a pronoun or a speaker left out. */
	via: (SpeakerPhrase | null)[];
	/** Where the frame begins, a leading "On Monday," included. */
	frameFrom: number;
};

/** Acts that only report, so that a frame inside them is the one that counts. */
const reporting = new Set(["asserts", "alleges", "confirms"]);
const shortBefore = 4;
/** Longer chains, and more frames inside one, are noise: the work stays linear. */
const longestChain = 6;
const framesAhead = 8;
const contrastReach = 300;

/** Which words belong to which frame, and which frames are the chain of another. */
export function arrange(g: EnglishGrammar, t: Text, frames: readonly Frame[], subject: SpeakerPhrase | null): Attribution[] {
	const out: Attribution[] = [];
	const dropped = new Set<Frame>();
	/** What the frames around one that is nested in them add to it. */
	const outer = new Map<Frame, (SpeakerPhrase | null)[]>();
	const self = new Map<Frame, Attribution>();
	let region = t.begin;
	for (const [k, f] of frames.entries()) {
		if (dropped.has(f)) continue;
		const lead = leading(g, t, region, f.from);
		const made: Attribution = {
			frame: f,
			from: f.content,
			to: t.end,
			more: undefined,
			speaker: f.speaker,
			agreement: f.agreement,
			unnamed: f.unnamed,
			via: [...f.via, ...lead.via, ...(outer.get(f) ?? [])],
			frameFrom: lead.from,
		};
		const whose = self.get(f);
		if (whose) Object.assign(made, { speaker: whose.speaker, agreement: whose.agreement, frameFrom: whose.frameFrom });
		if (f.kind === "participle" && !f.speaker && out.length === 0) made.speaker = subject;
		if (f.mode === "behind" || f.mode === "both") {
			if (!f.negated) placeBehind(g, t, f, frames[k + 1], made, out, region);
			region = made.more?.to ?? Math.max(made.to, f.after);
			continue;
		}
		const inner = placeBefore(g, t, f, frames.slice(k + 1, k + 1 + framesAhead), made, dropped);
		region = f.until >= 0 ? f.until : Math.max(region, f.content);
		if (f.negated || f.kind === "silence") continue;
		if (!inner) {
			out.push(made);
			continue;
		}
		const pronoun = inner.speaker === null && inner.agreement === f.agreement || (inner.speaker === null && f.speaker !== null);
		if (pronoun) self.set(inner, made);
		outer.set(inner, (pronoun ? made.via : [made.speaker, ...made.via]).slice(0, longestChain));
	}
	return out;
}

/** A phrase of time, place or occasion right before the frame belongs to it, with its outlet. */
function leading(g: EnglishGrammar, t: Text, region: number, from: number): { from: number; via: SpeakerPhrase[] } {
	if (from - region > 30) return { from, via: [] };
	const via: SpeakerPhrase[] = [];
	let i = region;
	while (i < from) {
		const step = skipAdjuncts(g, t, i, from);
		via.push(...step.via);
		if (step.to > i) i = step.to;
		else if (t.us[i]?.kind === "comma" || g.is.openers.has(t.words[i] ?? "")) i++;
		else return { from, via: [] };
	}
	return { from: region, via };
}

/** Sets where what is said ends; gives the frame nested at its beginning, where one counts. */
function placeBefore(g: EnglishGrammar, t: Text, f: Frame, next: readonly Frame[], made: Attribution, dropped: Set<Frame>): Frame | undefined {
	if (f.until >= 0) {
		made.to = f.until;
		return undefined;
	}
	// A sentence with more frames than this is cut at the last one looked at.
	let end = next.length < framesAhead ? t.end : Math.max(next[framesAhead - 1]?.from ?? t.end, f.content + 1);
	const quote = f.mode === "quote" ? t.quoteAt[f.content] : undefined;
	if (quote) {
		const after = t.us[quote.close + 1];
		const done = quote.close + 1 >= t.end || after?.kind !== "word" || g.is.coordinators.has(t.words[quote.close + 1] ?? "") || next[0]?.from === quote.close + 1;
		if (done) {
			made.to = Math.min(quote.close + 1, t.end);
			return undefined;
		}
	}
	for (const n of next) {
		if (n.from >= end) break;
		if (n.kind === "noun" || (n.kind === "passive" && n.unnamed)) {
			if (!breaks(g, t, n, f)) {
				dropped.add(n);
				continue;
			}
		}
		if (n.from <= f.content || (f.kind !== "passive" && opens(g, t, f.content, n.from) && !n.elided)) {
			if (n.from < f.content && n.verb < f.content) continue;
			if (f.kind === "passive" || n.mode === "behind" || n.mode === "both") continue;
			const own = n.speaker === null && reporting.has(n.act);
			const counts = !own && (reporting.has(f.act) || f.kind === "according") && !n.negated && n.kind === "verb" && !n.relative && f.kind !== "noun";
			if (counts && !f.negated && f.kind !== "silence") return n;
			dropped.add(n);
			continue;
		}
		if (n.mode === "behind" || n.mode === "both") {
			end = Math.min(end, behindStart(g, t, n, f.content) ?? n.from);
			break;
		}
		if (n.relative) {
			const comma = commaBefore(t, n.from, n.verb);
			if (comma < 0) dropped.add(n);
			else end = comma;
			continue;
		}
		if (breaks(g, t, n, f)) {
			end = n.from;
			break;
		}
	}
	made.to = contrast(g, t, f.content, end);
	if (f.kind === "verb" && f.act === "asserts") made.to = citing(g, t, f.content, made.to, made);
	return undefined;
}

/** ", citing Y": Y is the speaker of what was said, and whoever cites relays it. */
function citing(g: EnglishGrammar, t: Text, from: number, end: number, made: Attribution): number {
	for (let i = from; i + 1 < Math.min(end, from + contrastReach); i++) {
		if (t.us[i]?.kind !== "comma" || !g.is.citing.has(t.words[i + 1] ?? "") || t.quoteAt[i]) continue;
		const source = speakerPhrase(g, t, i + 2, t.end);
		if (!source || showsOnly(g, source)) return i;
		made.via = [...(made.speaker ? [made.speaker] : [null]), ...made.via];
		made.speaker = source;
		made.agreement = source.plural ? "p" : null;
		return i;
	}
	return end;
}

/** Only a conjunction or an adjunct stands between. */
function opens(g: EnglishGrammar, t: Text, content: number, from: number): boolean {
	if (from < content || from - content > 12) return false;
	return onlyOpeners(g, t, content, from) || leading(g, t, content, from).from === content;
}

/** The frame begins a clause of its own: behind a mark, "and", "while", or with its subject left out. */
function breaks(g: EnglishGrammar, t: Text, n: Frame, f: Frame): boolean {
	if (n.from <= f.content) return false;
	if (n.elided) return true;
	const before = t.us[n.from - 1];
	const w = t.words[n.from - 1] ?? "";
	if (before?.kind === "comma" || before?.kind === "stop" || before?.kind === "dash") return true;
	return g.is.coordinators.has(w) || g.is.contentBreaks.has(w);
}

/** The comma before "who" in a relative clause; -1 where there is none. */
function commaBefore(t: Text, from: number, verb: number): number {
	for (let i = from; i < verb; i++) if (t.us[i]?.kind === "comma") return i;
	return -1;
}

/** ", but did not …": the narrator goes on. */
function contrast(g: EnglishGrammar, t: Text, from: number, end: number): number {
	for (let i = from + 1; i + 1 < Math.min(end, from + contrastReach); i++) {
		if (t.us[i]?.kind === "stop" && t.us[i]?.raw === ";") return i;
		const w = t.words[i] ?? "";
		if (w !== "but" || t.us[i - 1]?.kind !== "comma" || t.quoteAt[i]) continue;
		const next = t.words[i + 1] ?? "";
		if (g.is.do.has(next) || g.is.perfect.has(next) || g.is.silenceVerbs.has(next) || g.is.be.has(next)) return i;
	}
	return end;
}

/** Where the clause before a trailing frame begins, when a conjunction cuts it off from the one before. */
function behindStart(g: EnglishGrammar, t: Text, n: Frame, low: number): number | undefined {
	const quote = t.quoteAt[n.from - 1] ?? (t.us[n.from - 1]?.kind === "comma" ? t.quoteAt[n.from - 2] : undefined);
	if (quote && quote.open > low) {
		const before = t.us[quote.open - 1];
		if (before?.kind !== "word" || g.is.openers.has(t.words[quote.open - 1] ?? "")) return quote.open;
	}
	for (let i = n.from - 2; i > low; i--) {
		const cut = t.us[i - 1]?.kind === "comma" && (g.is.coordinators.has(t.words[i] ?? "") || g.is.contentBreaks.has(t.words[i] ?? ""));
		if ((cut || t.us[i]?.raw === ";") && !t.quoteAt[i] && n.from - i > 3) return i;
		if (n.from - i > 60) break;
	}
	return undefined;
}

/** What stands before a trailing frame is what is said, or another's statement that it relays. */
function placeBehind(g: EnglishGrammar, t: Text, f: Frame, next: Frame | undefined, made: Attribution, out: Attribution[], region: number): void {
	const last = out[out.length - 1];
	const quote = f.mode === "both" ? t.quoteAt[f.content] : undefined;
	if (quote) made.more = { from: f.content, to: Math.min(quote.close + 1, t.end) };
	const end = t.words[f.from - 1] === "as" ? f.from - 1 : f.from;
	const cut = last ? behindStart(g, t, f, Math.max(region, last.from)) : behindStart(g, t, f, region);
	const reached = last !== undefined && last.to >= end - 2 && cut === undefined;
	const directly = last !== undefined && region >= end - 2;
	if (last && (reached || directly) && f.speaker) {
		if (last.unnamed) Object.assign(last, { speaker: f.speaker, unnamed: false, agreement: f.agreement });
		else if (last.via.length < longestChain) last.via.push(f.speaker, ...f.via);
		made.to = f.after;
		if (quote) out.push({ ...made, from: made.more?.from ?? f.content, to: made.more?.to ?? f.content, more: undefined });
		return;
	}
	const behindQuote = cut !== undefined && t.quoteAt[cut]?.open === cut;
	made.from = behindQuote ? cut : (last && cut !== undefined ? cut : region);
	made.to = end;
	made.frameFrom = f.from;
	if (f.kind === "verb") citing(g, t, f.after, Math.min(t.end, f.after + 2), made);
	const comma = t.us[f.after]?.kind === "comma" || t.us[f.after]?.kind === "dash";
	const asFirst = made.from >= end;
	if (asFirst && quote) {
		Object.assign(made, { from: f.content, to: made.more?.to ?? t.end, more: undefined });
	} else if (asFirst) {
		// As X said, …: what is said follows.
		if (!comma || f.after + 1 >= t.end) return;
		made.from = f.after + 1;
		made.to = next && next.from > made.from ? next.from : t.end;
	} else if (comma && !quote && !t.quoteAt[end - 1] && !t.quoteAt[end - 2] && goesOn(g, t, made.from, end, f.after + 1)) {
		made.to = next && next.from > f.after ? Math.min(next.from, t.end) : t.end;
	}
	out.push(made);
}

/** The talks, officials said, would resume: the frame stands inside what is said. */
function goesOn(g: EnglishGrammar, t: Text, from: number, end: number, after: number): boolean {
	const w = t.words[after] ?? "";
	if (after >= t.end || t.us[after]?.kind !== "word") return false;
	if (g.is.finite.has(w)) return true;
	return end - from <= shortBefore + 1 && !w.endsWith("ing");
}
