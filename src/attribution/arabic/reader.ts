import { withoutConjunction } from "../../language/words/arabic-clitics.ts";
import type { LanguageReader } from "../language-reader.ts";
import type { SpeakerPhrase } from "../speaker-phrase.ts";
import { actOf } from "./frames/act.ts";
import type { ArabicGrammar } from "./grammar.ts";
import { speakerPhrase } from "./noun-phrase/noun-phrase.ts";
import { readArabicSentence } from "./read-sentence.ts";
import { textAt, textOf } from "./sentence.ts";

export function arabicReader(g: ArabicGrammar): LanguageReader {
	return {
		read: (line, from, to) => readArabicSentence(g, line, from, to),
		introductions: (line) => introductions(g, line),
		act: (act, quote, before) => actOf(g, act, quote, before),
		issuer: (line) => issuer(g, line),
	};
}

/** وأصدرته اللجنة: who put out the document that the sentence speaks of. */
function issuer(g: ArabicGrammar, line: string): SpeakerPhrase | undefined {
	const t = textOf(line);
	for (let i = 0; i < t.end; i++) {
		if (!g.is.issues.has(withoutConjunction(textAt(t, i)))) continue;
		const phrase = speakerPhrase(g, t, i + 1, t.end);
		if (phrase?.kind === "organisation" || phrase?.kind === "state") return phrase;
	}
	return undefined;
}

/** Titles with a name behind them and outlets with their noun, wherever they stand. */
function introductions(g: ArabicGrammar, line: string): SpeakerPhrase[] {
	const t = textOf(line);
	const out: SpeakerPhrase[] = [];
	/** The office of whoever was named last. */
	let office = "";
	for (let i = 0; i < t.end; i++) {
		const head = g.heads.get(textAt(t, i))?.head;
		if (head?.title !== true && head?.kind !== "outlet") continue;
		const phrase = speakerPhrase(g, t, i, t.end);
		if (!phrase) continue;
		const [own = "", ...rest] = phrase.title.split(" ");
		// نظيره الصيني: has the office of whoever was named before.
		if (!head.counterpart) office = own || office;
		else if (office && own) phrase.title = [office, ...rest].join(" ");
		out.push(phrase);
		i = Math.max(i, phrase.to - 1);
	}
	return out;
}
