import { rememberedOf } from "../language/text/memo.ts";
import { tokens } from "../language/text/tokens.ts";

type Texts = () => readonly (string | null | undefined)[];

/**
 * Words are cut once for each thing that holds them: every question compares them anew. Kept for those
 * that were asked for last, since a corpus holds more than fits beside it.
 */
const whole = rememberedOf<ReadonlySet<string>>();
const stated = rememberedOf<ReadonlySet<string>>();

function cut(texts: Texts): ReadonlySet<string> {
	return new Set(texts().flatMap((text) => (text ? tokens(text).map((token) => token.text) : [])));
}

/** The folded words of a claim or a passage, whose texts are `texts`. */
export function wordsOf(of: object, texts: Texts): ReadonlySet<string> {
	return whole(of, () => cut(texts));
}

type Stated = { quote: string; paraphrase?: { ar: string; en: string } | undefined };

/** The words of what a claim or an event says, without its speaker and topics. */
export function statedWords(of: Stated): ReadonlySet<string> {
	return stated(of, () => cut(() => [of.quote, of.paraphrase?.ar, of.paraphrase?.en]));
}

/** Share of `wanted` that is among `words`, 0 to 1; 1 where nothing is wanted. */
export function shareHeld(wanted: ReadonlySet<string>, words: () => ReadonlySet<string>): number {
	if (wanted.size === 0) return 1;
	const all = words();
	let held = 0;
	for (const word of wanted) if (all.has(word)) held++;
	return held / wanted.size;
}
