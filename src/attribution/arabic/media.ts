import type { SpeakerPhrase } from "../speaker-phrase.ts";
import type { ArabicGrammar } from "./grammar.ts";
import { speakerPhrase } from "./noun-phrase/noun-phrase.ts";
import { kindAt, type Text, textAt, unitAt } from "./sentence.ts";

/** How far before the verb the medium may be named. */
const reachBack = 25;

/** The medium that carried it, named beside the verb: في مقابلة مع رويترز, في مقاله, على التلفزيون. */
export function mediumOf(
	g: ArabicGrammar,
	t: Text,
	from: number,
	to: number,
	speaker: SpeakerPhrase | null,
): SpeakerPhrase | undefined {
	for (let i = from; i < to - 1; i++) {
		if (kindAt(t, i) !== "word" || !g.is.mediaPrepositions.has(textAt(t, i))) continue;
		const phrase = speakerPhrase(g, t, i + 1, to);
		if (phrase?.kind === "outlet" && phrase.from !== speaker?.from) return phrase;
		if (g.is.media.has(textAt(t, i + 1))) return documentAt(t, i + 1);
	}
	return undefined;
}

/** Where the words that belong to the frame at `at` begin: behind the last quotation or full stop. */
export function frameFloor(t: Text, at: number): number {
	const floor = Math.max(0, at - reachBack);
	for (let i = at - 1; i > floor; i--) {
		const kind = kindAt(t, i);
		if (kind === "close" || kind === "stop") return i;
	}
	return floor;
}

function documentAt(t: Text, at: number): SpeakerPhrase {
	const raw = unitAt(t, at)?.raw ?? "";
	return {
		from: at,
		to: at + 1,
		text: raw,
		name: raw,
		title: "",
		head: "",
		kind: "document",
		spokesperson: false,
		plural: false,
		definite: false,
	};
}
