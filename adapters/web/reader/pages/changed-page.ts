import { dayText } from "../../../../src/domain/day-text.ts";
import type { Quotation } from "../../../../src/domain/quotation.ts";
import { html } from "../../markup/html.ts";
import { pastOf } from "../parts/past.ts";
import { directionOf, foreign, markedText } from "../parts/quoted-words.ts";
import type { Shown, Visit } from "../visit.ts";

/** The words of an earlier version, and what stands there now. */
export function changedShown(quotation: Quotation, visit: Visit): Shown {
	const { language, say } = visit;
	const { citation, changed, passages } = quotation;
	const title = citation.title ?? say(language, "title.unknown");
	const until = changed?.until ?? "";
	const note = until
		? html`<p class="warning">${say(language, "quotation.changed", { date: dayText(until, language) })}</p>`
		: "";
	const now =
		changed && changed.now !== null
			? html`<p class="warning">${say(language, "gone.now")}</p><blockquote class="words verbatim" ${directionOf(changed.now)}>${markedText(changed.now, null)}</blockquote>`
			: "";
	const rows = passages.map(
		({ text, quoted, kind }) =>
			html`<p class="passage ${kind} ${quotation.rendering}" ${directionOf(text)}>${markedText(text, quoted ?? null)}</p>`,
	);
	return {
		title,
		body: html`<article class="reading"><div class="head"><h1 ${directionOf(title)}>${foreign(title)}</h1>${note}${now}${pastOf(quotation, visit)}</div><div class="text">${rows}</div></article>`,
	};
}
