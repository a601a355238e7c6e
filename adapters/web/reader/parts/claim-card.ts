import type { ClaimItem, Counterpart, Gloss } from "../../../../src/domain/answer.ts";
import { languages } from "../../../../src/domain/sets/languages.ts";
import { standingText } from "../../../shared/answer/past-lines.ts";
import { clean } from "../../../shared/clean.ts";
import { type Html, html } from "../../markup/html.ts";
import type { Visit } from "../visit.ts";
import { chainOf, factsOf, saidBy } from "./attribution.ts";
import { pastOf } from "./past.ts";
import { placeOf } from "./places.ts";
import { linked, quotedWords } from "./quoted-words.ts";

export type CardOptions = {
	/** Claims that stand against it and are told in full; how many more there are is said. */
	mostAgainst: number;
	/** Of its heading inside the page. */
	level: 2 | 3;
	/** Beside the words themselves nothing need be said of where they stand. */
	isInPlace?: boolean;
	/** The card is what its page is about. */
	isOwnPage?: boolean;
};

/** A claim: who, what they did, the words, the chain, the day, how sure, and what stands against it. */
export function claimCard(item: ClaimItem, visit: Visit, options: CardOptions): Html {
	const { claim, citation, quote, contradictedBy } = item;
	const of = { stated: claim.id, quote };
	const place = options.isInPlace ? "" : placeOf(citation, visit, of);
	const page = visit.links.claim(claim.id);
	return html`<article class="claim"${contradictedBy.length > 0 ? html` data-contested="yes"` : ""}>
${saidBy(claim, visit)}
${quotedWords(item)}
${goneNote(item, visit)}${place}
${chainOf(claim, citation, visit)}
${factsOf(claim, visit, options.isOwnPage ? null : page)}
${pastOf(item, visit)}
${against(contradictedBy, visit, options, page)}
</article>`;
}

function goneNote({ gone, now }: ClaimItem, visit: Visit): Html {
	const { language, say } = visit;
	if (!gone) return html``;
	const words = now
		? html`<p class="warning">${say(language, "gone.now")}</p>${quotedWords(now)}${placeOf(now.citation, visit, now)}`
		: "";
	return html`<p class="warning">${say(language, `gone.${gone}`)}</p>${words}`;
}

function against(
	rivals: readonly Counterpart[],
	visit: Visit,
	{ mostAgainst, level }: CardOptions,
	page: string | null,
): Html {
	if (rivals.length === 0) return html``;
	const { language, say } = visit;
	const title = say(language, "reader.against");
	const left = rivals.length - mostAgainst;
	const more =
		left > 0
			? html`<p class="more">${linked(page, say(language, "contradiction.more", { count: left }))}</p>`
			: "";
	return html`<section class="against">${level === 2 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
${rivals.slice(0, mostAgainst).map((rival) => rivalCard(rival, visit))}${more}</section>`;
}

/** A machine's words, and said to be: no quotation. */
export function glossOf({ language, text }: Gloss, { say }: Visit): Html {
	const told = say(language, "gloss", { text: clean(text) });
	return html`<p class="quiet" lang="${language}" dir="${languages[language].direction}">${told}</p>`;
}

/** A claim that stands against another, what it is to it and why. */
export function rivalCard(rival: Counterpart, visit: Visit): Html {
	const { language, say } = visit;
	const { claim, kind, strength, why, citation, standing, quote } = rival;
	// Beside a denial stands what it denies.
	const isDenied = kind === "denial" && claim.act !== "denies";
	const label = say(language, `contradiction.${isDenied ? "denied" : kind}.${strength}`);
	return html`<div class="rival">
<p class="kind">${label}</p>
${saidBy(claim, visit)}
${quotedWords(rival)}${rival.gloss ? glossOf(rival.gloss, visit) : ""}
${standing ? html`<p class="warning">${standingText(standing, language, say)}</p>` : ""}<p class="why">${clean(why[language])}</p>
${placeOf(citation, visit, { stated: claim.id, quote })}
${factsOf(claim, visit, visit.links.claim(claim.id))}
</div>`;
}
