import { hashOf } from "../../sequence/hash.ts";
import { keysAt, type PassageView } from "../../sequence/passage-view.ts";
import type { Known } from "../../speakers/known.ts";
import type { ActWords, AddKey } from "./act-words.ts";
import { type ClaimBefore, isNegated, topicOf } from "./claim-before.ts";
import { isQuoted, mainOf } from "./content-signs.ts";

/** So many claims back an answer looks for what it answers. */
const reach = 14;
/** So many tokens before its words of saying tell whether a sentence answers. */
const opening = 20;

/** Whether a claim answers what somebody else said: who charged whom, whether it speaks of the same and turns it round. */
export function addAnswer(
	view: PassageView,
	{ content, cue, who, passage, claims }: ActWords,
	add: AddKey,
): void {
	const others = claims.slice(-reach).map((c, i, all) => ({ ...c, back: all.length - i }));
	const foreign = others.filter((c) => c.speaker !== who);
	const main = mainOf(view, cue);
	const not = isNegated(view, content) ? 1 : 0;
	const how = not + 2 * (isQuoted(view, content) ? 1 : 0);
	const topic = topicOf(view, content);
	const { match, shared } = nearestOf(topic, foreign);
	const far = match ? farness(match.back) : 0;
	const act = hashOf(match?.act ?? "");
	const turned = match ? (match.not ? 2 : 0) + not : 4 + not;
	const share = topic.size > 0 ? Math.round((4 * shared) / topic.size) : 0;
	add(80, act, Math.min(3, shared));
	add(81, act, turned);
	add(82, main, shared > 0 ? (turned === 1 || turned === 2 ? 2 : 1) : 0);
	add(83, share + 8 * turned, far);
	add(84, far, act);
	const about = aboutOf(who, foreign);
	const told = hashOf(about?.act ?? "");
	add(85, told, about ? Math.min(3, farness(about.back)) : 0);
	add(86, told, main);
	add(87, told, how);
	const last = claims.at(-1);
	const turn = turnOfSpeaker(who, claims);
	const speakers = new Set(
		claims.flatMap((c) => (c.speaker && c.speaker !== who ? c.speaker : [])),
	);
	add(88, turn, Math.min(3, speakers.size));
	add(89, turn, hashOf(last?.act ?? ""));
	const charge = foreign.findLast((c) => c.act === "accuses" || c.act === "alleges");
	const since = charge ? Math.min(5, charge.back) : 9;
	add(90, since, not);
	add(91, since, main);
	const own = hashOf(claims.findLast((c) => c.speaker === who)?.act ?? "");
	add(92, own, turn);
	add(93, own, how);
	const state = Math.min(2, shared) + 3 * (about ? 1 : 0) + 6 * (since < 4 ? 1 : 0);
	add(94, state, main);
	add(95, state, how + 4 * turn);
	const here = content.pieces[0]?.from ?? 0;
	const until = Math.min(here, cue?.from ?? here);
	const first = Math.max(view.first[view.sentence[here] ?? 0] ?? here, until - opening);
	for (let t = first; t < until; t++) add(97, keysAt(view, t).stem);
	add(98, Math.min(5, passage - (last?.passage ?? passage)), turn);
}

type Back = ClaimBefore & { back: number };

/** The claim that shares most words with a topic, of equals the last. */
function nearestOf(topic: ReadonlySet<number>, foreign: readonly Back[]) {
	let match: Back | undefined;
	let shared = 0;
	for (const claim of foreign) {
		let count = 0;
		for (const word of topic) if (claim.topic.has(word)) count++;
		if (count > 0 && count >= shared) [match, shared] = [claim, count];
	}
	return { match, shared };
}

/** Shorter words of a name may be anybody's. */
const shortest = 4;

/** The last claim that names the speaker or his post. */
function aboutOf(who: Known | undefined, foreign: readonly Back[]): Back | undefined {
	const names = [...(who?.words ?? []), ...(who?.titles ?? [])].filter((w) => w.length >= shortest);
	return foreign.findLast((c) => names.some((w) => c.words.has(w)));
}

/** 0: has not spoken yet, 1: spoke last, 2: comes back, 3: nobody is named. */
function turnOfSpeaker(who: Known | undefined, claims: readonly ClaimBefore[]): number {
	if (!who) return 3;
	if (!claims.some((c) => c.speaker === who)) return 0;
	return claims.at(-1)?.speaker === who ? 1 : 2;
}

function farness(back: number): number {
	if (back <= 1) return 1;
	if (back <= 3) return 2;
	return back <= 6 ? 3 : 4;
}
