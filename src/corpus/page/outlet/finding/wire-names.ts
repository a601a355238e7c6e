import { foldWords } from "../../../../language/text/phrase-index.ts";
import type { MarkedLine } from "../../marks.ts";
import type { PageRules } from "../../page-rules.ts";
import type { FoundName } from "../name-places.ts";

/** Paragraphs in which a place, a day and the agency's name may begin. */
const leadParagraphs = 2;
/** Where the bracket of a dateline closes, at the latest. */
const datelineWidth = 90;
/** Lines at a page's end among which a text is signed. */
const lastLines = 8;

/**
 * "TUNIS, March 6 (Maghreb Wire) -", «الخور في 3 مايو / أنباء الخور /»: who sends it stands in brackets or between slashes before
 * the text begins. What a known agency sends is printed by others too.
 */
export function datelineNames(lines: readonly MarkedLine[], rules: PageRules): FoundName[] {
	const lead = lines.filter((line) => line.mark === null && line.words.length >= 8);
	return lead.slice(0, leadParagraphs).flatMap((line): FoundName[] => {
		const start = line.text.slice(0, datelineWidth);
		const name =
			/^[^().]{2,60}\(([^()]{3,40})\)\s*[-–—:]/u.exec(start)?.[1] ??
			/^[^()./]{2,60}\s\/\s([^()/]{3,40}?)\s\/\s/u.exec(start)?.[1];
		if (!name) return [];
		return [{ name, place: rules.outlets.named(name)?.kind === "agency" ? "wire" : "dateline" }];
	});
}

/** Behind the text: "(Maghreb Wire)", «--(أنباء الخور)», «أنباء الخور/سامر حداد». */
export function signingNames(lines: readonly MarkedLine[]): FoundName[] {
	return lines.slice(-lastLines).flatMap((line): FoundName[] => {
		const name =
			/^[-–—ـ\s]*\(([^()]{3,40})\)$/u.exec(line.text)?.[1] ??
			/^([^\s/][^/]{1,30}[^\s/])\/[^\s/][^/]{2,30}(?:\/[^/]{2,30})?$/u.exec(line.text)?.[1];
		return name ? [{ name, place: "signed" }] : [];
	});
}

/** "From: The Harbour Gazette <news@harbour.example>": who sent the letter that was kept. */
export function senderNames(lines: readonly MarkedLine[], { furniture }: PageRules): FoundName[] {
	return lines.slice(0, lastLines).flatMap((line): FoundName[] => {
		const name = /^[^:：<]{2,14}[:：]\s*([^<>]{3,60}?)\s*<[^<>]{2,60}>$/u.exec(line.text)?.[1];
		if (!name) return [];
		// «نشرة «X»»: what kind of letter it is stands before its name.
		const [, kind = "", quoted] = /^(\p{L}+)\s+[«"“]([^«»"“”]{3,40})[»"”]$/u.exec(name) ?? [];
		const isKind = furniture.outletWords.has(foldWords(kind).join(" "));
		const own = quoted && isKind ? quoted : name.replace(/^["“]|["”]$/gu, "");
		return [{ name: own, place: "sender" }];
	});
}
