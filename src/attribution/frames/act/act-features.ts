import { Act, groupOf } from "../../../domain/sets/acts.ts";
import { hashOf, mix } from "../../sequence/hash.ts";
import { keysAt, type PassageView } from "../../sequence/passage-view.ts";
import type { RuleStatement } from "../../sequence/rules-reading.ts";
import type { Stretch } from "../parts.ts";
import type { ActWords } from "./act-words.ts";
import { addAnswer } from "./answer-features.ts";
import { isCalledUntrue } from "./called-untrue.ts";
import { isFuture, isQuoted, mainOf, signsOf, turnOf } from "./content-signs.ts";
import { addCue } from "./cue-features.ts";

/** What the rules make of a content, with "?" where they hedge; empty where they read nothing there. */
export const ruledAct = (statement: RuleStatement | undefined): string =>
	statement ? statement.act + (statement.hedged ? "?" : "") : "";

/** Less sure of an act than this, what the rules make of the verb and the words counts. */
const sureOfAct = 0.8;

/** So sure has to be what is made of a verb that was never learned from, whose entry says what it does. */
const sureOfStranger = 0.97;

/**
 * The most probable act of the most probable group: three ways to say are not less likely than one to deny.
 * `ruled`: what the rules make of it; `strange`: by a verb that the weights were not learned from.
 */
export function chooseAct(
	all: readonly number[],
	ruled?: Act,
	strange = false,
): { act: Act; sure: number } {
	const sums = new Map<string, number>();
	for (const [i, act] of Act.options.entries())
		sums.set(groupOf(act), (sums.get(groupOf(act)) ?? 0) + (all[i] ?? 0));
	const [group = "says", sure = 0] = [...sums].sort((a, b) => b[1] - a[1])[0] ?? [];
	const least = strange && ruled && groupOf(ruled) !== group ? sureOfStranger : sureOfAct;
	if (ruled && sure < least) return { act: ruled, sure };
	const members = Act.options.filter((act) => groupOf(act) === group);
	const act =
		members.sort(
			(a, b) => (all[Act.options.indexOf(b)] ?? 0) - (all[Act.options.indexOf(a)] ?? 0),
		)[0] ?? "asserts";
	return { act, sure };
}

/** The keys of each act, in the order of `Act.options`; `shared`: those of `actKeys`. */
export const actFeatures = (shared: readonly number[]): number[][] =>
	Act.options.map((_, act) => shared.map((key) => mix(act + 50, key)));

/** The keys of "plain" and "hedged", in this order. */
export const hedgeFeatures = (shared: readonly number[]): (readonly number[])[] => [[], shared];

/** What the act of a claim, and whether it is hedged, are told by. */
export function actKeys(
	view: PassageView,
	{ content, cue, speaker, ruled, before, same, earlier }: ActWords,
): number[] {
	const keys: number[] = [];
	const add = (template: number, a: number, b = 0) => keys.push(mix(30_000 + template, a, b));
	const stem = (t: number) => keysAt(view, t).stem;
	const kind = (t: number) => keysAt(view, t).kind;
	const here = content.pieces[0] ?? { from: 0, to: 0 };
	const main = mainOf(view, cue);
	if (cue) {
		for (let t = cue.from; t < cue.to; t++) {
			add(0, stem(t));
			add(1, keysAt(view, t).cue);
			add(2, keysAt(view, t).begin4);
		}
		add(3, stem(cue.from), stem(cue.to - 1));
		add(4, stem(cue.from - 1), main);
	} else add(5, 1);
	const quoted = isQuoted(view, content) ? 1 : 0;
	add(6, quoted, main);
	add(7, hashOf(speaker), main);
	for (let t = here.from; t < Math.min(here.to, here.from + 4); t++) {
		add(8, stem(t));
		add(9, stem(t), main);
		add(10, kind(t), t - here.from);
	}
	add(11, kind(here.from), main);
	add(12, stem(here.from - 1), main);
	for (const piece of content.pieces) for (let t = piece.from; t < piece.to; t++) add(13, stem(t));
	const signs = signsOf(view, content);
	const { ahead, self, not, hedge, number, refuted } = signs;
	const turn = turnOf(signs);
	add(14, ahead, self);
	add(18, turn);
	add(19, turn, cue ? keysAt(view, cue.from).cue : hashOf("none"));
	add(20, turn, quoted);
	add(15, turn, main);
	const answers = refuted + 2 * (isCharged(view, here, cue) ? 1 : 0);
	add(21, answers, not);
	add(22, answers, main);
	add(23, answers + 4 * quoted, hashOf(speaker));
	add(24, ahead + 2 * hedge + 4 * self);
	add(25, isCalledUntrue(view, content, cue) ? 1 : 0);
	add(16, number + 2 * hedge, main);
	add(17, turn, hashOf(speaker));
	add(50, hashOf(ruled));
	add(51, hashOf(ruled), main);
	add(52, hashOf(ruled), turn);
	add(53, hashOf(before), same ? 1 : 0);
	add(54, hashOf(before), (same ? 1 : 0) + 2 * not + 16 * quoted);
	add(55, hashOf(before), hashOf(earlier));
	// But, however, بيد أن: how the sentence begins says whether it answers.
	const first = view.first[view.sentence[here.from] ?? 0] ?? here.from;
	add(56, stem(first), stem(first + 1));
	add(57, stem(first), hashOf(before));
	addMainVerb(view, here, main, speaker, add);
	return keys;
}

