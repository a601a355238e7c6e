import type { Claim, Contradiction } from "../domain/article.ts";
import { acts } from "../domain/sets/acts.ts";
import type { Bilingual, Language } from "../domain/sets/languages.ts";
import {
	type ClaimIdeas,
	type ClaimPlace,
	ClaimsByIdea,
	type Concepts,
	figureFinder,
	ideasOfClaims,
	sameSpeaker,
	sharedIdeas,
} from "./what-about.ts";

export type { ClaimPlace, Concepts };

export type ContradictionParts = {
	concepts: Concepts;
	/** Ideas too general to tell one thing from another: to give, to say, a country. */
	general: Pick<ReadonlySet<string>, "has">;
	/** Reasons in both languages; `{denier}`, `{speaker}` and figures are filled in. */
	reasons: Record<"denial" | "denialPart" | "figures", Bilingual>;
};

/** Of what the denial is about, the share that the other claim must be about. */
const sameThing = 0.5;
/** The same of two figures. */
const sameQuantity = 0.6;
const mostPairs = 200;
/** A denial right behind what it denies is no longer than this, in characters: "claims that X denies". */
const longestAnswer = 60;

/**
 * Pairs that cannot both be taken at their word, at most 200. A denial meets only claims about the
 * very thing that is denied: a denial of weapons is none of chips. The work is linear in the claims.
 */
export function findContradictions(
	parts: ContradictionParts,
	places: readonly ClaimPlace[],
): Contradiction[] {
	// Most articles deny nothing and count nothing twice: then no word is looked up.
	const denies = places.some((p) => p.claim.act === "denies");
	const figureIn = figureFinder(places);
	if (!denies && places.filter(figureIn).length < 2) return [];
	const compared = ideasOfClaims(places, parts.concepts, parts.general);
	const pairs = new Pairs();
	addDenials(pairs, parts.reasons, compared);
	addRivalFigures(pairs, parts.reasons, compared);
	return pairs.found;
}

/** Pairs of claims, each once. */
class Pairs {
	readonly found: Contradiction[] = [];
	readonly #seen = new Set<string>();

	get full(): boolean {
		return this.found.length >= mostPairs;
	}

	add(a: Claim, b: Claim, rest: Omit<Contradiction, "claims">): void {
		const key = [a.id, b.id].sort().join(" ");
		if (a.id === b.id || this.#seen.has(key) || this.full) return;
		this.#seen.add(key);
		this.found.push({ claims: [a.id, b.id], ...rest });
	}
}

function addDenials(
	pairs: Pairs,
	reasons: ContradictionParts["reasons"],
	compared: readonly ClaimIdeas[],
): void {
	const index = new ClaimsByIdea(compared.filter((m) => acts[m.claim.act].answerable));
	const denied: { denial: ClaimIdeas; ideas: readonly string[][] }[] = [];
	for (const denial of compared) {
		if (denial.claim.act !== "denies") continue;
		const answered = answeredBy(denial, compared);
		if (answered) {
			const why = reasonOf(reasons.denial, denial.claim, answered.claim);
			pairs.add(answered.claim, denial.claim, { kind: "denial", strength: "direct", why });
		}
		// "claims that China denies" denies what they say, wherever else it is said.
		denied.push({ denial, ideas: answered?.ideas.length ? answered.ideas : denial.ideas });
	}
	for (const { denial, ideas } of denied) {
		for (const other of pairs.full ? [] : index.about(ideas)) {
			const share = sharedIdeas(ideas, other.ideas);
			if (share < sameThing || sameSpeaker(other.claim, denial.claim)) continue;
			const whole = share === 1 && ideas.length > 1;
			const reason = whole ? reasons.denial : reasons.denialPart;
			const why = reasonOf(reason, denial.claim, other.claim);
			const strength = whole ? "direct" : "partial";
			pairs.add(other.claim, denial.claim, { kind: "denial", strength, why });
		}
	}
}

/** The claim right beside the denial that it answers: inside it or in the clause before it. */
function answeredBy(denial: ClaimIdeas, compared: readonly ClaimIdeas[]): ClaimIdeas | undefined {
	const beside = [compared[denial.order - 1], compared[denial.order + 1]];
	return beside.find(
		(other) =>
			other !== undefined &&
			acts[other.claim.act].answerable &&
			other.claim.passage === denial.claim.passage &&
			!sameSpeaker(other.claim, denial.claim) &&
			holdsOrFollows(denial.claim, other.claim),
	);
}

function holdsOrFollows(denial: Claim, other: Claim): boolean {
	const [from, to] = [denial.source.start ?? 0, denial.source.end ?? 0];
	const [start, end] = [other.source.start ?? 0, other.source.end ?? 0];
	if (start >= from && end <= to) return true;
	return from >= end && from - end <= 3 && denial.quote.length <= longestAnswer;
}

/** Two speakers give different values, of one unit, of the same quantity, on one day. */
function addRivalFigures(
	pairs: Pairs,
	reasons: ContradictionParts["reasons"],
	compared: readonly ClaimIdeas[],
): void {
	const counting = compared.filter((m) => m.figure && m.claim.act !== "denies");
	const index = new ClaimsByIdea(counting);
	for (const a of counting) {
		for (const b of pairs.full ? [] : index.about(a.ideas)) {
			if (b.order <= a.order || !a.figure || !b.figure || !areRivals(a, b)) continue;
			const figures = { a: a.figure.quote, b: b.figure.quote };
			const why = filled(reasons.figures, { ar: figures, en: figures });
			pairs.add(a.claim, b.claim, { kind: "figures", strength: "direct", why });
		}
	}
}

function areRivals(a: ClaimIdeas, b: ClaimIdeas): boolean {
	if (a.figure?.unit !== b.figure?.unit || a.figure?.value === b.figure?.value) return false;
	if (sameSpeaker(a.claim, b.claim) || daysApart(a.claim, b.claim)) return false;
	return Math.max(sharedIdeas(a.ideas, b.ideas), sharedIdeas(b.ideas, a.ideas)) >= sameQuantity;
}

/** A toll that grows from day to day is news, not a contradiction. */
function daysApart(a: Claim, b: Claim): boolean {
	if (a.saidOn.value === null || b.saidOn.value === null) return false;
	return a.saidOn.value !== b.saidOn.value;
}

function reasonOf(reason: Bilingual, denial: Claim, other: Claim): Bilingual {
	const names = (language: Language) => ({
		denier: denial.speaker.label?.[language] ?? denial.speaker.name,
		speaker: other.speaker.label?.[language] ?? other.speaker.name,
	});
	return filled(reason, { ar: names("ar"), en: names("en") });
}

function filled(reason: Bilingual, values: Record<Language, Record<string, string>>): Bilingual {
	const fill = (language: Language) =>
		reason[language].replace(/\{(\w{1,10})\}/g, (all, key) => values[language][key] ?? all);
	return { ar: fill("ar"), en: fill("en") };
}
