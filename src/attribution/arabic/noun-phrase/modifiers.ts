import { isDefinite, isRelationalAnyNumber } from "../../../language/words/arabic-clitics.ts";
import type { Head } from "../../head-data.ts";
import { closeOf, kindAt, opensQuotation, unitAt } from "../sentence.ts";
import { hasParticle, isBoundary } from "./boundaries.ts";
import { entityAt, hasName, outletAt, type Phrase, takeName, wordAt } from "./cursor.ts";
import { readLink, readPost } from "./links.ts";
import {
	isFamilyName,
	isNameUpToSpeech,
	nameGoesOn,
	readPersonName,
	readQuotedName,
} from "./names.ts";

/** A noun phrase longer than this is no speaker: something else was read as one. */
export const longestPhrase = 16;
const longestQuotedName = 5;

/** A head and its modifiers so far. `complete`: an idafa or an article has made it definite. */
type Modified = { p: Phrase; title: boolean; kind: Head["kind"]; complete: boolean };
/** `stop`: the phrase ends with its name; `end`: it ends here, named or not. */
type Step = "next" | "stop" | "end";

/** Everything that belongs to a head: its idafa, adjectives, body, and the name it introduces. */
export function readModifiers(p: Phrase, head: Head): void {
	// Crowds have no name; somebody unnamed gets one when the phrase is definite.
	const title = head.title === true && !p.plural && (head.kind !== "anonymous" || p.definite);
	const m: Modified = { p, title, kind: head.kind, complete: p.definite };
	let step: Step = "next";
	while (step === "next" && p.at < p.end && p.at - p.from < longestPhrase) step = readModifier(m);
	if (p.kind === "anonymous" && title && hasName(p) && !p.weakName) p.kind = "person";
	if (step !== "stop") nobodyKnown(m);
}

/** "a lawyer who was there": a role without a name and without the article is nobody known. */
function nobodyKnown({ p, complete }: Modified): void {
	if (p.kind === "person" && !complete && !hasName(p) && !p.spokesperson) p.kind = "anonymous";
}

function readModifier(m: Modified): Step {
	const { p, kind } = m;
	const mark = kindAt(p.t, p.at);
	if (mark === "open" && readQuotedName(p, kind)) return "next";
	if (mark === "open" && m.title && skipQuotedBody(p)) return completed(m);
	if (mark !== "word") return "end";
	if (readOnBehalf(p)) return completed(m);
	if (readLink(p, kind, m.complete)) return completed(m);
	if (m.title && m.complete && !hasName(p) && readPost(p, (at) => nameBegins(p, at))) return "next";
	if (isBoundary(p, p.at)) return "end";
	if (readOutletModifier(p, kind)) return completed(m);
	const word = wordAt(p, p.at);
	const entity = entityAt(p, p.at);
	if (entity?.value.kind === "person") return readKnownPerson(m, entity.length);
	if (entity) {
		if (m.complete && kind !== "person" && kind !== "spokesperson") return "stop";
		p.at += entity.length;
		return completed(m);
	}
	if (isDefinite(word)) return readDefinite(m, word);
	if (hasParticle(p, p.at) && !p.g.heads.has(word)) return "end";
	if (p.g.is.reflexives.has(word)) {
		p.at++;
		return "next";
	}
	return readIndefinite(m, word);
}

/** مرشح «تحالف الجمهور» فلان: a body in quotation marks between a title and its name. */
function skipQuotedBody(p: Phrase): boolean {
	const close = opensQuotation(p.t, p.at) ? closeOf(p.t, p.at) : -1;
	if (close < 0 || close - p.at > longestQuotedName) return false;
	p.at = close + 1;
	return true;
}

function completed(m: Modified): Step {
	m.complete = true;
	return "next";
}

/** باسم introduces the body that a spokesperson speaks for; باسمها holds it. */
function readOnBehalf(p: Phrase): boolean {
	const { is } = p.g;
	const word = wordAt(p, p.at);
	if (hasName(p) || !(is.onBehalf.has(word) || is.onBehalfOwn.has(word))) return false;
	p.at++;
	if (is.onBehalfOwn.has(word)) return true;
	readRepresented(p);
	return true;
}

