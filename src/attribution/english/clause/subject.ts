import type { SpeakerPhrase } from "../../speaker-phrase.ts";
import type { EnglishGrammar } from "../grammar.ts";
import { speakerPhrase, words } from "../noun-phrase/speaker-of.ts";
import type { Text } from "../sentence.ts";
import { skipAdjuncts } from "./adjuncts.ts";
import { type Gap, gapTo, relayIn } from "./before-the-verb.ts";

const farthest = 44;

export type Subject = {
	/** Null for a pronoun. */
	phrase: SpeakerPhrase | null;
	agreement: "m" | "f" | "p" | null;
	/** First unit of the clause. */
	from: number;
	gap: Gap;
};

/** The subject of the verb at `verb`: the farthest phrase that leads to it without a break. */
export function subjectBefore(
	g: EnglishGrammar,
	t: Text,
	verb: number,
	floor: number,
): Subject | undefined {
	for (const from of clauseStarts(g, t, verb, floor)) {
		const pronoun = pronounAt(g, t, from, verb);
		if (pronoun) return pronoun;
		const phrase = speakerPhrase(g, t, from, verb, false);
		if (!phrase || phrase.to > verb) continue;
		const gap = gapTo(g, t, phrase.to, verb, phrase);
		if (gap) relayIn(g, t, phrase.from, phrase.to, gap.via);
		if (gap)
			return { phrase: joined(t, phrase, gap), agreement: phrase.plural ? "p" : null, from, gap };
	}
	return undefined;
}

function pronounAt(g: EnglishGrammar, t: Text, from: number, verb: number): Subject | undefined {
	const w = t.words[from] ?? "";
	if (!g.is.subjectPronouns.has(w) || t.us[from]?.kind !== "word") return undefined;
	const gap = gapTo(g, t, from + 1, verb, null);
	return gap ? { phrase: null, agreement: g.pronouns.get(w) ?? null, from, gap } : undefined;
}

/** France and Germany said: all of it is the speaker. */
function joined(t: Text, phrase: SpeakerPhrase, gap: Gap): SpeakerPhrase {
	const last = gap.more[gap.more.length - 1];
	if (!last) return phrase;
	return {
		...phrase,
		to: last.to,
		text: words(t, phrase.from, last.to),
		name: phrase.name && words(t, phrase.from, last.to),
		plural: true,
	};
}

/** Where the clause may begin, farthest first: behind marks, conjunctions and leading adjuncts. */
function clauseStarts(g: EnglishGrammar, t: Text, verb: number, floor: number): number[] {
	const starts: number[] = [];
	const lowest = Math.max(floor, verb - farthest);
	const add = (at: number) => {
		let i = at;
		while (i < verb && (g.is.openers.has(t.words[i] ?? "") || t.us[i]?.kind === "comma")) i++;
		if (i < verb && starts[starts.length - 1] !== i) starts.push(i);
		// On Monday the army said: a phrase of time may open the clause without a comma.
		const behind = skipAdjuncts(g, t, i, verb).to;
		if (behind > i && behind < verb) starts.push(behind);
	};
	for (let i = lowest; i < verb; i++) {
		const u = t.us[i];
		const before = t.us[i - 1];
		if (!u || t.quoteAt[i]) continue;
		const mark =
			before !== undefined &&
			before.kind !== "word" &&
			!(before.kind === "dash" && before.end === u.start);
		const conjunction =
			before?.kind === "word" &&
			(g.is.conjunctions.has(t.words[i - 1] ?? "") || g.is.openers.has(t.words[i - 1] ?? ""));
		// a charge the company denies
		const charge = g.is.elidedClaimNouns.has(t.words[i - 1] ?? "");
		// with the envoy saying
		const beside = t.words[i - 1] === "with" && t.words[verb]?.endsWith("ing") === true;
		if (i === lowest || mark || conjunction || charge || beside) add(i);
	}
	return starts;
}
