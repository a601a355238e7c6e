import type { Language } from "../../../src/domain/sets/languages.ts";
import type { BlockLine } from "../../shared/answer/block-line.ts";
import { marked } from "../../shared/answer/cited-lines.ts";
import { hasArabic, isolate } from "../../shared/clean.ts";
import { directionMark } from "../../shared/direction.ts";
import { split } from "../../shared/split.ts";

/**
 * Text that Discord shows as it is: no emphasis, code, spoiler, link, mention, emoji or timestamp
 * comes of it, nor a heading, list or quote where it begins a line.
 */
export function plain(text: string): string {
	return unmarked(text).replace(
		/^([\s\u2066-\u2069\u200e\u200f]*)([#+-]|\d{1,9}(?=[.)]))/,
		(_, blanks, mark) => (/\d/.test(mark) ? `${blanks}${mark}\\` : `${blanks}\\${mark}`),
	);
}

/** The same where something else begins the line. */
function unmarked(text: string): string {
	return text.replace(/[\\*_~|`[\]<>@]/g, "\\$&").replace(/:(?=[\w/])/g, "\\:");
}

/** Longest address that is made a link: a longer one would push its text out of the message. */
const longestLink = 1_000;

/** An address inside `[text](address)`; null where it is none of the web's. */
function linkTarget(url: string | undefined): string | null {
	if (!url || !URL.canParse(url)) return null;
	const { protocol, href } = new URL(url);
	if (protocol !== "https:" && protocol !== "http:") return null;
	// The mark before a text that browsers look for is told by its letters as they are.
	const safe = href.replace(/#cited:~:text=|[()<>\\*_~|`[\]]/g, (found) =>
		found.length > 1 ? found : `%${found.charCodeAt(0).toString(16).toUpperCase()}`,
	);
	return safe.length <= longestLink ? safe : null;
}

const prefixes: Record<BlockLine["role"], string> = {
	heading: "### ",
	source: "",
	legend: "-# ",
	item: "",
	quote: "",
	context: "",
	place: "-# ",
	counter: "",
	note: "-# ",
	count: "-# ",
};

/**
 * Clients that give each line the direction of its first letter do not look into isolates: they
 * need a mark before them.
 */
export const fromTheRight = "\u200f";

/** Beginnings that stand out; in small print they do not. */
const bold: ReadonlySet<BlockLine["role"]> = new Set(["source", "item", "counter"]);
/** Longest such beginning that shares a line with the words behind it. */
const longestStrong = 600;

/** One line as Discord's markdown, in pieces of at most `most` units where it is longer. */
export function markup(line: BlockLine, most: number): string[] {
	const { role, language, strong = "" } = line;
	const target = linkTarget(line.url);
	const begun = `${line.indent > 0 ? "> " : ""}${prefixes[role]}${language === "ar" ? fromTheRight : ""}`;
	const linked = (piece: string) => (target ? `[${plain(piece)}](${target})` : plain(piece));
	const stars = bold.has(role);
	const strongly = (piece: string) => {
		if (!stars) return linked(piece);
		return target ? `**[${unmarked(piece)}](${target})**` : `**${unmarked(piece)}**`;
	};
	const pieces = (words: string, room: number, inside: (piece: string) => string, head = begun) =>
		split(directed(words, language), room, (piece) => (head + inside(piece)).length).map(
			(piece) => head + inside(piece),
		);
	const words = role === "quote" ? marked(line) : line.text;
	if (!strong) return pieces(words, most, role === "place" ? linked : plain);
	if (!words.trim()) return pieces(strong, most, strongly);
	const head = begun + strongly(directed(strong, language));
	if (strong.length > longestStrong || head.length > most / 2)
		return [...pieces(strong, most, strongly), ...pieces(words.trimStart(), most, plain)];
	const blank = /^\s*/.exec(words)?.[0] ?? "";
	// What follows has a direction of its own, so that a break leaves none open.
	const room = most - head.length - blank.length + begun.length;
	const [first = "", ...more] = pieces(words.slice(blank.length), room, plain);
	return [head + blank + first.slice(begun.length), ...more];
}

/** A line runs as its language does, whatever it begins with and whatever stands around it. */
export function directed(text: string, language: Language): string {
	if (language !== "ar" && !hasArabic(text)) return text;
	return isolate(directionMark(text, language) + text);
}

/** Words of ours or of a person that may be shortened, visibly: never a source. */
export function shortened(text: string, most: number): string {
	const [piece = ""] = split(text, most - 1);
	return piece.length < text.trimEnd().length ? `${piece}…` : piece;
}
