import type { AnswerItem, ClaimItem, PassageItem, Verdict } from "../../domain/answer.ts";
import { dayText } from "../../domain/day-text.ts";
import type { Say } from "../../domain/messages.ts";
import { questionTypes } from "../../question/question-types.ts";
import { holdsAll } from "../evidence/term-words.ts";
import type { Findings } from "../find/find-passages.ts";
import { thresholds } from "../find/thresholds.ts";
import { inLine } from "../in-line.ts";
import { coverageNote, nowhereNote, unquotedNote } from "../notes.ts";
import { claimVerdict } from "./claim-verdict.ts";
import { figureIn } from "./figure.ts";
import type { FirstPage } from "./first-page.ts";
import { nameOf } from "./names.ts";
import { tidy } from "./tidy.ts";

export const noVerdict: Verdict = { kind: "none", text: "" };

/**
 * What the answer comes to, of the records that its first items cite and nothing else: who says it and
 * who denies it, the figure or the day, or that the articles do not say.
 */
export function verdictOf(findings: Findings, page: FirstPage, say: Say): Verdict {
	const { answered, items } = page;
	const { reading, library, command } = findings;
	const { language } = reading;
	if (!answered) {
		const parts = [
			...(findings.unquoted
				? [unquotedNote(findings.unquoted, language, say)]
				: [say(language, "verdict.not_in_corpus"), nowhereNote(findings, say)]),
			coverageNote(library.articles, language, say),
		];
		return { kind: "not_in_corpus", text: parts.filter(Boolean).join(" ") };
	}
	const [first] = items;
	if (!first || first.kind === "source" || first.kind === "event" || command === "search")
		return noVerdict;
	if (command === "ask") {
		const { wants } = questionTypes[reading.type];
		const own =
			wants === "number"
				? figureVerdict(findings, items, say)
				: wants === "day"
					? dayVerdict(first, findings, say)
					: null;
		if (own) return own;
	}
	// What somebody says does not tell who he is.
	const isOfPerson = reading.type === "who" && reading.named && !reading.filters.act;
	const said = isOfPerson ? null : claimVerdict(findings, page, say);
	return said ?? reportVerdict(first, findings, say);
}

/** Nobody's words: who printed them, where that is known. */
function reportVerdict(
	{ citation }: ClaimItem | PassageItem,
	{ reading: { language } }: Findings,
	say: Say,
): Verdict {
	const source = citation.outlet;
	if (!source) return noVerdict;
	const day = citation.published.value;
	const params = {
		source: nameOf(source, language),
		day: day && !day.includes("/") ? dayText(day, language) : "",
	};
	return { kind: "stated", text: tidy(say(language, "verdict.reported", params)) };
}

/** The figure of the first item, beside another one that a close second gives for another day. */
function figureVerdict(findings: Findings, items: readonly AnswerItem[], say: Say): Verdict | null {
	const {
		reading: { language },
		hits,
	} = findings;
	const [best] = hits;
	const told: string[] = [];
	for (const item of items.slice(0, 2)) {
		if (item.kind !== "passage") break;
		const hit = hits.find(({ passage }) => passage === item.passage);
		const isSecond = told.length > 0 && best !== undefined;
		if (isSecond && (!hit || hit.score < best.score * thresholds.closeSecond)) break;
		// What something else costs is no second figure.
		if (isSecond && hit && !holdsAll(hit, best)) break;
		const figure = figureIn(item, findings);
		if (!figure) break;
		const text = inLine(figure.text, language);
		const day = figure.day ?? item.citation.published.value;
		const dated =
			day && !day.includes("/")
				? say(language, figure.day ? "verdict.figure_of" : "verdict.figure_printed", {
						figure: text,
						day: dayText(day, language),
					})
				: text;
		if (!told.includes(dated)) told.push(dated);
	}
	if (told.length === 0) return null;
	return { kind: "figure", text: say(language, "verdict.figure", { figures: told.join("; ") }) };
}

function dayVerdict(
	item: ClaimItem | PassageItem,
	{ reading: { language, deed } }: Findings,
	say: Say,
): Verdict | null {
	const event = item.kind === "passage" ? item.event : undefined;
	const value = event?.date.value;
	// What was planned is not the day on which it was done, and what is denied has none.
	if (!value || (event.planned && deed?.past) || item.claim?.act === "denies") return null;
	const [from = "", to] = value.split("/");
	const day = to
		? say(language, "date.range", { from: dayText(from, language), to: dayText(to, language) })
		: dayText(from, language);
	const key = event.planned ? "verdict.planned" : "verdict.date";
	return { kind: "date", text: say(language, key, { day }) };
}
