import type { Counterpart } from "../domain/answer.ts";
import type { Claim } from "../domain/article.ts";
import type { Say } from "../domain/messages.ts";
import type { Language } from "../domain/sets/languages.ts";
import { rememberedOf } from "../language/text/memo.ts";
import { analyse } from "../language/words/index-terms.ts";
import type { ClaimRef, Library, Rival } from "./library.ts";

/** The topic that every denial has: that it is one. */
const ofAnyDenial = "denial";

/** A denial with more telling words names what it denies: "the union denied these claims flatly" has three. */
const mostTerms = 3;

const known = rememberedOf<ReadonlySet<string>>();

/**
 * How much of a claim a denial answers, as far as anything tells. That a pair is less than sure is no sign that
 * a part is meant: a part is what the denial names beside something else that the claim tells. One that names
 * nothing, or answers this one claim of its paragraph alone, is told to deny it, and neither all nor a part.
 */
export function strengthOf(own: ClaimRef, rival: Rival, library: Library): Counterpart["strength"] {
	const { kind, strength, scope } = rival.contradiction;
	// What is not worked out here but written by somebody says itself how far it goes.
	if (kind !== "denial" || strength === "direct" || scope !== "part") return strength;
	const [denial, denied] = rival.claim.act === "denies" ? [rival, own] : [own, rival];
	if (denial.claim.act !== "denies" || denial.article.id !== denied.article.id) return strength;
	if (namesPart(denial.claim, denied.claim)) return strength;
	const isUnscoped =
		denial.passage.id === denied.passage.id
			? namesNothing(denial.claim, library) || answersAlone(denial, denied, library)
			: areBeside(denial, denied) && namesNothing(denial.claim, library);
	return isUnscoped ? "unscoped" : strength;
}

/** Says beside a denial of which it is so that nobody knows how far it goes; the pair's own reason speaks of a part. */
export function tellUnscoped(
	said: Claim | undefined,
	rivals: readonly Counterpart[],
	say: Say,
): void {
	for (const rival of rivals) {
		if (rival.strength !== "unscoped") continue;
		const denial = [rival.claim, said].find((claim) => claim?.act === "denies");
		const { name, label } = (denial ?? rival.claim).speaker;
		const told = (language: Language) =>
			say(language, "contradiction.unscoped", { denier: label?.[language] ?? name });
		rival.why = { ar: told("ar"), en: told("en") };
	}
}

/** Topics that a denial has of its own. */
export function deniedTopicsOf({ topics }: Claim): string[] {
	return topics.filter((tag) => tag !== ofAnyDenial);
}

/** Something that the claim tells is none of what the denial names. */
function namesPart(denial: Claim, denied: Claim): boolean {
	const named = deniedTopicsOf(denial);
	return named.length > 0 && denied.topics.some((tag) => !named.includes(tag));
}

/** "These claims": it points at what was said. */
function namesNothing(denial: Claim, library: Library): boolean {
	return deniedTopicsOf(denial).length === 0 && termsOf(denial, library).size <= mostTerms;
}

/** It speaks of what the claim says, and answers no other one of its article. */
function answersAlone({ claim, article }: ClaimRef, denied: ClaimRef, library: Library): boolean {
	const answered = library
		.rivals(claim)
		.filter((each) => each.contradiction.kind === "denial" && each.article.id === article.id);
	const told = termsOf(denied.claim, library);
	return answered.length === 1 && [...termsOf(claim, library)].some((term) => told.has(term));
}

function termsOf(claim: Claim, { stopWords }: Library): ReadonlySet<string> {
	return known(claim, () => {
		const found = new Set(analyse(claim.quote, stopWords).map(({ term }) => term));
		found.delete("");
		return found;
	});
}

function areBeside(one: ClaimRef, other: ClaimRef): boolean {
	const at = ({ article, passage }: ClaimRef) => article.passages.indexOf(passage);
	return Math.abs(at(one) - at(other)) === 1;
}
