import { foldWords } from "../../../../language/text/phrase-index.ts";
import { tokens } from "../../../../language/text/tokens.ts";
import { partsOf } from "../../line-parts.ts";
import type { Mark, MarkedLine } from "../../marks.ts";
import type { PageRules } from "../../page-rules.ts";
import { isName } from "../name-form.ts";
import type { FoundName } from "../name-places.ts";

const credits = new Set<Mark | null>(["caption", "credit"]);
/** In words. */
const longestCredit = 40;

/** Behind who took a picture, unless it is listed, as agencies are: "(Photo by Lena Orr, Harbour Ledger)", "Illustration: Lena Orr for Harbour Ledger". */
export function creditNames(lines: readonly MarkedLine[], rules: PageRules): FoundName[] {
	return lines.flatMap((line): FoundName[] => {
		if (!credits.has(line.mark) || line.words.length > longestCredit) return [];
		const bracket = /[([]([^()[\]]{3,80})[)\]]\.?$/u.exec(line.text)?.[1];
		const names = lastPieces(bracket ?? line.text, rules);
		return names
			.filter((name) => isName(name, rules) && !rules.outlets.named(name) && !isPhoto(name, rules))
			.map((name) => ({ name, place: "creditRun" }));
	});
}

/** What stands behind the last mark, and behind the last "for". */
function lastPieces(credit: string, { furniture }: PageRules): string[] {
	const parts = partsOf(credit).flatMap(({ text }) => text.split(/[,،:/]\s*/u));
	const last = parts.length > 1 ? (parts.at(-1) ?? "").trim() : "";
	const words = credit.split(/\s+/u);
	const link = words.findLastIndex((word) => furniture.roleLinks.has(foldWords(word).join(" ")));
	const behind = link > 0 ? words.slice(link + 1).join(" ") : "";
	return [...new Set([last, behind])].filter((piece) => piece !== "");
}

/** "File photo", "Getty Images". */
function isPhoto(name: string, { furniture }: PageRules): boolean {
	const words = tokens(name);
	return words.some((_, at) => [...furniture.photo.at(words, at)].length > 0);
}
