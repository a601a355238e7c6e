import { hashOf, mix } from "../sequence/hash.ts";
import { type Known, relationOf, type SpeakerMention, sortFit } from "./known.ts";

/**
 * The keys of each known speaker for a mention, and last those of somebody not named before.
 * `order`: the counter of the article where the mention stands.
 */
export function resolveFeatures(
	mention: SpeakerMention,
	known: readonly Known[],
	order: number,
): number[][] {
	const byOrder = [...known].sort((a, b) => b.order - a.order);
	const bySpeech = [...known].filter((k) => k.spoke > 0).sort((a, b) => b.lastSpoke - a.lastSpoke);
	const printed = hashOf(mention.printed);
	const head = hashOf(mention.head);
	const agreement = hashOf(mention.agreement);
	const relations = known.map((k) => relationOf(mention.words, k.words));
	const titled = known.map(
		(k) => mention.titles.filter((t) => k.titles.has(t) || k.words.includes(t)).length,
	);
	const people = known.filter((k) => k.kind === "person");
	const fits = known.filter((k) => agreementOf(mention, k) !== 2);
	const sortFits = known.map((k) => sortFit(mention, k));
	const heads = known.map((k) => headsShared(mention, k));
	const ofSharedHead = heads.map((h) => Math.min(3, heads.filter((o) => o >= h && o > 0).length));
	const ofItsSort = Math.min(2, sortFits.filter((fit) => fit === 2).length);
	const rows = known.map((k, at) => {
		const keys: number[] = [];
		let template = 0;
		const add = (a: number, b = 0, c = 0, d = 0) => keys.push(mix(10_000 + template++, a, b, c, d));
		const relation = hashOf(relations[at] ?? "none");
		const titles = Math.min(2, titled[at] ?? 0);
		const missed = Math.min(2, mention.titles.length - (titled[at] ?? 0));
		const agrees = agreementOf(mention, k);
		const recent = Math.min(4, byOrder.indexOf(k));
		const speech = k.spoke > 0 ? Math.min(4, bySpeech.indexOf(k)) : 5;
		const passages = Math.min(4, mention.passage - k.passage);
		const kind = hashOf(k.kind);
		const rank = Math.min(3, fits.filter((o) => o.order > k.order).length);
		const speechRank = Math.min(
			3,
			fits.filter((o) => o.spoke > 0 && o.lastSpoke > k.lastSpoke).length,
		);
		add(printed, relation);
		add(printed, relation, kind);
		add(printed, relation, titles, missed);
		add(printed, agrees);
		add(printed, agrees, kind);
		add(printed, recent);
		add(printed, speech);
		add(printed, recent, speech, agrees);
		add(printed, passages, recent);
		add(printed, passages, speech);
		add(printed, rank, speechRank, agrees);
		add(printed, rank, kind);
		add(printed, titles, missed, kind);
		add(printed, titles, missed, mention.definite ? 1 : 0);
		add(printed, head, kind, titles);
		add(printed, head, relation);
		add(printed, mention.goesOn ? 1 : 0, speech, passages);
		add(printed, agreement, kind, speech);
		add(printed, Math.min(3, mention.words.length), relation, Math.min(4, k.words.length));
		add(printed, Math.min(3, order - k.order), agrees);
		add(printed, agreement, kind);
		add(printed, agreement, kind, agrees);
		const strange = mention.proper.filter((w) => !k.words.includes(w) && !k.titles.has(w)).length;
		add(printed, Math.min(2, strange), relation);
		add(printed, Math.min(2, strange), Math.min(2, mention.proper.length), titles);
		const initials = k.words.map((w) => w[0] ?? "").join("");
		const short = mention.words[0] ?? mention.titles[0] ?? "";
		add(printed, short.length > 1 && initials.includes(short) ? 1 : 0);
		const fit = sortFits[at] ?? 0;
		add(printed, fit, kind);
		add(printed, fit, recent);
		add(printed, fit, speech);
		add(printed, fit, ofItsSort, titles);
		const far = farness(mention.passage - k.passage);
		const often = Math.min(4, k.times);
		const spoke = Math.min(4, k.spoke);
		const shared = heads[at] ?? 0;
		const lastly = mention.passage === k.passage && speech === 0 ? 1 : 0;
		add(printed, far, relation);
		add(printed, far, titles, missed);
		add(printed, far, fit);
		add(printed, often, relation, far);
		add(printed, often, spoke, kind);
		add(printed, spoke, titles, missed);
		add(printed, shared, missed, kind);
		add(printed, shared, far, mention.definite ? 1 : 0);
		add(printed, shared, ofSharedHead[at] ?? 0, rank);
		add(printed, lastly, agrees, kind);
		if (mention.asked) {
			const place = k.kind === "person" ? Math.min(2, people.indexOf(k)) : 3;
			const most = people.every((o) => o.spoke <= k.spoke) ? 1 : 0;
			add(printed, place, k.spoke > 0 ? 1 : 0);
			add(printed, place, most, speech);
		}
		return keys;
	});
	const fresh: number[] = [];
	let template = 0;
	const add = (a: number, b = 0, c = 0, d = 0) => fresh.push(mix(20_000 + template++, a, b, c, d));
	const closest = relations.toSorted((a, b) => rankOf(a) - rankOf(b))[0] ?? "none";
	const nearest = hashOf(closest);
	const mostTitled = Math.max(0, ...titled);
	add(printed);
	add(printed, mention.definite ? 1 : 0, Math.min(3, mostTitled));
	add(printed, nearest);
	add(printed, nearest, Math.min(3, mention.words.length));
	add(printed, head, mention.definite ? 1 : 0);
	add(printed, head);
	add(printed, Math.min(3, mention.titles.length), mention.definite ? 1 : 0);
	add(printed, agreement, mention.definite ? 1 : 0);
	add(printed, Math.min(3, known.length));
	add(printed, mention.goesOn ? 1 : 0);
	const proper = Math.min(
		2,
		mention.proper.filter((w) => !known.some((k) => k.words.includes(w) || k.titles.has(w))).length,
	);
	add(printed, proper, nearest);
	add(printed, proper, mention.definite ? 1 : 0);
	add(printed, mention.asked ? 1 : 0);
	const closestSort = Math.max(0, ...sortFits.map((fit) => fit % 3));
	add(printed, closestSort, mention.definite ? 1 : 0);
	add(printed, closestSort, Math.min(3, mostTitled));
	return [...rows, fresh];
}

/** How far back, in passages, somebody was named: long articles come back to somebody over many. */
function farness(passages: number): number {
	if (passages <= 3) return passages;
	if (passages <= 6) return 4;
	return passages <= 12 ? 5 : 6;
}

/** Of the first and the last word of a description: which of them somebody's titles or name hold: 0 none, 1 the first, 2 the last, 3 both. */
function headsShared({ titles }: SpeakerMention, k: Known): number {
	const has = (word: string | undefined) =>
		word !== undefined && (k.titles.has(word) || k.words.includes(word));
	return (has(titles[0]) ? 1 : 0) + (has(titles.at(-1)) ? 2 : 0);
}

const ranks = ["equal", "ending", "within", "longer", "partly", "none"];
const rankOf = (relation: string): number => ranks.indexOf(relation);

/** 0: agrees, 1: nobody can tell, 2: does not. */
export function agreementOf({ agreement }: SpeakerMention, k: Known): number {
	if (!agreement || !k.agreement) return 1;
	return agreement === k.agreement || (agreement === "d" && k.agreement === "p") ? 0 : 2;
}
