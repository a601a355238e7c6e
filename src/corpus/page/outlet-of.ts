import type { Outlet } from "../../identity/outlets.ts";
import { isArabic, tokens } from "../../language/text/tokens.ts";
import { hasFor, withoutPreposition } from "../../language/words/arabic-clitics.ts";
import type { ClassifiedPage } from "./classify.ts";
import { titleSuffix } from "./head/find-head.ts";
import type { MarkedLine } from "./marks.ts";
import { copyrightOwner } from "./outlet/finding/copyright.ts";
import { isOrFor } from "./outlet/name-form.ts";
import type { PageRules } from "./page-rules.ts";

/** An article that lets people speak to the same outlet twice, unintroduced, is that outlet's own. */
const fewestSelfReferences = 2;

/**
 * The publisher, where the page shows it: the owner in its copyright line, its masthead or title
 * suffix, what it asks readers to follow, its own page template, or people who speak "to us" by name.
 * An agency or newspaper that is merely cited is never taken. Null when unsure.
 */
export function outletOf(page: ClassifiedPage, rules: PageRules, arabic: boolean): string | null {
	const owner = copyrightOwner(page.lines, rules);
	const listed = owner === null || rules.outlets.byName(owner) !== null;
	const unknown = page.outlet;
	const name =
		(listed ? owner : unknown) ??
		fromMasthead(page, rules) ??
		unknown ??
		fromPromotion(page, rules) ??
		fromSelfReference(page, rules, arabic) ??
		fromTemplate(page, rules);
	return name && editionOf(rules.outlets.named(name)?.name ?? name, rules, arabic);
}

/** An outlet's Arabic edition on an Arabic page, where it has one. */
function editionOf(name: string, rules: PageRules, arabic: boolean): string {
	const edition = arabic ? rules.outlets.byName(name)?.arabicEdition : undefined;
	return edition ?? name;
}

function fromTemplate({ lines }: ClassifiedPage, rules: PageRules): string | null {
	const seen = new Map<Outlet, Set<string>>();
	/** Labels of pictures are used by others too: something else of the template has to be there. */
	const telling = new Set<Outlet>();
	for (const line of lines) {
		for (const { value, end } of rules.outlets.templates.at(line.words, 0)) {
			const own = seen.get(value) ?? new Set();
			own.add(
				line.words
					.slice(0, Math.min(2, end))
					.map((word) => word.text)
					.join(" "),
			);
			seen.set(value, own);
			if (line.mark !== "caption" && line.mark !== "captionLabel") telling.add(value);
		}
	}
	const [best] = [...seen]
		.filter(([outlet, found]) => found.size >= 2 && telling.has(outlet))
		.sort((a, b) => b[1].size - a[1].size);
	return best?.[0].name ?? null;
}

/** A line that is an outlet's name: above the title, or beside it where no agency is meant. */
function fromMasthead({ lines, title }: ClassifiedPage, rules: PageRules): string | null {
	const first = lines.findIndex((line, i) => line.mark === null && i > (title?.index ?? -1));
	const top = first < 0 ? lines.length : first;
	for (const [index, line] of lines.slice(0, top).entries()) {
		if (index === title?.index) {
			const suffix = titleSuffix(line.text);
			const named = suffix ? rules.outlets.named(suffix) : null;
			if (named) return named.name;
			continue;
		}
		if (line.mark === "source" || line.mark === "caption" || line.mark === "related") continue;
		const named = line.words.length <= 6 ? rules.outlets.named(line.text) : null;
		const own = named && (index < (title?.index ?? 0) || named.kind !== "agency");
		if (own) return named.name;
		const place = /^(.{2,40}?)\s*[-–—/:،,]\s*[«"“]?([^()[\]:]{3,40}?)[»"”]?$/u.exec(line.text);
		const behind = line.words.length <= 7 && place ? rules.outlets.named(place[2] ?? "") : null;
		if (behind && behind.kind !== "agency" && line.mark !== "title") return behind.name;
	}
	return null;
}

/** "Follow X on …", "download the X app", where one outlet is named. */
function fromPromotion({ lines }: ClassifiedPage, rules: PageRules): string | null {
	const found = new Set<string>();
	for (const line of lines) {
		if (
			line.mark !== "promo" ||
			!line.words.some((word) => rules.furniture.selfPromotion.has(word.text))
		)
			continue;
		for (let at = 0; at < line.words.length; at++) {
			const hit = rules.outlets
				.at(line.words, at)
				.find((h) => !h.ambiguous && h.outlet.kind !== "agency");
			if (hit) found.add(hit.outlet.name);
		}
	}
	const [only] = found;
	return found.size === 1 && only ? only : null;
}

/** "قال … لبي بي سي": spoken to by name, without "the network" or "the newspaper" before it. */
function fromSelfReference(page: ClassifiedPage, rules: PageRules, arabic: boolean): string | null {
	if (!arabic) return null;
	const counts = new Map<string, number>();
	for (const index of page.kinds.keys()) {
		const line = page.lines[index];
		if (!line) continue;
		for (const [at, word] of line.words.entries()) {
			if (!hasFor(word.text) || word.text.length < 3) continue;
			const bare = tokens(bareName(line, at));
			const hit = rules.outlets.at(bare, 0).find((h) => !h.ambiguous);
			const before = line.words[at - 1]?.text ?? "";
			if (!hit || hit.outlet.kind === "agency" || isOrFor(before, rules.furniture.introducers))
				continue;
			counts.set(hit.outlet.name, (counts.get(hit.outlet.name) ?? 0) + 1);
		}
	}
	const [best] = [...counts].sort((a, b) => b[1] - a[1]);
	return best && best[1] >= fewestSelfReferences && counts.size === 1 ? best[0] : null;
}

/** The words from `at` on without the ل that is written onto the first, for names of up to five words. */
function bareName(line: MarkedLine, at: number): string {
	const words = line.words.slice(at, at + 5).map((word) => word.text);
	const first = words[0] ?? "";
	const bare = withoutPreposition(first);
	return isArabic(bare) ? [bare, ...words.slice(1)].join(" ") : "";
}
