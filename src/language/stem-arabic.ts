/**
 * Light stemming of one folded Arabic word after Larkey, Ballesteros and Connell (2007), "light10":
 * the conjunction و, the article with its prepositions, and the endings of number, gender and
 * possession are taken off where enough letters remain. A hollow word is better than none, so the
 * word itself comes back where nothing can be taken.
 */
export function stemArabic(word: string): string {
	return withoutEndings(withoutArticle(word));
}

const articles = ["ال", "وال", "بال", "كال", "فال", "لل"];
const endings = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"];

/** The word without the conjunction و and without the article and what is written together with it. */
export function withoutArticle(word: string): string {
	for (const article of articles) {
		if (word.length >= article.length + 2 && word.startsWith(article)) {
			return word.slice(article.length);
		}
	}
	if (word.length < 4 || !word.startsWith("و")) return word;
	const bare = word.slice(1);
	return bare.length >= 4 && bare.startsWith("لل") ? bare.slice(2) : bare;
}

function withoutEndings(word: string): string {
	let stem = word;
	for (const ending of endings) {
		if (stem.length >= ending.length + 2 && stem.endsWith(ending)) {
			stem = stem.slice(0, -ending.length);
		}
	}
	return stem;
}

/**
 * The imperfect in its other persons, from the form with ي: يكتب → تكتب, نكتب, اكتب. Empty for a
 * word that is no such form.
 */
export function imperfectForms(word: string): string[] {
	if (word.length < 4 || !word.startsWith("ي")) return [];
	const rest = word.slice(1);
	return [`ت${rest}`, `ن${rest}`, `ا${rest}`];
}

const proclitics = /^(?:وال|فال|بال|كال|ولل|فلل|لل|ال|[وف][بلكس]?(?=...)|[بلكس](?=...))/;
const personPrefix = /^[يتنا]/;
const enclitics = [
	"اتهما", "اتهم", "اتها", "اتنا", "اته", "تهما", "تهم", "تها", "تنا", "ته", "هما", "وها", "وهم", "وه",
	"هم", "ها", "هن", "كم", "نا", "يين", "يون", "يات", "تين", "تان", "وا", "ات", "ان", "ون", "ين", "يه", "تا", "ه", "ي", "ا", "ت",
];

/** The core of a word: everything that may be an affix taken off while three letters remain. */
export function arabicCore(word: string): string {
	let core = word;
	for (;;) {
		const next = core.replace(proclitics, "");
		if (next.length < 3 || next === core) break;
		core = next;
	}
	for (const ending of enclitics) {
		if (core.length >= ending.length + 3 && core.endsWith(ending)) {
			core = core.slice(0, -ending.length);
			break;
		}
	}
	if (core.length >= 4) core = core.replace(personPrefix, "");
	return core;
}
