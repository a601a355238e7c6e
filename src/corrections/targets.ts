import { basename } from "node:path";
import type { Article, Claim, Passage } from "../domain/article.ts";
import { IsnadError } from "../domain/errors.ts";

/** What a correction is about: an article, or a part of it. */
export type Target = { article: Article; passage?: Passage; claim?: Claim };

/** Of several that a reference may mean so many are told. */
const mostTold = 8;

/**
 * What a person names: the id of a claim, a passage or an article, an address, `FILE`, `FILE:LINE`
 * (the passage), `FILE:LINE:2` (the second claim that begins in it). `articles`: as they were read.
 * Errors: `correction_refused`, which says what could be meant.
 */
export function targetOf(reference: string, articles: readonly Article[]): Target {
	const asked = reference.trim();
	for (const article of articles) {
		if (article.id === asked) return { article };
		if (!asked.startsWith(article.id)) continue;
		const claim = article.claims.find(({ id }) => id === asked);
		const passage = article.passages.find(({ id }) => id === (claim?.passage ?? asked));
		if (passage) return { article, passage, ...(claim ? { claim } : {}) };
	}
	const [, file = asked, line, nth] = /^(.*?):(\d{1,7})(?::(\d{1,4}))?$/.exec(asked) ?? [];
	const here = line === undefined || articles.some(({ url }) => url === asked) ? asked : file;
	const [article, ...others] = articles.filter(
		({ source, url }) => url === here || source.file === here || source.file === basename(here),
	);
	if (!article) throw refused("no_target", { reference: shown(asked) });
	if (others.length > 0)
		throw refused("several", {
			reference: shown(asked),
			ids: list([article, ...others].map(({ id }) => id)),
		});
	if (here === asked || line === undefined) return { article };
	const passage = article.passages.find(
		({ source }) => source.line <= Number(line) && Number(line) <= (source.end_line ?? source.line),
	);
	if (!passage) throw refused("no_target", { reference: shown(asked) });
	if (nth === undefined) return { article, passage };
	const claim = claimsIn(article, passage)[Number(nth) - 1];
	if (!claim) throw refused("no_target", { reference: shown(asked) });
	return { article, passage, claim };
}

/** The claim that is named, or the only one of the passage. Errors: `correction_refused`. */
export function claimOf({ article, passage, claim }: Target): Claim {
	if (claim) return claim;
	const here = passage ? claimsIn(article, passage) : [];
	const [only, ...more] = here;
	if (only && more.length === 0) return only;
	const reference = passage ? `${article.source.file}:${passage.source.line}` : article.id;
	if (here.length === 0) throw refused("no_claim", { reference });
	throw refused("several", { reference, ids: list(here.map(toldClaim)) });
}

function claimsIn({ claims }: Article, { id }: Passage): Claim[] {
	return claims.filter(({ passage }) => passage === id);
}

function toldClaim({ id, speaker, act, quote }: Claim): string {
	return `${id} (${speaker.name} ${act}: ${quote.slice(0, 50)}…)`;
}

function list(texts: readonly string[]): string {
	return texts.slice(0, mostTold).join(", ") + (texts.length > mostTold ? ", …" : "");
}

function shown(text: string): string {
	return JSON.stringify(text.slice(0, 100));
}

const sentences = {
	no_target: "{reference} is no article, passage or claim here: name an id, FILE or FILE:LINE.",
	several: "{reference} may mean several: name one of {ids}.",
	no_claim: "{reference} holds no claim: name a claim by its id.",
	nobody: "Nobody in the articles is called {name}: did you mean {names}?",
	stranger: "Nobody in the articles is called {name}: give a name as the articles spell it.",
	several_people: "{name} may be several: name one of {names}.",
	same_person: "{name} and {other} are one already.",
	known_name: "{name} is a name of {other} already: merge the two if they are one.",
	no_act: "{value} is no act: use one of {acts}.",
	no_day: "{value} is no day: give 2023, 2023-07, 2023-07-27 or unknown.",
	no_value: "There is no new value: say what it should be.",
	no_kind: "{value} is no kind of speaker: use one of {kinds}.",
	no_reason: "There is no reason: say why.",
	same_claim: "Both are one claim: name two.",
} as const;
export type Refusal = keyof typeof sentences;

/** Why a correction cannot be made; the reader's text is `error.correction_<reason>`. */
export function refused(reason: Refusal, params: Record<string, string>): IsnadError {
	const message = sentences[reason].replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "");
	return new IsnadError("correction_refused", message, { key: `correction_${reason}`, params });
}
