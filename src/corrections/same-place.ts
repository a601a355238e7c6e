import type { Article, Claim, Passage, Span } from "../domain/article.ts";
import {
	type ArticlePlace,
	type ClaimPlace,
	longestWords,
	type PassagePlace,
} from "../domain/corrections.ts";
import { fold } from "../language/text/normalise.ts";

/** Share of the shorter of two stretches from which they are the same words, read with other ends. */
const sameStretch = 0.8;
/** Share of the longer one from which what is said of one may be said of the other. */
const sameExtent = 0.5;
/** Shorter words recur anywhere. */
const fewestLetters = 12;

export function articlePlaceOf({
	id,
	url,
	source,
	title,
}: Pick<Article, "id" | "url" | "source" | "title">): ArticlePlace {
	return { id, url, file: source.file, title };
}

export function passagePlaceOf({ text, source }: Passage): PassagePlace {
	const { line, start, end } = source;
	return { words: remembered(text), line, start, end };
}

export function claimPlaceOf({ quote, source, speaker, act }: Claim): ClaimPlace {
	const { line, start, end } = source;
	return { words: remembered(quote), line, start, end, speaker: speaker.name, act };
}

function remembered(text: string): string {
	return text.slice(0, longestWords);
}

/** Whether this is the article, or a later version of it: at the same address, or of one file under one title. */
export function isArticle(place: ArticlePlace, head: ArticlePlace): boolean {
	if (place.id === head.id) return true;
	if (place.url !== null) return place.url === head.url;
	// Extracted text is filed under its article's id.
	const isFile = !place.file.startsWith("sources/") && place.file === head.file;
	return isFile && head.url === null && place.title !== null && place.title === head.title;
}

/** `isSameText`: of what is looked through: the very text that the place was noted in, whose places count. */
export function isPassage(place: PassagePlace, passage: Passage, isSameText: boolean): boolean {
	const how = covers(place, passage.text, isSameText ? passage.source : null);
	return how !== "no" && how !== "part";
}

/** Whether the words are, or hold, or are held by, what was taken down. */
export function isOfPlace(place: PassagePlace, text: string): boolean {
	return covers(place, text, null) !== "no";
}

/**
 * The claim that was meant, as this reading has it: of the same words, else of words that reach a
 * little less or more far. Null where there is none, or where it could be one of several.
 */
export function claimMeant(
	place: ClaimPlace,
	claims: readonly Claim[],
	isSameText: boolean,
): Claim | null {
	const covered = claims.map((claim) => ({
		claim,
		how: covers(place, claim.quote, isSameText ? claim.source : null),
	}));
	for (const wanted of ["same", "alike"] as const) {
		const found = covered.filter(({ how }) => how === wanted).map(({ claim }) => claim);
		for (const among of [
			found,
			found.filter(({ source }) => isSamePlace(place, source)),
			found.filter(({ speaker }) => fold(speaker.name) === fold(place.speaker)),
			found.filter(
				({ speaker, act }) => fold(speaker.name) === fold(place.speaker) && act === place.act,
			),
		])
			if (among.length === 1) return among[0] ?? null;
		if (found.length > 0) return null;
	}
	return null;
}

/** Every claim in these words, whoever is said to speak: what is taken down comes back under no other name. */
export function claimsWithin(
	place: ClaimPlace,
	claims: readonly Claim[],
	isSameText: boolean,
): Claim[] {
	const meant = claimMeant(place, claims, isSameText);
	if (meant) return [meant];
	return claims.filter(
		({ quote, source }) => covers(place, quote, isSameText ? source : null) !== "no",
	);
}

type Cover = "same" | "alike" | "part" | "no";

/** `alike`: nearly as long; `part`: one is a small part of the other. */
function covers(place: PassagePlace, text: string, source: Span | null): Cover {
	const [a, b] = [fold(place.words), fold(remembered(text))];
	if (a === b) return "same";
	const [short, long] = a.length < b.length ? [a, b] : [b, a];
	let shared = short.length >= fewestLetters && long.includes(short) ? short.length : 0;
	if (shared === 0 && source) shared = sharedAt(place, source, short);
	if (shared < sameStretch * short.length) return "no";
	return shared >= sameExtent * long.length ? "alike" : "part";
}

/** Units that two stretches of one line share: the words of both are of one text, or it is none. */
function sharedAt(place: PassagePlace, source: Span, short: string): number {
	if (place.start === null || place.end === null) return 0;
	if (source.start === null || source.end === null || source.line !== place.line) return 0;
	const shared = Math.min(place.end, source.end) - Math.max(place.start, source.start);
	return Math.min(Math.max(0, shared), short.length);
}

function isSamePlace(place: PassagePlace, { line, start }: Span): boolean {
	return line === place.line && start === place.start;
}
