import type { Token } from "../../language/text/tokens.ts";
import { behindParticle } from "../../language/words/arabic-clitics.ts";
import type { Aligned } from "./align.ts";
import type { NameReaders } from "./name-readers.ts";
import { isPlace, isWanted } from "./name-runs.ts";
import { alikeEnough, likenessOf } from "./sounds-alike.ts";

/** A name that both texts have, and where its telling word stands in each. A single word may be anybody's or anything's. */
export type PlacedName = { en: number; ar: number; of: "person" | "place" | "other" };

/** Each is compared with each other: of a longer list the order tells nothing. */
const mostNames = 12;

/** Names of the English text that the Arabic one has too, the first dozen of `runs`. */
export function placedNames(
	{ en, runs }: { en: string; runs: readonly (readonly Token[])[] },
	aligned: Aligned,
	readers: NameReaders,
): PlacedName[] {
	return runs.slice(0, mostNames).flatMap((run) => {
		const { telling, of } = anchorOf(run, readers);
		// The head of a sentence may be any word; and what is of a country stands wherever its noun does.
		if (of === "other" && run.length === 1 && run[0]?.start === 0) return [];
		if (run.length === 1 && readers.countries.isAdjective(bareOf(telling))) return [];
		for (const word of [telling, ...run]) {
			if (!isWanted(en, word, readers)) continue;
			const at = aligned.en.findIndex(({ start }) => start === word.start);
			const written = en.slice(word.start, word.end).replace(/['’]s?$/u, "");
			const ar = aligned.en[at]?.links.at(-1) ?? bestOf(written, aligned);
			if (at >= 0 && ar >= 0) return [{ en: at, ar, of }];
		}
		return [];
	});
}

/** What tells a name: of "Economist Hiba al-Masri" the first word that people are called by. */
function anchorOf(
	run: readonly Token[],
	readers: NameReaders,
): { telling: Token; of: PlacedName["of"] } {
	const isPlaceHere = (word: Token) => isPlace(bareOf(word), readers.lexicon);
	const [first = { text: "", start: 0, end: 0, from: 0, to: 0 }] = run;
	const person = run.find(
		(word) => readers.people.has(bareOf(word)) && readers.countries.of(bareOf(word)) === undefined,
	);
	if (person && run.length > 1 && !isListedTogether(run, readers))
		return { telling: person, of: "person" };
	return { telling: first, of: run.some(isPlaceHere) ? "place" : "other" };
}

/** Ho Chi Minh City is nobody. */
function isListedTogether(run: readonly Token[], { lexicon }: NameReaders): boolean {
	return lexicon.match(run.map(bareOf), 0)?.length === run.length;
}

function bareOf({ text }: Token): string {
	return text.replace(/'s?$/, "");
}

/** The Arabic word that sounds most like a name; -1 where none may be it. */
function bestOf(name: string, { ar }: Aligned): number {
	const found = ar.flatMap(({ text }, at) => {
		const alike = Math.max(...formsOf(text).map((form) => likenessOf(name, form)));
		return alike >= alikeEnough ? [{ at, alike }] : [];
	});
	return found.sort((a, b) => b.alike - a.alike)[0]?.at ?? -1;
}

/** A name may stand behind a preposition of one letter. */
function formsOf(word: string): string[] {
	const behind = behindParticle(word);
	return behind === undefined ? [word] : [word, behind];
}
