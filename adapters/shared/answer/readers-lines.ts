import type { Gloss, KeyWords } from "../../../src/domain/answer.ts";
import type { Say } from "../../../src/domain/messages.ts";
import { languages } from "../../../src/domain/sets/languages.ts";
import { clean, inLine } from "../clean.ts";
import { type BlockLine, plain } from "./block-line.ts";

/** What a reader who does not read the quotation has of it: a gloss, else its key words. */
export function readersLines(
	{ gloss, keyWords }: { gloss?: Gloss; keyWords?: KeyWords },
	say: Say,
): BlockLine[] {
	if (gloss) return [glossLine(gloss, say)];
	return keyWords ? [keyWordsLine(keyWords, say)] : [];
}

/** A machine's words, and said to be: they stand in no quotation marks. */
export function glossLine({ language, text }: Gloss, say: Say): BlockLine {
	return plain("context", say(language, "gloss", { text: clean(text) }), language);
}

/** Ours, and said to be words: nobody shall take them for a translation. */
function keyWordsLine({ language, words, left }: KeyWords, say: Say): BlockLine {
	const list = words.map((word) => inLine(word, language)).join(languages[language].comma);
	const text = say(language, left > 0 ? "key_words.left" : "key_words", {
		words: list,
		count: left,
	});
	return plain("context", clean(text), language);
}
