import type { MarkedLine } from "../marks.ts";
import type { PageRules } from "../page-rules.ts";
import { withoutEnd } from "../without-end.ts";
import { authorsOf } from "./authors.ts";
import { copyrightOwner } from "./copyright.ts";
import { appNames, datelineNames, followNames, kindNames, sourceNames } from "./foot-names.ts";
import { besideNames, headNames, leadNames, type NamedPage, tailNames } from "./head-names.ts";
import { BodyMentions } from "./in-body.ts";
import { hasOutletWord, hasPressWord, hasSectionWord, isName } from "./name-form.ts";
import {
	type FoundName,
	leastWorth,
	type NamePlace,
	namePlaces,
	wordWorth,
} from "./name-places.ts";
import { peopleNames } from "./people-names.ts";
import { bestSpelling, isSameName, nameKey } from "./same-name.ts";

/** Names without a place that a reader would take for the page's own: what a word of the trade adds nothing to. */
const wordless = new Set<NamePlace>(["dateline", "told"]);
/** Each is compared with the others and looked for in the text; a page that names more names nobody. */
const mostNames = 60;
/** Who is named there may be whose text is printed: of listed outlets that is known. */
const borrowed = new Set<NamePlace>(["source", "role", "staff", "kind"]);
/** A kicker may have such a word too. */
const plain = new Set<NamePlace>([...wordless, "masthead", "staff", "beside", "line"]);

/**
 * The publisher that no list knows, by how the page names it: above the title, behind it, behind its author, as
 * an app, in its copyright line. What the places of one name are worth is added up, and a word that
 * publications have in theirs (Post, صحيفة) counts beside them. Null where nothing reaches enough, or two are equal.
 */
export function unknownOutlet(
	lines: readonly MarkedLine[],
	title: number | null,
	rules: PageRules,
): string | null {
	const open = lines.findIndex((line, index) => line.mark === null && index > (title ?? -1));
	const mentions = new BodyMentions(lines, rules);
	const page: NamedPage = { lines, title, first: open < 0 ? lines.length : open, mentions };
	const owner = copyrightOwner(lines, rules);
	const people = authorsOf(lines, rules);
	const found = [
		...headNames(page, rules),
		...tailNames(page, rules),
		...leadNames(page, rules),
		...besideNames(page, rules),
		...peopleNames(lines, rules),
		...kindNames(lines, rules),
		...followNames(lines, rules),
		...appNames(lines, rules),
		...sourceNames(lines, rules),
		...datelineNames(lines, rules),
	]
		.map((one) => ({ ...one, name: bare(one.name) }))
		.filter(
			({ name, place }) =>
				isName(name, rules) &&
				!people.has(nameKey(name, rules)) &&
				!(borrowed.has(place) && rules.outlets.named(name)),
		);
	const own: FoundName[] = owner ? [{ name: owner, place: "copyright" }] : [];
	return settled([...own, ...found.slice(0, mostNames)], mentions, rules);
}

function settled(
	found: readonly FoundName[],
	mentions: BodyMentions,
	rules: PageRules,
): string | null {
	let best: { same: FoundName[]; sum: number } | null = null;
	let tie = false;
	const done = new Set<FoundName>();
	for (const one of found) {
		if (done.has(one)) continue;
		const same = found.filter(({ name }) => isSameName(name, one.name, rules));
		for (const other of same) done.add(other);
		const sum = worthOf(same, mentions, rules);
		if (sum < leastWorth || (best && sum < best.sum)) continue;
		tie = sum === best?.sum;
		if (!tie) best = { same, sum };
	}
	return best && !tie ? bestSpelling(best.same) : null;
}

/** What the places of one name are worth together; the same place twice is one witness. */
function worthOf(same: readonly FoundName[], mentions: BodyMentions, rules: PageRules): number {
	const places = new Set(same.map(({ place }) => place));
	if (same.some(({ name }) => mentions.of(name).has("told"))) places.add("told");
	const word = same.some(
		({ name, place }) =>
			(!wordless.has(place) && hasOutletWord(name, rules)) ||
			(!plain.has(place) && hasPressWord(name, rules)) ||
			(place === "dash" && hasSectionWord(name, rules)),
	);
	return [...places].reduce((sum, place) => sum + namePlaces[place], word ? wordWorth : 0);
}

/** Quotation marks around a name are none of it. */
function bare(name: string): string {
	return withoutEnd(name.replace(/^[«"“]+/u, ""), /[»"”]/u).trim();
}
