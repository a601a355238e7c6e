import type { Request } from "../../domain/answer.ts";
import type { Act, Article, Claim } from "../../domain/article.ts";
import { type DayRange, dayRange } from "../../domain/dates.ts";
import type { PassageRef } from "../../domain/passage-search.ts";
import type { NameMatcher, NameTest } from "../../identity/name-matcher.ts";
import type { ClaimRef, EventRef, Library } from "../library.ts";

/** The explicit filters of a request, as tests. What they refuse is in no answer. */
export type FilterTests = {
	/** True where nothing is filtered at all. */
	open: boolean;
	claim(ref: ClaimRef): boolean;
	event(ref: EventRef): boolean;
	/** Passages that may be shown, or that hold a claim or an event that may. */
	passage(ref: PassageRef): boolean;
	by: NameTest | null;
	/** The days that were asked for explicitly. */
	days: DayRange | null;
	/** True where a passage passes for what somebody says in it, not for its article. */
	byClaim(ref: PassageRef): boolean;
};

export function filterTests(
	request: Pick<Request, "by" | "outlet" | "from" | "to" | "stance">,
	library: Library,
	names: NameMatcher,
): FilterTests {
	const by = request.by ? names.test(request.by) : null;
	const outlet = request.outlet ? names.test(request.outlet) : null;
	const days = daysOf(request);
	const { stance } = request;
	const fromOutlet = ({ article }: PassageRef) => !outlet || outlet(outletNames(article));
	const claim = (ref: ClaimRef) =>
		(!by || by(speakerNames(ref.claim))) &&
		(fromOutlet(ref) || (outlet?.(ref.claim.via) ?? false)) &&
		inDays(ref.claim.saidOn.value ?? ref.article.published.value, days) &&
		(!stance || hasStance(ref.claim, stance, library));
	const event = (ref: EventRef) =>
		fromOutlet(ref) && inDays(ref.event.date.value ?? ref.article.published.value, days);
	const passage = (ref: PassageRef) => {
		if (by || stance) return library.claims(ref).some(claim);
		return (
			(fromOutlet(ref) && inDays(ref.article.published.value, days)) ||
			library.claims(ref).some(claim) ||
			library.events(ref).some(event)
		);
	};
	const byClaim = (ref: PassageRef) => Boolean(by || stance) || !fromOutlet(ref);
	return { open: !by && !outlet && !days && !stance, claim, event, passage, by, days, byClaim };
}

/** Everybody who printed the article, in every spelling. */
export function outletNames({ outlet, outletLabel, reprints = [] }: Article): (string | null)[] {
	const { ar = null, en = null } = outletLabel ?? {};
	return [outlet, ar, en, ...reprints.map((place) => place.outlet)];
}

export function speakerNames({ speaker }: Claim): (string | undefined)[] {
	return [speaker.name, speaker.label?.ar, speaker.label?.en];
}

/** The days of `from` to `to`; null where neither is given. */
export function daysOf({
	from,
	to,
}: {
	from?: string | undefined;
	to?: string | undefined;
}): DayRange | null {
	if (!from && !to) return null;
	return {
		from: (from && dayRange(from)?.from) || "0000-01-01",
		to: (to && dayRange(to)?.to) || "9999-12-31",
	};
}

/** A date that is not known is in no range. */
export function inDays(value: string | null, days: DayRange | null): boolean {
	if (!days) return true;
	const range = value === null ? null : dayRange(value);
	return range !== null && range.from <= days.to && days.from <= range.to;
}

function hasStance(claim: Claim, stance: "contested" | Act, library: Library): boolean {
	return stance === "contested" ? library.rivals(claim).length > 0 : claim.act === stance;
}
