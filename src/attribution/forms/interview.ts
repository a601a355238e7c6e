import type { Stretch } from "../frames/parts.ts";
import type { PassageView } from "../sequence/passage-view.ts";
import { asks } from "./asks.ts";

/** What an answer says, and the words before a colon that name who does. */
export type Said = Stretch & { label?: Stretch };

/** So many questions with an answer behind them make an interview. */
const fewestAnswers = 3;

/**
 * The answers of an interview, by passage: what is said from behind the dash, label or stage direction
 * to the end. Empty where the passages are no interview. Who asks and who answers is told by the form:
 * a passage that ends in a question mark, or begins with the mark that those begin with.
 */
export function answersOf(views: readonly PassageView[]): ReadonlyMap<number, Said> {
	const asking = views.map((view) => asks(view));
	const lead = leadOfQuestions(views, asking);
	const isQuestion = views.map((view, at) => asking[at] || (lead !== "" && leadOf(view) === lead));
	const turns = takesTurns(isQuestion);
	const answers = new Map<number, Said>();
	let pairs = 0;
	for (const [at, view] of views.entries()) {
		if (isQuestion[at] || at === 0) continue;
		if (!isQuestion[at - 1] && !turns(at) && !(answers.has(at - 1) && beginsAsAnswer(view)))
			continue;
		const said = saidIn(view);
		if (!said) continue;
		if (isQuestion[at - 1]) pairs++;
		answers.set(at, said);
	}
	const first = isQuestion.indexOf(true);
	const told = isQuestion.filter(Boolean).length + answers.size;
	withTheirMark(views, answers, isQuestion);
	const isInterview = pairs >= fewestAnswers && told >= (views.length - Math.max(0, first)) / 2;
	return isInterview ? answers : new Map();
}

/** So many of the passages whose turn it is to ask do ask, where questions and answers alternate. */
const mostAsk = 0.6;

/** Whether it is a passage's turn to answer: each second one behind the first question, where most others ask. */
function takesTurns(isQuestion: readonly boolean[]): (at: number) => boolean {
	const first = isQuestion.indexOf(true);
	if (first < 0) return () => false;
	const last = isQuestion.lastIndexOf(true);
	const behind = isQuestion.slice(first, last + 1);
	const asking = behind.filter((_, i) => i % 2 === 0);
	const answering = behind.filter((_, i) => i % 2 === 1);
	const inTurn =
		!answering.includes(true) && asking.filter(Boolean).length >= mostAsk * asking.length;
	return (at) => inTurn && at > first && at <= last + 1 && (at - first) % 2 === 1;
}

/** Where all answers begin with one mark, what else begins with it behind the first question is one too. */
function withTheirMark(
	views: readonly PassageView[],
	answers: Map<number, Said>,
	isQuestion: readonly boolean[],
): void {
	const marks = new Set([...answers.keys()].map((at) => views[at]?.tokens[0]?.text ?? ""));
	const [mark = ""] = marks;
	if (marks.size !== 1 || /[\p{L}\p{N}]/u.test(mark) || mark === "") return;
	for (let at = isQuestion.indexOf(true) + 1; at < views.length; at++) {
		const view = views[at];
		const said = view?.tokens[0]?.text === mark && !isQuestion[at] ? saidIn(view) : undefined;
		if (said && !answers.has(at)) answers.set(at, said);
	}
}

/** The first mark, or the label before a colon. */
function leadOf({ tokens }: PassageView): string {
	const first = tokens[0]?.text ?? "";
	if (!/[\p{L}\p{N}"“«]/u.test(first)) return first;
	const colon = tokens.findIndex(({ text }) => text === ":");
	if (colon < 1 || colon > longestLabel) return "";
	return tokens
		.slice(0, colon)
		.map(({ word }) => word)
		.join(" ");
}

/** What most questions begin with, where no answer begins so. */
function leadOfQuestions(views: readonly PassageView[], asking: readonly boolean[]): string {
	const counts = new Map<string, number>();
	for (const [at, view] of views.entries()) {
		const lead = leadOf(view);
		if (lead) counts.set(lead, (counts.get(lead) ?? 0) + (asking[at] ? 1 : -1));
	}
	const [best] = [...counts].sort((a, b) => b[1] - a[1]);
	return best && best[1] > 1 ? best[0] : "";
}

const beginsAsAnswer = ({ tokens }: PassageView): boolean =>
	/^[-–—«“"]/u.test(tokens[0]?.text ?? "");

/** A label before an answer, "Name:", has at most so many words. */
const longestLabel = 6;

/** Behind the dash, the label and the stage direction; undefined where next to nothing is left. */
function saidIn({ tokens }: PassageView): Said | undefined {
	let from = 0;
	const skipMarks = () => {
		while (from < tokens.length && !/[\p{L}\p{N}("“«]/u.test(tokens[from]?.text ?? "")) from++;
	};
	skipMarks();
	const colon = tokens.findIndex(({ text }, t) => t > from && text === ":");
	const labelled = colon > 0 && colon - from <= longestLabel;
	// "A:" names nobody.
	const isName = (tokens[from]?.text.length ?? 0) > 1;
	const label = labelled && isName ? { from, to: colon } : undefined;
	if (labelled) from = colon + 1;
	skipMarks();
	if (tokens[from]?.text === "(") {
		const closing = tokens.findIndex(({ text }, t) => t > from && text === ")");
		if (closing > 0 && closing - from <= longestLabel) from = closing + 1;
		skipMarks();
	}
	let to = tokens.length;
	while (to > from && /^[.!…]+$/u.test(tokens[to - 1]?.text ?? "")) to--;
	return to - from > 1 ? { from, to, ...(label ? { label } : {}) } : undefined;
}
