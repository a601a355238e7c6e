import type { Citation } from "../../../../src/domain/answer.ts";
import { dateText } from "../../../shared/dates.ts";
import { type Html, html, joined } from "../../markup/html.ts";
import type { CitedOf } from "../addresses.ts";
import type { Visit } from "../visit.ts";
import { foreign, linked } from "./quoted-words.ts";

export const dot = html` <span aria-hidden="true">·</span> `;

/** Where words stand, in full: article, outlet, day and line, linked to the words in their place. */
export function placeOf(citation: Citation, visit: Visit, of?: CitedOf): Html {
	const { language, say, links } = visit;
	const { title, outlet, published, line } = citation;
	const told = [
		title === null ? html`${say(language, "title.unknown")}` : foreign(title),
		...(outlet === null ? [] : [foreign(outlet)]),
		...(published.value === null ? [] : [html`${dateText(published, language, say)}`]),
		html`${say(language, "reader.line", { line })}`,
	];
	return html`<p class="place">${linked(links.cited(citation, of), joined(told, dot))}</p>`;
}
