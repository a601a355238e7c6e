import { arabicName, latinName, likeness, type Sounds, skeleton } from "../language/names.ts";
import { editDistance } from "../language/ngrams.ts";
import { isArabic } from "../language/tokens.ts";
import type { SearchData } from "./data.ts";
import { type GroupBuilder, params } from "./groups.ts";
import type { PassageStore } from "./store.ts";

/** Words of the corpus that sound like a name of the question. */
export function nameAlternatives(
	group: GroupBuilder,
	word: string,
	store: PassageStore,
	listed: boolean,
): void {
	if (/^\p{Nd}/u.test(word)) return;
	const found = new Map<string, number>();
	for (const sounds of soundings(word)) {
		const key = skeleton(sounds);
		if (key.length < 2 || (key.length < 3 && listed)) continue;
		const floor = key.length < 3 ? params.nameFloorShort : params.nameFloor;
		for (const candidate of store.words.withSkeleton(key)) {
			const alike = likeness(sounds, candidate.sounds);
			if (alike < floor || candidate.word === word) continue;
			found.set(candidate.term, Math.max(alike, found.get(candidate.term) ?? 0));
		}
	}
	const best = Math.max(...found.values(), 0);
	const scale = params.nameWeight * (listed ? params.nameListed : 1);
	for (const [term, alike] of found) {
		const weight = scale * alike ** params.namePower * (alike / best) ** params.nameRival;
		group.addTerms([term], weight, "@" + term);
	}
}

/** A name may stand in the plural or the possessive where the other script has neither, or both. */
function soundings(word: string): Sounds[] {
	if (isArabic(word)) return [arabicName(word)];
	const out = new Set(latinName(word));
	if (/[^s]s$/.test(word) && word.length > 4) for (const s of latinName(word.slice(0, -1))) out.add(s);
	if (/'s?$/.test(word)) for (const s of latinName(word.replace(/'s?$/, "s"))) out.add(s);
	return [...out];
}

/** For a word that nothing lists: near spellings in the corpus and in the lexicon. */
export function spellingAlternatives(
	group: GroupBuilder,
	word: string,
	data: SearchData,
	store: PassageStore,
): void {
	if (/^\p{Nd}/u.test(word) || word.length < 5) return;
	const edits = word.length >= 8 ? 2 : 1;
	for (const known of data.lexicon.englishWords(word[0] ?? "")) {
		const distance = editDistance(word, known, edits);
		if (distance > edits) continue;
		const match = data.lexicon.matchEnglish([known], 0);
		for (const { entry, exact } of match?.entries ?? []) {
			if (!exact) continue;
			for (const term of data.lexicon.entry(entry).arabic) group.addText(term, 0.8 / distance, data);
		}
	}
	void store;
}

/** A name that the corpus writes as two words: جينبينغ, جين بينغ. */
export function splitAlternatives(group: GroupBuilder, word: string, store: PassageStore): void {
	if (!isArabic(word) || word.length < 6) return;
	for (let at = 3; at <= word.length - 3; at++) {
		const left = soundAlikes(word.slice(0, at), store);
		if (left.length === 0) continue;
		for (const right of soundAlikes(word.slice(at), store)) {
			for (const l of left) group.addTerms([l.term, right.term], params.split * l.alike * right.alike, "+" + l.term + " " + right.term);
		}
	}
}

function soundAlikes(word: string, store: PassageStore): { term: string; alike: number }[] {
	const sounds = arabicName(word);
	const key = skeleton(sounds);
	if (key.length < 2) return [];
	const out = new Map<string, number>();
	for (const candidate of store.words.withSkeleton(key)) {
		const alike = candidate.word === word ? 1 : likeness(sounds, candidate.sounds);
		if (alike >= 0.9) out.set(candidate.term, Math.max(alike, out.get(candidate.term) ?? 0));
	}
	return [...out].map(([term, alike]) => ({ term, alike }));
}
