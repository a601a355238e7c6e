import { dayText } from "../../../../src/domain/day-text.ts";
import type { Quotation } from "../../../../src/domain/quotation.ts";
import type { ReadingRoom } from "../../../../src/domain/reading-room.ts";
import { dateText } from "../../../shared/dates.ts";
import { type Html, html, joined } from "../../markup/html.ts";
import { readPlace } from "../addresses.ts";
import { pastOf, standingNote } from "../parts/past.ts";
import { dot } from "../parts/places.ts";
import { directionOf, foreign, linked, outward } from "../parts/quoted-words.ts";
import type { Asked, Shown, Visit } from "../visit.ts";
import { changedShown } from "./changed-page.ts";
import { claimList } from "./claim-list.ts";
import { notShown } from "./not-shown.ts";
import { type Cited, type Place, passageRow } from "./passage-row.ts";

/** A page with more text is cut into several, between two passages. In bytes, around which the rest has room. */
const mostBytes = 40_000;
/** Passages before the cited one where the whole article is shown. */
const shownBefore = 3;

/** An article: the cited words in their place, or as much of its text as this reader shows. */
export function articleShown(
	{ id, param }: Asked,
	{ room, visit, isWhole }: { room: ReadingRoom; visit: Visit; isWhole: boolean },
): Shown {
	const place = readPlace(id, param);
	const quotation = place && room.quotation(place, visit.language);
	if (place && !quotation) return notShown({ status: 404, key: "moved" }, visit);
	const article = room.article(quotation?.citation.article ?? id, visit.language);
	// Words that are the article's no more are shown as they stood, beside no claim of today's.
	if (quotation && (quotation.changed || !article)) return changedShown(quotation, visit);
	if (!article) return notShown({ status: 404, key: "none" }, visit);
	const at = { article, room, visit };
	if (quotation) return citedShown(quotation, at, isWhole && !visit.isGuest);
	// Whoever came by a link to the article itself is told what became of it, and no more.
	if (visit.isGuest) return page(at, html``);
	return isWhole ? wholeShown(at, wholeNumber(param("from"))) : listShown(at, param);
}

function citedShown(quotation: Quotation, at: Place, isWhole: boolean): Shown {
	const { article } = at;
	const { citation, passages } = quotation;
	const passage = article.passages.findIndex(({ id }) => id === citation.passage);
	const part = passages.find(({ quoted }) => quoted)?.quoted ?? null;
	const cited: Cited = { passage, quotation, part };
	if (isWhole) return wholeShown(at, Math.max(0, passage - shownBefore), cited);
	// As many neighbours as wherever else a quotation is checked.
	const first = Math.max(0, passage - 1);
	const shown = article.passages.slice(first, passage + 2);
	const rows = shown.map((each, n) => passageRow(each, first + n, at, cited));
	return page(at, html`${renderingNote(at)}${rows}${wholeNote(at)}`);
}

function wholeShown(at: Place, from: number, cited?: Cited): Shown {
	const { article, visit } = at;
	const rows: Html[] = [];
	let bytes = 0;
	for (let n = from; n < article.passages.length; n++) {
		const passage = article.passages[n];
		if (!passage) break;
		const row = passageRow(passage, n, at, cited);
		bytes += Buffer.byteLength(row.text);
		if (rows.length > 0 && bytes > mostBytes) break;
		rows.push(row);
	}
	const next = from + rows.length;
	const links = [
		...(from > 0 ? [partLink("previous", Math.max(0, from - rows.length), at)] : []),
		...(next < article.passages.length ? [partLink("next", next, at)] : []),
	];
	const label = visit.say(visit.language, "reader.parts");
	const nav = links.length > 0 ? html`<nav class="pager" aria-label="${label}">${links}</nav>` : "";
	return page(at, html`${renderingNote(at)}${rows}${nav}`);
}

function partLink(key: "previous" | "next", from: number, { article, visit }: Place): Html {
	const href = visit.links.article(article.id, from > 0 ? [["from", String(from)]] : []);
	return linked(href, visit.say(visit.language, `reader.${key}`), key);
}

/** Of an article that is not shown whole: what is said in it, by whom and where, without the words. */
function listShown(at: Place, param: Asked["param"]): Shown {
	const { article, room, visit } = at;
	const { language, say } = visit;
	const claims = article.passages.flatMap(({ id }) => room.claimsIn(article.id, id, language));
	const list = claimList(claims, {
		visit,
		article: article.id,
		from: wholeNumber(param("from")),
	});
	return page(
		at,
		html`<p class="note">${say(language, "reader.passages_only")}</p><h2>${say(language, "count.claims", { count: claims.length })}</h2>${list}`,
	);
}

function page({ article, visit }: Place, rows: Html): Shown {
	const { language, say, links } = visit;
	const title = article.title ?? say(language, "title.unknown");
	const facts = [
		article.outlet === null
			? html`${say(language, "outlet.unknown")}`
			: linked(links.source(article.outlet), foreign(article.outlet)),
		html`${dateText(article.published, language, say)}`,
		foreign(article.file),
	];
	const [edited] = article.edited;
	return {
		title,
		body: html`<article class="reading"><div class="head"><h1 ${directionOf(title)}>${foreign(title)}</h1>
<p class="place">${joined(facts, dot)} ${outward(article.url, say(language, "reader.original"))}</p>
${article.standing ? standingNote(article.standing, visit) : ""}${pastOf({ corrections: article.corrections }, visit)}
${edited ? html`<p class="warning">${say(language, "source.edited", { date: dayText(edited, language) })}</p>` : ""}
${article.takenDown > 0 ? html`<p class="warning">${say(language, "note.parts_taken_down", { count: article.takenDown })}</p>` : ""}</div>
${rows}</article>`,
	};
}

/** Whether the words are the article's, or ours. */
function renderingNote({ article, visit: { language, say } }: Place): Html {
	const note = article.rendering === "paraphrase" ? "reader.paraphrased" : "reader.verbatim";
	return html`<p class="note">${say(language, note)}</p>`;
}

/** That only the neighbours are shown, and where the rest is listed. */
function wholeNote({ article, visit }: Place): Html {
	const { language, say, links } = visit;
	const more = linked(links.article(article.id), say(language, "reader.all_claims"));
	return html`<p class="note">${say(language, "reader.neighbours")} ${visit.isGuest ? "" : more}</p>`;
}

function wholeNumber(text: string | undefined): number {
	return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : 0;
}
