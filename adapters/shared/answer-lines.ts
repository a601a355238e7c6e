import type {
	AnswerItem,
	Citation,
	ClaimItem,
	Counterpart,
	EventItem,
	KeyWords,
	PassageItem,
	SourceItem,
} from "../../src/domain/answer.ts";
import type { Claim } from "../../src/domain/article.ts";
import { standingOf } from "../../src/domain/claim-standing.ts";
import { dayText } from "../../src/domain/day-text.ts";
import type { Say } from "../../src/domain/messages.ts";
import { type Language, languages } from "../../src/domain/sets/languages.ts";
import { type BlockLine, plain } from "./block-line.ts";
import { dot, placeLine, quoteLine } from "./cited-lines.ts";
import { clean, hasArabic, inLine } from "./clean.ts";
import { dateText, eventDateText } from "./dates.ts";
import { nowLines, pastLines, standingText } from "./past-lines.ts";

/** Claims shown against one claim; how many more there are is said. */
const mostRivals = 2;

/**
 * What is said of an item: who, the words, the place, what stands against it. `shared`: the numbers of the
 * items that a claim stands against; it is told beside the first of them.
 */
export function itemLines(
	item: AnswerItem,
	number: number,
	shared: (rival: Counterpart) => readonly number[],
	language: Language,
	say: Say,
): BlockLine[] {
	if (item.kind === "source") return sourceLines(item, language, say);
	const { citation } = item;
	const lines = [
		plain("who", whoText(item, language, say), language),
		quoteLine(item, 0),
		...(item.keyWords ? [keyWordsLine(item.keyWords, say)] : []),
		placeLine(citation, language, say, 0),
	];
	for (const other of item.alsoIn ?? []) {
		const place = placeLine(other, language, say, 0);
		lines.push({ ...place, text: `${say(language, "also_in")} ${place.text}` });
	}
	if (item.kind === "claim" && item.gone)
		lines.splice(1, 0, plain("counter", say(language, `gone.${item.gone}`), language));
	if (item.kind === "claim" && item.now) lines.push(...nowLines(item.now, language, say));
	lines.push(...pastLines(item, language, say));
	if (item.kind === "event") return lines;
	const rivals = (item.contradictedBy ?? []).filter(
		(rival) => (shared(rival)[0] ?? number) === number,
	);
	for (const rival of rivals.slice(0, mostRivals)) {
		lines.push(...counterLines(rival, language, say));
		const numbers = shared(rival).join(languages[language].comma);
		if (shared(rival).length > 1)
			lines.push({
				...plain("context", say(language, "contradiction.answers", { numbers }), language),
				indent: 1,
			});
	}
	const count = rivals.length - mostRivals;
	if (count > 0)
		lines.push({
			...plain("count", say(language, "contradiction.more", { count }), language),
			indent: 1,
		});
	return lines;
}

function whoText(item: ClaimItem | PassageItem | EventItem, language: Language, say: Say): string {
	if (item.kind === "event") {
		const parts = [eventDateText(item.event.date, language, say)];
		if (item.event.planned) parts.push(say(language, "planned"));
		return [...parts, outletText(item.citation, language, say)].join(dot);
	}
	if (item.claim) return claimText(item.claim, item.citation, language, say);
	const parts = [outletText(item.citation, language, say)];
	const event = item.kind === "passage" ? item.event?.date : undefined;
	const { published } = item.citation;
	if (event?.value) parts.push(eventDateText(event, language, say));
	else if (published.value === null) parts.push(say(language, "date.unknown"));
	else parts.push(say(language, "date.on_page", { date: dateText(published, language, say) }));
	return parts.join(dot);
}

