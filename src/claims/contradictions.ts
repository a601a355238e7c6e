import type { Article, Bilingual, Claim, Contradiction, Figure } from "../domain/article.ts";

/** Ideas of a text in the order of its words: lexicon senses that hold for both languages, else stems. */
export type Concepts = (text: string) => string[][];

export type ContradictionParts = {
	concepts: Concepts;
	/** Ideas too general to tell one matter from another: to give, to say, a country. */
	general: Pick<ReadonlySet<string>, "has">;
	/** Reasons in both languages; `{speaker}` and figures are filled in. */
	reasons: Record<"denial" | "denialPart" | "figures", Bilingual>;
};

export type ClaimPlace = { claim: Claim; article: Pick<Article, "id" | "figures"> };

const answerable: ReadonlySet<Claim["act"]> = new Set(["asserts", "alleges", "accuses", "estimates", "confirms", "warns"]);
/** Of the denial's own matter, the share that the other claim must be about. */
const sameMatter = 0.5;
/** The first ideas of a proposition say what it is about; later ones are its circumstances. */
const leading = 3;
const mostPairs = 200;

/**
 * Pairs that cannot both be taken at their word. A denial meets only claims about the very thing
 * that is denied: a denial of weapons is none of chips. Linear in claims that share an idea.
 */
export function findContradictions(parts: ContradictionParts, places: readonly ClaimPlace[]): Contradiction[] {
	// Most articles deny nothing and count nothing twice: then no word is looked up.
	const denials = places.some((p) => p.claim.act === "denies");
	if (!denials && places.filter(hasFigure).length < 2) return [];
	const prepared = places.map((place, order) => ({ ...place, order, keys: keysOf(parts, place.claim) }));
	const out: Contradiction[] = [];
	const seen = new Set<string>();
	const add = (a: Claim, b: Claim, kind: Contradiction["kind"], strength: Contradiction["strength"], why: Bilingual) => {
		const key = [a.id, b.id].sort().join(" ");
		if (a.id === b.id || seen.has(key) || out.length >= mostPairs) return;
		seen.add(key);
		out.push({ claims: [a.id, b.id], kind, strength, why });
	};
	const denied = prepared.filter((p) => p.claim.act === "denies");
	for (const denial of denied) {
		const answered = prepared.find((other) => answers(denial, other));
		if (!answered) continue;
		add(answered.claim, denial.claim, "denial", "direct", fill(parts.reasons.denial, denial.claim, answered.claim));
		// "claims that China denies" denies what they say, wherever else it is said.
		if (answered.keys.length > 0) denial.keys = answered.keys;
	}
	for (const denial of denied) {
		for (const other of prepared) {
			if (!answerable.has(other.claim.act) || sameSpeaker(other.claim, denial.claim)) continue;
			const share = overlap(denial.keys, other.keys);
			if (share < sameMatter) continue;
			const whole = share === 1 && denial.keys.length > 1;
			const reason = whole ? parts.reasons.denial : parts.reasons.denialPart;
			add(other.claim, denial.claim, "denial", whole ? "direct" : "partial", fill(reason, denial.claim, other.claim));
		}
	}
	for (const [a, b, fa, fb] of rivalFigures(prepared)) {
		add(a, b, "figures", "direct", {
			ar: parts.reasons.figures.ar.replace("{a}", fa.quote).replace("{b}", fb.quote),
			en: parts.reasons.figures.en.replace("{a}", fa.quote).replace("{b}", fb.quote),
		});
	}
	return out;
}

/** The denial stands right beside what it denies: inside it or in the clause behind it. */
function answers(denial: Prepared, other: Prepared): boolean {
	if (!answerable.has(other.claim.act) || sameSpeaker(other.claim, denial.claim)) return false;
	const near = other.claim.passage === denial.claim.passage && Math.abs(other.order - denial.order) === 1;
	return near && containsOrFollows(denial.claim, other.claim);
}

type Prepared = ClaimPlace & { order: number; keys: string[][] };

function keysOf(parts: ContradictionParts, claim: Claim): string[][] {
	const keys: string[][] = [];
	for (const senses of parts.concepts(claim.quote)) {
		const telling = senses.filter((s) => !parts.general.has(s));
		if (telling.length > 0 && telling.length === senses.length) keys.push(telling);
	}
	return keys;
}

/** The share of the denial's matter that leads the other claim. */
function overlap(denial: readonly string[][], other: readonly string[][]): number {
	const own = denial.slice(0, leading);
	if (own.length === 0) return 0;
	const theirs = new Set(other.slice(0, leading).flat());
	return own.filter((senses) => senses.some((s) => theirs.has(s))).length / own.length;
}

/** "claims that China denies", "denied the minister's claim that": one stands inside or right after the other. */
function containsOrFollows(denial: Claim, other: Claim): boolean {
	const [ds, de] = [denial.source.start ?? 0, denial.source.end ?? 0];
	const [os, oe] = [other.source.start ?? 0, other.source.end ?? 0];
	if (os >= ds && oe <= de) return true;
	return ds >= oe && ds - oe <= 3 && denial.quote.length <= 60;
}

function sameSpeaker(a: Claim, b: Claim): boolean {
	return a.speaker.name === b.speaker.name || (a.speaker.label !== undefined && a.speaker.label.en === b.speaker.label?.en);
}

/** Two speakers give different values, of one unit, of the same quantity. */
function* rivalFigures(prepared: readonly Prepared[]): Iterable<[Claim, Claim, Figure, Figure]> {
	const withFigure = prepared.flatMap((p) => {
		const figure = p.article.figures.find((f) => f.passage === p.claim.passage && f.value !== null && inside(f, p.claim));
		return figure && p.claim.act !== "denies" ? [{ ...p, figure }] : [];
	});
	for (const [i, a] of withFigure.entries()) {
		for (const b of withFigure.slice(i + 1)) {
			if (a.figure.unit !== b.figure.unit || a.figure.value === b.figure.value || sameSpeaker(a.claim, b.claim)) continue;
			if (daysApart(a.claim, b.claim)) continue;
			if (Math.max(overlap(a.keys, b.keys), overlap(b.keys, a.keys)) < sameQuantity) continue;
			yield [a.claim, b.claim, a.figure, b.figure];
		}
	}
}

const sameQuantity = 0.6;

/** A toll that grows from day to day is news, not a contradiction. */
function daysApart(a: Claim, b: Claim): boolean {
	return a.saidOn.value !== null && b.saidOn.value !== null && a.saidOn.value !== b.saidOn.value;
}

function hasFigure({ claim, article }: ClaimPlace): boolean {
	return article.figures.some((f) => f.passage === claim.passage && f.value !== null && inside(f, claim));
}

function inside(f: Figure, claim: Claim): boolean {
	return (f.source.start ?? 0) >= (claim.source.start ?? 0) && (f.source.end ?? 0) <= (claim.source.end ?? 0);
}

function fill(reason: Bilingual, denial: Claim, other: Claim): Bilingual {
	const put = (text: string, language: "ar" | "en") =>
		text
			.replace("{denier}", denial.speaker.label?.[language] ?? denial.speaker.name)
			.replace("{speaker}", other.speaker.label?.[language] ?? other.speaker.name);
	return { ar: put(reason.ar, "ar"), en: put(reason.en, "en") };
}
