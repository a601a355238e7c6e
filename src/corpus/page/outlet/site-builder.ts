import { tokens } from "../../../language/text/tokens.ts";
import type { PageRules } from "../page-rules.ts";

/** A program or a design that sites are built with, or what such a program calls a site that nobody named. */
export function isSiteBuilder(name: string, { furniture }: PageRules): boolean {
	const words = tokens(name);
	for (const { end } of furniture.siteBuilders.at(words, 0)) if (end === words.length) return true;
	return words.length > 1 && furniture.builderWords.has(words.at(-1)?.text ?? "");
}
