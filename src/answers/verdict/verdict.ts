import type { AnswerItem, ClaimItem, PassageItem, Verdict } from "../../domain/answer.ts";
import type { Claim } from "../../domain/article.ts";
import { dayText } from "../../domain/day-text.ts";
import type { Say } from "../../domain/messages.ts";
import type { Language } from "../../domain/sets/languages.ts";
import { questionTypes } from "../../question/question-types.ts";
import type { Findings } from "../find/find-passages.ts";
import { thresholds } from "../find/thresholds.ts";
import { inLine } from "../in-line.ts";
import { coverageNote, nowhereNote } from "../notes.ts";
import { figureIn } from "./figure.ts";
import { nameOf, namesApart, namesOf } from "./names.ts";

export const noVerdict: Verdict = { kind: "none", text: "" };

/**
 * What the answer comes to, of the records that its first items cite and nothing else: who says it and
 * who denies it, the figure or the day, or that the articles do not say.
 */
export function verdictOf(
	findings: Findings,
	answered: boolean,
	items: readonly AnswerItem[],
	say: Say,
): Verdict {
	const { reading, library, command } = findings;
	const { language } = reading;
	if (!answered) {
		const parts = [
			say(language, "verdict.not_in_corpus"),
			nowhereNote(findings, say),
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
	return (
		claimVerdict(statements(findings, items), findings, say) ?? reportVerdict(first, findings, say)
	);
}

/** The claims that stand in the items, the first one's alone where a question was asked. */
function statements(
	{ command }: Findings,
	items: readonly AnswerItem[],
): (ClaimItem | PassageItem)[] {
	const own = items.filter(
		(item): item is ClaimItem | PassageItem =>
			item.kind === "claim" || (item.kind === "passage" && item.claim !== undefined),
	);
	if (command === "claims") return own;
	return own[0] !== undefined && own[0] === items[0] ? own.slice(0, 1) : [];
}

function claimVerdict(
	items: readonly (ClaimItem | PassageItem)[],
	{ reading: { language, type } }: Findings,
	say: Say,
): Verdict | null {
	const [first] = items;
	if (!first?.claim) return null;
	const { claim } = first;
	const sides = items.flatMap((item) => (item.claim ? [item.claim] : []));
	const contest = contestVerdict(items, language, say);
	if (contest) return contest;
	const asked = type === "who" ? "person" : "stated";
	const params = {
		// Who does something else has a card of his own below.
		who: namesOf(
			sides.filter(({ act }) => act === claim.act),
			language,
		),
		act: say(language, `verdict.act.${claim.act}`),
		via:
			claim.via.length > 0
				? say(language, "verdict.relayed", { names: nameOf(claim.via[0] ?? "", language) })
				: "",
		day:
			claim.saidOn.value && !claim.saidOn.value.includes("/")
				? dayText(claim.saidOn.value, language)
				: "",
	};
	return { kind: asked, text: tidy(say(language, "verdict.stated", params)) };
}

/** Who stands against whom, of those who are in a contradiction; null where nobody is. */
function contestVerdict(
	items: readonly (ClaimItem | PassageItem)[],
	language: Language,
	say: Say,
): Verdict | null {
	const rivals = items.flatMap(({ contradictedBy = [] }) => contradictedBy);
	if (rivals.length === 0) return null;
	const isDenial = ({ act }: Claim) => act === "denies";
	const against = rivals.map((rival) => rival.claim);
	const others = against.filter((each) => !isDenial(each));
	// Who says or denies something else, on which nobody contradicts him, is on neither side.
	const found = items.flatMap(({ claim, contradictedBy = [] }) =>
		claim && (contradictedBy.length > 0 || against.some(({ id }) => id === claim.id))
			? [claim]
			: [],
	);
	// Who denies it stands on the other side, whichever of the two was found.
	const denying = [...found, ...against].filter(isDenial);
	const told = items.filter((item) => item.claim && !isDenial(item.claim));
	const ids = new Set(
		told.flatMap(({ contradictedBy = [] }) => contradictedBy.map((rival) => rival.claim.id)),
	);
	const saying = found.filter((each) => !isDenial(each) && !ids.has(each.id));
	// Of two that tell it differently the one that is found first is asked about.
	const disputed = items.find(({ contradictedBy = [] }) => contradictedBy.length > 0)?.claim;
	const [left, right] =
		denying.length > 0
			? [saying.length > 0 ? saying : others, denying]
			: [
					found.filter((each) => each === disputed || !ids.has(each.id)),
					others.filter((each) => each.id !== disputed?.id),
				];
	if (left.length === 0 || right.length === 0) return null;
	const whole = rivals.every(({ strength }) => strength === "direct");
	const scope = denying.length === 0 ? "rival" : whole ? "denied" : "denied_in_part";
	return {
		kind: "contested",
		text: say(language, `verdict.${scope}`, namesApart(left, right, language)),
	};
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
	const best = hits[0]?.score ?? 0;
	const told: string[] = [];
	for (const item of items.slice(0, 2)) {
		if (item.kind !== "passage") break;
		const score = hits.find(({ passage }) => passage === item.passage)?.score ?? 0;
		if (told.length > 0 && score < best * thresholds.closeSecond) break;
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
	{ reading: { language } }: Findings,
	say: Say,
): Verdict | null {
	const event = item.kind === "passage" ? item.event : undefined;
	const value = event?.date.value;
	if (!value) return null;
	const [from = "", to] = value.split("/");
	const day = to
		? say(language, "date.range", { from: dayText(from, language), to: dayText(to, language) })
		: dayText(from, language);
	const key = event.planned ? "verdict.planned" : "verdict.date";
	return { kind: "date", text: say(language, key, { day }) };
}

function tidy(text: string): string {
	return text
		.replace(/\s+/g, " ")
		.replace(/\s+([.,،:])/g, "$1")
		.replace(/[,،]\s*([.,،])/g, "$1")
		.trim();
}
