import type { SpeakerPhrase } from "../../speaker-phrase.ts";
import { skipAdjuncts } from "../clause/adjuncts.ts";
import type { EnglishGrammar } from "../grammar.ts";
import type { Text } from "../sentence.ts";
import type { Attribution } from "./attribution.ts";
import { behindStart, citing, contrastReach, longestChain, placeBehind } from "./extent-behind.ts";
import type { Frame } from "./frame.ts";
import { onlyOpeners } from "./impersonal.ts";

/** Acts that only report, so that a frame inside them is the one that counts. */
const reporting = new Set(["asserts", "alleges", "confirms"]);

/** More frames inside one are noise: the work stays linear. */
const framesAhead = 8;

/** Which words belong to which frame, and which frames are the chain of another. */
export function arrange(
	g: EnglishGrammar,
	t: Text,
	frames: readonly Frame[],
	subject: SpeakerPhrase | null,
): Attribution[] {
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
		if (whose)
			Object.assign(made, {
				speaker: whose.speaker,
				agreement: whose.agreement,
				frameFrom: whose.frameFrom,
			});
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
		const pronoun =
			(inner.speaker === null && inner.agreement === f.agreement) ||
			(inner.speaker === null && f.speaker !== null);
		if (pronoun) self.set(inner, made);
		outer.set(inner, (pronoun ? made.via : [made.speaker, ...made.via]).slice(0, longestChain));
	}
	return out;
}

/** A phrase of time, place or occasion right before the frame belongs to it, with its outlet. */
function leading(
	g: EnglishGrammar,
	t: Text,
	region: number,
	from: number,
): { from: number; via: SpeakerPhrase[] } {
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
function placeBefore(
	g: EnglishGrammar,
	t: Text,
	f: Frame,
	next: readonly Frame[],
	made: Attribution,
	dropped: Set<Frame>,
): Frame | undefined {
	if (f.until >= 0) {
		made.to = f.until;
		return undefined;
	}
	// A sentence with more frames than this is cut at the last one looked at.
	let end =
		next.length < framesAhead
			? t.end
			: Math.max(next[framesAhead - 1]?.from ?? t.end, f.content + 1);
	const quote = f.mode === "quote" ? t.quoteAt[f.content] : undefined;
	if (quote) {
		const after = t.us[quote.close + 1];
		const done =
			quote.close + 1 >= t.end ||
			after?.kind !== "word" ||
			g.is.coordinators.has(t.words[quote.close + 1] ?? "") ||
			next[0]?.from === quote.close + 1;
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
		if (
			n.from <= f.content ||
			(f.kind !== "passive" && opens(g, t, f.content, n.from) && !n.elided)
		) {
			if (n.from < f.content && n.verb < f.content) continue;
			if (f.kind === "passive" || n.mode === "behind" || n.mode === "both") continue;
			const own = n.speaker === null && reporting.has(n.act);
			const counts =
				!own &&
				(reporting.has(f.act) || f.kind === "according") &&
				!n.negated &&
				n.kind === "verb" &&
				!n.relative &&
				f.kind !== "noun";
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
		if (
			g.is.do.has(next) ||
			g.is.perfect.has(next) ||
			g.is.silenceVerbs.has(next) ||
			g.is.be.has(next)
		)
			return i;
	}
	return end;
}