/** The body behind باسم: a name, one in quotation marks, or a noun with all that makes it definite. */
function readRepresented(p: Phrase): void {
	const { heads, words } = p.g;
	let complete = false;
	while (p.at < p.end) {
		const close = opensQuotation(p.t, p.at) ? closeOf(p.t, p.at) : -1;
		const word = wordAt(p, p.at);
		const entity = entityAt(p, p.at);
		if (close > 0 && close - p.at <= longestQuotedName) p.at = close + 1;
		else if (word === "" || isBoundary(p, p.at)) return;
		else if (entity && entity.value.kind !== "person") p.at += entity.length;
		else if (isDefinite(word) && heads.get(word)?.head.title !== true) p.at++;
		else if (!complete && (heads.has(word) || words.isNoun(word))) {
			p.at++;
			continue;
		} else if (!complete) p.at++;
		else return;
		complete = true;
	}
}

function readOutletModifier(p: Phrase, kind: Head["kind"]): boolean {
	if (kind !== "outlet" && kind !== "anonymous" && kind !== "organisation") return false;
	const outlet = outletAt(p, p.at);
	if (!outlet) return false;
	p.outlet = outlet.name;
	if (kind === "anonymous") p.at += outlet.length;
	else takeName(p, p.at, p.at + outlet.length, "outlet");
	if (kind === "organisation") p.kind = "outlet";
	return true;
}

function readKnownPerson({ p, kind }: Modified, length: number): Step {
	if (kind !== "person" && kind !== "spokesperson") return "stop";
	p.nameFrom = p.at;
	p.at += length;
	p.nameTo = p.at;
	return "stop";
}

/** الصحيفة النفوذ: behind a complete phrase a noun begins the object, an adjective does not. */
function readDefinite(m: Modified, word: string): Step {
	const { words, heads } = m.p.g;
	const noun = words.isNoun(word) && !words.isAdjective(word) && !isRelationalAnyNumber(word);
	if (m.complete && noun && !heads.has(word)) return "stop";
	m.p.at++;
	return completed(m);
}

function readIndefinite(m: Modified, word: string): Step {
	const { p, title, kind, complete } = m;
	const { words, heads } = p.g;
	// ناشطون تسجيلاً: an accusative is the object.
	if (/(اً|ًا)$/u.test(unitAt(p.t, p.at)?.raw ?? "")) return "end";
	if (title && complete && isNameLike(p, word) && readPersonName(p)) return "stop";
	if (heads.has(word) || words.isNoun(word)) {
		// An indefinite noun goes on with an idafa; after a complete phrase it begins the object.
		if (complete && (kind !== "anonymous" || !isAdjectiveOf(p, word))) return "stop";
		p.at++;
		return "next";
	}
	if (title && kind !== "anonymous") {
		// مدير صحة حماة، ماهر: behind an open idafa it may be a place; a name in apposition outdoes it.
		p.weakName = !complete && readPersonName(p);
		return "end";
	}
	if (complete && kind !== "anonymous" && kind !== "outlet" && kind !== "organisation")
		return "stop";
	p.at++;
	return completed(m);
}

/** A name begins at `i`, or an apposition that may hold one. */
function nameBegins(p: Phrase, i: number): boolean {
	if (kindAt(p.t, i) === "comma") return true;
	const word = wordAt(p, i);
	if (word === "" || isDefinite(word) || isBoundary(p, i) || hasParticle(p, i)) return false;
	if (entityAt(p, i)?.value.kind === "person" || isNameUpToSpeech(p, i)) return true;
	return p.g.is.insideNames.has(word) || !(p.g.words.isNoun(word) || p.g.words.isVerb(word));
}

function isNameLike(p: Phrase, word: string): boolean {
	const { is, words } = p.g;
	if (is.insideNames.has(word) || isNameUpToSpeech(p, p.at)) return true;
	if (!words.isNoun(word) && !words.isVerb(word)) return true;
	return nameGoesOn(p, p.at + 1) || isFamilyName(p, p.at + 1);
}

/** مسؤولون أمريكيون كبار، مصدر مطلع: indefinite adjectives of an indefinite head. */
function isAdjectiveOf(p: Phrase, word: string): boolean {
	return !p.definite && /(يون|يين|يه|ون|ين|ي|ه|ار)$/.test(word) && !p.g.heads.has(word);
}
