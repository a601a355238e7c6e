import type { ClaimItem, PassageItem, Verdict } from "../../domain/answer.ts";
import type { Claim } from "../../domain/article.ts";
import { dayText } from "../../domain/day-text.ts";
import type { Say } from "../../domain/messages.ts";
import type { Findings } from "../find/find-passages.ts";
import { ToldNames } from "../told-names.ts";
import { type Contested, contestOf } from "./contest.ts";
import type { FirstPage } from "./first-page.ts";
import { nameOf, namesApart, namesOf, speakersOf } from "./names.ts";
import { saysTheSame } from "./says-the-same.ts";
import { tidy } from "./tidy.ts";

/**
 * Who says it, or who stands against whom on it. Names are joined where their claims say the same; where
 * they do not, the first one is told with what he did, and how many others speak. Null without claims.
 */
export function claimVerdict(findings: Findings, page: FirstPage, say: Say): Verdict | null {
	const items = statements(findings, page);
	const [first] = items;
	if (!first) return null;
	const { library, reading, command } = findings;
	const { language } = reading;
	const same = (a: Claim, b: Claim) => saysTheSame(a, b, library);
	const contest = contestOf(items, same);
	if (contest)
		return {
			kind: "contested",
			text: say(
				language,
				`verdict.${scopeOf(contest)}`,
				namesApart(contest.left, contest.right, language),
			),
		};
	const { claim } = first;
	const telling = items.map((item) => item.claim).filter((each) => isToldWith(each, claim, same));
	const speakers = speakersOf(page.topical, language).length;
	const isOneOfMany =
		command === "claims" && findings.request.text !== "" && telling.length === 1 && speakers > 1;
	const params = {
		count: speakers,
		who: namesOf(telling, language),
		act: say(language, `verdict.act.${claim.act}`),
		via: viaOf(telling, findings, say),
		day: dayOf(telling, findings),
	};
	const text = say(language, isOneOfMany ? "verdict.first_of" : "verdict.stated", params);
	return { kind: reading.type === "who" ? "person" : "stated", text: tidy(text) };
}

type Stating = (ClaimItem | PassageItem) & { claim: Claim };

/** The claims that stand in the items, the first one's alone where a question was asked. */
function statements({ command }: Findings, { items }: FirstPage): Stating[] {
	const own = items.filter(
		(item): item is Stating =>
			item.kind === "claim" || (item.kind === "passage" && item.claim !== undefined),
	);
	if (command === "claims") {
		const naming = own.filter(({ inArticleAbout }) => !inArticleAbout);
		return naming.length > 0 ? naming : own;
	}
	return own[0] !== undefined && own[0] === items[0] ? own.slice(0, 1) : [];
}

/** Who does something else with the same words has a card of his own below. */
function isToldWith(claim: Claim, first: Claim, same: (a: Claim, b: Claim) => boolean): boolean {
	return claim === first || (claim.act === first.act && same(claim, first));
}

/** Through whom and when are told where they hold for all that are named. */
function viaOf(
	telling: readonly Claim[],
	{ reading: { language }, names, library }: Findings,
	say: Say,
): string {
	const [name, ...others] = new Set(telling.map(({ via }) => via[0] ?? ""));
	if (!name || others.length > 0) return "";
	const relays = new ToldNames(names.whoIn(library.articles), language);
	return say(language, "verdict.relayed", { names: nameOf(relays.nameOf(name), language) });
}

function dayOf(telling: readonly Claim[], { reading: { language } }: Findings): string {
	const [day, ...others] = new Set(telling.map(({ saidOn }) => saidOn.value));
	return day && others.length === 0 && !day.includes("/") ? dayText(day, language) : "";
}

function scopeOf({ isDenied, isInPart }: Contested): "rival" | "denied" | "denied_in_part" {
	if (!isDenied) return "rival";
	return isInPart ? "denied_in_part" : "denied";
}
