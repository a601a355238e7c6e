import type { LanguageReader } from "../read-article.ts";
import type { SpeakerPhrase } from "../speaker-phrase.ts";
import { subjectBefore } from "./clause/subject.ts";
import { isHedged } from "./frames/act.ts";
import type { EnglishGrammar } from "./grammar.ts";
import { speakerPhrase } from "./noun-phrase/speaker-of.ts";
import { readEnglishSentence } from "./read-sentence.ts";
import { isCapital, textOf } from "./sentence.ts";

export function englishReader(g: EnglishGrammar): LanguageReader {
	return {
		read: (line, from, to) => readEnglishSentence(g, line, from, to),
		introductions: (line) => introductions(g, line),
		issuer: (line) => issuer(g, line),
		// The act was settled with the sentence: only the hedge is left to see.
		act: (act, quote) => ({ act, hedged: isHedged(g, act, quote) }),
	};
}

/** released by the committee, the committee released: who put out the document. */
function issuer(g: EnglishGrammar, line: string): SpeakerPhrase | undefined {
	const t = textOf(g, line, 0, line.length);
	for (let i = t.begin; i < t.end; i++) {
		if (!g.is.issues.has(t.words[i] ?? "")) continue;
		const by = t.words[i + 1] === "by" ? speakerPhrase(g, t, i + 2, t.end) : undefined;
		const phrase = by ?? subjectBefore(g, t, i, t.begin)?.phrase;
		if (phrase?.kind === "organisation" || phrase?.kind === "state") return phrase;
	}
	return undefined;
}

/** Names with their titles, wherever they stand. */
function introductions(g: EnglishGrammar, line: string): SpeakerPhrase[] {
	const t = textOf(g, line, 0, line.length);
	const out: SpeakerPhrase[] = [];
	for (let i = t.begin; i < t.us.length; i++) {
		if (t.us[i]?.kind !== "word" || (!g.heads.has(t.words[i] ?? "") && !isCapital(t, i))) continue;
		const phrase = speakerPhrase(g, t, i, t.us.length);
		if (!phrase) continue;
		if (phrase.name && phrase.title) out.push(phrase);
		i = Math.max(i, phrase.to - 1);
	}
	return out;
}
