import { foldWords } from "../../../../language/text/phrase-index.ts";
import { partsOf } from "../../line-parts.ts";
import type { Mark, MarkedLine } from "../../marks.ts";
import type { PageRules } from "../../page-rules.ts";
import { saysKind } from "../finding/motto-names.ts";
import type { BodyMentions, Mention } from "../in-body.ts";
import {
	asksFor,
	hasOutletWord,
	hasPressWord,
	isBody,
	isCapitalised,
	isMenuEntry,
	isSection,
	isSectionRow,
} from "../name-form.ts";
import { type FoundName, isSpot, type NamePlace, namePlaces } from "../name-places.ts";
import { initialsOf, type NameForms } from "../same-name.ts";
import { cuesOf } from "./name-cues.ts";
import type { NameScene } from "./name-scene.ts";
import type { NameEvidence, NameSignal } from "./name-signals.ts";
import { isHeardIn } from "./name-sounds.ts";

export type FoldedName = FoundName & { forms: NameForms };

/** Marks that others' names stand under, and those of what a page offers its readers. */
const aside = new Set<Mark | null>(["related", "caption", "credit", "captionLabel", "source"]);
const authors = new Set<Mark | null>(["byline"]);
const offers = new Set<Mark | null>(["chrome", "promo", "more"]);
/** After a mark on the headline's line. */
const tails = new Set<NamePlace>(["dash", "bar", "repeat"]);
/** What the text may do with anybody's name; they say nothing of one that stands elsewhere too. */
const inText = new Set<NamePlace>(["textRun", "toldRun", "creditRun"]);
const mostAgain = 2;
const thirds = 3;
const fewestLetters = 5;

/** What speaks for and against some spellings of one name. */
export function evidenceOf(
	same: readonly FoldedName[],
	scene: NameScene,
	rules: PageRules,
): NameEvidence {
	const places = placesOf(same, scene.mentions);
	const words = foldWords(same[0]?.name ?? "");
	const ofMenus = words.filter((word) => isMenuEntry(word, rules)).length;
	const menuShare = ofMenus / Math.max(1, words.length);
	const holding = holdingLines(same, scene);
	const cues = cuesOf(
		same.map(({ forms }) => forms.key),
		scene.around.filter(
			(line) => (line.mark !== null && !aside.has(line.mark)) || scene.last.has(line),
		),
		rules,
	);
	const flags = {
		...Object.fromEntries([...cues].map((cue) => [cue, true])),
		...formOf(same, menuShare === 1, rules),
		...standingOf(same, scene, rules),
		toldAgain: isMentioned(same, scene.mentions, "toldAgain"),
		spokenOf: isMentioned(same, scene.mentions, "bare") && !places.has("told"),
		inTitle:
			scene.heading !== null &&
			hasName(scene.heading, same) &&
			![...places].some((place) => tails.has(place)),
		aside: isUnder(holding, aside),
		offered: isUnder(holding, offers),
		authored: isUnder(holding, authors),
	};
	const own = [...places].filter((place) => namePlaces[place].worth > 0).length;
	const zones = new Set([...places].map((place) => namePlaces[place].zone)).size;
	const held = Object.entries(flags).flatMap(([signal, holds]) => (holds ? [signal] : []));
	return {
		...(Object.fromEntries([...places, ...held].map((signal) => [signal, 1])) as NameEvidence),
		menuShare,
		again: Math.min(mostAgain, Math.log2(Math.max(1, holding.length))),
		places: Math.min(thirds, own) / thirds,
		zones: Math.min(thirds, zones - 1) / thirds,
	};
}

type Flags = Partial<Record<NameSignal, boolean>>;

/** What its words say of it. */
function formOf(same: readonly FoldedName[], isMenu: boolean, rules: PageRules): Flags {
	const some = (is: (name: string, rules: PageRules) => boolean) =>
		same.some(({ name }) => is(name, rules));
	const listed = same.map(({ name }) => rules.outlets.named(name)).find((one) => one !== null);
	return {
		outletWord: !isMenu && some(hasOutletWord),
		pressWord: !isMenu && some(hasPressWord),
		sectionName:
			isMenu || same.every(({ name }) => isSection(name, rules) || isSectionRow(name, rules)),
		listedOutlet: listed !== undefined && listed.kind !== "agency",
		listedAgency: listed?.kind === "agency",
		publicBody: some(isBody),
		motto: some(saysKind),
		number: same.every(({ name }) => /\p{Nd}/u.test(name)),
		oneWord: same.every(({ name }) => foldWords(name).length === 1),
		small: !same.some(({ name }) => isCapitalised(name, rules) && !asksFor(name, rules)),
	};
}

/** What stands beside a line that is its own, and which addresses have its letters. */
function standingOf(
	same: readonly FoldedName[],
	{ around, keys, heading, kicker, addresses, mailboxes, sounds }: NameScene,
	rules: PageRules,
): Flags {
	const own = new Set(same.map(({ forms }) => forms.key));
	const at = keys.findIndex((key) => own.has(key));
	const below = at < 0 ? undefined : around[at + 1];
	return {
		overBody:
			(below !== undefined && below !== heading && isBody(below.text, rules)) ||
			isBody(partsOf(around[at]?.text ?? "")[1]?.text ?? "", rules),
		kicker: own.has(kicker),
		address: lettersOf(same).some((letters) => addresses.includes(letters)),
		heard: [...own].some((key) => isHeardIn(key, sounds)),
		mailbox: lettersOf(same).some((letters) => mailboxes.includes(letters)),
	};
}

/** The lines around the text, and not of it, that have the name in them. */
function holdingLines(same: readonly FoldedName[], { around }: NameScene): MarkedLine[] {
	return around.filter((line) => line.mark !== null && hasName(line, same));
}

/** Whether the line has the name's shortest spelling. */
function hasName({ key }: MarkedLine, same: readonly FoldedName[]): boolean {
	const keys = same.map(({ forms }) => forms.key);
	const shortest = keys.reduce((a, b) => (b.length < a.length ? b : a));
	return ` ${key} `.includes(` ${shortest} `);
}

function isUnder(lines: readonly MarkedLine[], marks: ReadonlySet<Mark | null>): boolean {
	return lines.length > 0 && lines.every(({ mark }) => marks.has(mark));
}

/** Where the name stands; what the text does with it among them. The same place twice is one witness. */
function placesOf(same: readonly FoldedName[], mentions: BodyMentions): ReadonlySet<NamePlace> {
	const places = new Set(same.map(({ place }) => place));
	// What a firm is called after stands elsewhere on the page too, or is not its newspaper.
	if ([...places].some((place) => place !== "firm" && !isSpot(place)) && places.delete("firm"))
		places.add("copyright");
	const known = [...places].filter((place) => !inText.has(place));
	if (known.length > 0) for (const place of inText) places.delete(place);
	if (known.length > 0 && isMentioned(same, mentions, "told")) places.add("told");
	if (same.some(({ name }) => mentions.of(name).has("signed"))) places.add("dateline");
	return places;
}

/** Whether the text speaks so of a spelling of it, or of its initials. */
function isMentioned(same: readonly FoldedName[], mentions: BodyMentions, how: Mention): boolean {
	return same.some(({ name, forms }) =>
		[name, forms.key, initialsOf(name)].some((form) => form !== "" && mentions.of(form).has(how)),
	);
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
