import { isDefinite, withoutPreposition } from "../../../language/words/arabic-clitics.ts";
import type { Head } from "../../head-data.ts";
import { closeOf, kindAt, opensQuotation } from "../sentence.ts";
import { isBoundary, isDefiniteModifier, skipDefiniteModifiers } from "./boundaries.ts";
import { entityAt, hasName, outletAt, type Phrase, wordAt } from "./cursor.ts";

/** في, من, ل or على that tie a place, a body or a subject to the head. */
export function readLink(p: Phrase, kind: Head["kind"], complete: boolean): boolean {
	const word = wordAt(p, p.at);
	if (kind !== "person" && p.g.is.bodyLinks.has(word) && readBody(p)) return true;
	if (kind === "anonymous" && p.g.is.matterLinks.has(word) && isDefinite(wordAt(p, p.at + 1))) {
		// مطلع على المناقشات
		p.at += 2;
		skipDefiniteModifiers(p);
		return true;
	}
	if (kind === "organisation" && complete && isPurpose(p, word)) {
		p.at++;
		skipDefiniteModifiers(p);
		return true;
	}
	const owned = kind === "document" || (kind === "person" && complete);
	return owned && /^ل/.test(word) && word.length > 3 && !hasName(p) && readOwner(p, word);
}

/** مصدر في الوزارة, مسؤول من الأمم المتحدة */
function readBody(p: Phrase): boolean {
	const named = entityAt(p, p.at + 1)?.length;
	const headed = p.g.heads.get(wordAt(p, p.at + 1))?.head.kind === "organisation" ? 1 : 0;
	const length = named ?? headed;
	if (length === 0) return false;
	p.at += 1 + length;
	while (p.at < p.end && (isDefiniteModifier(p, p.at) || isPurpose(p, wordAt(p, p.at)))) p.at++;
	return true;
}

/**
 * القيادي في الحركة فلان، الموفدة إلى فيينا فلانة: the post between a title and the name. Nothing is
 * read where no name follows, as in "the minister in Cairo".
 */
export function readPost(p: Phrase, nameBegins: (at: number) => boolean): boolean {
	const { is, heads, words } = p.g;
	if (!is.bodyLinks.has(wordAt(p, p.at)) && !is.postLinks.has(wordAt(p, p.at))) return false;
	const from = p.at;
	p.at++;
	const entity = entityAt(p, p.at);
	const word = wordAt(p, p.at);
	const definite = isDefinite(word) && !is.stops.has(word);
	const place = word !== "" && !words.isNoun(word) && !isBoundary(p, p.at);
	if (!entity && !definite && !heads.has(word) && !place) {
		p.at = from;
		return false;
	}
	p.at += entity?.length ?? 1;
	while (p.at < p.end && (isDefiniteModifier(p, p.at) || isPurpose(p, wordAt(p, p.at)))) p.at++;
	if (nameBegins(p.at)) return true;
	p.at = from;
	return false;
}

/** المركز الوطني للزلازل، الاتحاد السعودي لكرة القدم: what a body is for; not whom it told. */
function isPurpose(p: Phrase, word: string): boolean {
	const next = wordAt(p, p.at + 1);
	const withArticle = word.startsWith("لل");
	const rest = withArticle ? word.slice(2) : word.slice(1);
	if (!/^ل/.test(word) || rest.length < 3) return false;
	if (p.g.heads.has(rest) || p.g.heads.has(`ال${rest}`) || outletAt(p, p.at, rest)) return false;
	return withArticle || (p.g.words.isNoun(rest) && isDefinite(next));
}

/** الأمين العام للأمم المتحدة، تقرير لمجلة كذا: the body behind a title or a document. */
function readOwner(p: Phrase, word: string): boolean {
	const body = withoutPreposition(word);
	const outlet = outletAt(p, p.at, body);
	const entity = entityAt(p, p.at, body);
	const head = p.g.heads.get(body);
	const ofOutlet = head?.head.kind === "outlet";
	if (!outlet && !entity && !head && !word.startsWith("لل")) return false;
	if ((outlet || ofOutlet) && p.kind === "person") return false;
	p.at += Math.max(1, outlet?.length ?? 0, entity?.length ?? 0);
	if (outlet) p.outlet = outlet.name;
	else if (ofOutlet) readOutletOf(p);
	const close = opensQuotation(p.t, p.at) ? closeOf(p.t, p.at) : -1;
	if (close > 0 && close - p.at <= 5) p.at = close + 1;
	skipDefiniteModifiers(p);
	return true;
}

/** لمجلة فلان: the name behind the noun, known or not. */
function readOutletOf(p: Phrase): void {
	const name = outletAt(p, p.at);
	if (name) {
		p.outlet = name.name;
		p.at += name.length;
	} else if (kindAt(p.t, p.at) === "word" && !isBoundary(p, p.at)) p.at++;
}
