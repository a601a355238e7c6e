import type { Answerer } from "../answers/answerer.ts";
import { firstClaim, withDaySaid } from "../answers/verdict/day-said.ts";
import type { Answer, AnswerItem, Request } from "../domain/answer.ts";
import type { Asker, Reply } from "../domain/chat.ts";
import type { Say } from "../domain/messages.ts";
import { type FollowUps, likeliest } from "../question/going-on/follow-ups.ts";
import { itemOf, listOf, newerThan, pageStart, type Step } from "../question/going-on/steps.ts";
import type { Told } from "../question/going-on/turn.ts";
import type { QuestionReading } from "../question/read-question.ts";
import type { Answering } from "./answering.ts";
import { languageIn } from "./languages.ts";
import { refusal } from "./notices.ts";
import type { Threads } from "./threads.ts";

export type GoingOnParts = {
	answerer: Answerer;
	answering: Answering;
	threads: Threads;
	followUps: FollowUps;
	say: Say;
};

/** Questions that go on from the last one of their conversation. */
export class GoingOn {
	readonly #parts: GoingOnParts;

	constructor(parts: GoingOnParts) {
		this.#parts = parts;
	}

	/** The reply to what goes on from `last`; null where it is a question of its own. */
	async reply(typed: Request, reading: QuestionReading, last: Request, asker: Asker) {
		const { answering, followUps, threads } = this.#parts;
		const language = languageIn(typed.text) ?? last.language;
		const dated = await this.#daySaid(typed, reading, last, asker);
		if (dated) return dated;
		const further = followUps.asksFurther(typed.text, reading);
		const of = await threads.furtherOf(asker);
		// "Why?" was asked of an answer, and "and the minister?" and "where?" are of the question before it.
		const isAgain = further && last.text !== of?.text;
		const isOfFirst = isAgain || followUps.namesAnother(typed.text, reading);
		const from = of && (isOfFirst || last.within !== undefined) ? of : listOf(last, of);
		const shown = of && isOfFirst && last.within === undefined ? of : last;
		const going = await this.#joined(typed, reading, from, shown);
		if (!going) return null;
		const { request: joined, told } = going;
		// What was exchanged in the question is told by the question as it reads now.
		const text = joined.text || from.text;
		const asksWhy = followUps.asksWhy(typed.text, reading);
		return answering.answer(joined, asker, {
			...{ text, language },
			// Without words of its own it is no more than a look at what was answered.
			...(further || joined.within !== from.within
				? { of: further ? from : withoutArticle(joined, from) }
				: {}),
			...(asksWhy ? { tell: this.#reasonTold(told) } : {}),
		});
	}

	/** What is said of the conversation itself. */
	async step(step: Step, last: Request, asker: Asker): Promise<Reply> {
		const { answering, say, threads } = this.#parts;
		const { text, language } = last;
		const list = listOf(last, await threads.furtherOf(asker));
		switch (step.kind) {
			case "back": {
				const before = await threads.goBack(asker);
				if (!before) return refusal(say, "nothing_earlier", language ?? "en");
				const told = { text: before.text, language };
				return answering.answer({ ...before, offset: 0 }, asker, told);
			}
			case "newer": {
				const days = await this.#daysShown(last);
				const newer = newerThan({ ...last, limit: list.limit }, days);
				return answering.answer(newer, asker, { text, language });
			}
			case "shorter":
				return answering.answer({ ...last, limit: 1, offset: pageStart(last) }, asker, {
					...{ text, language },
				});
			case "item":
				return answering.answer(itemOf(list, step.item), asker, { text, language, of: list });
		}
	}

	/** When what was answered was said; null where that is not asked, or nobody said it. */
	async #daySaid(typed: Request, reading: QuestionReading, last: Request, asker: Asker) {
		const { answerer, answering, followUps, say, threads } = this.#parts;
		const before = await answerer.read(last.text, last.language);
		const by = followUps.dayAsked(typed.text, reading, last, before);
		if (by === null) return null;
		const request = { ...last, ...(by ? { by } : {}), offset: by ? 0 : pageStart(last) };
		if (!firstClaim(await answerer.answer(request))) return null;
		const language = languageIn(typed.text) ?? last.language;
		return answering.answer({ ...request, language: undefined }, asker, {
			...{ text: last.text, language, of: listOf(last, await threads.furtherOf(asker)) },
			tell: (answer) => withDaySaid(answer, say),
		});
	}

	/**
	 * Of several ways to read it the first that the articles answer, with what was answered last, which
	 * `shown` asked for.
	 */
	async #joined(
		typed: Request,
		reading: QuestionReading,
		last: Request,
		shown: Request,
	): Promise<{ request: Request; told: Told | undefined } | null> {
		const { answerer, followUps } = this.#parts;
		const before = await answerer.read(last.text, last.language);
		if (followUps.readings(typed, reading, last, before).length === 0) return null;
		const first = await this.#told(shown);
		const speaker = followUps.pointsBack(typed.text, reading) ? first?.speaker : undefined;
		const told = first && { ...first, speaker };
		const all = followUps.readings(typed, reading, last, before, told);
		let other: Request | null = null;
		for (const { request, article } of all.length > 1 ? all : []) {
			const { answered, items } = await answerer.answer({ ...request, limit: 1 });
			if (!answered) continue;
			if (!article || isOf(items[0], article)) return { request, told };
			other ??= request;
		}
		const request = other ?? likeliest(all);
		return request && { request, told };
	}

	/** An answer that is what was asked about, and gives no reason for it, does not say why. */
	#reasonTold(told: Told | undefined): (answer: Answer) => Answer {
		const { followUps, say } = this.#parts;
		return (answer) => {
			const [item] = answer.items;
			if (!answer.answered || !item || item.kind === "source" || item.quote !== told?.quote)
				return answer;
			if (answer.items.some((each) => followUps.givesReason(contextOf(each)))) return answer;
			const text = say(answer.language, "verdict.no_reason");
			return { ...answer, answered: false, verdict: { kind: "not_in_corpus", text } };
		};
	}

	/** What was answered first, and who speaks in it. */
	async #told(last: Request): Promise<Told | undefined> {
		const page = { ...last, limit: 1, offset: pageStart(last) };
		const { answered, items } = await this.#parts.answerer.answer(page);
		const [item] = items;
		if (!item || item.kind === "source") return undefined;
		const speaker = "claim" in item ? item.claim?.speaker.name : undefined;
		const article = answered ? item.citation.article : undefined;
		return { speaker, quote: item.quote, context: contextOf(item), article };
	}

	/** The newest day of what is shown. */
	async #daysShown(last: Request): Promise<string | null> {
		const { items } = await this.#parts.answerer.answer({ ...last, offset: pageStart(last) });
		const days = items.flatMap((item) =>
			item.kind === "source" ? [] : (item.citation.published.value?.split("/").at(-1) ?? []),
		);
		return days.sort().at(-1) ?? null;
	}
}

/** What may be asked beyond the article that was looked at; `from` where nothing else was asked of it. */
function withoutArticle({ within, ...request }: Request, from: Request): Request {
	return request.text ? request : from;
}

function isOf(item: AnswerItem | undefined, article: string): boolean {
	return item !== undefined && item.kind !== "source" && item.citation.article === article;
}

function contextOf(item: AnswerItem): string {
	if (item.kind === "source") return "";
	return ("context" in item && item.context) || item.quote;
}
