import type { SpeakerPhrase } from "../../speaker-phrase.ts";
import type { ArabicGrammar } from "../grammar.ts";
import { speakerPhrase } from "../noun-phrase/noun-phrase.ts";
import { kindAt, type Text, unitAt, unprefixed, withUnit } from "../sentence.ts";

/** لوكالة رويترز, لبي بي سي, للصحيفة: the outlet that was told. People told are passed over. */
export function addresseeAt(
	g: ArabicGrammar,
	t: Text,
	at: number,
): { phrase: SpeakerPhrase; to: number } | undefined {
	const u = unitAt(t, at);
	if (u?.kind !== "word" || !u.text.startsWith("ل")) return undefined;
	if (u.text === "ل") {
		return kindAt(t, at + 1) === "open" ? outlet(speakerPhrase(g, t, at + 1, t.end)) : undefined;
	}
	if (g.outlets.match(t.words, at, at + 1)) return undefined;
	const body = unprefixed(u);
	const head = g.heads.get(body.text)?.head;
	const relays = head?.kind === "outlet" || head?.relays === true;
	if (!relays && !g.outlets.match(t.words, at, t.end, body.text)) return undefined;
	return outlet(speakerPhrase(g, withUnit(t, at, body), at, t.end));
}

function outlet(
	phrase: SpeakerPhrase | undefined,
): { phrase: SpeakerPhrase; to: number } | undefined {
	return phrase && { phrase: { ...phrase, kind: "outlet" }, to: phrase.to };
}
