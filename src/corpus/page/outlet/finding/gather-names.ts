import { foldWords } from "../../../../language/text/phrase-index.ts";
import { isParagraph, type MarkedLine, type Measure } from "../../marks.ts";
import type { PageRules } from "../../page-rules.ts";
import { bareName } from "../bare-name.ts";
import { evidenceOf, type FoldedName } from "../choosing/name-evidence.ts";
import type { NameGroup } from "../choosing/name-group.ts";
import { withRivals } from "../choosing/name-rivals.ts";
import { sceneOf } from "../choosing/name-scene.ts";
import type { NameEvidence } from "../choosing/name-signals.ts";
import { BodyMentions } from "../in-body.ts";
import { isBody, isName } from "../name-form.ts";
import { type FoundName, isSpot, type NamePlace } from "../name-places.ts";
import { isPlatform } from "../platform.ts";
import { formsOf, initialsOf, isFirm, isSameName, nameKey } from "../same-name.ts";
import { isSiteBuilder } from "../site-builder.ts";
import { authorsOf } from "./authors.ts";
import { copyrightOwner } from "./copyright.ts";
import { creditNames } from "./credit-names.ts";
import { appNames, followNames, kindNames, sourceNames } from "./foot-names.ts";
import { besideNames, headNames, type NamedPage } from "./head-names.ts";
import { mottoNames } from "./motto-names.ts";
import { peopleNames } from "./people-names.ts";
import { spottedNames } from "./spotted-names.ts";
import { leadNames, tailNames } from "./title-names.ts";
import { toldNames } from "./told-names.ts";
import { datelineNames, senderNames, signingNames } from "./wire-names.ts";

/** Each is compared with the others and looked for in the text; a page that names more names nobody. */
const mostNames = 60;
/** Who is named there may be whose text is printed: of listed outlets that is known. */
const borrowed = new Set<NamePlace>(["source", "role", "staff", "kind"]);
/** Where a ministry is named it may be as long as its field, and is whose page it is. */
const ofBodies = new Set<NamePlace>(["top", "repeat"]);
/** In letters: what is shorter may be anything. */
const shortestName = 3;

type Known = {
	/** The headline's line. */
	title: number | null;
	measure: Measure;
	/** What the page's markup calls the site. */
	site: string | null;
};

/**
 * All names that may be the publisher's, by how and where the page names them: above the title, behind it, behind its
 * author, as an app, in its copyright line, or anywhere around the text.
 */
export function gatherNames(
	lines: readonly MarkedLine[],
	{ title, measure, site }: Known,
	rules: PageRules,
): NameGroup[] {
	const below = (line: MarkedLine, index: number) => line.mark === null && index > (title ?? -1);
	// A standfirst is no text: who wrote it, and for whom, stands under it.
	const paragraph = lines.findIndex((line, i) => below(line, i) && isParagraph(line, measure));
	const open = paragraph < 0 ? lines.findIndex(below) : paragraph;
	const mentions = new BodyMentions(lines, rules);
	const page: NamedPage = { lines, title, first: open < 0 ? lines.length : open, mentions };
	const people = authorsOf(lines, rules);
	const scene = sceneOf(page, rules);
	const all = [
		...statedNames(lines, site, rules),
		...formedNames(page, rules),
		...[
			...spottedNames(page, rules),
			...toldNames(lines, mentions, rules),
			...creditNames(lines, rules),
		].map((one) => ({ ...one, name: bareName(one.name, rules) })),
	].filter(
		({ name }) =>
			name.length >= shortestName &&
			!isSiteBuilder(name, rules) &&
			!isPlatform(name, rules) &&
			!people.has(nameKey(name, rules)),
	);
	const groups = groupsOf(all, rules);
	return withRivals(
		groups.map((same) => ({
			same,
			evidence: { ...evidenceOf(same, scene, rules), ...kinOf(same, groups) },
		})),
	);
}

