import type { PassageSearch } from "../../../domain/passage-search.ts";
import { articlesAbout } from "../../find/articles-about.ts";
import { findUnquoted } from "../../find/asked-speaker.ts";
import { type Findings, findPassages } from "../../find/find-passages.ts";
import { introducedFirst } from "./introduced-first.ts";
import { ownWordsFirst } from "./own-words-first.ts";
import { rankByEvidence } from "./rank-by-evidence.ts";
import { reasonFirst } from "./reason-first.ts";
import { toldBeforeHeaded } from "./told-before-headed.ts";

/** What was found, in the order in which it answers, with what stands in articles about the topic. */
export async function findInOrder(
	search: PassageSearch,
	base: Parameters<typeof findPassages>[1],
): Promise<Findings> {
	const findings = ranked(await findPassages(search, base));
	const about = await articlesAbout(search, findings);
	return about.size > 0 ? { ...findings, about } : findings;
}

/**
 * A question has those first that answer, of somebody's words his own; a search, claims and events have
 * orders of their own.
 */
function ranked(findings: Findings): Findings {
	const { command, asked, hits, names, library } = findings;
	if (command !== "ask") return findings;
	if (asked && !asked.isHis) return { ...findings, ...findUnquoted(asked, hits, names, library) };
	const ordered = reasonFirst(toldBeforeHeaded(rankByEvidence(findings)));
	return introducedFirst(ownWordsFirst(ordered));
}
