import type { Citation, ToldClaim } from "../../../../src/domain/answer.ts";
import type { Claim } from "../../../../src/domain/article.ts";
import { standingOf } from "../../../../src/domain/claim-standing.ts";
import { languages } from "../../../../src/domain/sets/languages.ts";
import { dateText } from "../../../shared/dates.ts";
import { type Html, html } from "../../markup/html.ts";
import type { Visit } from "../visit.ts";
import { foreign, linked } from "./quoted-words.ts";

/** Who says it and what they do in saying it: "Janet Yellen warned". */
export function saidBy(claim: ToldClaim, { language, say, links }: Visit): Html {
	const name = claim.speaker.label?.[language] ?? claim.speaker.name;
	const to = claim.speaker.kind === "anonymous" ? null : links.name(name, claim.speakerKey);
	const hedged = claim.hedged
		? html` <span class="hedged">(${say(language, "hedged")})</span>`
		: "";
	// Arabic names the act by a noun.
	const colon = language === "ar" ? ":" : "";
	return html`<p class="who"><strong>${linked(to, foreign(name))}</strong>${colon} <span class="act">${say(language, `act.${claim.act}`)}</span>${hedged}</p>`;
}

/** From who vouches for it, through whoever relayed it, to who printed it. */
export function chainOf(claim: ToldClaim, citation: Citation, visit: Visit): Html {
	const { language, say, links } = visit;
	const speaker = claim.speaker.label?.[language] ?? claim.speaker.name;
	const isNamed = claim.speaker.kind !== "anonymous";
	const { outlet } = citation;
	const steps = [
		linked(isNamed ? links.name(speaker, claim.speakerKey) : null, foreign(speaker)),
		...(claim.viaLabel ?? claim.via).map((each) => linked(links.name(each), foreign(each))),
		outlet === null
			? html`${say(language, "outlet.unknown")}`
			: linked(links.source(outlet), foreign(outlet)),
	];
	return html`<ol class="chain" aria-label="${say(language, "reader.chain")}">${steps.map((step) => html`<li>${step}</li>`)}</ol>`;
}

/** When it was said and how that is known, how sure the reading is, and the claim's own page elsewhere. */
export function factsOf(claim: Claim, { language, say }: Visit, page: string | null): Html {
	const { value, basis } = claim.saidOn;
	const known = say(language, `reader.basis.${basis}`);
	const day =
		value === null
			? say(language, "date.unknown")
			: say(language, "reader.day", { day: dateText(claim.saidOn, language, say), known });
	const set = (claim.corrected ?? []).map((field) => say(language, `correction.field.${field}`));
	const operator =
		set.length > 0
			? say(language, "note.operator_set", { fields: set.join(languages[language].comma) })
			: "";
	return html`<dl class="facts"><div><dt>${say(language, "reader.said_on")}</dt><dd>${day}</dd></div><div><dt>${say(language, "reader.reading")}</dt><dd>${howSure(claim, { language, say })}</dd></div></dl>${operator ? html`<p class="warning">${operator}</p>` : ""}${page ? html`<p class="more"><a href="${page}">${say(language, "reader.claim.page")}</a></p>` : ""}`;
}

/** Whether people annotated it, or how sure the program is that speaker and act are right. */
function howSure(claim: Claim, { language, say }: Pick<Visit, "language" | "say">): string {
	if (claim.confidence === undefined) return say(language, "reader.sure.annotated");
	const percent = Math.round(100 * claim.confidence);
	return say(language, `reader.sure.${standingOf(claim)}`, { percent });
}
