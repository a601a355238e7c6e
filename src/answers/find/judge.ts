import type { FacetTest } from "../../domain/facets.ts";
import {
	type PassageJudge,
	type PassagePreference,
	type PassageRef,
	placeOf,
} from "../../domain/passage-search.ts";
import type { NameMatcher } from "../../identity/name-matcher.ts";
import type { Library } from "../library.ts";
import { daysOf, facetTests, filterTests, inDays, speakerNames, spokenBy } from "./filters.ts";
import { preferDays } from "./prefer-days.ts";

/** What conditions and preferences mean among these articles. */
export function judgeOf(library: Library, names: NameMatcher): PassageJudge {
	return {
		accepts({ filters, passages }) {
			const { passage } = filterTests(filters ?? {}, library, names);
			const named = passages && placesOf(passages);
			return (ref) =>
				(!named || named.get(ref.article.id)?.has(ref.passage.id) === true) && passage(ref);
		},
		narrows: ({ filters = {} }) => facetTests(filters, library, names),
		preferring: (prefer) => preferredFacets(prefer, library, names),
		prefers: (prefer) => agreement(prefer, library, names),
	};
}

/** By article, so that no key is put together for each passage that is asked about. */
function placesOf(keys: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<string>> {
	const out = new Map<string, Set<string>>();
	for (const key of keys) {
		const { article, passage } = placeOf(key);
		const own = out.get(article);
		if (own) own.add(passage);
		else out.set(article, new Set([passage]));
	}
	return out;
}

/** What an article has of which a passage agrees; who is taken for an outlet may be any speaker. */
function preferredFacets(
	{ by, outlet, act, ...limits }: PassagePreference,
	library: Library,
	names: NameMatcher,
): FacetTest[] | undefined {
	if (outlet) return undefined;
	const days = daysOf(limits);
	const tests: FacetTest[] = days ? [{ facet: "day", test: (value) => inDays(value, days) }] : [];
	if (by) tests.push(spokenBy(by, library, names));
	if (act) tests.push({ facet: "act", test: (value) => value === act });
	return tests;
}

/** How much a passage agrees with the days, the speaker, the outlet and the act that a question names. */
function agreement(
	filters: PassagePreference,
	library: Library,
	names: NameMatcher,
): (ref: PassageRef) => number {
	const days = daysOf(filters);
	const tests: ((ref: PassageRef) => number)[] = days ? [preferDays(days)] : [];
	if (filters.by) {
		const speaker = names.speaker(filters.by, library.articles);
		tests.push((ref) => Number(library.claims(ref).some(({ claim }) => speaker(claim))));
	}
	if (filters.outlet) {
		const outlet = names.outlet(filters.outlet, library.articles);
		tests.push((ref) => {
			const { outlet: name, outletLabel: label } = ref.article;
			if (library.claims(ref).some(({ claim }) => outlet([...claim.via, ...speakerNames(claim)])))
				return 1;
			return outlet([name, label?.ar, label?.en]) ? 0.5 : 0;
		});
	}
	if (filters.act)
		tests.push((ref) => Number(library.claims(ref).some(({ claim }) => claim.act === filters.act)));
	return (ref) => tests.reduce((sum, test) => sum + test(ref), 0) / Math.max(1, tests.length);
}
