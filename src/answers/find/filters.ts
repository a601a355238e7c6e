import type { Article, Claim } from "../../domain/article.ts";
import { outlineOf } from "../../domain/article-outline.ts";
import { type DayRange, dayRange } from "../../domain/dates.ts";
import type { FacetTest } from "../../domain/facets.ts";
import type { PassageRef } from "../../domain/passage-search.ts";
import type { Stance } from "../../domain/sets/acts.ts";
import { type FilterKey, type Filters, filterKeys, namesIn } from "../../domain/sets/filters.ts";
import type { NameMatcher } from "../../identity/name-matcher.ts";
import { bareDenialsOf } from "../bare-denials.ts";
import type { ClaimRef, EventRef, Library } from "../library.ts";

/** The explicit filters of a request, as tests. What they refuse is in no answer. */
export type FilterTests = {
	/** True where nothing is filtered at all. */
	open: boolean;
	claim(ref: ClaimRef): boolean;
	event(ref: EventRef): boolean;
	/** False where no passage of an article may be shown; told without its text. */
	article(article: Article): boolean;
	/** Passages that may be shown, or that hold a claim or an event that may. */
	passage(ref: PassageRef): boolean;
	by: ((claim: Claim) => boolean) | null;
	/** The days that were asked for explicitly. */
	days: DayRange | null;
	/** True where a passage passes for what somebody says in it, not for its article. */
	byClaim(ref: PassageRef): boolean;
};

type Given = { library: Library; names: NameMatcher };

/** What one filter asks. `others`: of what no claim is told by, events and whole articles; absent where only claims have it. */
type Test = {
	claim(ref: ClaimRef): boolean;
	others?: { event(ref: EventRef): boolean; article(article: Article): boolean };
	/** False where whatever is said in a passage is refused, though its article is not; absent where that is never so. */
	said?(claims: readonly ClaimRef[]): boolean;
};

/** One test a filter. */
const testOf: { [K in FilterKey]: (value: NonNullable<Filters[K]>, given: Given) => Test } = {
	by(value, { names, library }) {
		const by = names.speaker(value, library.articles);
		return { claim: ({ claim }) => by(claim) };
	},
	outlet(value, { names, library }) {
		const outlet = names.outlet(value, library.articles);
		const article = (of: Article) => outlet(outletNames(of));
		return {
			claim: (ref) => article(ref.article) || outlet(ref.claim.via),
			others: { event: (ref) => article(ref.article), article },
		};
	},
	without(value, { names, library }) {
		const named = namesIn(value).map((name) => ({
			by: names.speaker(name, library.articles),
			outlet: names.outlet(name, library.articles),
		}));
		const article = (of: Article) => !named.some(({ outlet }) => outlet(outletNames(of)));
		const own = ({ claim }: ClaimRef) =>
			!named.some(({ by, outlet }) => by(claim) || outlet(claim.via));
		return {
			claim: (ref) => article(ref.article) && own(ref),
			others: { event: (ref) => article(ref.article), article },
			said: (claims) => claims.length === 0 || claims.some(own),
		};
	},
	written: (value) => ({
		claim: ({ article }) => article.language === value,
		others: {
			event: ({ article }) => article.language === value,
			article: ({ language }) => language === value,
		},
	}),
	within(value) {
		const ids = new Set(namesIn(value));
		return {
			claim: ({ article }) => ids.has(article.id),
			others: { event: ({ article }) => ids.has(article.id), article: ({ id }) => ids.has(id) },
		};
	},
	from: (value) => dayTest(daysOf({ from: value })),
	to: (value) => dayTest(daysOf({ to: value })),
	stance: (value, { library }) => ({ claim: ({ claim }) => hasStance(claim, value, library) }),
};

function dayTest(days: DayRange | null): Test {
	return {
		claim: (ref) => inDays(ref.claim.saidOn.value ?? ref.article.published.value, days),
		others: {
			event: (ref) => inDays(ref.event.date.value ?? ref.article.published.value, days),
			article: ({ published }) => inDays(published.value, days),
		},
	};
}

