import { withoutConjunction } from "../../../language/words/arabic-clitics.ts";
import type { Statement } from "../../statement.ts";
import { addresseeAt } from "../clause/addressee.ts";
import { speakerPhrase } from "../noun-phrase/noun-phrase.ts";
import { kindAt, opensQuotation, type Text, textAt, unitAt } from "../sentence.ts";
import type { Reading } from "../sentence-in-progress.ts";
import { contentEnd } from "./extent.ts";
import type { Frame } from "./frame.ts";
import { statementsOf } from "./statements.ts";

/** Behind a source between commas the clause goes on for at least so many units. */
const shortestRest = 4;
const longestClause = 14;

/** A source that is named beside the clause: "according to". It leads the clause or trails behind it. */
export function readAccording(
	r: Reading,
	frame: Frame,
	previous: Frame | undefined,
	next: readonly Frame[],
): void {
	frame.speaker ??= r.subject;
	const trailing = frame.at > r.from + 1 && !onlyOpeners(r, frame.at);
	const before = r.out.at(-1);
	if (trailing && before && previous && relaysLast(r.t, before, previous, frame)) {
		for (const s of r.out) {
			if (s.frameStart === before.frameStart && frame.speaker) s.via.push(frame.speaker);
		}
		return;
	}
	r.out.push(...(trailing ? trailingStatements(r, frame) : leadingStatements(r, frame, next)));
	if (!trailing && frame.speaker) r.heading = frame.speaker;
	r.lastEnd = Math.max(r.lastEnd, frame.content);
}

/** The statement before it has a speaker of its own: this source has relayed it. */
function relaysLast(t: Text, before: Statement, previous: Frame, frame: Frame): boolean {
	if (before.end > (unitAt(t, frame.at)?.start ?? 0)) return false;
	for (let i = previous.content; i < frame.at; i++) if (kindAt(t, i) === "stop") return false;
	return true;
}

function onlyOpeners({ g, t, from }: Reading, to: number): boolean {
	const { sentenceOpeners } = g.is;
	for (let i = from; i < to; i++) {
		const word = textAt(t, i);
		const opener = sentenceOpeners.has(word) || sentenceOpeners.has(withoutConjunction(word));
		if (kindAt(t, i) === "word" && !opener) return false;
	}
	return true;
}

/** وفقاً للوكالة، فإن …: all that follows, or the speaker inside it with this source behind it. */
function leadingStatements(r: Reading, frame: Frame, next: readonly Frame[]): Statement[] {
	addRelayer(r, frame);
	let content = behindResult(r, frame.content);
	while (isLink(r, content)) content++;
	// The frames inside are read on their own; they take this source along.
	const inside = next.find(
		(f) => !f.negated && f.kind !== "according" && (f.speaker || f.kind !== "verb"),
	);
	if (inside && inside.clauseFrom <= content + 1) return [];
	const peers = next.filter((f) => f.peer && f.kind !== "participle");
	const end = contentEnd(r.g, r.t, { mode: "clause", content }, peers);
	return clauseStatements(r, frame, content, end);
}

/** "…, that spoke to Reuters, …": the outlet between the source and the comma behind it. */
function addRelayer({ g, t }: Reading, frame: Frame): void {
	const from = kindAt(t, frame.content) === "comma" ? frame.content + 1 : frame.content;
	const comma = commaBehind(t, from);
	for (let i = from; frame.speaker && i < comma; i++) {
		const quoted = opensQuotation(t, i) ? speakerPhrase(g, t, i, t.end) : undefined;
		const told = kindAt(t, i) === "word" ? addresseeAt(g, t, i)?.phrase : quoted;
		const named = g.is.relayPrepositions.has(textAt(t, i))
			? speakerPhrase(g, t, i + 1, t.end)
			: told;
		if (named?.kind !== "outlet") continue;
		frame.via = [...frame.via, named];
		return;
	}
}

/** The comma that closes the source's own clause, not far behind it; -1 for none. */
function commaBehind(t: Text, from: number): number {
	for (let i = from; i < from + longestClause; i++) if (kindAt(t, i) === "comma") return i;
	return -1;
}

/** وبحسب رسالة اطلعت عليها الصحيفة، فإن: what is said begins behind "then". */
function behindResult({ g, t }: Reading, from: number): number {
	for (let i = from; i < from + longestClause; i++) {
		if (g.is.resultComplementisers.has(textAt(t, i)) && kindAt(t, i - 1) === "comma") return i + 1;
	}
	return from;
}

function isLink({ g, t }: Reading, i: number): boolean {
	const word = textAt(t, i);
	const that = g.is.complementisers.has(word) || g.is.resultComplementisers.has(word);
	return that || kindAt(t, i) === "comma";
}

/** The clause that the source stands behind; all of it where the source is an aside between commas. */
function trailingStatements(r: Reading, frame: Frame): Statement[] {
	const { t, lastEnd } = r;
	const start = lastEnd > 0 && kindAt(t, lastEnd) === "comma" ? lastEnd + 1 : lastEnd;
	addRelayer(r, frame);
	const comma = commaBehind(t, frame.content);
	const aside = comma >= 0 && t.end - comma > shortestRest;
	return clauseStatements(r, frame, start, aside ? t.end : frame.at);
}

function clauseStatements(r: Reading, frame: Frame, content: number, end: number): Statement[] {
	const clause: Frame = { ...frame, content, mode: "clause" };
	const via = [...frame.via, ...r.via];
	return statementsOf(r.g, r.t, clause, Math.max(end, content), frame.speaker, via, r.readInner);
}
