import type { FurnitureRole } from "../../furniture-data.ts";
import { hasLabel, partsOf } from "../../line-parts.ts";
import { hasForm } from "../../listed-form.ts";
import type { MarkedLine } from "../../marks.ts";
import { isCapitalised } from "../../outlet/name-form.ts";
import { ownRole } from "../../own-role.ts";
import type { PageRules } from "../../page-rules.ts";
import { type ScrapScene, shapeOf, shareIn } from "./scrap-scene.ts";
import type { ScrapEvidence, ScrapSignal } from "./scrap-signals.ts";

/** Words up to which each step reaches. */
const steps: readonly [ScrapSignal, number][] = [
	["fewWords", 3],
	["someWords", 6],
	["manyWords", 10],
	["moreWords", 16],
	["mostWords", Number.POSITIVE_INFINITY],
];
/** Of its words, the fewest that others of the text have where it is no stranger there. */
const leastShare = 0.2;
/** In words: above a text, what is shorter is no standfirst. */
const shortestStandfirst = 8;
const longestInRow = 8;
/** A share, for texts whose paragraphs have next to nothing of one another. */
const leastUsual = 0.1;

/** Set phrases that a line of the page's own begins with: "Sponsored: …", «إعلان: …». */
const led = new Set<FurnitureRole>(["chrome", "promo", "block", "ending", "more"]);

type Flags = Partial<Record<ScrapSignal, boolean>>;

/** What speaks for a line of a text, by its index in the page, as no part of it. */
export function scrapEvidence(at: number, scene: ScrapScene, rules: PageRules): ScrapEvidence {
	const line = scene.lines[at];
	if (!line) return {};
	const step = steps.find(([, most]) => line.words.length <= most)?.[0] ?? "mostWords";
	const agreement = shareIn(line, scene.stems);
	const flags: Flags = {
		[step]: true,
		...placeOf(line, at, agreement, scene),
		...formOf(line, rules),
		...wordsOf(line, at, scene, rules),
	};
	const held = Object.entries(flags).flatMap(([signal, holds]) => (holds ? [[signal, 1]] : []));
	const relative = Math.min(1, agreement / Math.max(leastUsual, scene.usual));
	return {
		...(Object.fromEntries(held) as ScrapEvidence),
		agreement,
		relative,
		alike: alikeOf(line, scene),
	};
}

function placeOf(line: MarkedLine, at: number, agreement: number, scene: ScrapScene): Flags {
	const { lines, own, firstAt, lastAt, title, stops } = scene;
	const above = at < firstAt;
	const below = lastAt >= 0 && at > lastAt;
	const foreign = agreement < leastShare;
	const open = line.ending === "open";
	const isStory = (other: MarkedLine | undefined) =>
		other !== undefined && other.mark === null && other.words.length > longestInRow;
	const isShort = (other: MarkedLine | undefined) =>
		other !== undefined &&
		other.mark === null &&
		other.ending === "open" &&
		other.words.length <= longestInRow;
	return {
		stop: line.ending === "stop",
		question: line.ending === "question",
		colon: line.ending === "colon",
		openAmongStops: open && stops,
		foreignAbove: foreign && above,
		foreignInside: foreign && !above && !below,
		foreignBelow: foreign && below,
		above,
		below,
		shortAbove: above && open && line.words.length < shortestStandfirst,
		underTitle: title !== null && at === title + 1,
		first: at === own[0],
		last: at === own.at(-1),
		markedAbove: (lines[at - 1]?.mark ?? "title") !== "title",
		markedBelow: (lines[at + 1]?.mark ?? null) !== null,
		headsParagraph:
			open && !above && !below && isShort(line) && isStory(lines[at - 1]) && isStory(lines[at + 1]),
		inRow: isShort(line) && (isShort(lines[at - 1]) || isShort(lines[at + 1])),
	};
}

/** How many other lines look like a short one, as a binary logarithm. */
function alikeOf(line: MarkedLine, { shapes }: ScrapScene): number {
	const shape = shapeOf(line);
	return shape === null ? 0 : Math.log2(shapes.get(shape) ?? 1);
}

function formOf(line: MarkedLine, rules: PageRules): Flags {
	const { text } = line;
	return {
		labelled: hasLabel(text),
		bracketed: /^[([].*[)\]]\.?$/u.test(text),
		endsInBracket: /\S\s*[([][^()[\]]{2,60}[)\]]$/u.test(text),
		quoted: /["“”«»]/u.test(text),
		item: line.item,
		heading: line.heading,
		parted: partsOf(text).length > 1,
		address: /@\w|https?:|www\.|\w\.\w+\//u.test(text),
		markup: /<\/?\w[\w:-]*>/u.test(text),
		number: /\p{Nd}/u.test(text),
		clock: /\p{Nd}{1,2}[:.]\p{Nd}{2}(?!\p{Nd})/u.test(text),
		small: /^\p{Ll}/u.test(text),
		sign: /^[^\p{L}\p{N}\s"“«'‘([]/u.test(text),
		shouted: /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text),
		capitals: /^\p{Lu}/u.test(text) && line.words.length > 1 && isCapitalised(text, rules),
	};
}

function wordsOf(
	line: MarkedLine,
	at: number,
	{ own, firstAt, lastAt, publisher }: ScrapScene,
	rules: PageRules,
): Flags {
	const { furniture, outlets } = rules;
	const { words } = line;
	const has = (list: ReadonlySet<string>) => words.some(({ text }) => hasForm(text, list));
	const role = ownRole(line, furniture);
	const reader = has(furniture.readerWords);
	const ofPage = has(furniture.pageWords);
	const atEnd = at < firstAt || at > lastAt || at === own[0] || at === own.at(-1);
	return {
		ledByChrome: [...furniture.rules.at(words, 0)].some(
			({ value, end }) => value.match === "whole" && led.has(value.role) && end < words.length,
		),
		dated: role === "updated" || role === "published",
		reader,
		ofPage,
		ofPageAtEnd: (ofPage || reader) && atEnd,
		offer: has(furniture.offerWords),
		contact: has(furniture.contactWords),
		standing: has(furniture.standWords),
		reuse: has(furniture.reuseWords),
		crew: has(furniture.crewWords) || has(furniture.roleWords),
		author: furniture.authorWords.has(words[0]?.text ?? ""),
		photo: words.some((_, from) => [...furniture.photo.at(words, from)].length > 0),
		publisher: publisher !== null && ` ${line.key} `.includes(` ${publisher} `),
		outlet: words.some((_, from) => outlets.at(words, from).length > 0),
	};
}
