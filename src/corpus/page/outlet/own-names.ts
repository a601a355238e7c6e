import { foldWords } from "../../../language/text/phrase-index.ts";
import { isArabic } from "../../../language/text/tokens.ts";
import { isParagraph, type MarkedLine, type Measure } from "../marks.ts";
import type { PageRules } from "../page-rules.ts";
import { authorsOf } from "./authors.ts";
import { bareName } from "./bare-name.ts";
import { copyrightOwner } from "./copyright.ts";
import { appNames, datelineNames, followNames, kindNames, sourceNames } from "./foot-names.ts";
import { besideNames, headNames, type NamedPage } from "./head-names.ts";
import { BodyMentions } from "./in-body.ts";
import { mottoNames } from "./motto-names.ts";
import { hasOutletWord, hasPressWord, hasSectionWord, isBody, isName } from "./name-form.ts";
import {
	type FoundName,
	leastWorth,
	type NamePlace,
	namePlaces,
	wordWorth,
} from "./name-places.ts";
import { peopleNames } from "./people-names.ts";
import { bestSpelling, formsOf, isFirm, isSameName, type NameForms, nameKey } from "./same-name.ts";
import { isSiteBuilder } from "./site-builder.ts";
import { leadNames, tailNames } from "./title-names.ts";

/** Names without a place that a reader would take for the page's own: what a word of the trade adds nothing to. */
const wordless = new Set<NamePlace>(["dateline", "told", "firm"]);
/** Each is compared with the others and looked for in the text; a page that names more names nobody. */
const mostNames = 60;
/** Who is named there may be whose text is printed: of listed outlets that is known. */
const borrowed = new Set<NamePlace>(["source", "role", "staff", "kind"]);
/** Where a ministry is named it may be as long as its field, and is whose page it is. */
const ofBodies = new Set<NamePlace>(["top", "repeat"]);
/** What the markup says. */
const stated = new Set<NamePlace>(["site", "unseen"]);
/** A kicker may have such a word too. */
const plain = new Set<NamePlace>([...wordless, "masthead", "staff", "beside", "line"]);

type Known = {
	/** The headline's line. */
	title: number | null;
	measure: Measure;
	/** What the page's markup calls the site. */
	site: string | null;
};

/**
 * The publisher that no list knows, by how the page names it: above the title, behind it, behind its author, as
 * an app, in its copyright line. What the places of one name are worth is added up, and a word that
 * publications have in theirs (Post, صحيفة) counts beside them. Null where nothing reaches enough, or two are equal.
 */
export function unknownOutlet(
	lines: readonly MarkedLine[],
	{ title, measure, site }: Known,
	rules: PageRules,
): string | null {
	const below = (line: MarkedLine, index: number) => line.mark === null && index > (title ?? -1);
	// A standfirst is no text: who wrote it, and for whom, stands under it.
	const paragraph = lines.findIndex((line, i) => below(line, i) && isParagraph(line, measure));
	const open = paragraph < 0 ? lines.findIndex(below) : paragraph;
	const mentions = new BodyMentions(lines, rules);
	const page: NamedPage = { lines, title, first: open < 0 ? lines.length : open, mentions };
	const owner = copyrightOwner(lines, rules);
	const people = authorsOf(lines, rules);
	const found = [
		...headNames(page, rules),
		...mottoNames(page, rules),
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
		.map((one) => ({ ...one, name: bareName(one.name, rules) }))
		.filter(
			({ name, place }) =>
				(isName(name, rules) || (ofBodies.has(place) && isBody(name, rules))) &&
				!people.has(nameKey(name, rules)) &&
				!isSiteBuilder(name, rules) &&
				!(borrowed.has(place) && rules.outlets.named(name)),
		);
	const own: FoundName[] = owner
		? [{ name: owner, place: isFirm(owner, rules) ? "firm" : "copyright" }]
		: [];
	const marked: FoundName[] = site
		? [{ name: site, place: isSeen(lines, site) ? "site" : "unseen" }]
		: [];
	return settled([...marked, ...own, ...found.slice(0, mostNames)], mentions, rules);
}

/** Lines that name the site's builder too. */
const ofBuilders = new Set<MarkedLine["mark"]>(["copyright", "promo"]);

/** Whether a line of the page's own has the name in it. */
function isSeen(lines: readonly MarkedLine[], name: string): boolean {
	const key = ` ${foldWords(name).join(" ")} `;
	return lines.some(({ mark, key: line }) => !ofBuilders.has(mark) && ` ${line} `.includes(key));
}

type FoldedName = FoundName & { forms: NameForms };

function settled(
	found: readonly FoundName[],
	mentions: BodyMentions,
	rules: PageRules,
): string | null {
	const groups: { same: FoldedName[]; sum: number }[] = [];
	const done = new Set<FoldedName>();
	const names = found.map((one) => ({ ...one, forms: formsOf(one.name, rules) }));
	for (const one of names) {
		if (done.has(one)) continue;
		const same = names.filter(
			(other) => isSameName(other.forms, one.forms) || isShortFor(other, one),
		);
		for (const other of same) done.add(other);
		groups.push({ same, sum: worthOf(same, mentions, rules) });
	}
	const most = Math.max(0, ...groups.map(({ sum }) => sum));
	const equal = groups.filter(({ sum }) => sum === most);
	if (most < leastWorth) return null;
	// Of equals, the one that some place alone is enough for.
	const strong = equal.filter(({ same }) =>
		same.some(({ place }) => namePlaces[place] >= leastWorth),
	);
	const [best, ...others] = equal.length > 1 && strong.length > 0 ? strong : equal;
	if (!best) return null;
	// What the markup says stands first, and gives way only to more.
	const first = others.length === 0 || best.same.some(({ place }) => stated.has(place));
	return first ? bestSpelling(best.same) : null;
}

/** «المنبر» in a dateline or a byline for «المنبر السوداني»: nothing but the page's own name is cut to one word there. */
function isShortFor(short: FoldedName, long: FoldedName): boolean {
	const { key } = short.forms;
	return (
		(wordless.has(short.place) || short.place === "byline") &&
		!key.includes(" ") &&
		long.forms.key.startsWith(`${key} `)
	);
}

/** What the places of one name are worth together; the same place twice is one witness. */
function worthOf(same: readonly FoldedName[], mentions: BodyMentions, rules: PageRules): number {
	const places = new Set(same.map(({ place }) => place));
	// What a firm is called after stands elsewhere on the page too, or is not its newspaper.
	if (places.size > 1 && places.delete("firm")) places.add("copyright");
	const told = ({ name, forms }: FoldedName) =>
		[name, forms.key, initialsOf(name)].some(
			(form) => form !== "" && mentions.of(form).has("told"),
		);
	if (same.some(told)) places.add("told");
	if (same.some(({ name }) => mentions.of(name).has("signed"))) places.add("dateline");
	const word = same.some(
		({ name, place }) =>
			(!wordless.has(place) && hasOutletWord(name, rules)) ||
			(!plain.has(place) && hasPressWord(name, rules)) ||
			(place === "dash" && hasSectionWord(name, rules)),
	);
	return [...places].reduce((sum, place) => sum + namePlaces[place], word ? wordWorth : 0);
}

/** In letters; fewer may be anything. */
const fewestInitials = 3;

/** "Motors & Harbours India" → "mhi", as its own text shortens it; empty where that would be too short. */
function initialsOf(name: string): string {
	const initials = foldWords(name).map((word) => word[0] ?? "");
	return initials.length >= fewestInitials && !isArabic(name) ? initials.join("") : "";
}
