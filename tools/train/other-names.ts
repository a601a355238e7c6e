import { beginOf, insideOf, type SpanKind } from "../../src/attribution/sequence/labels.ts";
import type { PeopleNames } from "../../src/attribution/word-lists.ts";
import { fold } from "../../src/language/text/normalise.ts";
import type { AnnotatedArticle } from "../annotated/read.ts";
import { bareWord, type Example } from "./sequences.ts";

/** Given and family names that may stand for each other. */
export type NameStock = { given: readonly string[]; family: readonly string[] };

const nameLabels = new Set((["name"] as SpanKind[]).flatMap((k) => [beginOf(k), insideOf(k)]));
const links = new Set([
	"بن",
	"بنت",
	"ابن",
	"آل",
	"ولد",
	"van",
	"von",
	"de",
	"al",
	"bin",
	"el",
	"-",
	"of",
]);

/**
 * The examples of an article with its people called otherwise: every word of a person's name becomes
 * another one, the same in all places. Offsets are those of the article as it is written.
 */
export function withOtherNames(
	examples: readonly Example[],
	article: AnnotatedArticle,
	stock: NameStock,
	random: () => number,
): Example[] {
	const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? "";
	const swaps = new Map<string, string[]>();
	for (const { kind, name } of article.entities) {
		if (kind !== "person") continue;
		const words = name.split(/\s+/u);
		for (const [i, word] of words.entries()) {
			const key = bareWord(fold(word));
			if (links.has(word.toLowerCase()) || !key || swaps.has(key)) continue;
			swaps.set(key, pick(i === 0 && words.length > 1 ? stock.given : stock.family).split(/\s+/u));
		}
	}
	return examples.map((example) => {
		const tokens: Example["tokens"] = [];
		const labels: number[] = [];
		for (const [at, token] of example.tokens.entries()) {
			const label = example.labels[at] ?? 0;
			const swap = nameLabels.has(label) ? swaps.get(bareWord(token.word)) : undefined;
			if (!swap) {
				tokens.push(token);
				labels.push(label);
				continue;
			}
			const possessive = /['’]s$/u.exec(token.text)?.[0] ?? "";
			for (const [i, part] of swap.entries()) {
				const text = i === swap.length - 1 ? part + possessive : part;
				tokens.push({ ...token, text, word: fold(text).trim() });
				labels.push(i === 0 ? label : label % 2 === 1 ? label + 1 : label);
			}
		}
		return { ...example, tokens, labels: Uint8Array.from(labels) };
	});
}

/** The names of a script, as they are given by one word or more. */
export function stockOf(
	{ given, family }: Pick<PeopleNames, "given" | "family">,
	script: string,
): NameStock {
	const own = <T extends { script: string; name: string }>(list: readonly T[]) =>
		list.filter((n) => n.script === script).map((n) => n.name);
	return { given: own(given), family: own(family) };
}
