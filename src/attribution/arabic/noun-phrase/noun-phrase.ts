import type { SpeakerPhrase } from "../../speaker-phrase.ts";
import type { ArabicGrammar } from "../grammar.ts";
import { kindAt, type Text } from "../sentence.ts";
import { isBoundary } from "./boundaries.ts";
import { type Phrase, phraseAt } from "./cursor.ts";
import { readHead, readQuantifier } from "./heads.ts";
import { readApposition, readConjoined } from "./joined.ts";
import { longestPhrase } from "./modifiers.ts";
import { readBareName, readEntity, readOutlet, readQuotedSubject } from "./names.ts";
import { result } from "./speaker-of.ts";

/** How far behind the longest phrase an apposition may end. */
const beyond = 8;

/**
 * Reads the noun phrase at `at` as a speaker: a name, a title with or without a name, a body, a
 * document, an outlet, unnamed people. Undefined where it is none of these. Looks at no more than
 * 24 units.
 */
export function speakerPhrase(
	g: ArabicGrammar,
	t: Text,
	at: number,
	end: number,
): SpeakerPhrase | undefined {
	const reach = Math.min(end, t.end, at + longestPhrase + beyond) - at;
	const key = at * 64 + Math.max(reach, 0);
	const known = t.speakers.get(key);
	if (known || t.speakers.has(key)) return known && { ...known };
	const made = read(phraseAt(g, t, at, at + reach));
	t.speakers.set(key, made);
	return made && { ...made };
}

function read(p: Phrase): SpeakerPhrase | undefined {
	const mark = kindAt(p.t, p.at);
	if (mark === "open") return readQuotedSubject(p) ? result(p) : undefined;
	if (mark !== "word" || isBoundary(p, p.at)) return undefined;
	readQuantifier(p);
	if (!readOutlet(p) && !readEntity(p) && !readHead(p) && !readBareName(p)) return undefined;
	readConjoined(p);
	readApposition(p, (from, to) => read(phraseAt(p.g, p.t, from, to)));
	return result(p);
}
