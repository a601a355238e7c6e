import type { Bearer } from "../../../../src/domain/reading-room.ts";
import { languages } from "../../../../src/domain/sets/languages.ts";
import { clean, inLine } from "../../../shared/clean.ts";
import { html } from "../../markup/html.ts";
import { foreign, linked } from "../parts/quoted-words.ts";
import type { Shown, Visit } from "../visit.ts";

/** Those who bear one name, each with a page of his own. */
export function bearersShown(name: string, bearers: readonly Bearer[], visit: Visit): Shown {
	const { language, say, links } = visit;
	const { comma } = languages[language];
	const title = say(language, "reader.bearers", { name: clean(name) });
	const list = bearers.map((one) => {
		const { relayed, claims, articles } = one;
		const counts = { claims, relayed, articles: articles.count };
		const kind = say(language, `who.kind.${one.kind}`);
		const about = say(language, "who.is", { name: inLine(one.name, language), kind, ...counts });
		const titles =
			one.titles.length > 0
				? html`<p class="place">${say(language, "who.titles", { titles: one.titles.map((each) => inLine(each, language)).join(comma) })}</p>`
				: "";
		const printed = articles.first.map(
			({ id, title: of }) =>
				html`<p class="place">${linked(links.article(id), of === null ? say(language, "title.unknown") : foreign(of))}</p>`,
		);
		return html`<li><p class="who">${linked(links.name(one.name, one.key), clean(about))}</p>${titles}${printed}</li>`;
	});
	return {
		title,
		body: html`<section class="answer"><h1 class="verdict">${title}</h1><ol class="list">${list}</ol></section>`,
	};
}
