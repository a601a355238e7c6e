import type { MarkedLine } from "../../marks.ts";
import type { PageRules } from "../../page-rules.ts";
import { type BodyMentions, quotedName } from "../in-body.ts";
import type { FoundName } from "../name-places.ts";
import { capitalRun, runUntilStop } from "./name-runs.ts";

/** In words; what is longer is no name. */
const longestTold = 5;
/** Of each page: one that is told more tells of others. */
const mostTold = 12;

/**
 * Whom the text is told something, unless it is a listed outlet, which tells others too: "told the Harbour Ledger", «قال لـ«المرسى»»,
 * «لراديو المرسى، إن».
 */
export function toldNames(
	lines: readonly MarkedLine[],
	mentions: BodyMentions,
	rules: PageRules,
): FoundName[] {
	const found: FoundName[] = [];
	for (const line of lines) {
		if (line.mark !== null) continue;
		for (const at of mentions.toldIn(line)) {
			const name = nameAt(line, at, rules);
			if (name !== "" && !rules.outlets.named(name)) found.push({ name, place: "toldRun" });
			if (found.length === mostTold) return found;
		}
	}
	return found;
}

function nameAt({ text, words }: MarkedLine, at: number, rules: PageRules): string {
	const word = words[at];
	if (!word) return "";
	const quoted = quotedName(text, word.start);
	if (quoted) return quoted;
	const rest = text.slice(word.start, words[at + longestTold]?.end).split(/[،,:؛;()"«“]/u)[0] ?? "";
	const own = rest.split(/\s+/u).filter((one) => one !== "");
	const isCut = own.length <= longestTold;
	if (/^\p{Lu}/u.test(rest)) return capitalRun(own, rules);
	return /^\p{Lo}/u.test(rest) ? runUntilStop(own, rules, isCut) : "";
}
