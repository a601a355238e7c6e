import { tokens } from "../language/text/tokens.ts";

type Texts = () => readonly (string | null | undefined)[];

/** Words are cut once for each thing that holds them: every question compares them anew. */
function cut(
	known: WeakMap<object, ReadonlySet<string>>,
	of: object,
	texts: Texts,
): ReadonlySet<string> {
	let words = known.get(of);
	if (!words) {
		words = new Set(
			texts().flatMap((text) => (text ? tokens(text).map((token) => token.text) : [])),
		);
		known.set(of, words);
	}
	return words;
}

const whole = new WeakMap<object, ReadonlySet<string>>();

/** The folded words of a claim or a passage, whose texts are `texts`. */
export function wordsOf(of: object, texts: Texts): ReadonlySet<string> {
	return cut(whole, of, texts);
}

type Stated = { quote: string; paraphrase?: { ar: string; en: string } | undefined };
const stated = new WeakMap<object, ReadonlySet<string>>();

/** The words of what a claim or an event says, without its speaker and topics. */
export function statedWords(of: Stated): ReadonlySet<string> {
	return cut(stated, of, () => [of.quote, of.paraphrase?.ar, of.paraphrase?.en]);
}

/** Share of `wanted` that is among `words`, 0 to 1; 1 where nothing is wanted. */
export function shareHeld(wanted: ReadonlySet<string>, words: ReadonlySet<string>): number {
	if (wanted.size === 0) return 1;
	let held = 0;
	for (const word of wanted) if (words.has(word)) held++;
	return held / wanted.size;
}
