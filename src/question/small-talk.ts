import { z } from "zod";
import { fold } from "../language/text/normalise.ts";
import { Phrases } from "../language/text/phrases.ts";
import { tokens } from "../language/text/tokens.ts";
import { withoutConjunction } from "../language/words/arabic-clitics.ts";
import { isStopWord, type StopWords } from "../language/words/index-terms.ts";

const Both = z.strictObject({
	en: z.array(z.string().min(1)),
	ar: z.array(z.string().min(1)),
});

const kinds = ["greeting", "thanks", "bot"] as const;

/** What is said to the bot and asks nothing of the articles; `bot`: a question about the bot itself. */
export type SmallTalkKind = (typeof kinds)[number];

/** index-data/small-talk.json: what people say to a bot beside their questions. */
export const SmallTalkData = z.strictObject({
	greeting: Both,
	thanks: Both,
	bot: Both,
	/** Words that may stand around such a phrase. */
	fillers: Both,
	/** Words that speak to the bot; one of them and nothing of content asks about it. */
	you: Both,
	/** What people ask a bot about itself, beside function words. */
	aboutWords: Both,
});
export type SmallTalkData = z.infer<typeof SmallTalkData>;

const both = ({ en, ar }: z.infer<typeof Both>) => [...en, ...ar];
const foldedSet = (words: z.infer<typeof Both>) => new Set(both(words).map(fold));

/** Tells what asks nothing of the articles, so that it is not looked for in them. */
export class SmallTalk {
	readonly #phrases = new Phrases<SmallTalkKind>();
	readonly #fillers: ReadonlySet<string>;
	readonly #you: ReadonlySet<string>;
	readonly #aboutWords: ReadonlySet<string>;
	readonly #stopWords: StopWords;

	constructor(data: SmallTalkData, stopWords: StopWords) {
		for (const kind of kinds) this.#phrases.add(both(data[kind]), kind);
		this.#fillers = foldedSet(data.fillers);
		this.#you = foldedSet(data.you);
		this.#aboutWords = foldedSet(data.aboutWords);
		this.#stopWords = stopWords;
	}

	/** Null for whatever holds a word that none of it explains: that is a question. */
	kindOf(text: string): SmallTalkKind | null {
		// Emoji, and the codes that platforms write for them.
		const words = tokens(text.replace(/:[a-z0-9_+'-]{1,40}:/gi, " ")).map((token) => token.text);
		if (words.length === 0) return text.trim() ? "thanks" : null;
		if (words.every((word) => /^\p{Nd}/u.test(word))) return null;
		return this.#phrasesOnly(words) ?? (this.#isAboutTheBot(words) ? "bot" : null);
	}

	#phrasesOnly(words: readonly string[]): SmallTalkKind | null {
		let kind: SmallTalkKind | null = null;
		for (let at = 0; at < words.length; ) {
			const hit = this.#phrases.at(words, at);
			if (hit && (kind === null || hit.value === "bot")) kind = hit.value;
			const word = words[at] ?? "";
			if (!hit && !this.#fillers.has(word) && !this.#fillers.has(withoutConjunction(word, 2)))
				return null;
			at = hit?.to ?? at + 1;
		}
		return kind;
	}

	#isAboutTheBot(words: readonly string[]): boolean {
		const isOf = (set: ReadonlySet<string>, word: string) =>
			set.has(word) || set.has(withoutConjunction(word, 3));
		// A greeting may stand before it.
		let at = 0;
		for (let hit = this.#phrases.at(words, 0); hit; hit = this.#phrases.at(words, at)) at = hit.to;
		const rest = words.slice(at);
		if (!rest.some((word) => isOf(this.#you, word))) return false;
		return rest.every(
			(word) =>
				[this.#you, this.#aboutWords, this.#fillers].some((set) => isOf(set, word)) ||
				isStopWord(word, this.#stopWords),
		);
	}
}
