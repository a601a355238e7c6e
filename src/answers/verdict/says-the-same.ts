import type { Claim } from "../../domain/article.ts";
import { tokens } from "../../language/text/tokens.ts";
import type { Library } from "../library.ts";
import { statementsOf } from "../same-statement.ts";

/** Whether two claims, whoever makes them, are one statement: the same words, and no other figure. */
export function saysTheSame(a: Claim, b: Claim, library: Library): boolean {
	const [one, other] = [library.claim(a.id), library.claim(b.id)];
	if (!one || !other) return false;
	return sharesNumbers(a, b) && statementsOf(library.stopWords).sameOfTwo(one, other);
}

function sharesNumbers(a: Claim, b: Claim): boolean {
	const [mine, theirs] = [numbersOf(a), numbersOf(b)];
	const [few, many] = mine.size < theirs.size ? [mine, theirs] : [theirs, mine];
	return [...few].every((number) => many.has(number));
}

function numbersOf({ quote }: Claim): Set<string> {
	return new Set(tokens(quote).flatMap(({ text }) => (/\p{Nd}/u.test(text) ? [text] : [])));
}
