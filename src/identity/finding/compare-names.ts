/** Whether two words of names are the same word. */
export type SameWord = (asked: string, word: string) => boolean;

/** `whole`: the name itself; `part`: less or more of it than was known, and nobody else's. */
export type NameMatch = "whole" | "part" | null;

/**
 * A person's name as it was asked for beside a known one. One word is a last or a first name; of
 * several, the first and the last have to be there, or they are the head or the tail of the known name.
 * `across`: the two are written in two scripts.
 */
export function comparePersons(
	asked: readonly string[],
	known: readonly string[],
	same: SameWord,
	across = false,
): NameMatch {
	if (asked.length === 0 || known.length === 0) return null;
	if (asked.length === known.length && asked.every((word, n) => same(word, known[n] ?? "")))
		return "whole";
	if (joinedSame(asked, known, same)) return "whole";
	const [short, long, swap] =
		asked.length < known.length ? [asked, known, false] : [known, asked, true];
	const one: SameWord = swap ? (a, b) => same(b, a) : same;
	// Who is known by one name alone may be anybody of that name.
	if (swap && short.length < 2) return null;
	const shift = long.length - short.length;
	if (shift === 0) return null;
	const tail = short.every((word, n) => one(word, long[shift + n] ?? ""));
	const head = short.every((word, n) => one(word, long[n] ?? ""));
	// A first name in the other script is anybody's by its sound: Ellen and يلين.
	if (!swap && (tail || (head && !(across && short.length < 2)))) return "part";
	const ends = one(short[0] ?? "", long[0] ?? "") && one(short.at(-1) ?? "", long.at(-1) ?? "");
	return short.length > 1 && ends && inOrder(short, long, one) ? "part" : null;
}

/** شي جين بينغ and شي جينبينغ. */
function joinedSame(asked: readonly string[], known: readonly string[], same: SameWord): boolean {
	if (asked.length === known.length) return false;
	return same(asked.join(""), known.join(""));
}

function inOrder(short: readonly string[], long: readonly string[], same: SameWord): boolean {
	let at = 0;
	for (const word of long) if (same(short[at] ?? "", word)) at++;
	return at >= short.length;
}

/** A body's name: its words, without those that carry nothing, and the place of the word that says what it is. */
export type BodyName = { words: readonly string[]; head: number };

/**
 * A body as it was asked for beside a known one: all words of both, in any order, or two and more words
 * of the known name, which hold what it is (Interior Ministry) or begin it (Prairie Care).
 */
export function compareBodies(
	asked: BodyName,
	known: BodyName,
	same: SameWord,
	isOutlet = false,
): NameMatch {
	if (asked.words.length === 0 || known.words.length === 0) return null;
	const taken = new Set<number>();
	for (const word of asked.words) {
		const at = known.words.findIndex((other, n) => !taken.has(n) && same(word, other));
		if (at < 0) return null;
		taken.add(at);
	}
	if (taken.size === known.words.length) return "whole";
	// An outlet is called by the word that it begins with: BBC Arabic.
	if (asked.words.length < 2) return isOutlet && taken.has(0) ? "part" : null;
	const begins = [...taken].every((at) => at < asked.words.length);
	return taken.has(known.head) || begins ? "part" : null;
}
