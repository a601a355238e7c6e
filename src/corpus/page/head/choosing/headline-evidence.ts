import { hasLabel, partsOf } from "../../line-parts.ts";
import type { Mark, MarkedLine } from "../../marks.ts";
import { isParagraph } from "../../marks.ts";
import { isMotto } from "../../outlet/finding/motto-names.ts";
import {
	isBody,
	isCapitalised,
	isMasthead,
	isOutletName,
	isSection,
	isSectionRow,
} from "../../outlet/name-form.ts";
import type { PageRules } from "../../page-rules.ts";
import { inMenu, inRow, inTwiceHeader, isRow, isTicker } from "../headline-rows.ts";
import { isDated } from "../is-dated.ts";
import { isPlaceline } from "../standfirst.ts";
import type { HeadlineCandidate, HeadlineScene } from "./headline-scene.ts";
import type { HeadlineEvidence, HeadlineSignal } from "./headline-signals.ts";

/** Words up to which each step reaches. */
const steps: readonly [HeadlineSignal, number][] = [
	["oneWord", 1],
	["twoWords", 2],
	["fewWords", 4],
	["someWords", 8],
	["manyWords", 15],
	["mostWords", Number.POSITIVE_INFINITY],
];
/** In words: a kicker, and the shortest standfirst. */
const longestKicker = 3;
const shortestStandfirst = 7;
const longestPath = 12;
const shortestOpening = 6;
/** Of its words that a standfirst has from the text. */
const leastOfStandfirst = 0.3;

const days = new Set<Mark | null>(["date", "published", "updated"]);
const offers = new Set<Mark | null>(["chrome", "promo", "menu", "related"]);

type Flags = Partial<Record<HeadlineSignal, boolean>>;

/** What speaks for and against a line as the headline of its page. */
export function headlineEvidence(
	candidate: HeadlineCandidate,
	scene: HeadlineScene,
	rules: PageRules,
): HeadlineEvidence {
	const { line, index, agreement, ofLead } = candidate;
	const step = steps.find(([, most]) => line.words.length <= most)?.[0] ?? "mostWords";
	const flags = {
		[step]: true,
		...formOf(candidate, scene),
		...nameOf(line, scene, rules),
		...placeOf(candidate, scene),
		...neighboursOf(candidate, scene),
		...leadOf(candidate, scene, rules),
	};
	const held = Object.entries(flags).flatMap(([signal, holds]) => (holds ? [[signal, 1]] : []));
	const between = scene.candidates.filter((other) => other.index > index).length;
	return {
		...(Object.fromEntries(held) as HeadlineEvidence),
		agreement,
		ofLead,
		relative: scene.most > 0 ? agreement / scene.most : 0,
		distance: Math.log2(1 + between),
		agreed: Math.log2(1 + agreement * line.words.length),
	};
}

