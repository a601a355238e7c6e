import { sentences } from "../../../language/text/sentences.ts";
import type { SpeakerPhrase } from "../../speaker-phrase.ts";
import type { Statement } from "../../statement.ts";
import type { EnglishGrammar } from "../grammar.ts";
import { isBracket, type Text } from "../sentence.ts";
import { actOf } from "./act.ts";
import type { Attribution } from "./attribution.ts";

const shortestSentence = 4;

type Piece = { from: number; to: number; direct: boolean };

/** A sentence that is nothing but a quotation: the speaker of the one before goes on. */
export function quotedStatements(g: EnglishGrammar, t: Text): Statement[] {
	const out: Statement[] = [];
	for (const q of t.quotes) {
		for (const piece of propositions(
			g,
			t,
			Math.max(q.open, t.begin),
			Math.min(q.close + 1, t.us.length),
			true,
		)) {
			const s = statement(g, t, piece, {
				speaker: null,
				agreement: null,
				via: [],
				act: "asserts",
				unnamed: false,
				earlier: false,
				standing: false,
				frameStart: t.us[t.begin]?.start ?? 0,
			});
			if (s) out.push({ ...s, direct: true });
		}
	}
	return out;
}

export function statementsOf(
	g: EnglishGrammar,
	t: Text,
	attributions: readonly Attribution[],
): Statement[] {
	const out: Statement[] = [];
	for (const a of attributions) {
		const quoted = t.quoteAt[a.from] !== undefined;
		// The narrator asks: nothing has been said.
		if (t.question && !quoted && !t.quoteAt[a.to - 1]) continue;
		const ranges = [{ from: a.from, to: a.to }, ...(a.more ? [a.more] : [])];
		for (const [k, { from, to }] of ranges.entries()) {
			for (const piece of propositions(g, t, from, to, a.frame.mode !== "object")) {
				const s = statement(g, t, piece, {
					speaker: a.speaker,
					agreement: a.speaker && !a.speaker.plural ? null : a.agreement,
					via: dedupe(a.via),
					act: a.frame.act,
					unnamed: a.unnamed,
					earlier: isEarlier(g, t, a),
					standing: a.frame.present,
					frameStart: t.us[a.frameFrom]?.start ?? 0,
				});
				const colon =
					t.us[a.frame.content - 1]?.kind === "colon" && k === 0 && a.frame.mode === "clause";
				const least = a.frame.mode === "object" || a.frame.mode === "quote" || piece.direct ? 1 : 2;
				if (s && piece.to - piece.from >= least) out.push({ ...s, direct: piece.direct || colon });
			}
		}
	}
	return out;
}

function dedupe(via: readonly (SpeakerPhrase | null)[]): (SpeakerPhrase | null)[] {
	return via.filter((v, i) => v === null || via.findIndex((w) => w?.from === v.from) === i);
}

function statement(
	g: EnglishGrammar,
	t: Text,
	piece: Piece,
	rest: Omit<Statement, "start" | "end" | "direct">,
): Statement | undefined {
	const first = t.us[piece.from];
	const last = t.us[piece.to - 1];
	if (!first || !last || !hasWord(t, piece)) return undefined;
	return {
		...rest,
		start: first.start,
		end: last.end,
		act: actOf(g, t, rest.act, piece.from, piece.to, rest.speaker),
		direct: piece.direct,
	};
}

function hasWord(t: Text, piece: Piece): boolean {
	for (let i = piece.from; i < piece.to; i++) if (t.us[i]?.kind === "word") return true;
	return false;
}

/** One or several propositions: split at "and that" and at the sentences of a quotation. */
function propositions(
	g: EnglishGrammar,
	t: Text,
	from: number,
	to: number,
	splits: boolean,
): Piece[] {
	const whole = trim(g, t, { from, to, direct: false });
	if (whole.direct) return inQuotation(g, t, whole);
	const out: Piece[] = [];
	let start = whole.from;
	for (let i = whole.from + 2; splits && i < whole.to - 2; i++) {
		const that = g.is.complementisers.has(t.words[i] ?? "") && !t.quoteAt[i];
		const joint = g.is.coordinators.has(t.words[i - 1] ?? "") || t.us[i - 1]?.raw === ";";
		if (!that || !joint) continue;
		out.push(trim(g, t, { from: start, to: i - 1, direct: false }));
		start = i + 1;
	}
	out.push(trim(g, t, { from: start, to: whole.to, direct: false }));
	return out.filter((p) => p.to > p.from);
}