export function filterTests(request: Filters, library: Library, names: NameMatcher): FilterTests {
	const given = { library, names };
	const set = filterKeys.flatMap((key) => {
		const value = request[key];
		return value ? [{ key, ...testOf[key](value as never, given) }] : [];
	});
	const others = set.flatMap((test) => test.others ?? []);
	const onlyClaims = others.length < set.length;
	const outlet = set.find(({ key }) => key === "outlet")?.others;
	// What is cheapest to tell comes last in the list of filters: an act before a name.
	const cheapFirst = set.toReversed();
	const claim = (ref: ClaimRef) => cheapFirst.every((test) => test.claim(ref));
	const event = (ref: EventRef) => others.every((test) => test.event(ref));
	const isSaid = (ref: PassageRef) =>
		library.claims(ref).some(claim) ||
		bareDenialsOf(ref, library).some(
			// Of another article's outlet and day an index of articles knows nothing here.
			({ denial }) => denial.article === ref.article && claim(denial),
		);
	const passage = (ref: PassageRef) => {
		if (set.some(({ said }) => said && !said(library.claims(ref)))) return false;
		if (onlyClaims) return isSaid(ref);
		return (
			others.every((test) => test.article(ref.article)) ||
			isSaid(ref) ||
			library.events(ref).some(event)
		);
	};
	const byClaim = (ref: PassageRef) =>
		onlyClaims ||
		(outlet !== undefined && !outlet.article(ref.article)) ||
		// Beside what is refused in the passage only what is not is quoted.
		(request.without !== undefined && !library.claims(ref).every(claim));
	const by = request.by ? names.speaker(request.by, library.articles) : null;
	let facets: FacetTest[] | undefined;
	const article = (of: Article) => {
		facets ??= facetTests(request, library, names);
		return passesFacets(of, facets);
	};
	const days = daysOf(request);
	return { open: set.length === 0, claim, event, article, passage, by, days, byClaim };
}

/** The same filters as conditions on an article's facets: necessary, and not enough. */
export function facetTests(
	{ by, outlet, from, to, stance, written, within }: Filters,
	library: Library,
	names: NameMatcher,
): FacetTest[] {
	const tests: FacetTest[] = [];
	for (const days of [from && daysOf({ from }), to && daysOf({ to })])
		if (days) tests.push({ facet: "day", test: (value) => inDays(value, days) });
	if (outlet) {
		const named = names.outlet(outlet, library.articles);
		tests.push({ facet: "outlet", test: (value) => named([value]) });
	}
	if (by) tests.push(spokenBy(by, library, names));
	if (written) {
		const own = library.articles.filter(({ language }) => language === written);
		const ids = new Set(own.map(({ id }) => id));
		tests.push({ facet: "article", test: (id) => ids.has(id) });
	}
	if (within) {
		const ids = new Set(namesIn(within));
		tests.push({ facet: "article", test: (id) => ids.has(id) });
	}
	if (stance === "contested") {
		const opposed = library.opposedArticles();
		tests.push({ facet: "article", test: (id) => opposed.has(id) });
	} else if (stance) tests.push({ facet: "act", test: (act) => act === stance });
	return tests;
}

/** The articles in which somebody of that name speaks, or which he relays. */
export function spokenBy(by: string, library: Library, names: NameMatcher): FacetTest {
	const { identities } = names.whoIn(library.articles).find(by);
	const ids = new Set(identities.flatMap(({ articles }) => articles));
	return { facet: "article", test: (id) => ids.has(id) };
}

/** Whether an article has what each test asks for. */
export function passesFacets(article: Article, tests: readonly FacetTest[]): boolean {
	if (tests.length === 0) return true;
	const { facets } = outlineOf(article);
	return tests.every(({ facet, test }) => facets[facet].some(test));
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

function hasStance(claim: Claim, stance: Stance, library: Library): boolean {
	return stance === "contested" ? library.rivals(claim).length > 0 : claim.act === stance;
}
