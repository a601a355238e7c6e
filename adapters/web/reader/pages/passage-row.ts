import type { ClaimItem } from "../../../../src/domain/answer.ts";
import type { Quotation } from "../../../../src/domain/quotation.ts";
import type { ReadArticle, ReadingRoom, ReadPassage } from "../../../../src/domain/reading-room.ts";
import { type Html, html } from "../../markup/html.ts";
import { noLinks } from "../links.ts";
import { claimCard } from "../parts/claim-card.ts";
import { directionOf, markedText } from "../parts/quoted-words.ts";
import type { Visit } from "../visit.ts";

const mostAgainst = 2;
/** Claims beside the cited words that are told without being asked for. */
const mostOpen = 1;

/** An article that is looked at. */
export type Place = { article: ReadArticle; room: ReadingRoom; visit: Visit };
/** Where on the page the cited words are: the passage, and the part of it, where that is not all of it. */
export type Cited = {
	passage: number;
	quotation: Quotation;
	part: { from: number; to: number } | null;
};

/** One passage, and beside it what is said in it. */
export function passageRow(passage: ReadPassage, nth: number, at: Place, cited?: Cited): Html {
	const { article, room, visit } = at;
	const { language, say } = visit;
	const isCited = cited?.passage === nth;
	// Whoever came by one link goes on from what it cites, not from what stands around it.
	const own = visit.isGuest && !isCited ? { ...visit, links: noLinks } : visit;
	const claims = room.claimsIn(article.id, passage.id, language);
	const ordered = isCited ? inOrder(claims, cited) : claims;
	const open = isCited ? mostOpen : 0;
	const cards = ordered.map((claim) =>
		claimCard(claim, own, { mostAgainst, level: 3, isInPlace: true }),
	);
	const text = isCited && !cited.part ? { from: 0, to: passage.text.length } : cited?.part;
	const words = markedText(passage.text, isCited ? (text ?? null) : null);
	const line = say(language, "reader.line", { line: passage.line });
	const aside =
		cards.length > 0
			? html`<aside aria-label="${say(language, "reader.claims_of", { line: passage.line })}">${cards.slice(0, open)}${folded(cards.slice(open), open, visit)}</aside>`
			: "";
	return html`<section class="row${isCited ? " cited" : ""}" id="p${nth}" aria-label="${line}">
<div class="text"><p class="line">${line}</p><p class="passage ${passage.kind} ${article.rendering}" ${directionOf(passage.text)}>${words}</p></div>
${aside}</section>
`;
}

/** Cards that wait until a reader asks for them, so that the text beside them can be read on. */
function folded(cards: Html[], before: number, { language, say }: Visit): Html {
	if (cards.length === 0) return html``;
	const key = before > 0 ? "reader.more_claims" : "count.claims";
	return html`<details><summary>${say(language, key, { count: cards.length })}</summary>${cards}</details>`;
}

/** The claim that was cited stands first, and those that are contested before others. */
function inOrder(claims: ClaimItem[], cited: Cited | undefined): ClaimItem[] {
	const said = cited?.quotation.said?.id;
	const rank = ({ claim, contradictedBy }: ClaimItem) =>
		claim.id === said ? 2 : Number(contradictedBy.length > 0);
	return claims.toSorted((a, b) => rank(b) - rank(a));
}
