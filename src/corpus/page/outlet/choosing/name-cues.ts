import { withoutPreposition } from "../../../../language/words/arabic-clitics.ts";
import { hasForm } from "../../listed-form.ts";
import type { MarkedLine } from "../../marks.ts";
import type { PageRules } from "../../page-rules.ts";

/** What stands beside a name in a line that is the page's own. */
const cues = {
	besideOffer: "offerWords",
	besideContact: "contactWords",
	besideStanding: "standWords",
	besideReuse: "reuseWords",
	besideCrew: "crewWords",
} as const satisfies Record<string, keyof PageRules["furniture"]>;
export type NameCue = keyof typeof cues;
const kinds = Object.keys(cues) as NameCue[];

/** Words before a name and behind it that say what it has to do with the page. */
const reach = 4;

/** What stands beside a name (`keys`: its spellings, folded) in some lines: "sign up to the X", "X is a member of", «مراسل X». */
export function cuesOf(
	keys: readonly string[],
	lines: readonly MarkedLine[],
	{ furniture }: PageRules,
): ReadonlySet<NameCue> {
	const names = [...new Set(keys)].map((key) => key.split(" "));
	const found = new Set<NameCue>();
	for (const line of lines)
		for (const { from, to } of names.flatMap((name) => placesOf(name, line))) {
			const beside = line.words.filter(
				(_, at) => (at >= from - reach && at < from) || (at >= to && at < to + reach),
			);
			for (const kind of kinds)
				if (beside.some(({ text }) => hasForm(text, furniture[cues[kind]]))) found.add(kind);
		}
	return found;
}

/** Where a line has a name, from its first word to behind its last; «ل» and «ب» may be written onto the first. */
function placesOf(name: readonly string[], { words }: MarkedLine): { from: number; to: number }[] {
	const [first = "", ...rest] = name;
	return words.flatMap(({ text }, from) => {
		const begins = text === first || (text.length > 4 && withoutPreposition(text) === first);
		const holds = begins && rest.every((word, at) => words[from + 1 + at]?.text === word);
		return holds ? [{ from, to: from + name.length }] : [];
	});
}
