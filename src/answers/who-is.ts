import type { Answer } from "../domain/answer.ts";
import { dayRange } from "../domain/dates.ts";
import type { Say } from "../domain/messages.ts";
import type { Language } from "../domain/sets/languages.ts";
import { type Identity, keyOf, nameOf } from "../identity/identity.ts";
import type { NameMatcher } from "../identity/name-matcher.ts";
import { languageOf } from "../language/text/tokens.ts";
import type { CheckedRequest } from "./check-request.ts";
import { eachPassing } from "./find/each-passing.ts";
import { filterTests } from "./find/filters.ts";
import { inLine, listed } from "./in-line.ts";
import { claimItem } from "./items/cite.ts";
import type { ClaimRef, Library } from "./library.ts";

type Parts = { names: NameMatcher; say: Say };
/** What an answer is made of before it is cut into pages. */
export type WhoIs = Pick<Answer, "language" | "answered" | "notes"> & {
	items: (() => Answer["items"][number])[];
};

/** Bearers of one name, spellings and titles that are told: more would be read by nobody. */
const most = { bearers: 3, spellings: 8, titles: 3, proposals: 3 };

/**
 * What the articles know of a name: who that is, how it is spelled, what was said and when, the newest
 * first. Where nobody has the name, whom it may be meant for, and nobody's words.
 */
export async function whoIs(
	{ names, say }: Parts,
	library: Library,
	request: CheckedRequest,
): Promise<WhoIs> {
	const asked = request.text || request.by || "";
	const language = request.language ?? languageOf(asked);
	const who = names.whoIn(library.articles);
	const bearers = who.find(asked).identities;
	const chosen = bearers.filter((one) => keyOf(one) === request.bearer);
	const identities = chosen.length > 0 ? chosen : bearers;
	if (identities.length === 0) {
		const meant = who.like(asked, most.proposals).map((one) => nameOf(one, language));
		const params = { name: inLine(asked, language), names: listed([...new Set(meant)], language) };
		const key = meant.length > 0 ? "note.did_you_mean" : "note.nobody";
		return { language, answered: false, items: [], notes: [say(language, key, params)] };
	}
	const meant = new Set(identities);
	const tests = filterTests(request, library, names);
	const own = new Set(identities.flatMap(({ articles }) => articles));
	const claims: { ref: ClaimRef; of: Identity[] }[] = [];
	await eachPassing(
		library,
		(article) => own.has(article.id) && tests.article(article),
		(passage) => {
			for (const ref of library.claims(passage).filter(tests.claim)) {
				const of = who.speakers(ref.claim).filter((one) => meant.has(one));
				if (of.length > 0) claims.push({ ref, of });
			}
		},
	);
	return {
		language,
		answered: true,
		items: claims
			.map(({ ref }) => ({ ref, day: dayOf(ref) }))
			.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
			.map(
				({ ref }) =>
					() =>
						claimItem(ref, library, language),
			),
		notes: identities.slice(0, most.bearers).flatMap((identity) => {
			const own = claims.filter(({ of }) => of.includes(identity)).map(({ ref }) => dayOf(ref));
			return lines(identity, own.filter(Boolean).sort(), language, say);
		}),
	};
}

/** The day on which it was said, else that of its article; empty where neither is known. */
function dayOf({ claim, article }: ClaimRef): string {
	const value = claim.saidOn.value ?? article.published.value;
	return (value && dayRange(value)?.from) || "";
}

function lines(one: Identity, days: readonly string[], language: Language, say: Say): string[] {
	const name = nameOf(one, language);
	const others = [...new Set([...Object.values(one.name), ...one.spellings, ...one.aliases])]
		.filter((each) => each !== name)
		.slice(0, most.spellings);
	const counts = { claims: one.claims, relayed: one.relayed, articles: one.articles.length };
	const out = [
		say(language, "who.is", { name, kind: say(language, `who.kind.${one.kind}`), ...counts }),
	];
	if (one.titles.length > 0)
		out.push(
			say(language, "who.titles", { titles: listed(one.titles.slice(0, most.titles), language) }),
		);
	if (others.length > 0)
		out.push(say(language, "who.spellings", { names: listed(others, language) }));
	const [from, to] = [days[0], days.at(-1)];
	if (from && to)
		out.push(say(language, from === to ? "who.said_on" : "who.said_between", { from, to }));
	return out;
}
