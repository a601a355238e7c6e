import type { ClaimItem } from "../../../../src/domain/answer.ts";
import { type Html, html } from "../../markup/html.ts";
import { saidBy } from "../parts/attribution.ts";
import { linked } from "../parts/quoted-words.ts";
import type { Visit } from "../visit.ts";

const onPage = 100;

type Where = { visit: Visit; article: string; from: number };

/** Who says something in an article and on which line; the words are behind each link. */
export function claimList(claims: readonly ClaimItem[], { visit, article, from }: Where): Html {
	const { language, say, links } = visit;
	const shown = claims.slice(from, from + onPage).map((item) => {
		const { claim, citation, quote, contradictedBy } = item;
		const line = say(language, "reader.line", { line: citation.line });
		const contested =
			contradictedBy.length > 0
				? html` <span class="contested">${say(language, "mark.rival_account.direct")}</span>`
				: "";
		return html`<li>${saidBy(claim, visit)}<p class="place">${linked(links.cited(citation, { stated: claim.id, quote }), line)}${contested}</p></li>`;
	});
	const next = from + onPage;
	const more =
		next < claims.length
			? html`<nav class="pager" aria-label="${say(language, "reader.parts")}">${linked(links.article(article, [["from", String(next)]]), say(language, "reader.next"), "next")}</nav>`
			: "";
	return html`<ol class="list" start="${from + 1}">${shown}</ol>${more}`;
}
