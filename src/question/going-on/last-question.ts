import type { Act } from "../../domain/sets/acts.ts";
import { isArabic, languageOf, type Token, tokens } from "../../language/text/tokens.ts";
import { bareWord } from "../../language/words/bare-word.ts";
import { withoutProclitics } from "../../language/words/stem-arabic.ts";
import { isEnglishArticle } from "../../language/words/stem-english.ts";
import type { AskedStretches } from "../asked-stretches.ts";
import type { QuestionType } from "../question-types.ts";
import type { QuestionReading } from "../read-question.ts";
import { type Matter, matterOf } from "./question-matter.ts";
import { asNamed, replaceStretches, replaceWords } from "./replace-words.ts";
import type { FollowUpVocabulary } from "./vocabulary.ts";

/** The last question's text, and what of it a new one may put in another's place. */
export class LastQuestion {
	readonly text: string;
	readonly #reading: QuestionReading;
	readonly #words: FollowUpVocabulary;

	constructor(text: string, reading: QuestionReading, words: FollowUpVocabulary) {
		this.text = text;
		this.#reading = reading;
		this.#words = words;
	}

	/** What kind of answer it asks for. */
	get asks(): QuestionType {
		return this.#reading.type;
	}

	/** It asks how many there are of what is named right behind the word that asks: how many people, كم قتيلا. */
	get countsFirst(): boolean {
		const { type, thing } = this.#reading;
		const at = tokens(this.text).findIndex(({ text }) => text === thing);
		return type === "how_many" && at > 0 && at <= 2;
	}

	/** It asks for the newest of something. */
	get asksLatest(): boolean {
		return this.#reading.latest === true;
	}

	get act(): Act | undefined {
		return this.#reading.filters.act;
	}

	/** Its words for whoever speaks, folded; empty where it names nobody. */
	get speaker(): ReadonlySet<string> {
		const { sayer = [], filters, persons, places } = this.#reading;
		if (sayer.length > 0) return new Set(sayer);
		const { by } = filters;
		if (!by) return new Set();
		const named = persons.find(({ name }) => name === by)?.words;
		return new Set(named ?? places.slice(0, 1));
	}

	/** The same as it stands in the text. */
	get speakerText(): string | undefined {
		const speaker = this.speaker;
		const own = tokens(this.text).filter(({ text }) => speaker.has(text));
		const [first, last] = [own[0], own.at(-1)];
		return first && last ? this.text.slice(first.start, last.end) : undefined;
	}

	/** The one person whom it names, who may be meant by "he" although he does not speak. */
	get person(): string | undefined {
		const { persons } = this.#reading;
		return persons.length === 1 ? persons[0]?.name : undefined;
	}

