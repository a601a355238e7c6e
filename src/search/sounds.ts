import { arabicName, latinName, skeleton, type Sounds } from "../language/names.ts";
import { withoutArticle } from "../language/stem-arabic.ts";
import { isArabic } from "../language/tokens.ts";

/** A reading of a word of the corpus that a name can be compared with. */
export type Sounding = { id: number; sounds: Sounds };

const longest = 16;

/** Words of the corpus by their consonants, in any script. */
export class SoundIndex {
	readonly #bySkeleton = new Map<string, Sounding[]>();

	add(id: number, word: string): void {
		if (word.length < 2 || word.length > longest) return;
		const arabic = isArabic(word);
		if (!arabic && !/^[a-z\u00e0-\u024f]/.test(word)) return;
		const seen: Sounds[] = [];
		for (const form of arabic ? nameForms(word) : [word]) {
			for (const sounds of arabic ? [arabicName(form)] : latinName(form)) {
				if (seen.includes(sounds)) continue;
				seen.push(sounds);
				const key = skeleton(sounds);
				if (key.length < 2) continue;
				const list = this.#bySkeleton.get(key);
				if (list) list.push({ id, sounds });
				else this.#bySkeleton.set(key, [{ id, sounds }]);
			}
		}
	}

	get(consonants: string): readonly Sounding[] {
		return this.#bySkeleton.get(consonants) ?? [];
	}
}

/** A name may carry the article, و, or a preposition of one letter. */
function nameForms(word: string): string[] {
	const bare = withoutArticle(word);
	const forms = bare === word ? [word] : [word, bare];
	if (word.length >= 5 && "بلفك".includes(word[0] ?? "")) forms.push(word.slice(1));
	return forms;
}
