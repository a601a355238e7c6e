import type { WordClasses } from "./word-classes.ts";
import type { WordShape } from "./word-shape.ts";

const conjunction = /^[وف](?=.{2})/u;
const preposition = /^[بلك](?=.{2})/u;

/** The clitics that a word may carry, the fewest first. */
export const arabicShape = (classes: WordClasses): WordShape => {
	const parts = (word: string): string => {
		const bare = conjunction.test(word) && !classes.isNoun(word) ? word.slice(1) : word;
		return [
			classes.isNoun(word) ? "N" : "",
			classes.isAdjective(word) ? "A" : "",
			classes.isPast(bare) ? "P" : "",
			classes.isPresent(bare) ? "R" : "",
			classes.isFunction(bare) ? "F" : "",
		].join("");
	};
	return {
		splits(word) {
			const out = [{ clitics: "", stem: word }];
			const bare = word.startsWith("ال") && word.length > 3 ? word.slice(2) : "";
			if (bare) out.push({ clitics: "ال", stem: bare });
			for (const [clitic, rest] of leads(word)) {
				out.push({ clitics: clitic, stem: rest });
				if (rest.startsWith("ال") && rest.length > 3)
					out.push({ clitics: `${clitic}ال`, stem: rest.slice(2) });
			}
			if (word.startsWith("لل") && word.length > 3)
				out.push({ clitics: "لال", stem: word.slice(2) });
			return out;
		},
		guess(text, word) {
			if (/^\p{N}/u.test(word)) return "number";
			if (!/\p{L}/u.test(word)) return word;
			if (/^\p{Script=Latin}/u.test(word)) return "latin";
			if (/^[وف]?[بك]?ال/u.test(word) || word.startsWith("لل"))
				return /ي[هنو]?ن?$/u.test(word) ? "the-nisba" : "the";
			if (/ا[\u064B]?$/u.test(text) && /ً/u.test(text)) return "accusative";
			if (/(يه|ات)$/u.test(word)) return "feminine";
			if (/^س?[يتن]\p{L}{3}$/u.test(word)) return "imperfect";
			if (/ه$/u.test(word)) return "h";
			if (/ي$/u.test(word)) return "y";
			if (/ت$/u.test(word)) return "t";
			return "word";
		},
		isTheirs: (word) => /\p{L}{2}(?:ها|هم|ه)$/u.test(word),
		isMany: (word) => /\p{L}{2}(?:ين|ون|ات)$/u.test(word),
		isLed: (word) => /^[بل]\p{L}{3}/u.test(word) && parts(word.slice(1)).includes("N"),
		withoutEnding: (word) => (/^\p{L}{3,}ا$/u.test(word) ? word.slice(0, -1) : undefined),
		adjective: (stem) => stem.replace(/(?<=ي)(?:تين|ين|ون|ات|ه|ا)$/u, ""),
		agreement(word) {
			if (/(وا|ون|ين)$/u.test(word)) return "p";
			if (/ت$/u.test(word) || /^[وف]?ت\p{L}{3}/u.test(word)) return "f";
			return /^[وف]?ي\p{L}{3}/u.test(word) ? "m" : "";
		},
		parts,
	};
};

function leads(word: string): [string, string][] {
	const out: [string, string][] = [];
	if (conjunction.test(word)) {
		out.push([word.slice(0, 1), word.slice(1)]);
		const rest = word.slice(1);
		if (preposition.test(rest)) out.push([word.slice(0, 2), rest.slice(1)]);
	}
	if (preposition.test(word)) out.push([word.slice(0, 1), word.slice(1)]);
	return out;
}
