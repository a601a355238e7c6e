import type { AnswerItem } from "../../domain/answer.ts";
import type { Claim } from "../../domain/article.ts";
import { sureFrom } from "../../domain/claim-standing.ts";
import type { PassageHit } from "../../domain/passage-search.ts";
import { rememberedOf } from "../../language/text/memo.ts";
import { termOf } from "../../language/words/index-terms.ts";
import { bareDenialsOf } from "../bare-denials.ts";
import { heldAmong } from "../evidence/term-words.ts";
import { speakerNames } from "../find/filters.ts";
import type { Findings } from "../find/find-passages.ts";
import { thresholds } from "../find/thresholds.ts";
import type { ClaimRef } from "../library.ts";
import { shareHeld, wordsOf } from "../words-of.ts";
import { claimItem } from "./cite.ts";
import { passageItem } from "./passages.ts";

/** `relevance` decides whether it is shown, `score` where; `named`: how much of the topic its own words name. */
type Ranked = {
	relevance: number;
	score: number;
	named: number;
	claim?: Claim;
	item: () => AnswerItem;
};

/**
 * Claims as they are listed; `naming`: how many of them name the topic, the others are near it; `topical`:
 * the claims among so many of the first.
 */
export type ClaimItems = {
	items: (() => AnswerItem)[];
	naming: number;
	topical: readonly Claim[];
	/** Whether the item at a place is one of those that name it: they need not be the first. */
	names(at: number): boolean;
};

/**
 * Claims on the passages that were found, ranked by the passage and by how much of the question the
 * claim itself holds. A passage's second claim counts less than its first, so that the next passage
 * is not kept waiting; a passage that answers and holds no claim is shown as itself.
 */
export function claimItems(findings: Findings): ClaimItems {
	const { library, tests, reading, request } = findings;
	const ranked: Ranked[] = [];
	const prefers = preference(findings);
	const found = new Set(findings.hits.map(({ passage }) => passage));
	for (const hit of findings.hits) {
		const claims = library
			.claims(hit)
			.filter(tests.claim)
			.map((ref) => ({ ref, score: hit.score * match(hit, ref) * prefers(ref) }))
			.sort((a, b) => b.score - a.score);
		for (const [nth, { ref, score }] of claims.entries()) {
			ranked.push({
				relevance: score,
				score: score * thresholds.furtherClaim ** nth,
				named: shareNamed(hit, ref),
				claim: ref.claim,
				item: () => claimItem(ref, library, reading.language),
			});
		}
		for (const { denial, denied } of bareDenialsOf(hit, library)) {
			// Beside a claim that is shown its denial stands anyway, and a passage that is found has its own.
			if (!tests.claim(denial) || tests.claim(denied) || found.has(denial.passage)) continue;
			found.add(denial.passage);
			const score = hit.score * match(hit, denied) * prefers(denial);
			ranked.push({
				...{ relevance: score, score, named: shareNamed(hit, denied), claim: denial.claim },
				item: () => claimItem(denial, library, reading.language),
			});
		}
		if (claims.length === 0 && !request.by && !request.stance) {
			ranked.push({
				relevance: hit.score * thresholds.noClaim,
				score: hit.score * thresholds.noClaim,
				named: hit.coverage,
				item: () => passageItem(hit, findings),
			});
		}
	}
	ranked.sort((a, b) => b.score - a.score);
	const floor = (ranked[0]?.score ?? 0) * (findings.searched ? thresholds.claimFloor : 0);
	const kept = ranked.filter(({ relevance }) => relevance >= floor);
	const least = Math.max(0, ...kept.map(({ named }) => named)) * thresholds.named;
	const isNaming = ({ named }: Ranked) => !findings.searched || named >= least;
	const naming = kept.filter(isNaming).length;
	const first = kept.slice(0, naming);
	const further = inArticlesAbout(findings, kept, naming);
	const told = new Set(further.map(({ claim }) => claim));
	const rest = kept.slice(naming).filter(({ claim }) => !claim || !told.has(claim));
	const names = [...first.map(isNaming), ...further.map(() => true), ...rest.map(isNaming)];
	return {
		items: [...first, ...further, ...rest].map(({ item }) => item),
		naming: naming + further.length,
		names: (at) => names[at] ?? false,
		topical: [...first, ...further].flatMap(({ claim }) => claim ?? []),
	};
}

/**
 * What whoever is asked for says in articles about the topic without naming it, in their order; those
 * that are near it by their words come first. `naming`: so many of the first name it.
 */
function inArticlesAbout(
	{ about, library, tests, reading }: Findings,
	kept: readonly Ranked[],
	naming: number,
): Pick<Ranked, "claim" | "item">[] {
	const places = new Map(kept.map(({ claim }, at) => [claim, at]));
	const placeOf = ({ claim }: ClaimRef) => places.get(claim) ?? kept.length;
	const refs = [...(about ?? [])].flatMap((article) =>
		article.passages.flatMap((passage) => library.claims({ article, passage })),
	);
	return refs
		.filter((ref) => tests.claim(ref) && placeOf(ref) >= naming)
		.sort((a, b) => placeOf(a) - placeOf(b))
		.map((ref) => ({
			claim: ref.claim,
			item: () => {
				const item = claimItem(ref, library, reading.language);
				return { ...item, inArticleAbout: true as const };
			},
		}));
}

const termsOf = rememberedOf<ReadonlySet<string>>();

/** Share of what was asked for that the claim's own words name, 0 to 1. */
function shareNamed(hit: PassageHit, ref: ClaimRef): number {
	const terms = termsOf(ref.claim, () => new Set([...wordsOfClaim(ref)].map(termOf)));
	return hit.asked.reduce((sum, word) => {
		const held = word.ways ? heldAmong(terms, word) : Number(terms.has(termOf(word.word)));
		return sum + word.share * held;
	}, 0);
}

function match(hit: PassageHit, ref: ClaimRef): number {
	const held = shareHeld(hit.matched, () => wordsOfClaim(ref));
	return 1 - thresholds.claimWords + thresholds.claimWords * held;
}

function wordsOfClaim({ claim }: ClaimRef): ReadonlySet<string> {
	const { quote, paraphrase, about, topics, via } = claim;
	const texts = () => [
		quote,
		paraphrase?.ar,
		paraphrase?.en,
		...speakerNames(claim),
		...about,
		...topics,
		...via,
	];
	return wordsOf(claim, texts);
}

/** A claim that was read with confidence comes before one that was not. */
const sureness = (confidence: number): number => {
	const sure = Math.min(1, confidence / sureFrom);
	return thresholds.leastSure + (1 - thresholds.leastSure) * sure;
};

/** What the question's own words ask for is preferred, never required: they may be read wrongly. */
function preference({ reading, names, library }: Findings): (ref: ClaimRef) => number {
	const { by, outlet, act } = reading.filters;
	const speaker = by ? names.speaker(by, library.articles) : null;
	const relay = outlet ? names.outlet(outlet, library.articles) : null;
	return ({ claim, article }) => {
		let factor = 1;
		if (speaker?.(claim)) factor *= thresholds.preferred;
		if (relay?.([article.outlet, article.outletLabel?.en, ...claim.via]))
			factor *= thresholds.preferred;
		if (act === claim.act) factor *= thresholds.preferred;
		return factor * sureness(claim.confidence ?? 1);
	};
}
