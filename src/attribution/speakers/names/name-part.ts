import { coarse, coarseKeys, coarseOf, outlineKey } from "../../frames/coarse.ts";
import type { Stretch } from "../../frames/parts.ts";
import { hashOf, mix } from "../../sequence/hash.ts";
import type { PassageReading } from "../../sequence/passage-reading.ts";
import { keysAt, type PassageView } from "../../sequence/passage-view.ts";
import {
	hasArticle,
	isArabic,
	isGivenWithCapital,
	isInTheName,
	isListed,
	isTheirs,
} from "./name-words.ts";
import { isNobodysName } from "./nobodys-name.ts";
import { endOfPhrase } from "./phrase-end.ts";

/** As long as this, in tokens, a name may be. */
const longest = 10;

/** No name begins or ends with these: "that", a preposition, a comma. */
const noEdge = /^[QP,،]$/u;

/** ومقرها, حينها: "and its seat", "then" are no beginning of a name. */
const isWithIts = (view: PassageView, at: number): boolean =>
	(isTheirs(view, at) && /^و/u.test(view.tokens[at]?.text ?? "")) ||
	((view.facts[at]?.kinds.has("stops") ?? false) && isArabic(view, at));

/** وزير ماليتها كوين, النائب عن نينوى شيروان: what is theirs, and what stands behind a preposition, is part of the post. */
const isOfPost = (view: PassageView, post: number, at: number): boolean => {
	const facts = view.facts[at];
	if (!isArabic(view, at) || !isListed(view.facts[post], "head:person", "head:spokes"))
		return false;
	if (facts?.sex !== "" || facts.family) return false;
	return isTheirs(view, at) || view.facts[at - 1]?.kinds.has("prepositions") === true;
};

/** صاحب السمو الملكي الأمير سعود: the name begins behind the honour. */
const opensHonour = (view: PassageView, at: number): boolean =>
	view.facts[at]?.roles.has("opensHonour") === true &&
	view.facts[at + 1]?.definite === true &&
	isArabic(view, at);

/** أ.د.: one letter is nobody's name. */
const isLetter = (view: PassageView, { from, to }: Stretch): boolean =>
	to === from + 1 && (view.tokens[from]?.text.length ?? 0) < 2;

/** Its report, released on Sunday: a day is nobody's name. */
const isDay = (view: PassageView, { from, to }: Stretch): boolean =>
	to === from + 1 &&
	view.facts[from]?.kinds.has("timeWords") === true &&
	view.facts[from].sex === "";

/** طبيب لمراسلنا: "to" and a noun in one word behind who speaks begins whom it was told. */
const isLedBehind = (view: PassageView, at: number): boolean => {
	const facts = view.facts[at];
	if (!facts || !isArabic(view, at) || facts.sex !== "" || facts.family) return false;
	if (facts.roles.has("toSomebody")) return true;
	return /^ل/u.test(facts.clitics) || (facts.led && /^ل/u.test(view.tokens[at]?.text ?? ""));
};

/** ماركانتونيو دي, المتحدث باسم: the rest comes behind, but not behind an adjective: النيابة العامة. */
const isUnfinished = (view: PassageView, at: number): boolean => {
	const kinds = view.facts[at]?.kinds;
	if (!isArabic(view, at) || !kinds?.has("insideNames") || kinds.has("complementisers"))
		return false;
	if (hasArticle(view, at)) return false;
	return view.facts[at]?.sex === "" || isListed(view.facts[at - 1], "head:spokes");
};

/** The parts of the words for a speaker that may be the name itself. */
export function nameCandidates(view: PassageView, words: Stretch): Stretch[] {
	const { from, to } = words;
	const edge = Array.from(
		{ length: to - from },
		(_, i) => !noEdge.test(coarse(view, from + i)) || isGivenWithCapital(view, from + i),
	);
	const out: Stretch[] = [];
	for (let a = from; a < to; a++) {
		if (!edge[a - from] || isWithIts(view, a) || isInTheName(view, a)) continue;
		if (opensHonour(view, a)) continue;
		if (a > from && (isLedBehind(view, a) || isOfPost(view, from, a))) continue;
		for (let b = a + 1; b <= Math.min(to, a + longest); b++) {
			const part = { from: a, to: b };
			if (!edge[b - 1 - from] || view.facts[b - 1]?.roles.has("links")) continue;
			if (isUnfinished(view, b - 1)) continue;
			if (isLetter(view, part) || isDay(view, part)) continue;
			if (!isNobodysName(view, words, part) && endOfPhrase(view, part) === b) out.push(part);
		}
	}
	return out;
}