/** What the act alone is told by besides: the sort of verb, and what the claim may answer. */
export function answerKeys(view: PassageView, words: ActWords): number[] {
	const keys: number[] = [];
	const add = (template: number, a: number, b = 0) => keys.push(mix(30_000 + template, a, b));
	addCue(view, words, signsOf(view, words.content), add);
	addAnswer(view, words, add);
	return keys;
}

/** So many tokens before a content a charge may stand that it answers. */
const chargedWithin = 60;

const charges = [":accuses", ":alleges", ":denies"];

/** Whether a charge, a rumour or a denial is named before a content in its passage. */
function isCharged(view: PassageView, here: Stretch, cue: Stretch | undefined): boolean {
	const end = Math.min(here.from, cue?.from ?? here.from);
	for (let t = Math.max(0, end - chargedWithin); t < end; t++) {
		const facts = view.facts[t];
		if (facts?.kinds.has("claimNouns") || charges.some((act) => facts?.cue.endsWith(act)))
			return true;
	}
	return false;
}

/** How far into a content its main verb may stand. */
const mainVerbWithin = 14;

/** The first finite verb of the content, what stands before it and whether it is denied. */
function addMainVerb(
	view: PassageView,
	here: Stretch,
	main: number,
	speaker: string,
	add: (template: number, a: number, b?: number) => void,
): void {
	const to = Math.min(here.to, here.from + mainVerbWithin);
	let self = 0;
	for (let t = here.from; t < to; t++) {
		const facts = view.facts[t];
		if (!facts) continue;
		if (facts.kinds.has("selfWords") || facts.kinds.has("firstPerson")) self = 1;
		const future =
			facts.kinds.has("futures") || facts.kinds.has("futureParticles") || isFuture(facts.stem);
		const negated = facts.kinds.has("negations") || facts.stem.endsWith("n't");
		const finite =
			facts.kinds.has("finite") ||
			facts.kinds.has("modals") ||
			facts.cue.startsWith("past") ||
			/[PR]/u.test(facts.parts);
		if (!future && !negated && !finite) continue;
		const next = view.facts[t + 1];
		const not =
			negated ||
			(next?.kinds.has("negations") ?? false) ||
			["no", "none"].includes(next?.stem ?? "")
				? 1
				: 0;
		const { stem: word, parts } = keysAt(view, t);
		add(30, word, not);
		add(39, keysAt(view, t - 1).stem, parts);
		add(31, (future ? 1 : 0) + 2 * not + 4 * self);
		add(32, (future ? 1 : 0) + 2 * not + 4 * self, main);
		add(33, (future ? 1 : 0) + 2 * not + 4 * self, hashOf(speaker));
		add(34, word, keysAt(view, t + 1).stem);
		add(35, (future ? 1 : 0) + 2 * not, Math.min(4, t - here.from));
		add(36, parts, future ? 1 : 0);
		return;
	}
	add(37, self, main);
	add(38, self);
}
