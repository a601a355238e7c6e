import { sentences } from "../../../language/text/sentences.ts";
import type { ArabicGrammar } from "../grammar.ts";
import { kindAt, type Text, textAt, unitAt } from "../sentence.ts";
import { trim } from "./extent.ts";

type Range = [number, number];

/** A proposition is no shorter than this where a second verb without "that" begins it. */
const shortestClause = 4;
/** A sentence of a quotation that is shorter goes with the one before it. */
const shortestSentence = 5;

/** What is said between `from` and `to`, in one or several propositions, marks trimmed. */
export function propositions(g: ArabicGrammar, t: Text, from: number, to: number): Range[] {
	return clausesOf(g, t, from, to)
		.flatMap((clause) => sentencesOf(t, clause))
		.map((range) => trim(t, range))
		.filter(([a, b]) => b > a);
}

/** Cut at "and that", and at a second verb in the present that goes on with a first one. */
function clausesOf(g: ArabicGrammar, t: Text, from: number, to: number): Range[] {
	const clauses: Range[] = [];
	const inPresent = startsWithPresent(g, t, from);
	let start = from;
	for (let i = from + 2; i < to; i++) {
		if (kindAt(t, i) !== "word") continue;
		const word = textAt(t, i);
		const long = i - start >= shortestClause && to - i >= shortestClause;
		if (long && inPresent && isSecondVerb(g, word)) {
			clauses.push([start, i]);
			start = i;
		} else if (g.is.coordinators.has(word) && !g.words.isPresent(textAt(t, i + 1))) {
			// وأن تكون: a subjunctive goes on with the same proposition.
			clauses.push([start, i]);
			start = i + 1;
		}
	}
	clauses.push([start, to]);
	return clauses;
}

/** … تساعد موسكو وتزودها: a second verb makes a second proposition. */
function isSecondVerb({ words }: ArabicGrammar, word: string): boolean {
	if (!/^و[يت]/.test(word)) return false;
	const bare = word.slice(1);
	return words.isPresent(bare) && !words.isNoun(bare) && !words.isNoun(word);
}

function startsWithPresent({ words }: ArabicGrammar, t: Text, from: number): boolean {
	for (let i = from; i < from + 4; i++) {
		const word = textAt(t, i);
		if (kindAt(t, i) === "word" && words.isPresent(word) && !words.isNoun(word)) return true;
	}
	return false;
}

/** The sentences of a quotation that holds several. */
function sentencesOf(t: Text, range: Range): Range[] {
	const [a, b] = trim(t, range);
	const first = unitAt(t, a);
	const last = unitAt(t, b - 1);
	if (b <= a || !first || !last) return [];
	if (!holdsStop(t, a, b)) return [range];
	const parts = sentences(t.line.slice(first.start, last.end));
	if (parts.length < 2) return [range];
	const out: Range[] = [];
	let at = a;
	for (const part of parts) {
		while ((unitAt(t, at)?.start ?? Infinity) < first.start + part.start) at++;
		const start = at;
		while (at < b && (unitAt(t, at)?.start ?? 0) < first.start + part.end) at++;
		const previous = out.at(-1);
		if (previous && at - start < shortestSentence) previous[1] = at;
		else out.push([start, at]);
	}
	return out;
}

function holdsStop(t: Text, from: number, to: number): boolean {
	for (let i = from; i < to; i++) if (kindAt(t, i) === "stop") return true;
	return false;
}
