import type { SpeakerPhrase } from "../../speaker-phrase.ts";
import type { EnglishGrammar } from "../grammar.ts";
import { closed } from "../noun-phrase/noun-phrase.ts";
import { speakerPhrase } from "../noun-phrase/speaker-of.ts";
import type { Text } from "../sentence.ts";
import { beforeThat, outletsWithin } from "./adjuncts.ts";

/** How soon "that" must follow whoever is told. */
const near = 10;

/** Whom something is told; an outlet relays it. */
export function addressee(
	g: EnglishGrammar,
	t: Text,
	at: number,
	needed: boolean,
): { to: number; via: SpeakerPhrase[] } | undefined {
	const w = t.words[at] ?? "";
	if (t.us[at]?.kind !== "word" || at >= t.end) return undefined;
	if (!needed && !tellsSoon(g, t, at)) return undefined;
	if (g.pronouns.has(w) || g.is.firstPerson.has(w)) return { to: at + 1, via: [] };
	let i = at;
	while (
		i < t.end &&
		(g.is.articles.has(t.words[i] ?? "") || g.is.possessives.has(t.words[i] ?? ""))
	)
		i++;
	const phrase = speakerPhrase(g, t, at, t.end);
	const raw = t.us[i]?.raw ?? "";
	// An unknown acronym that is told something is mostly an agency.
	const acronym =
		/^\p{Lu}{2,6}$/u.test(raw) &&
		!g.entities.match(t.words, i) &&
		(phrase === undefined || phrase.to === i + 1);
	const named = phrase?.kind === "outlet" && phrase.name !== "";
	if (phrase && (named || acronym)) return { to: phrase.to, via: [{ ...phrase, kind: "outlet" }] };
	for (let j = i; j < Math.min(t.end, i + 8); j++) {
		if (t.us[j]?.kind !== "word") break;
		if (g.is.audiences.has(t.words[j] ?? "") && !g.is.audiences.has(t.words[j + 1] ?? ""))
			return {
				to: j + 1,
				via:
					phrase?.kind === "outlet" && phrase.to === j + 1
						? [phrase]
						: outletsWithin(g, t, i, j + 1),
			};
		if (closed(g, t.words[j] ?? "") && j > i) break;
	}
	if (phrase) return { to: phrase.to, via: phrase.kind === "outlet" ? [phrase] : [] };
	const that = beforeThat(g, t, at, Math.min(t.end, at + near));
	return that > at ? { to: that, via: [] } : undefined;
}

/** Verbs that do without somebody told have one only before "that" or an infinitive. */
function tellsSoon(g: EnglishGrammar, t: Text, at: number): boolean {
	return beforeThat(g, t, at, Math.min(t.end, at + near)) > at;
}
