import { fold } from "../../language/text/normalise.ts";
import { isArabic, tokens } from "../../language/text/tokens.ts";
import { isDefinite } from "../../language/words/arabic-clitics.ts";
import { isPlain, questionTypes } from "../question-types.ts";
import { textOf } from "./named-in-turn.ts";
import { articleBefore, asNamed } from "./replace-words.ts";
import { type Joined, type Turn, without } from "./turn.ts";

/** How else a turn may be read than `first`: what the articles answer decides, in their order. */
export function allReadings(turn: Turn, first: Joined): Joined[] {
	const { told, words } = turn;
	const why = ofTheAnswer(turn, first);
	const isGiven = why !== null && words.givesReason(told?.context ?? "");
	const before = [byTheNoun(turn), byTheOffice(turn), isGiven ? why : null];
	const there = inThatArticle(turn) ?? byItsSpeaker(turn, first);
	const behind = [there, withoutAct(turn, first), isGiven ? null : why];
	const own = there ? { ...first, article: told?.article } : first;
	const all = [...before, own, ...behind].filter((each) => each !== null);
	const texts = all.map((each) => JSON.stringify(each));
	return all.filter((_, n) => texts.indexOf(texts[n] ?? "") === n);
}

/** "Who denied it? And Yellen?": whether she does so too, or else what she says. */
function withoutAct({ act, question }: Turn, { text, filters }: Joined): Joined | null {
	if (act || !filters.by || !filters.stance) return null;
	return { text: question.matter || text, filters: without(filters, "stance"), command: "claims" };
}

/** "Only denials", "who denied it?": of the article that was answered from, whatever its words for it. */
function inThatArticle({ act, named, told, filters }: Turn): Joined | null {
	if (!act || !told?.article || named.topic.length > 0 || named.speaker) return null;
	if (filters.by !== undefined) return null;
	return {
		text: "",
		filters: { ...filters, within: told.article },
		command: "claims",
		unsure: true,
	};
}

/** "And the union?": the one of the article that was answered from, and of no other. */
function byItsSpeaker({ named, reading, told, act, words }: Turn, first: Joined): Joined | null {
	const { speaker } = named;
	const isOffice = speaker?.split(/\s+/u).some((word) => words.isSpeaker(fold(word))) ?? false;
	const isKnown = reading.persons.length > 0 || (reading.outlets ?? []).length > 0;
	if (!isOffice || isKnown || act || !told?.article) return null;
	return { ...first, filters: { ...first.filters, within: told.article }, unsure: true };
}

/** A noun by itself behind somebody's words: what the fans say, or else what he says of the fans. */
function byTheNoun({ text, named, question, filters, spoken, last, words }: Turn): Joined | null {
	const { lead, topic, speaker, isAbout, says } = named;
	const asksAbout = tokens(text)
		.slice(0, lead.to)
		.some((word) => words.isAbout(word.text));
	if (!spoken || last.by !== undefined || !lead.found || asksAbout || isAbout || says) return null;
	const [noun] = topic;
	if (!noun || topic.length > 1 || speaker !== undefined) return null;
	const article = articleBefore(text, noun.start);
	const name = asNamed(textOf(text, topic));
	if (isArabic(name) ? !isDefinite(name) : !article) return null;
	const written = question.withSpeaker(article + name);
	return written ? { text: written, filters: without(filters, "by"), unsure: true } : null;
}

/** An office by itself behind a question for a day: what it says about it, or else the same of it. */
function byTheOffice({
	text,
	reading,
	named,
	question,
	filters,
	spoken,
	words,
}: Turn): Joined | null {
	const { lead, topic, speaker } = named;
	const [first] = topic;
	if (spoken || filters.by || filters.stance || !lead.found || !first || speaker) return null;
	if (questionTypes[question.asks].wants !== "day" || !isPlain(reading.type)) return null;
	if (!question.matter || !topic.every((word) => words.isSpeaker(word.text))) return null;
	const name = articleBefore(text, first.start) + asNamed(textOf(text, topic));
	const asked = words.wording.saying(reading.language, name, question.matter);
	return { text: asked, filters, command: "ask", unsure: true };
}

/** "Why?": of what was answered, in its own words. */
function ofTheAnswer(turn: Turn, first: Joined): Joined | null {
	const { told, named, reading, filters } = turn;
	const asksWhy = questionTypes[reading.type].wants === "reason" && named.topic.length === 0;
	if (!told?.quote || !asksWhy || first.text.includes(told.quote)) return null;
	return { text: askedOf(turn, told.quote), filters, unsure: true };
}

/** Words of what was answered that are looked for, at most. */
const mostWords = 14;

/** The question word that was typed, and words of the answer. */
export function askedOf(turn: Turn, quote: string): string {
	return `${askedWords(turn)}: ${quote.split(/\s+/).slice(0, mostWords).join(" ")}`;
}

/** What is typed, without the words that only say that it goes on: «وليش؟» is ليش. */
export function askedWords({ text, named, words }: Turn): string {
	const asked = text.slice(named.lead.start).replace(/[?؟\s]+$/u, "");
	const [first] = tokens(asked);
	// Where is written like "and" before another word.
	return first && words.asks(first.text) ? asked : asNamed(asked);
}