/** A statement a sentence, where every sentence is one and not a cry of two words. */
function inQuotation(g: EnglishGrammar, t: Text, piece: Piece): Piece[] {
	const first = t.us[piece.from];
	const last = t.us[piece.to - 1];
	if (!first || !last) return [];
	const parts = sentences(t.line.slice(first.start, last.end));
	if (parts.length < 2) return [piece];
	const out: Piece[] = [];
	let i = piece.from;
	for (const part of parts) {
		const end = first.start + part.end;
		const from = i;
		while (i < piece.to && (t.us[i]?.start ?? 0) < end) i++;
		out.push(trim(g, t, { from, to: i, direct: true }));
	}
	const wordy = out.every(
		(p) => t.us.slice(p.from, p.to).filter((u) => u.kind === "word").length >= shortestSentence,
	);
	return wordy ? out : [piece];
}

/** Without the marks around it; a pair of quotation marks goes when it holds all of it. */
function trim(g: EnglishGrammar, t: Text, piece: Piece): Piece {
	let { from, to, direct } = piece;
	for (;;) {
		const first = t.us[from];
		const last = t.us[to - 1];
		if (!first || !last || to <= from) break;
		const quote = t.quoteAt[from];
		if (isMark(first.kind)) from++;
		else if (isMark(last.kind)) to--;
		else if (
			!direct &&
			quote &&
			quote.open <= from &&
			(quote.close === to - 1 || (quote.close >= to && quote.open >= 0))
		) {
			if (first.kind === "open") from++;
			if (quote.close === to - 1) to--;
			direct = true;
		} else if (!direct && quote && quote.open < 0 && quote.close >= to - 1) {
			if (quote.close === to - 1) to--;
			direct = true;
		} else if (last.kind === "open" && !isBracket(last)) to--;
		else if (last.kind === "close" && !isBracket(last) && (t.quoteAt[to - 1]?.open ?? -1) < from)
			to--;
		else if (
			first.kind === "close" ||
			(first.kind === "open" && isBracket(first) && !closesInside(t, from, to))
		)
			from++;
		else if (
			!direct &&
			first.kind === "word" &&
			to - from > 2 &&
			(g.is.coordinators.has(t.words[from] ?? "") || g.is.contentBreaks.has(t.words[from] ?? "")) &&
			first.text !== "then"
		)
			from++;
		else if (
			!direct &&
			last.kind === "word" &&
			(g.is.coordinators.has(t.words[to - 1] ?? "") ||
				g.is.contentBreaks.has(t.words[to - 1] ?? "") ||
				t.words[to - 1] === "as")
		)
			to--;
		else break;
	}
	return { from, to, direct };
}

function isMark(kind: string): boolean {
	return kind === "comma" || kind === "colon" || kind === "dash" || kind === "stop";
}

function closesInside(t: Text, from: number, to: number): boolean {
	for (let i = from + 1; i < to; i++) if (t.us[i]?.raw === ")" || t.us[i]?.raw === "]") return true;
	return false;
}

function isEarlier(g: EnglishGrammar, t: Text, a: Attribution): boolean {
	const from = a.frameFrom;
	const to = a.frame.mode === "behind" || a.frame.mode === "both" ? a.frame.after : a.frame.content;
	for (let i = Math.max(0, Math.min(from, a.frame.from)); i < to; i++) {
		if (t.quoteAt[i]) continue;
		const w = t.words[i] ?? "";
		if (g.is.earlier.has(w))
			return !/^(this|in|on)$/.test(t.words[i + 1] ?? "") || t.words[i + 1] === "in";
		if (
			g.is.earlierPhrases.has(`${w} ${t.words[i + 1] ?? ""}`) ||
			g.is.earlierPhrases.has(`${w} ${t.words[i + 1] ?? ""} ${t.words[i + 2] ?? ""}`)
		)
			return true;
	}
	return false;
}
