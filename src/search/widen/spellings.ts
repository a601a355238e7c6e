import { skeleton } from "../../language/sounds/skeleton.ts";
import { arabicName, latinName, type Sounds } from "../../language/sounds/transliterate.ts";
import { isArabic } from "../../language/text/tokens.ts";
import { editDistance } from "../../language/words/ngrams.ts";
import type { SearchData } from "../search-data.ts";
import { tuning } from "../tuning.ts";
import type { AlikeTerm, CorpusWords } from "../words/corpus-words.ts";
import type { GroupBuilder } from "./word-group.ts";

/** Words of the corpus that sound like a name of the question. `listed`: the lexicon knows the word. */
export function addNames(
	group: GroupBuilder,
	word: string,
	words: CorpusWords,
	listed: boolean,
): void {
	const found = new Map<string, number>();
	for (const sounds of soundings(word)) {
		const consonants = skeleton(sounds).length;
		if (consonants < 3 && listed) continue;
		const floor = tuning.nameFloors[Math.min(consonants, 3)] ?? 1;
		for (const { term, alike } of words.soundsLike(sounds, floor)) {
			found.set(term, Math.max(alike, found.get(term) ?? 0));
		}
		if (consonants > 2) continue;
		for (const { term, alike } of words.soundsClose(word, sounds, tuning.closeFloor)) {
			found.set(term, Math.max(alike, found.get(term) ?? 0));
		}
	}
	const best = Math.max(0, ...found.values());
	for (const [term, alike] of found) {
		const rival = (alike / best) ** tuning.nameRival;
		const weight = tuning.nameWeight * alike ** tuning.namePower * rival;
		group.addTerms([term], weight, undefined, alike < tuning.sureFrom);
	}
}

/** A name may stand in the plural or the possessive where the other script has neither, or both. */
function soundings(word: string): Set<Sounds> {
	if (isArabic(word)) return new Set([arabicName(word)]);
	const out = new Set(latinName(word));
	const add = (form: string) => {
		for (const sounds of latinName(form)) out.add(sounds);
	};
	if (/[^s]s$/.test(word) && word.length > 4) add(word.slice(0, -1));
	if (/'s?$/.test(word)) add(word.replace(/'s?$/, "s"));
	return out;
}

/** A name that the corpus writes as two words: جينبينغ, جين بينغ. */
export function addSplitNames(group: GroupBuilder, word: string, words: CorpusWords): void {
	if (!isArabic(word) || word.length < 6 || word.length > 14) return;
	for (let at = 3; at <= word.length - 3; at++) {
		const left = soundAlikes(word.slice(0, at), words);
		if (left.length === 0) continue;
		for (const right of soundAlikes(word.slice(at), words)) {
			for (const { term, alike } of left) {
				group.addTerms([term, right.term], tuning.split * alike * right.alike);
			}
		}
	}
}

function soundAlikes(word: string, words: CorpusWords): AlikeTerm[] {
	const sounds = arabicName(word);
	return skeleton(sounds).length < 2 ? [] : words.soundsLike(sounds, 0.9);
}

/** Words of the lexicon within an edit, or two in a long word, of an English word nothing lists. */
export function nearListed(word: string, data: SearchData): { word: string; edits: number }[] {
	if (!/^[a-z]{4,}$/.test(word)) return [];
	const limit = word.length >= 7 ? 2 : 1;
	const out: { word: string; edits: number }[] = [];
	for (const known of data.lexicon.englishWords(word[0] ?? "")) {
		if (Math.abs(known.length - word.length) > limit) continue;
		const edits = editDistance(word, known, limit);
		if (edits > 0 && edits <= limit) out.push({ word: known, edits });
	}
	const least = Math.min(...out.map(({ edits }) => edits));
	return out.filter(({ edits }) => edits === least).slice(0, 5);
}
