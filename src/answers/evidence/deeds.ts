import type { AskedWord, PassageHit, PassageRef } from "../../domain/passage-search.ts";
import { type Language, languages } from "../../domain/sets/languages.ts";
import { isArabic } from "../../language/text/tokens.ts";
import { questionTypes } from "../../question/question-types.ts";
import type { Findings } from "../find/find-passages.ts";
import { thresholds } from "../find/thresholds.ts";
import { textOf } from "../items/cite.ts";
import type { HitContext } from "./context.ts";
import { type DeedInHit, type DeedTold, deedInHit, deedInSentence } from "./deed-in-sentence.ts";
import { hasNumberedUnit } from "./numbered-unit.ts";
import { placesOf, sentencesOf, type TermSentence } from "./term-words.ts";

/** The best comes first. */
const order: readonly DeedTold[] = ["match", "akin", "mismatch", "missing"];

/** What it takes from a passage that two are named in it who may differ on whether one did it. */
const leastOther = 0.3;

/**
 * How surely somebody else did here what is asked about, or did it to somebody else, or it is not told
 * here at all: 0 to 1. 0 where no deed is asked about, and where nothing can be said.
 */
export function otherDeed(hit: PassageHit, context: HitContext, disputed: boolean): number {
	const { findings } = context;
	if (isOtherOffice(hit, findings) || lacksUnit(hit, findings)) return 1;
	if (isOnlyPlanned(hit, findings)) return 1;
	const told = deedTold(hit, context);
	if (told === "mismatch" || told === "missing") return 1;
	if (told !== "akin" || findings.reading.type !== "yes_no") return 0;
	// That two stand together says nothing of whether one did it to the other, unless they differ on that.
	return disputed ? leastOther : 1;
}

function deedTold(hit: PassageHit, context: HitContext): DeedTold | "unknown" {
	const { deed, language } = context.findings.reading;
	const verb = deed && hit.asked.find((asked) => isOf(asked, [deed.verb]));
	if (!deed || !verb?.ways) return "unknown";
	const asked = deedInHit({ hit, deed, verb }, context);
	if (isOfOtherThing(asked)) return "mismatch";
	const told = textsOf(hit).flatMap((each) =>
		sentencesOf(hit, each).map((sentence) =>
			deedInSentence({ ...sentence, text: textOf(hit, each) }, asked),
		),
	);
	const best = order.find((each) => told.includes(each)) ?? "missing";
	const isOwn = hit.article.language === language || hit.passage.paraphrase !== undefined;
	if (best !== "missing" || isOwn) return best;
	// A verb of the other language may well be there and not be listed; the names are.
	return asked.isAllNear ? "unknown" : "mismatch";
}

/** What begins, ends or the like stands at most so many words from that verb. */
const thingReach = 6;

/** The day of a thing's deed is asked, and the thing stands in the verb's sentence far from it: another thing's. */
function isOfOtherThing({ hit, deed, verb, findings }: DeedInHit): boolean {
	if (questionTypes[findings.reading.type].wants !== "day" || deed.doer) return false;
	const behind = isArabic(deed.verb) ? 1 : -1;
	const thing = hit.asked[hit.asked.indexOf(verb) + behind];
	if (!thing || deed.others.some(({ name }) => isOf(thing, name))) return false;
	const apart = textsOf(hit).flatMap((each) =>
		sentencesOf(hit, each).flatMap(({ words }) => {
			const places = placesOf(words, thing, thresholds.sure);
			return placesOf(words, verb, thresholds.akin).flatMap((at) =>
				places.map((to) => Math.abs(to - at)),
			);
		}),
	);
	return apart.length > 0 && Math.min(...apart) > thingReach;
}

/** The day of what was is asked, and every event that is told here lies ahead. */
function isOnlyPlanned(hit: PassageHit, { reading, library }: Findings): boolean {
	if (questionTypes[reading.type].wants !== "day" || !reading.deed?.past) return false;
	const events = library.events(hit);
	return events.length > 0 && events.every(({ event }) => event.planned === true);
}

/** Who holds an office is asked, and no sentence names it beside whose it is. */
function isOtherOffice(hit: PassageHit, { reading: { office } }: Findings): boolean {
	if (!office) return false;
	const placesIn = (words: TermSentence["words"], name: readonly string[]) =>
		hit.asked
			.filter((asked) => isOf(asked, name))
			.flatMap((asked) => placesOf(words, asked, thresholds.sure));
	return !textsOf(hit).some((each) =>
		sentencesOf(hit, each).some(({ words }) => {
			const whose = placesIn(words, office.of);
			const isNear = (at: number) => whose.some((to) => Math.abs(to - at) <= thresholds.pairReach);
			return placesIn(words, office.office).some(isNear);
		}),
	);
}

/** A length, an age or the like is asked for, and no sentence gives one. */
function lacksUnit(hit: PassageHit, findings: Findings): boolean {
	const { units } = findings.reading;
	if (!units) return false;
	return !textsOf(hit).some((each) =>
		sentencesOf(hit, each).some((sentence) => hasNumberedUnit(sentence, units, findings)),
	);
}

/** A paraphrase is read in both languages. */
function textsOf(ref: PassageRef): Language[] {
	const all = Object.keys(languages) as Language[];
	return all.filter((each, n) => n === 0 || textOf(ref, each) !== textOf(ref, all[0] ?? each));
}

/** The asked word is one of these words, or a term of them. */
function isOf({ word }: AskedWord, name: readonly string[]): boolean {
	return word.split(" ").every((part) => name.includes(part));
}
