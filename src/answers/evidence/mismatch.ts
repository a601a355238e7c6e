import { dayRange } from "../../domain/dates.ts";
import type { AskedWord, PassageHit } from "../../domain/passage-search.ts";
import type { Findings } from "../find/find-passages.ts";
import { thresholds } from "../find/thresholds.ts";
import { placesOf, type TermSentence } from "./term-words.ts";

/** What the passage tells of somebody or something else than the question asks for. */
export type Mismatch = { apart: number; otherDays: number; undone: number };

export function mismatchOf(
	hit: PassageHit,
	sentences: readonly TermSentence[],
	words: readonly AskedWord[],
	findings: Findings,
): Mismatch {
	return {
		apart: apartShare(hit.asked, sentences, findings),
		otherDays: tellsOtherDays(hit, sentences, findings) ? 1 : 0,
		undone: undoneShare(words, findings),
	};
}

/** A people beside a noun is whose: each such pair must stand together somewhere. */
function apartShare(
	asked: readonly AskedWord[],
	sentences: readonly TermSentence[],
	{ reading }: Findings,
): number {
	const { peoples = [] } = reading;
	const isPlace = ({ word }: AskedWord) => peoples.includes(word);
	let pairs = 0;
	let apart = 0;
	for (let n = 1; n < asked.length; n++) {
		const [a, b] = [asked[n - 1], asked[n]];
		if (!a || !b || isPlace(a) === isPlace(b)) continue;
		pairs++;
		const near = sentences.some(({ words }) => {
			const right = placesOf(words, b, thresholds.kin);
			return placesOf(words, a, thresholds.kin).some((at) =>
				right.some((to) => Math.abs(to - at) <= thresholds.pairReach),
			);
		});
		if (!near) apart++;
	}
	return pairs === 0 ? 0 : apart / pairs;
}

/** Days are asked for, and neither the passage's dates nor the years that it prints are among them. */
function tellsOtherDays(
	hit: PassageHit,
	sentences: readonly TermSentence[],
	{ reading, library }: Findings,
): boolean {
	const { from, to } = reading.filters;
	if (!from && !to) return false;
	const days = { from: from ?? "0000", to: to ?? "9999" };
	const isInside = (value: string | null) => {
		const range = value === null ? null : dayRange(value);
		return range !== null && range.from <= days.to && range.to >= days.from;
	};
	const dated = library.events(hit).map(({ event }) => event.date.value);
	const said = library.claims(hit).map(({ claim }) => claim.saidOn.value);
	if ([...dated, ...said].some(isInside)) return false;
	const years = sentences.flatMap(({ words }) =>
		words.flatMap(({ text }) => (/^(?:19|20)\d\d$/.test(text) ? [text] : [])),
	);
	return years.length > 0 && !years.some(isInside);
}

/** The first word of content of a question whether something happened, in Arabic its verb. */
function undoneShare(words: readonly AskedWord[], { reading }: Findings): number {
	if (reading.type !== "yes_no") return 0;
	const verb = words.find(({ word }) => word === reading.verb);
	return verb ? 1 - verb.held : 0;
}
