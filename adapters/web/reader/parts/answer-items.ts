import type {
	AnswerItem,
	EventItem,
	KeyWords,
	PassageItem,
	SourceItem,
} from "../../../../src/domain/answer.ts";
import { dayText } from "../../../../src/domain/day-text.ts";
import { languages } from "../../../../src/domain/sets/languages.ts";
import { standingText } from "../../../shared/answer/past-lines.ts";
import { clean, inLine } from "../../../shared/clean.ts";
import { dateText, eventDateText } from "../../../shared/dates.ts";
import { type Html, html, joined } from "../../markup/html.ts";
import type { Visit } from "../visit.ts";
import { chainOf, factsOf, saidBy } from "./attribution.ts";
import { claimCard, glossOf, rivalCard } from "./claim-card.ts";
import { pastOf } from "./past.ts";
import { dot, placeOf } from "./places.ts";
import { foreign, linked, outward, quotedWords } from "./quoted-words.ts";

/** Claims told against one item of a list. */
const mostAgainst = 2;

/** An item of an answer, in full. */
export function answerItem(item: AnswerItem, visit: Visit): Html {
	const key = item.kind === "source" ? null : markOf(item);
	const mark = key ? html`<p class="note">${visit.say(visit.language, key)}</p>` : "";
	return html`${mark}${itemCard(item, visit)}`;
}

function markOf({ weaklyRelated, inArticleAbout }: Exclude<AnswerItem, { kind: "source" }>) {
	if (weaklyRelated) return "mark.weak";
	return inArticleAbout ? "mark.in_article" : null;
}

function itemCard(item: AnswerItem, visit: Visit): Html {
	switch (item.kind) {
		case "claim":
			return html`${claimCard(item, visit, { mostAgainst, level: 3 })}${readersWords(item, visit)}${alsoIn(item, visit)}`;
		case "passage":
			return passageCard(item, visit);
		case "event":
			return eventCard(item, visit);
		case "source":
			return sourceCard(item, visit);
	}
}

function passageCard(item: PassageItem, visit: Visit): Html {
	const { claim, contradictedBy = [], citation, quote } = item;
	const of = { stated: claim?.id, quote };
	return html`<article class="claim">
${claim ? saidBy(claim, visit) : ""}${quotedWords(item)}${readersWords(item, visit)}
${placeOf(citation, visit, of)}${alsoIn(item, visit)}
${claim ? html`${chainOf(claim, citation, visit)}${factsOf(claim, visit, visit.links.claim(claim.id))}` : ""}
${pastOf(item, visit)}${contradictedBy.slice(0, mostAgainst).map((rival) => rivalCard(rival, visit))}
</article>`;
}

function eventCard(item: EventItem, visit: Visit): Html {
	const { language, say } = visit;
	const { event, citation, quote } = item;
	const day = eventDateText(event.date, language, say);
	const { value } = event.date;
	const isDay = value !== null && /^\d{4}(-\d\d){0,2}$/.test(value);
	const time = isDay ? html`<time datetime="${value}">${day}</time>` : html`${day}`;
	const planned = event.planned ? html`${dot}${say(language, "planned")}` : "";
	return html`<article class="event"><h3>${time}${planned}</h3>
${quotedWords(item)}${readersWords(item, visit)}
${placeOf(citation, visit, { stated: event.id, quote })}${alsoIn(item, visit)}
${pastOf(item, visit)}</article>`;
}

function sourceCard({ article, counts, corrected, edited }: SourceItem, visit: Visit): Html {
	const { language, say, links } = visit;
	const { title, outlet, published, url, standing, reprints = [] } = article;
	const name = title === null ? html`${say(language, "title.unknown")}` : foreign(title);
	const amounts = (["passages", "claims", "events"] as const).map((kind) =>
		say(language, `count.${kind}`, { count: counts[kind] }),
	);
	const elsewhere = reprints.flatMap((place) => place.outlet ?? place.url ?? []);
	const day = corrected?.day;
	const notes = [
		...(elsewhere.length > 0 ? [`${say(language, "also_in")} ${listed(elsewhere, visit)}`] : []),
		...(standing ? [standingText(standing, language, say)] : []),
		...(day
			? [
					day.value === null
						? say(language, "correction.article")
						: say(language, "correction.article_on", { date: dateText(day, language, say) }),
				]
			: []),
		...(edited ? [say(language, "source.edited", { date: dayText(edited.until, language) })] : []),
	];
	const facts = [
		outlet === null
			? html`${say(language, "outlet.unknown")}`
			: linked(links.source(outlet), foreign(outlet)),
		html`${dateText(published, language, say)}`,
		html`${amounts.join(languages[language].comma)}`,
	];
	return html`<article class="source"><h3>${linked(links.article(article.id), name)}</h3>
<p class="place">${joined(facts, dot)} ${outward(url, say(language, "reader.original"))}</p>
${notes.map((note) => html`<p class="warning">${note}</p>`)}</article>`;
}

/** What a reader who does not read the quotation has of it. */
function readersWords(
	{ gloss, keyWords: words }: Pick<PassageItem, "gloss" | "keyWords">,
	visit: Visit,
): Html {
	return gloss ? glossOf(gloss, visit) : keyWords(words, visit);
}

/** Ours, and said to be words: nobody shall take them for a translation. */
function keyWords(of: KeyWords | undefined, visit: Visit): Html {
	if (!of) return html``;
	const key = of.left > 0 ? "key_words.left" : "key_words";
	const words = listed(of.words, visit);
	return html`<p class="key-words">${clean(visit.say(of.language, key, { words, count: of.left }))}</p>`;
}

function alsoIn(
	{ alsoIn: places = [] }: { alsoIn?: Exclude<AnswerItem, SourceItem>["alsoIn"] },
	visit: Visit,
): Html {
	if (places.length === 0) return html``;
	return html`<div class="also"><p>${visit.say(visit.language, "also_in")}</p>${places.map((citation) => placeOf(citation, visit))}</div>`;
}

function listed(names: readonly string[], { language }: Visit): string {
	return names.map((name) => inLine(name, language)).join(languages[language].comma);
}
