import type {
	Answer,
	Citation,
	ClaimItem,
	Counterpart,
	EventItem,
} from "../../src/domain/answer.ts";
import { standingOf } from "../../src/domain/claim-standing.ts";
import type { Say } from "../../src/domain/messages.ts";
import { type ContestedItem, isContested } from "../../src/domain/picture.ts";
import { type Language, languages } from "../../src/domain/sets/languages.ts";
import { standingText } from "../shared/answer/past-lines.ts";
import { clean, inLine } from "../shared/clean.ts";
import { dateText, eventDateText } from "../shared/dates.ts";
import type { PictureBlock, PictureContent } from "./content.ts";

type Told = { language: Language; say: Say };

/** More than any picture has room for. */
const mostEvents = 12;

/** What is drawn of an answer; null where there is nothing to draw. */
export function contentOf(answer: Answer, say: Say): PictureContent | null {
	const told = { language: answer.language, say };
	if (answer.command === "timeline") return timelineContent(answer, told);
	const item = answer.items.find(isContested);
	return item ? claimContent(item, told) : null;
}

/** A claim, and the first of those that stand against it. */
export function claimContent(item: ContestedItem | ClaimItem, told: Told): PictureContent | null {
	const [rival, ...others] = item.contradictedBy ?? [];
	if (!rival || !item.claim) return null;
	const said = { ...item, claim: item.claim };
	const { language, say } = told;
	const left = others.length;
	const blocks = [claimBlock(said, null, told), claimBlock(rival, labelOf(rival, told), told)];
	return {
		...frame("claim", say(language, "picture.claim"), blocks, told),
		more: left > 0 ? { 0: say(language, "contradiction.more", { count: left }) } : {},
	};
}

function timelineContent(answer: Answer, told: Told): PictureContent | null {
	const { language, say } = told;
	const events = answer.items.filter((item) => item.kind === "event");
	if (events.length === 0) return null;
	const shown = events.slice(0, mostEvents);
	const total = Math.max(answer.total, events.length);
	const more: Record<number, string> = {};
	for (let left = 0; left <= shown.length; left++) {
		const count = total - shown.length + left;
		if (count > 0) more[left] = say(language, "picture.more", { count });
	}
	const blocks = shown.map((item) => eventBlock(item, told));
	return { ...frame("timeline", inLine(answer.heading, language), blocks, told), more };
}

function frame(
	kind: PictureContent["kind"],
	title: string,
	blocks: PictureBlock[],
	{ language, say }: Told,
) {
	const brand = say(language, "reader.name");
	const isQuoted = blocks.every(({ isVerbatim }) => isVerbatim);
	const foot = say(language, isQuoted ? "picture.foot" : "picture.foot_ours");
	return { kind, language, brand, title, foot, blocks };
}

type Said = Pick<Counterpart, "quote" | "rendering" | "citation" | "claim"> & {
	standing?: Counterpart["standing"] | undefined;
	corrections?: Counterpart["corrections"] | undefined;
};

function claimBlock(said: Said, label: string | null, told: Told): PictureBlock {
	const { claim, quote, rendering, citation, standing, corrections = [] } = said;
	const { language, say } = told;
	const name = inLine(claim.speaker.label?.[language] ?? claim.speaker.name, language);
	const act = say(language, `act.${claim.act}`);
	const hedge = claim.hedged ? ` (${say(language, "hedged")})` : "";
	const day = claim.saidOn.value === null ? "" : ` · ${dateText(claim.saidOn, language, say)}`;
	const colon = language === "ar" ? ":" : "";
	const fields = (claim.corrected ?? []).map((field) => say(language, `correction.field.${field}`));
	return {
		...{ label, words: clean(quote), isVerbatim: rendering === "verbatim" },
		head: `${name}${colon} ${act}${hedge}${day}`,
		place: placeText(citation, claim.via, told),
		notes: [
			...(standing ? [standingText(standing, language, say)] : []),
			...corrections.map((each) =>
				say(language, "export.corrected", { words: inLine(each.quote, language) }),
			),
			...(fields.length > 0
				? [say(language, "note.operator_set", { fields: fields.join(languages[language].comma) })]
				: []),
			...(standingOf(claim) === "sure" ? [] : [say(language, `picture.${standingOf(claim)}`)]),
		],
	};
}

function labelOf({ kind, strength, claim }: Counterpart, { language, say }: Told): string {
	// Beside a denial stands what it denies.
	const isDenied = kind === "denial" && claim.act !== "denies";
	const label = say(language, `contradiction.${isDenied ? "denied" : kind}.${strength}`);
	return label.replace(/:$/, "");
}

function eventBlock(item: EventItem, told: Told): PictureBlock {
	const { event, quote, rendering, citation, standing } = item;
	const { language, say } = told;
	return {
		...{ label: null, words: clean(quote), isVerbatim: rendering === "verbatim" },
		head: eventDateText(event.date, language, say),
		place: placeText(citation, [], told),
		notes: standing ? [standingText(standing, language, say)] : [],
	};
}

/** "Coast Daily › Harbour Post · 4 March 2024 · harbour.txt, line 2 · harbour.example" */
function placeText(citation: Citation, via: readonly string[], { language, say }: Told): string {
	const { outlet, published, file, line, url } = citation;
	const printed = outlet === null ? say(language, "outlet.unknown") : inLine(outlet, language);
	const chain = [...via.map((each) => inLine(each, language)), printed];
	const host = url !== null && URL.canParse(url) ? new URL(url).hostname : "";
	const day = published.value === null ? "" : dateText(published, language, say);
	return (
		[
			chain.join(" › "),
			day,
			say(language, "picture.place", { file: inLine(file, language), line }),
			host && inLine(host, language),
		]
			.filter(Boolean)
			// No line begins with the dot.
			.join("\u00a0· ")
	);
}