function formOf(
	{ line, agreement }: HeadlineCandidate,
	{ measure, most, mostWords }: HeadlineScene,
): Flags {
	return {
		foreign: agreement === 0,
		closest: agreement > 0 && agreement === most,
		mostAgreed: agreement > 0 && agreement * line.words.length === mostWords,
		heading: line.heading,
		item: line.item,
		paragraph: line.mark === null && isParagraph(line, measure),
		stop: line.ending === "stop",
		question: line.ending === "question",
		colon: line.ending === "colon",
		labelled: hasLabel(line.text),
		quoted: /^["'“«‘]/u.test(line.text),
		furniture: offers.has(line.mark),
		ticker: isTicker(line) || line.mark === "more",
	};
}

function nameOf(line: MarkedLine, { owners }: HeadlineScene, rules: PageRules): Flags {
	return {
		masthead: isMasthead(partsOf(line.text)[0]?.text ?? "", rules),
		outletName: isOutletName(line.text, rules),
		publicBody: isBody(line.text, rules),
		section: isSection(line.text, rules),
		sectionRow: isSectionRow(line.text, rules),
		placeline: isPlaceline(line, rules),
		row: isRow(line.text),
		path: /\p{L}\s*[>›»]\s*\p{L}/u.test(line.text) && line.words.length <= longestPath,
		capitals: /^\p{Lu}/u.test(line.text) && isCapitalised(line.text, rules),
		motto: isMotto(line, rules),
		owner: owners.some((owner) => owner.includes(line.key)),
	};
}

function placeOf({ line, index }: HeadlineCandidate, scene: HeadlineScene): Flags {
	const { lines, head, candidates, counts, menu } = scene;
	const again = (at: number) => (counts.get(head[at]?.key ?? "") ?? 0) > 1;
	const others = candidates.filter((other) => other.index !== index);
	const has = (long: string, short: string) => ` ${long} `.includes(` ${short} `);
	return {
		first: index === 0,
		opens:
			index === 0 &&
			line.words.length >= shortestOpening &&
			!offers.has(line.mark) &&
			partsOf(line.text).length === 1,
		last: candidates.at(-1)?.index === index,
		gapBefore: line.gapBefore,
		gapBelow: lines[index + 1]?.gapBefore ?? true,
		again: again(index),
		within: others.some(({ line: { key } }) => key !== line.key && has(key, line.key)),
		holds: others.some(({ line: { key } }) => key !== line.key && has(line.key, key)),
		inMenu: inMenu(head, index),
		inRow: inRow(head, index),
		inTwice: inTwiceHeader(head, index, again),
		underMenu: menu >= 0 && index > menu,
		overMenu: index < menu,
	};
}

function neighboursOf(
	{ line, index, agreement }: HeadlineCandidate,
	{ lines, candidates }: HeadlineScene,
): Flags {
	const twin = lines[index + 1]?.key === line.key ? 1 : 0;
	const [above, below] = [lines[index - 1], lines[index + 1 + twin]];
	const nextTo = (at: number) => candidates.find((other) => other.index === at);
	const [over, under] = [nextTo(index - 1), nextTo(index + 1 + twin)];
	return {
		overByline: below?.mark === "byline",
		overDay: below !== undefined && (below.date !== null || days.has(below.mark)),
		underDay: above !== undefined && (above.date !== null || days.has(above.mark)),
		overStandfirst:
			under !== undefined &&
			under.line.words.length > Math.max(shortestStandfirst, line.words.length) &&
			under.agreement >= leastOfStandfirst,
		underHeadline:
			over !== undefined &&
			over.line.words.length >= longestKicker &&
			over.line.words.length < line.words.length &&
			over.agreement >= agreement,
		underKicker:
			above !== undefined &&
			above.date === null &&
			above.ending === "open" &&
			above.words.length <= longestKicker,
	};
}

/** Words that a standfirst has more than its headline. */
const moreWords = 3;

/** A headline of a few words over its standfirst looks as a section over its headline does. */
function leadOf(
	{ line, index }: HeadlineCandidate,
	{ lines, candidates }: HeadlineScene,
	rules: PageRules,
): Flags {
	const isShort = (short: MarkedLine | undefined, long: MarkedLine) =>
		short !== undefined &&
		short.mark === null &&
		short.ending === "open" &&
		long.words.length >= short.words.length + moreWords &&
		!isSection(short.text, rules) &&
		!isMasthead(short.text, rules);
	const under = candidates.find((other) => other.index === index + 1);
	const isHeadlined = (text: string) => /^\p{Lu}/u.test(text) && isCapitalised(text, rules);
	return {
		titleCase:
			under !== undefined &&
			line.words.length > longestKicker &&
			isShort(line, under.line) &&
			isHeadlined(line.text) &&
			!isHeadlined(under.line.text),
		overLead:
			line.words.length >= longestKicker &&
			under !== undefined &&
			isShort(line, under.line) &&
			isDated(lines, under.index),
		underShort: isShort(lines[index - 1], line),
	};
}