/** What the markup calls the site, and the owner of the copyright. */
function statedNames(
	lines: readonly MarkedLine[],
	site: string | null,
	rules: PageRules,
): FoundName[] {
	const owner = copyrightOwner(lines, rules);
	return [
		...(site ? [{ name: site, place: isSeen(lines, site) ? "site" : "unseen" } as const] : []),
		...(owner
			? [{ name: owner, place: isFirm(owner, rules) ? "firm" : "copyright" } as const]
			: []),
	];
}

/** The names in the forms in which pages name themselves. */
function formedNames(page: NamedPage, rules: PageRules): FoundName[] {
	const { lines } = page;
	return [
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
		...signingNames(lines),
		...senderNames(lines, rules),
	]
		.map((one) => ({ ...one, name: bareName(one.name, rules) }))
		.filter(
			({ name, place }) =>
				(isName(name, rules) || (ofBodies.has(place) && isBody(name, rules))) &&
				!(borrowed.has(place) && rules.outlets.named(name)),
		)
		.slice(0, mostNames);
}

/** Lines that name the site's builder too. */
const ofBuilders = new Set<MarkedLine["mark"]>(["copyright", "promo"]);

/** Whether a line of the page's own has the name in it. */
function isSeen(lines: readonly MarkedLine[], name: string): boolean {
	const key = ` ${foldWords(name).join(" ")} `;
	return lines.some(({ mark, key: line }) => !ofBuilders.has(mark) && ` ${line} `.includes(key));
}

function groupsOf(found: readonly FoundName[], rules: PageRules): FoldedName[][] {
	let names = found
		.map((one) => ({ ...one, forms: formsOf(one.name, rules) }))
		.filter(({ forms }) => forms.key !== "");
	const groups: FoldedName[][] = [];
	for (let one = names[0]; one; one = names[0]) {
		const first = one;
		const isOwn = (other: FoldedName) => other === first || isOne(other, first);
		groups.push(names.filter(isOwn));
		names = names.filter((other) => !isOwn(other));
	}
	return groups;
}

/** A spotted piece is a spelling of what it says whole; a name in a form may be shortened elsewhere. */
function isOne(a: FoldedName, b: FoldedName): boolean {
	if (isToldInitials(a, b) || isToldInitials(b, a)) return true;
	if (isSpot(a.place) || isSpot(b.place))
		return a.forms.key === b.forms.key || a.forms.letters === b.forms.letters;
	return isSameName(a.forms, b.forms) || isShortFor(a, b);
}

/** Names without a place that a reader would take for the page's own, and bylines. */
const cutShort = new Set<NamePlace>(["dateline", "told", "firm", "byline"]);

/** «المنبر» in a dateline or a byline for «المنبر السوداني»: nothing but the page's own name is cut to one word there. */
function isShortFor(short: FoldedName, long: FoldedName): boolean {
	const { key } = short.forms;
	return cutShort.has(short.place) && !key.includes(" ") && long.forms.key.startsWith(`${key} `);
}

/** "told HQI" of "Harbour & Quay India". */
function isToldInitials(short: FoldedName, long: FoldedName): boolean {
	return short.place === "toldRun" && initialsOf(long.name) === short.forms.key;
}

/** Whether a longer name has this one in it, and this one a shorter. */
function kinOf(own: readonly FoldedName[], groups: readonly FoldedName[][]): NameEvidence {
	const keysOf = (names: readonly FoldedName[]) => names.map(({ forms }) => ` ${forms.key} `);
	const has = (long: string, short: string) => long.length > short.length && long.includes(short);
	const keys = keysOf(own);
	const others = groups.filter((group) => group !== own).flatMap(keysOf);
	const within = others.some((other) => keys.some((key) => has(other, key)));
	const holds = others.some((other) => keys.some((key) => has(key, other)));
	return { ...(within ? { within: 1 } : {}), ...(holds ? { holds: 1 } : {}) };
}
