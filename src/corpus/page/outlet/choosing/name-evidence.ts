import { foldWords } from "../../../../language/text/phrase-index.ts";
import { isArabic } from "../../../../language/text/tokens.ts";
import { agreementOf } from "../../head/agreement.ts";
import { partsOf } from "../../line-parts.ts";
import type { Mark, MarkedLine } from "../../marks.ts";
import type { PageRules } from "../../page-rules.ts";
import { saysKind } from "../finding/motto-names.ts";
import type { BodyMentions } from "../in-body.ts";
import {
	asksFor,
	hasOutletWord,
	hasPressWord,
	hasSectionWord,
	isBody,
	isCapitalised,
	isMenuEntry,
	isName,
	isSection,
} from "../name-form.ts";
import { type FoundName, isSpot, type NamePlace, namePlaces } from "../name-places.ts";
import { type NameForms, nameKey } from "../same-name.ts";
import type { NameEvidence, NameSignal } from "./name-signals.ts";

export type FoldedName = FoundName & { forms: NameForms };

/** What a page's names are weighed against. */
export type NameScene = {
	/** The lines around the text, where a name is looked for. */
	around: readonly MarkedLine[];
	heading: MarkedLine | null;
	/** The line above the headline. */
	kicker: string;
	mentions: BodyMentions;
	/** Stems of the text: `bodyStems`. */
	body: ReadonlySet<string>;
	/** The letters of its addresses and handles. */
	addresses: string;
};

/** Marks that others' names stand under, and those of what a page offers its readers. */
const aside = new Set<Mark | null>(["related", "caption", "credit", "captionLabel", "source"]);
const offers = new Set<Mark | null>(["chrome", "promo", "more"]);
/** After a mark on the headline's line. */
const tails = new Set<NamePlace>(["dash", "bar", "repeat"]);
const mostAgain = 2;
const thirds = 3;
const fewestLetters = 5;

/** What speaks for and against some spellings of one name. */
export function evidenceOf(
	same: readonly FoldedName[],
	scene: NameScene,
	rules: PageRules,
): NameEvidence {
	const { mentions, heading } = scene;
	const places = placesOf(same, mentions);
	const keys = [...new Set(same.map(({ forms }) => forms.key))];
	const shortest = keys.reduce((a, b) => (b.length < a.length ? b : a));
	const has = ({ key }: MarkedLine) => ` ${key} `.includes(` ${shortest} `);
	const holding = scene.around.filter((line) => line.mark !== null && has(line));
	const isAll = (marks: ReadonlySet<Mark | null>) =>
		holding.length > 0 && holding.every(({ mark }) => marks.has(mark));
	const some = (is: (name: string, rules: PageRules) => boolean) =>
		same.some(({ name }) => is(name, rules));
	const mentioned = new Set(same.flatMap(({ name }) => [...mentions.of(name)]));
	const listed = same.map(({ name }) => rules.outlets.named(name)).find((one) => one !== null);
	const isOwnLine = (text: string) => keys.includes(nameKey(partsOf(text)[0]?.text ?? "", rules));
	const at = scene.around.findIndex(({ text }) => isOwnLine(text));
	const below = at < 0 ? undefined : scene.around[at + 1];
	const words = foldWords(same[0]?.name ?? "");
	const menuShare =
		words.filter((word) => isMenuEntry(word, rules)).length / Math.max(1, words.length);
	const flags: Partial<Record<NameSignal, boolean>> = {
		outletWord: menuShare < 1 && some(hasOutletWord),
		pressWord: menuShare < 1 && some(hasPressWord),
		sectionWord: some(hasSectionWord),
		listedOutlet: listed !== undefined && listed.kind !== "agency",
		listedAgency: listed?.kind === "agency",
		publicBody: some(isBody),
		overBody: below !== undefined && below !== heading && isBody(below.text, rules),
		motto: some(saysKind),
		oneWord: same.every(({ name }) => foldWords(name).length === 1),
		small: !same.some(({ name }) => isCapitalised(name, rules) && !asksFor(name, rules)),
		formed: some(isName),
		sectionName: menuShare === 1 || same.every(({ name }) => isSection(name, rules)),
		bare: mentioned.has("bare"),
		quoted: mentioned.has("quoted"),
		address: lettersOf(same).some((letters) => scene.addresses.includes(letters)),
		kicker: isOwnLine(scene.kicker),
		inTitle: heading !== null && has(heading) && ![...places].some((place) => tails.has(place)),
		aside: isAll(aside),
		offered: isAll(offers),
	};
	const own = [...places].filter((place) => namePlaces[place].worth > 0).length;
	const zones = new Set([...places].map((place) => namePlaces[place].zone)).size;
	const held = [...places, ...Object.keys(flags).filter((flag) => flags[flag as NameSignal])];
	return {
		...(Object.fromEntries(held.map((signal) => [signal, 1])) as NameEvidence),
		agreement: Math.min(...same.map(({ name }) => agreementOf(name, scene.body))),
		menuShare,
		again: Math.min(mostAgain, Math.log2(Math.max(1, holding.length))),
		places: Math.min(thirds, own) / thirds,
		zones: Math.min(thirds, zones - 1) / thirds,
	};
}

/** Where the name stands; what the text does with it among them. The same place twice is one witness. */
function placesOf(same: readonly FoldedName[], mentions: BodyMentions): ReadonlySet<NamePlace> {
	const places = new Set(same.map(({ place }) => place));
	// What a firm is called after stands elsewhere on the page too, or is not its newspaper.
	if ([...places].some((place) => place !== "firm" && !isSpot(place)) && places.delete("firm"))
		places.add("copyright");
	const told = ({ name, forms }: FoldedName) =>
		[name, forms.key, initialsOf(name)].some(
			(form) => form !== "" && mentions.of(form).has("told"),
		);
	if (same.some(told)) places.add("told");
	if (same.some(({ name }) => mentions.of(name).has("signed"))) places.add("dateline");
	return places;
}

/** In letters; fewer may be anything. */
const fewestInitials = 3;

/** "Motors & Harbours India" → "mhi", as its own text shortens it; empty where that would be too short. */
function initialsOf(name: string): string {
	const initials = foldWords(name).map((word) => word[0] ?? "");
	return initials.length >= fewestInitials && !isArabic(name) ? initials.join("") : "";
}

/** As an address may have the name: without blanks and its article, "&" as "and". */
function lettersOf(same: readonly FoldedName[]): string[] {
	return same
		.flatMap(({ name, forms }) => [
			forms.letters,
			forms.key.replaceAll(" ", ""),
			foldWords(name.replaceAll("&", " and ")).join(""),
		])
		.filter((letters) => letters.length >= fewestLetters && /^[a-z0-9]+$/u.test(letters));
}

const mostAddresses = 40;
const address = /@|^www\.|^https?:|\.[a-z]{2,8}(?:\/|$)/iu;

/** The letters of the addresses and handles that the lines print. */
export function addressesOf(lines: readonly MarkedLine[]): string {
	return lines
		.flatMap(({ text }) => text.split(/\s+/u).filter((word) => address.test(word)))
		.slice(0, mostAddresses)
		.map((one) => one.toLowerCase().replace(/[^a-z0-9]/gu, ""))
		.join(" ");
}
