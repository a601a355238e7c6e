import { showsOnly } from "../clause/before-the-verb.ts";
import type { EnglishGrammar } from "../grammar.ts";
import { speakerPhrase } from "../noun-phrase/speaker-of.ts";
import type { Text } from "../sentence.ts";
import type { Attribution } from "./attribution.ts";
import type { Frame } from "./frame.ts";

/** Longer chains and farther looks are noise: the work stays linear. */
export const longestChain = 6;
export const contrastReach = 300;

const shortBefore = 4;
/** ", citing Y": Y is the speaker of what was said, and whoever cites relays it. */
export function citing(
	g: EnglishGrammar,
	t: Text,
	from: number,
	end: number,
	made: Attribution,
): number {
	for (let i = from; i + 1 < Math.min(end, from + contrastReach); i++) {
		if (t.us[i]?.kind !== "comma" || !g.is.citing.has(t.words[i + 1] ?? "") || t.quoteAt[i])
			continue;
		const source = speakerPhrase(g, t, i + 2, t.end);
		if (!source || showsOnly(g, source)) return i;
		made.via = [...(made.speaker ? [made.speaker] : [null]), ...made.via];
		made.speaker = source;
		made.agreement = source.plural ? "p" : null;
		return i;
	}
	return end;
}

/** Where the clause before a trailing frame begins, when a conjunction cuts it off from the one before. */
export function behindStart(g: EnglishGrammar, t: Text, n: Frame, low: number): number | undefined {
	const quote =
		t.quoteAt[n.from - 1] ??
		(t.us[n.from - 1]?.kind === "comma" ? t.quoteAt[n.from - 2] : undefined);
	if (quote && quote.open > low) {
		const before = t.us[quote.open - 1];
		if (before?.kind !== "word" || g.is.openers.has(t.words[quote.open - 1] ?? ""))
			return quote.open;
	}
	for (let i = n.from - 2; i > low; i--) {
		const cut =
			t.us[i - 1]?.kind === "comma" &&
			(g.is.coordinators.has(t.words[i] ?? "") || g.is.contentBreaks.has(t.words[i] ?? ""));
		if ((cut || t.us[i]?.raw === ";") && !t.quoteAt[i] && n.from - i > 3) return i;
		if (n.from - i > 60) break;
	}
	return undefined;
}

/** What stands before a trailing frame is what is said, or another's statement that it relays. */
export function placeBehind(
	g: EnglishGrammar,
	t: Text,
	f: Frame,
	next: Frame | undefined,
	made: Attribution,
	out: Attribution[],
	region: number,
): void {
	const last = out[out.length - 1];
	const quote = f.mode === "both" ? t.quoteAt[f.content] : undefined;
	if (quote) made.more = { from: f.content, to: Math.min(quote.close + 1, t.end) };
	const end = t.words[f.from - 1] === "as" ? f.from - 1 : f.from;
	const cut = last
		? behindStart(g, t, f, Math.max(region, last.from))
		: behindStart(g, t, f, region);
	const reached = last !== undefined && last.to >= end - 2 && cut === undefined;
	const directly = last !== undefined && region >= end - 2;
	if (last && (reached || directly) && f.speaker) {
		if (last.unnamed)
			Object.assign(last, { speaker: f.speaker, unnamed: false, agreement: f.agreement });
		else if (last.via.length < longestChain) last.via.push(f.speaker, ...f.via);
		made.to = f.after;
		if (quote)
			out.push({
				...made,
				from: made.more?.from ?? f.content,
				to: made.more?.to ?? f.content,
				more: undefined,
			});
		return;
	}
	const behindQuote = cut !== undefined && t.quoteAt[cut]?.open === cut;
	made.from = behindQuote ? cut : last && cut !== undefined ? cut : region;
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
	} else if (
		comma &&
		!quote &&
		!t.quoteAt[end - 1] &&
		!t.quoteAt[end - 2] &&
		goesOn(g, t, made.from, end, f.after + 1)
	) {
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