/** Speaker, act word, who relayed it, outlet, day: "Janet Yellen warns · via Reuters · …". */
function claimText(claim: Claim, citation: Citation, language: Language, say: Say): string {
	const name = inLine(claim.speaker.label?.[language] ?? claim.speaker.name, language);
	const act = say(language, `act.${claim.act}`);
	const notes = [
		claim.hedged ? say(language, "hedged") : "",
		cautionOf(claim, language, say),
	].filter(Boolean);
	const said = notes.length > 0 ? `${act} (${notes.join(languages[language].comma)})` : act;
	const parts = [language === "ar" ? `${name}: ${said}` : `${name} ${said}`];
	const via = claim.via.map((each) => inLine(each, language));
	if (via.length > 0)
		parts.push(say(language, "via", { names: via.join(languages[language].comma) }));
	parts.push(outletText(citation, language, say), dateText(claim.saidOn, language, say));
	return parts.join(dot);
}

/** A word of caution where the reading of the article is not sure of the speaker or the act. */
const cautionOf = (claim: Claim, language: Language, say: Say): string =>
	standingOf(claim) === "unsure" ? say(language, "unsure") : "";

function outletText({ outlet }: Citation, language: Language, say: Say): string {
	return outlet ? inLine(outlet, language) : say(language, "outlet.unknown");
}

/** Ours, and said to be words: nobody shall take them for a translation. */
function keyWordsLine({ language, words, left }: KeyWords, say: Say): BlockLine {
	const list = words.map((word) => inLine(word, language)).join(languages[language].comma);
	const text = say(language, left > 0 ? "key_words.left" : "key_words", {
		words: list,
		count: left,
	});
	return plain("context", clean(text), language);
}

function counterLines(rival: Counterpart, language: Language, say: Say): BlockLine[] {
	// Beside a denial stands what it denies.
	const kind = rival.kind === "denial" && rival.claim.act !== "denies" ? "denied" : rival.kind;
	const label = say(language, `contradiction.${kind}.${rival.strength}`);
	const who = claimText(rival.claim, rival.citation, language, say);
	return [
		{ ...plain("counter", `${label} ${who}`, language), indent: 1 },
		...(rival.standing
			? [{ ...plain("counter", standingText(rival.standing, language, say), language), indent: 1 }]
			: []),
		quoteLine(rival, 1),
		{ ...plain("context", clean(rival.why[language]), language), indent: 1 },
		placeLine(rival.citation, language, say, 1),
	];
}

function sourceLines(item: SourceItem, language: Language, say: Say): BlockLine[] {
	const { article, counts } = item;
	const { title, outlet, published, url, reprints = [], standing } = article;
	const elsewhere = reprints.flatMap((place) => place.outlet ?? place.url ?? []);
	const amounts = (["passages", "claims", "events"] as const).map((kind) =>
		say(language, `count.${kind}`, { count: counts[kind] }),
	);
	const name = title ? clean(title) : say(language, "title.unknown");
	const place = [
		outlet ? inLine(outlet, language) : say(language, "outlet.unknown"),
		dateText(published, language, say),
		amounts.join(languages[language].comma),
	].join(dot);
	return [
		plain("who", name, hasArabic(name) ? "ar" : "en"),
		{ ...plain("place", place, language), ...(url ? { url } : {}) },
		...(elsewhere.length > 0 ? [plain("note", alsoIn(elsewhere, language, say), language)] : []),
		...(standing ? [plain("note", standingText(standing, language, say), language)] : []),
		...changeTexts(item, language, say).map((text) => plain("note", text, language)),
	];
}

/** That an article of the list announces a correction, and that its text was edited. */
function changeTexts({ corrected, edited }: SourceItem, language: Language, say: Say): string[] {
	const day = corrected?.day;
	const texts = [];
	if (day)
		texts.push(
			day.value === null
				? say(language, "correction.article")
				: say(language, "correction.article_on", { date: dateText(day, language, say) }),
		);
	if (edited) texts.push(say(language, "source.edited", { date: dayText(edited.until, language) }));
	return texts;
}

function alsoIn(names: readonly string[], language: Language, say: Say): string {
	const list = names.map((name) => inLine(name, language)).join(languages[language].comma);
	return `${say(language, "also_in")} ${list}`;
}