	/** Who is accused, charged or warned: the words behind the act up to the next function word. */
	get target(): string | undefined {
		const all = tokens(this.text);
		const act = all.findIndex(({ text }) => this.#words.actOf(text) !== undefined);
		const speaker = this.speaker;
		const from = all.findIndex(
			({ text }, at) => at > act && !speaker.has(text) && !this.#words.isStop(text),
		);
		if (act < 0 || from < 0) return undefined;
		let to = from;
		while (to + 1 < all.length && !this.#words.isStop(all[to + 1]?.text ?? "")) to++;
		return this.text.slice(all[from]?.start, all[to]?.end);
	}

	/** With another speaker, `named` with the article that he is typed with; null where it names none. */
	withSpeaker(name: string, named = name): string | null {
		const speaker = this.speaker;
		const all = tokens(this.text);
		const at = all.findIndex(({ text }) => speaker.has(text));
		const article = all[at - 1];
		const out = this.#inGender(replaceWords(this.text, speaker, name), name);
		if (out === null) return null;
		if (!article || !isEnglishArticle(article.text))
			return this.#inGender(replaceWords(this.text, speaker, named), name);
		// "The US" becomes China, and the governor the union.
		if (!/^\p{Lu}/u.test(name)) return out;
		return this.text.slice(0, article.start) + out.slice(all[at]?.start);
	}

	/** The verb before a body or an office in its own gender: ماذا قالت السفارة. */
	#inGender(text: string | null, name: string): string | null {
		if (text === null || !isArabic(name)) return text;
		const at = text.indexOf(name);
		const verb = tokens(text).findLast(({ end }) => end <= at);
		const other = verb && this.#words.wording.inGender(verb.text, name);
		return verb && other ? text.slice(0, verb.start) + other + text.slice(verb.end) : text;
	}

	/** What it is about, without those who are named in it. */
	get matter(): string {
		return this.#matter.alone;
	}

	/** The same with who speaks, or whomever it names. */
	get whole(): string {
		return this.#matter.whole;
	}

	/** Where it is set. */
	get setting(): string {
		return this.#matter.setting;
	}

	/**
	 * What "it" stands for: the one thing asked of, or what stands behind its last preposition and is no
	 * person; with its article.
	 */
	get meantByPronoun(): string | undefined {
		const { stretches, persons } = this.#reading;
		const named = new Set(persons.flatMap(({ words }) => words));
		const behind = stretches?.behind.findLast(({ start, end }) =>
			tokens(this.text.slice(start, end)).every(({ text }) => !named.has(text)),
		);
		const own = stretches?.subject ?? behind;
		if (!own) return undefined;
		const before = tokens(this.text).findLast(({ end }) => end <= own.start);
		const start = before && isEnglishArticle(before.text) ? before.start : own.start;
		return this.text.slice(start, own.end);
	}

	/** What of it may be exchanged. */
	get stretches(): AskedStretches | undefined {
		return this.#reading.stretches;
	}

	/** With another person in the place of the only one that it names; null where one of the two names none or more. */
	withPerson(typed: string, { persons }: QuestionReading): string | null {
		const own = onlyOne(this.#reading.persons);
		const other = onlyOne(persons);
		if (!own || !other) return null;
		const words = new Set(other.words);
		const named = tokens(typed).filter(({ text }) => words.has(text));
		const name = asNamed(typed.slice(named[0]?.start ?? 0, named.at(-1)?.end ?? 0));
		return own.name === other.name ? null : replaceWords(this.text, new Set(own.words), name);
	}

	/** With another topic in the place of its own: the speaker and the words that ask stay. */
	withTopic(topic: string): string {
		const own = this.#topic();
		if (own.length === 0) return `${this.text.replace(/[?؟\s]+$/u, "")} ${topic}`;
		return replaceStretches(this.text, own, topic);
	}

	/** With something beside its topic. */
	withMore(topic: string): string {
		return this.#words.wording.adding(
			languageOf(this.text),
			this.text.replace(/[?؟.\s]+$/u, ""),
			topic,
		);
	}

	/** With another thing counted; null where it counts none. */
	withThing(name: string): string | null {
		const { thing } = this.#reading;
		if (thing === undefined) return null;
		const all = tokens(this.text);
		const at = all.findIndex(({ text }) => text === thing);
		const [copula, said] = [all[at + 1], all[at + 2]];
		// How many people are missing, and the injured: of people what is said of them is exchanged.
		if (this.#words.isPersons(thing) && copula && said && this.#words.isStop(copula.text))
			return replaceStretches(this.text, [said], name);
		return replaceWords(this.text, new Set([thing]), name);
	}

	/**
	 * Without somebody who is left out of its answer; where he is who speaks, all that is left is what it
	 * is about. Undefined where it does not name him.
	 */
	withoutName(name: readonly Token[]): string | undefined {
		const typed = new Set(name.map(({ text }) => text));
		const { persons, outlets = [] } = this.#reading;
		// By one of his names the whole of him is meant.
		const meant = [...persons, ...outlets].filter(({ words }) => words.some((w) => typed.has(w)));
		const words = new Set([...typed, ...meant.flatMap((each) => each.words)]);
		const isNamed = (word: string) =>
			[word, withoutProclitics(word), bareWord(word)].some((each) => words.has(each));
		if ([...this.speaker].some(isNamed)) return this.matter || undefined;
		const own = tokens(this.text).filter(({ text }) => isNamed(text) && !this.#words.isStop(text));
		const topic = tokens(this.#reading.topicText);
		// What it is about is not left out of it.
		const isAll = topic.every(({ text }) => isNamed(text) || this.#words.isEmpty(text));
		if (own.length === 0 || isAll) return undefined;
		return replaceStretches(this.text, own, "");
	}

	/** With the days of another question in the place of its own; null where one of the two names none. */
	withDays(typed: string, { dates = [] }: QuestionReading): string | null {
		const [first] = dates;
		const end = dates.at(-1)?.end;
		const own = this.#reading.dates ?? [];
		if (!first || end === undefined || own.length === 0) return null;
		return replaceStretches(this.text, own, typed.slice(first.start, end));
	}

	/** Without who says it, and without how it is said: what is left when somebody else is asked for. */
	withoutSpeaker(andAct: boolean): string {
		const speaker = this.speaker;
		const kept = tokens(this.text).filter(({ text }) => {
			const isAct = this.#words.actOf(text) !== undefined;
			return !speaker.has(text) && (isAct ? !andAct : !this.#words.isEmpty(text));
		});
		const [first, last] = [kept[0], kept.at(-1)];
		return first && last ? this.text.slice(first.start, last.end) : this.text;
	}

	get #matter(): Matter {
		return matterOf(this.text, this.#reading, this.speaker, this.#words);
	}

	/** Its words of content that are no speaker and no way of saying, with what binds them: weapons to Russia. */
	#topic(): { start: number; end: number }[] {
		const speaker = this.speaker;
		const topic = new Set(tokens(this.#reading.topicText).map(({ text }) => text));
		const out: { start: number; end: number }[] = [];
		let isNew = true;
		for (const { text, start, end } of tokens(this.text)) {
			if (speaker.has(text)) isNew = true;
			const tells = this.#words.isStop(text) || this.#words.actOf(text) !== undefined;
			if (!topic.has(text) || speaker.has(text) || tells) continue;
			const last = out.at(-1);
			if (last && !isNew) last.end = end;
			else out.push({ start, end });
			isNew = false;
		}
		return out;
	}
}

/** The only one that is named, by words that may be of several: Biden, his administration. */
function onlyOne(
	persons: QuestionReading["persons"],
): QuestionReading["persons"][number] | undefined {
	const [first] = persons;
	const words = first?.words.join(" ");
	return persons.every((each) => each.words.join(" ") === words) ? first : undefined;
}
