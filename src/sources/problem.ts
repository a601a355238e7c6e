import type { KnownBody } from "../corpus/sameness/shared-bodies.ts";
import { asIsnadError, IsnadError } from "../domain/errors.ts";
import type { SourceItem, SourceProblem } from "../domain/sources.ts";
import { shown } from "../fetching/address.ts";

/** Codes of files that say the same of a page under another text: nobody saves a page as .txt here. */
const ofPages: Readonly<Record<string, string>> = {
	file_empty: "page_empty",
	file_binary: "page_binary",
	file_encoding: "page_encoding",
	file_malformed: "page_malformed",
	file_too_large: "page_malformed",
	no_article: "page_no_article",
};

/** An error as it is kept with a source and told to people in their language. */
export function problemOf(error: unknown, at: number, address: string): SourceProblem {
	const { code, told } = asIsnadError(error);
	return {
		at,
		code,
		key: told.key === code ? (ofPages[code] ?? code) : told.key,
		params: { address: shown(address), ...told.params },
	};
}

/** For a page that the reader broke on, or that took it more time or memory than one page may. */
export function unreadablePage(address: string, cause: unknown): IsnadError {
	return new IsnadError(
		"page_unreadable",
		`${shown(address)} could not be read to its end, and is left out: give another address of the article.`,
		{ cause },
	);
}

/** A page that broke the reader is left out; one that is too large or tangled is, unless it was read before. */
export function isLeftOut(
	{ code }: SourceProblem,
	{ article }: Pick<SourceItem, "article">,
): boolean {
	if (code === "page_unreadable") return true;
	return article === null && (code === "file_too_large" || code === "file_malformed");
}

/** Looks in a row after which nobody hopes for the old text any more. */
const confirmingLooks = 3;

/**
 * A page that shows something else than its article is looked at again: with how often it did, and in
 * other words once that is certain.
 */
export function withLooks(
	problem: SourceProblem,
	before: Pick<SourceItem, "problem">,
): SourceProblem {
	if (problem.code !== "page_other") return problem;
	const earlier = before.problem?.code === problem.code ? before.problem.params["looks"] : 0;
	const looks = Number(earlier ?? 0) + 1;
	const key = looks < confirmingLooks ? problem.key : "page_other_confirmed";
	return { ...problem, key, params: { ...problem.params, looks } };
}

export function isUnconfirmed({ code, key }: SourceProblem): boolean {
	return code === "page_other" && key !== "page_other_confirmed";
}

/** Bodies that items' pages showed in the place of articles, for the next look to know them. */
export function knownBodies(items: readonly SourceItem[]): KnownBody[] {
	return items.flatMap(({ key, address, problem }) => {
		const body = problem?.code === "page_shared" ? problem.params["body"] : undefined;
		return typeof body === "string" ? [{ asked: address ?? key, body }] : [];
	});
}
