import type { Say } from "../domain/messages.ts";
import { languageKeys } from "../domain/sets/languages.ts";
import { fold } from "../language/text/normalise.ts";

export const sourceVerbs = ["add", "list", "remove", "check"] as const;
export type SourceVerb = (typeof sourceVerbs)[number];

/**
 * The command that a text begins with, in either language, and what stands behind it; null where it
 * begins with none, or where more stands behind it than such a command has.
 */
export function verbIn(text: string, say: Say): { verb: SourceVerb; rest: string } | null {
	const [first = "", ...others] = text.trim().split(/\s+/);
	const word = fold(first);
	const verb = sourceVerbs.find((name) =>
		languageKeys.some((language) =>
			say(language, `source.verb.${name}`).split("|").map(fold).includes(word),
		),
	);
	// "list of grain exporters" is a search for articles.
	if (!verb || others.length > (verb === "list" ? 0 : 1)) return null;
	// Chats put marks of their own around an address.
	const rest = /^[<"]?([^<>"|]*)/.exec(others[0] ?? "")?.[1] ?? "";
	return { verb, rest };
}
