import { languageKeys, languages } from "../../../src/domain/sets/languages.ts";
import { cleanLine } from "../../shared/clean.ts";
import { type Html, html } from "../markup/html.ts";
import type { Shown, Visit } from "./visit.ts";

/** A whole page: what is the same on all of them around what is its own. */
export function framed({ title, body }: Shown, visit: Visit, stylesheet: string): string {
	const { language, say, links } = visit;
	const { direction } = languages[language];
	const home = links.list("/", []);
	const name = say(language, "reader.name");
	const brand = home === null ? html`<span>${name}</span>` : html`<a href="${home}">${name}</a>`;
	return html`<!doctype html>
<html lang="${language}" dir="${direction}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>${cleanLine(title)} · ${name}</title>
<link rel="stylesheet" href="${stylesheet}"></head>
<body><a class="skip" href="#main">${say(language, "reader.skip")}</a>
<header><p class="brand">${brand}</p><nav aria-label="${say(language, "reader.languages")}">${languageLinks(visit)}</nav></header>
<main id="main" tabindex="-1">
${body}
</main>
<footer><p>${say(language, "reader.foot")}</p></footer>
</body></html>
`.text;
}

function languageLinks({ language, say, inLanguage }: Visit): Html {
	return html`<ul class="languages">${languageKeys.map((key) => {
		const label = say(key, "reader.own_name");
		const inside =
			key === language
				? html`<span aria-current="true">${label}</span>`
				: html`<a href="${inLanguage(key)}" hreflang="${key}">${label}</a>`;
		return html`<li lang="${key}">${inside}</li>`;
	})}</ul>`;
}
