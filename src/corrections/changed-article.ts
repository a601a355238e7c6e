import type { Article, Claim, Passage } from "../domain/article.ts";
import type { Correction } from "../domain/corrections.ts";
import { fold } from "../language/text/normalise.ts";
import { type NoPairs, pairKey } from "./pairs.ts";
import { claimMeant, claimsWithin, isPassage } from "./same-place.ts";

/** The article as these corrections have it, the oldest first; null where it is gone as a whole. */
export function changedArticle(
	article: Article,
	corrections: readonly Correction[],
	noPairs: NoPairs,
): Article | null {
	if (corrections.some(({ kind }) => kind === "hide_article" || kind === "remove")) return null;
	const hidden = new Set<Passage>();
	const gone = new Set<Claim>();
	const claims = new Map(article.claims.map((claim) => [claim, claim]));
	let outlet: string | null | undefined;
	for (const each of corrections) {
		if (!("article" in each)) continue;
		const isSameText = each.article?.id === article.id;
		if (each.kind === "outlet") outlet = each.to;
		if (each.kind === "hide_passage")
			for (const passage of article.passages)
				if (isPassage(each.passage, passage, isSameText)) hidden.add(passage);
		if (each.kind === "hide_claim")
			for (const claim of claimsWithin(each.claim, article.claims, isSameText)) gone.add(claim);
		if ("claim" in each && each.kind !== "hide_claim") {
			const meant = claimMeant(each.claim, article.claims, isSameText);
			if (meant) claims.set(meant, corrected(claims.get(meant) ?? meant, each));
		}
	}
	return withoutHidden(
		{
			...article,
			claims: [...claims].flatMap(([was, claim]) => (gone.has(was) ? [] : [claim])),
			contradictions: article.contradictions.filter(
				({ claims: pair }) => !noPairs.has(pairKey(...pair)),
			),
			...(outlet === undefined ? {} : { outlet, outletLabel: undefined }),
		},
		{ hidden, gone, isOutletSet: outlet !== undefined },
	);
}

type Hidden = { hidden: ReadonlySet<Passage>; gone: ReadonlySet<Claim>; isOutletSet: boolean };

function withoutHidden(article: Article, { hidden, gone, isOutletSet }: Hidden): Article {
	const ids = new Set([...hidden].map(({ id }) => id));
	const stays = ({ passage }: { passage: string }) => !ids.has(passage);
	/** A day or a figure in the words of a claim that was taken down goes with it. */
	const isOfGone = (part: { passage: string; quote: string }) =>
		[...gone].some(({ passage, quote }) => passage === part.passage && quote.includes(part.quote));
	const claims = article.claims.filter(stays);
	const left = new Set(claims.map(({ id }) => id));
	const own = new Set([...article.claims, ...gone].map(({ id }) => id));
	const isTitle = [...hidden].some(({ text }) => fold(text) === fold(article.title ?? ""));
	return {
		...article,
		...(isTitle ? { title: null, titleParaphrase: undefined } : {}),
		passages: article.passages.filter((passage) => !hidden.has(passage)),
		claims,
		events: article.events.filter((each) => stays(each) && !isOfGone(each)),
		figures: article.figures.filter((each) => stays(each) && !isOfGone(each)),
		contradictions: article.contradictions.filter(
			({ claims: pair, told = [] }) =>
				pair.every((id) => left.has(id) || !own.has(id)) &&
				told.every((side) => side.article !== article.id || stays(side.claim)),
		),
		operator: { passages: hidden.size, claims: gone.size, outlet: isOutletSet },
	};
}

/** The claim as an operator has set it: whoever set it is sure. */
function corrected(claim: Claim, to: Correction): Claim {
	const done = (field: NonNullable<Claim["corrected"]>[number]): Claim => ({
		...claim,
		corrected: [...new Set([...(claim.corrected ?? []), field])],
	});
	switch (to.kind) {
		case "speaker":
			return { ...done("speaker"), speaker: { ...to.to }, confidence: undefined };
		case "act":
			return { ...done("act"), act: to.to };
		case "day":
			return { ...done("day"), saidOn: to.to };
		case "via":
			return { ...done("via"), via: [...to.to] };
		default:
			return claim;
	}
}
