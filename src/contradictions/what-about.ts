import type { Article, Claim, Figure } from "../domain/article.ts";
import { firstFrom } from "../language/text/first-from.ts";

/** Ideas of a text in the order of its words: lexicon senses that hold for both languages, else stems. */
export type Concepts = (text: string) => string[][];

export type ClaimPlace = { claim: Claim; article: Pick<Article, "id" | "figures"> };

/** A claim and what it is about. */
export type ClaimIdeas = ClaimPlace & {
	order: number;
	/** The senses of its telling words, in their order. */
	ideas: readonly string[][];
	/** The first number in its words. */
	figure: Figure | undefined;
};

/** The first ideas of a proposition say what it is about; later ones are its circumstances. */
const leading = 3;
/** Claims about one thing that are compared with each other: a hostile article has thousands. */
const mostCompared = 200;

/** `general`: ideas too general to tell one thing from another. */
export function ideasOfClaims(
	places: readonly ClaimPlace[],
	concepts: Concepts,
	general: Pick<ReadonlySet<string>, "has">,
): ClaimIdeas[] {
	const figureIn = figureFinder(places);
	return places.map((place, order) => {
		const ideas = concepts(place.claim.quote).filter(
			(senses) => senses.length > 0 && !senses.some((s) => general.has(s)),
		);
		return { ...place, order, ideas, figure: figureIn(place) };
	});
}

/** The share of the first ideas of `own` that the first ideas of `other` hold. */
export function sharedIdeas(own: readonly string[][], other: readonly string[][]): number {
	const ideas = own.slice(0, leading);
	if (ideas.length === 0) return 0;
	const theirs = new Set(other.slice(0, leading).flat());
	return ideas.filter((senses) => senses.some((s) => theirs.has(s))).length / ideas.length;
}

/** Claims by their first ideas. */
export class ClaimsByIdea {
	readonly #bySense = new Map<string, ClaimIdeas[]>();

	constructor(claims: readonly ClaimIdeas[]) {
		for (const claim of claims) {
			for (const sense of new Set(claim.ideas.slice(0, leading).flat())) {
				const list = this.#bySense.get(sense) ?? [];
				if (list.length < mostCompared) list.push(claim);
				this.#bySense.set(sense, list);
			}
		}
	}

	/** Claims that share a first idea with `ideas`, in the order of the text. */
	about(ideas: readonly string[][]): ClaimIdeas[] {
		const senses = ideas.slice(0, leading).flat();
		const found = new Set(senses.flatMap((sense) => this.#bySense.get(sense) ?? []));
		return [...found].sort((a, b) => a.order - b.order);
	}
}

/** Finds the first number inside a claim's words; each passage's figures are gathered once. */
export function figureFinder(
	places: readonly ClaimPlace[],
): (place: ClaimPlace) => Figure | undefined {
	const known = new Map<readonly Figure[], Map<string, Figure[]>>();
	for (const { article } of places) {
		if (known.has(article.figures)) continue;
		const counted = article.figures.filter((f) => f.value !== null);
		known.set(
			article.figures,
			Map.groupBy(counted, (f) => f.passage),
		);
	}
	return ({ claim, article }) => {
		const figures = known.get(article.figures)?.get(claim.passage) ?? [];
		const end = claim.source.end ?? 0;
		for (let i = firstFrom(figures, claim.source.start ?? 0, startOf); i < figures.length; i++) {
			const figure = figures[i];
			if (!figure || startOf(figure) > end) return undefined;
			if ((figure.source.end ?? 0) <= end) return figure;
		}
		return undefined;
	};
}

const startOf = (figure: Figure) => figure.source.start ?? 0;

export function sameSpeaker(a: Claim, b: Claim): boolean {
	if (a.speaker.name === b.speaker.name) return true;
	return a.speaker.label !== undefined && a.speaker.label.en === b.speaker.label?.en;
}
