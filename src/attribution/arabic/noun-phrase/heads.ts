import { isDefinite, withoutPossessor } from "../../../language/words/arabic-clitics.ts";
import type { KnownHead } from "../grammar.ts";
import { type Phrase, wordAt } from "./cursor.ts";
import { readModifiers } from "./modifiers.ts";

/** عدد من، كثير من، أحد: what follows is spoken of in the plural and unnamed. */
export function readQuantifier(p: Phrase): void {
	const { is, heads } = p.g;
	if (!is.quantifiers.has(wordAt(p, p.at))) return;
	let next = p.at + 1;
	if (is.partitives.has(wordAt(p, next))) next++;
	if (!heads.has(wordAt(p, next))) return;
	p.at = next;
	p.plural = true;
	p.kind = "anonymous";
}

/** A title, a body, a document or unnamed people, with all that belongs to it. */
export function readHead(p: Phrase): boolean {
	const word = wordAt(p, p.at);
	const listed = p.g.heads.get(word);
	// النقيبة, وزيرهم: a feminine that is not listed, a possessor.
	const found = listed ?? p.g.heads.get(withoutPossessor(word));
	if (!found) return false;
	const { head } = found;
	// سعادته, معاليها: a pronoun for whoever was named last.
	if (head.honorific && !listed) return false;
	p.head = found.lemma;
	p.definite = isDefinite(word);
	p.plural ||= found.plural;
	p.feminine = isFeminine(found, word, listed !== undefined);
	p.confides = head.confides === true;
	p.spokesperson = head.kind === "spokesperson";
	p.kind ??= head.kind === "spokesperson" ? "person" : head.kind;
	p.at++;
	readModifiers(p, head);
	return true;
}

/**
 * What gender the head's verb has: groups of things and bodies are feminine, groups of people are
 * either (undefined), and قضاة or عمدة, which the data lists, are men in spite of the ending.
 */
function isFeminine(
	{ head, plural }: KnownHead,
	word: string,
	listed: boolean,
): boolean | undefined {
	const people =
		head.kind === "person" || head.kind === "anonymous" || head.kind === "spokesperson";
	const ending = /ه$/.test(word);
	if (plural && people && (listed || !ending)) return /ات$/.test(word) ? true : undefined;
	return plural || (ending && !head.masculine);
}