const ahead = hashOf("<");
const behind = hashOf(">");

/** The keys of each candidate for the name in the words for a speaker, and last those of "no name". */
export function nameFeatures(
	{ view, name, source, parts }: PassageReading,
	words: Stretch,
	candidates: readonly Stretch[],
): number[][] {
	const classes = coarseOf(view);
	const inside = coarseKeys(view);
	const cls = (t: number) => (t < words.from ? ahead : t >= words.to ? behind : inside(t));
	const stem = (t: number) => keysAt(view, t).stem;
	const kind = (t: number) => keysAt(view, t).kind;
	// Of a token that is part of a source: how probable it belongs to its name.
	const share = (t: number) => (name[t] ?? 0) / Math.max(0.02, source[t] ?? 0);
	const one = (p: number) =>
		Math.max(-3, Math.min(3, Math.log((p + 1e-3) / Math.max(1e-3, 1 - p))));
	let all = 0;
	for (let t = words.from; t < words.to; t++) all += one(share(t));
	const scores = candidates.map(({ from, to }) => {
		let sum = 0;
		for (let t = from; t < to; t++) sum += one(share(t));
		return 2 * sum - all;
	});
	const best = Math.max(-all, ...scores);
	const bin = (score: number) => Math.min(12, Math.round(best - score));
	const person = (t: number) => (view.facts[t]?.sex ? 1 : 0) + (view.facts[t]?.family ? 2 : 0);
	const rows = candidates.map((c, index) => {
		const keys: number[] = [];
		let template = 63_000;
		const add = (a: number, b = 0, d = 0, e = 0) => keys.push(mix(template++, a, b, d, e));
		const { from, to } = c;
		const length = Math.min(6, to - from);
		const start = from === words.from ? 1 : 0;
		const end = to === words.to ? 1 : 0;
		const inParts = parts.sources.some((s) => s.name?.from === from && s.name.to === to) ? 1 : 0;
		const outline = outlineKey(classes, c);
		add(bin(scores[index] ?? 0));
		add(bin(scores[index] ?? 0), length);
		add(inParts, start, end);
		add(inParts, bin(scores[index] ?? 0));
		add(start, end, length);
		add(start, end, cls(from), cls(to - 1));
		add(cls(from - 1), cls(from));
		add(cls(from - 1), cls(from), cls(from + 1));
		add(cls(to - 1), cls(to));
		add(cls(to - 2), cls(to - 1), cls(to), cls(to + 1));
		add(stem(from));
		add(stem(from - 1), cls(from));
		add(kind(from));
		add(kind(from - 1), cls(from), start);
		add(stem(to - 1));
		add(stem(to), cls(to - 1), end);
		add(outline);
		add(outline, length);
		add(outline, start, end);
		add(outline, cls(from - 1), cls(to));
		add(keysAt(view, from).clitics, start, person(from));
		add(person(from), person(from + 1), length);
		add(person(to - 1), person(to), end);
		add(keysAt(view, from).parts, person(from), start);
		add(keysAt(view, from).end2, start);
		let plain = 0;
		for (let t = from; t < to; t++) {
			keys.push(mix(63_100, cls(t)));
			keys.push(mix(63_101, Math.round(4 * Math.min(1, share(t)))));
			if (person(t) === 0) plain++;
		}
		keys.push(mix(63_102, Math.min(4, plain), length));
		return keys;
	});
	const none: number[] = [];
	let template = 63_500;
	const add = (a: number, b = 0, d = 0) => none.push(mix(template++, a, b, d));
	add(1);
	add(bin(-all));
	add(cls(words.from), cls(words.from + 1));
	add(outlineKey(classes, words));
	add(stem(words.from));
	add(kind(words.from));
	add(Math.min(6, words.to - words.from), cls(words.from));
	add(keysAt(view, words.from).clitics, cls(words.from));
	return [...rows, none];
}
