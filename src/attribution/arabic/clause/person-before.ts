import type { SpeakerPhrase } from "../../speaker-phrase.ts";
import type { ArabicGrammar } from "../grammar.ts";
import { speakerPhrase } from "../noun-phrase/noun-phrase.ts";
import { type Text, textAt } from "../sentence.ts";

const reachBack = 30;

/** The person that the sentence has named last before an adverb of speech (مضيفاً, تعهده). */
export function personBefore(
	g: ArabicGrammar,
	t: Text,
	from: number,
	to: number,
): SpeakerPhrase | undefined {
	for (let i = to - 1; i >= Math.max(from, to - reachBack); i--) {
		if (g.heads.get(textAt(t, i))?.head.title !== true) continue;
		const phrase = speakerPhrase(g, t, i, to);
		if (phrase?.name && phrase.kind === "person") return phrase;
	}
	return undefined;
}
