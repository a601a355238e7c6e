/**
 * Light stemming of one folded Arabic word after Larkey, Ballesteros and Connell (2007), "light10":
 * the conjunction و, the article with its prepositions, and the endings of number, gender and
 * possession are taken off where enough letters remain. A hollow word is better than none, so the
 * word itself comes back where nothing can be taken.
 */
export function stemArabic(word: string): string {
	return withoutEndings(withoutArticle(word));
}

/** Letters that are folded to another, or that may be written together with what follows, whatever that is. */
const openLetters = unitsOf("أ إ آ ى ة ؤ ئ و");
const alefs = unitsOf("ا أ إ آ");
/** By letter that may be the beginning of an article: the letters that make it one. */
const articleInitials = new Map(
	Object.entries({ ا: unitsOf("ل"), ل: unitsOf("ل"), ب: alefs, ك: alefs, ف: alefs }).map(
		([first, second]) => [first.charCodeAt(0), second],
	),
);

/** Of letters that blanks part. */
function unitsOf(letters: string): ReadonlySet<number> {
	return new Set(letters.split(" ").map((letter) => letter.charCodeAt(0)));
}

/** One of the Arabic letters: no mark, no tatweel. */
function isLetter(unit: number): boolean {
	return (unit >= 0x621 && unit <= 0x63a) || (unit >= 0x641 && unit <= 0x64a);
}

/**
 * The first letter of the stem of the word that begins at `at`, before the word is folded or cut out: its own,
 * where it and what follows are plain and no article; else 0.
 */
export function arabicInitialAt(text: string, at: number): number {
	const first = text.charCodeAt(at);
	if (!isLetter(first) || openLetters.has(first)) return 0;
	const makesArticle = articleInitials.get(first);
	if (!makesArticle) return first;
	const second = text.charCodeAt(at + 1);
	return isLetter(second) && !makesArticle.has(second) ? first : 0;
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

/** After a conjunction: a preposition with or without the article, or the mark of the future. */
const prepositions = ["بال", "كال", "لل", "ال", "ب", "ل", "ك", "س", ""];
const enclitics = [
	"اتهما",
	"تهما",
	"اتهم",
	"اتها",
	"اتنا",
	"اته",
	"هما",
	"تهم",
	"تها",
	"تنا",
	"وها",
	"وهم",
	"يين",
	"يون",
	"يات",
	"تين",
	"تان",
	"ته",
	"وه",
	"هم",
	"ها",
	"هن",
	"كم",
	"نا",
	"وا",
	"ات",
	"ان",
	"ون",
	"ين",
	"يه",
	"تا",
	"ه",
	"ي",
	"ا",
	"ت",
];
const shortestCore = 3;

/** The word without what may be written together with it in front: و, ف, ب, ل, ك, س and the article. */
export function withoutProclitics(word: string): string {
	const conjunction = word[0] === "و" || word[0] === "ف" ? 1 : 0;
	for (let from = word.length > shortestCore + conjunction ? conjunction : 0; ; from = 0) {
		const preposition = prepositions.find(
			(one) => word.length - from - one.length >= shortestCore && word.startsWith(one, from),
		);
		if (preposition !== undefined) return word.slice(from + preposition.length);
		if (from === 0) return word;
	}
}

/**
 * The core of a word: what is left when everything that may be an affix is taken off while three
 * letters remain. Words that share it are likely forms of one word, and only likely.
 */
export function arabicCore(word: string): string {
	let core = withoutProclitics(word);
	const ending = enclitics.find(
		(one) => core.length >= one.length + shortestCore && core.endsWith(one),
	);
	if (ending) core = core.slice(0, -ending.length);
	return core.length > shortestCore && "يتنا".includes(core[0] ?? "-") ? core.slice(1) : core;
}

/**
 * What a word may be without affixes, the word with the least taken off first: where one of them is
 * listed somewhere, it is that word. At least three letters each.
 */
export function arabicBases(word: string): string[] {
	const out = new Set<string>();
	const bare = [word, withoutArticle(word), withoutProclitics(word)];
	if (/^[وف]/.test(word) && word.length > shortestCore) bare.push(word.slice(1));
	for (const form of bare) out.add(form);
	for (const form of bare) {
		for (const ending of enclitics) {
			if (form.length < ending.length + shortestCore || !form.endsWith(ending)) continue;
			const base = form.slice(0, -ending.length);
			out.add(base);
			// Before a pronoun the feminine ending is written ت.
			if (ending.startsWith("ت") && ending !== "ت") out.add(`${base}ه`);
		}
	}
	out.delete(word);
	return [...out].sort((a, b) => b.length - a.length);
}

/** Consonants that stay when a word is inflected: صواريخ and صاروخ, يتهم and اتهام have the same. */
export function arabicRadicals(word: string): string {
	return withoutArticle(word)
		.replace(/ه$/, "")
		.replace(/[اويء]/g, "");
}

/** Whether two folded words are likely forms of one: a broken plural, a tense, a verbal noun. */
export function areArabicForms(one: string, other: string): boolean {
	const [short = "", long = ""] = [arabicRadicals(one), arabicRadicals(other)].sort(
		(a, b) => a.length - b.length,
	);
	if (short.length < 2) return false;
	return (
		short === long ||
		(long.length === short.length + 1 && "متن".includes(long[0] ?? "-") && long.endsWith(short))
	);
}
