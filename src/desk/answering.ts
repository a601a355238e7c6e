import type { Answerer } from "../answers/answerer.ts";
import type { Answer, Request } from "../domain/answer.ts";
import type { Asker, Reply } from "../domain/chat.ts";
import type { Say } from "../domain/messages.ts";
import type { Language } from "../domain/sets/languages.ts";
import { platforms } from "../domain/sets/platforms.ts";
import { westernDigits } from "../domain/typed-words.ts";
import { noticeLanguage } from "./languages.ts";
import type { QuestionLimit } from "./limits.ts";
import { refusal } from "./notices.ts";
import type { SettingsCommand } from "./settings/settings-command.ts";
import type { Threads } from "./threads.ts";
import type { Views } from "./views/views.ts";

/** Items a page: the verdict and they should fit a screen. */
export const pageSize = 3;

/** Where the articles do not say, what is nearest is shown to whoever asks for it. */
export function isFolded({ answered, items }: Answer): boolean {
	return !answered && items.length > 0;
}

export type AnsweringParts = {
	answerer: Answerer;
	say: Say;
	limit: QuestionLimit;
	settings: SettingsCommand;
	threads: Threads;
	views: Views;
	/** Whether readers are asked if an answer is right. */
	votable: boolean;
};

/** What tells the language where neither the question nor a setting does. */
export type Spoken = {
	language: Language | undefined;
	/** The question that this one goes on from. */
	text?: string;
	/** The question whose answer this one asks further about. */
	of?: Request;
	/** The answer as it is told here: the day alone, where that is asked. */
	tell?(answer: Answer): Answer;
};

/** With its days in the digits that days are read in. */
export function inWesternDigits(request: Request): Request {
	const { from, to } = request;
	return {
		...request,
		...(from ? { from: westernDigits(from) } : {}),
		...(to ? { to: westernDigits(to) } : {}),
	};
}

/** Questions to answers: within the limit, as the asker set it, and kept for what follows. */
export class Answering {
	readonly #parts: AnsweringParts;

	constructor(parts: AnsweringParts) {
		this.#parts = parts;
	}

	async answer(request: Request, asker: Asker, from?: Spoken): Promise<Reply> {
		const { answerer, say, limit, settings, threads, views, votable } = this.#parts;
		const { platform } = asker.place;
		const wait = platforms[platform].own ? 0 : limit.take(`${platform}:${asker.person}`);
		if (wait > 0) {
			const { language: set } = await settings.of(asker);
			const language = request.language ?? noticeLanguage(set, asker, request);
			return refusal(say, "too_many", language, { count: Math.ceil(wait / 1_000) });
		}
		const chosen = (await settings.of(asker)).language;
		const language = request.language ?? (chosen === "auto" ? from?.language : chosen);
		const full: Request = {
			...inWesternDigits(request),
			language,
			limit: request.limit ?? pageSize,
		};
		const answer = await answerer.answer(full);
		const made = from?.tell?.(answer) ?? answer;
		if (isFolded(made) && request.offset === undefined) made.folded = true;
		if (from?.text) made.notes.unshift(say(made.language, "note.goes_on", { text: from.text }));
		const [view] = await Promise.all([
			views.keep(made, full, asker),
			threads.keep(asker, full, made, from?.of),
		]);
		return { kind: "answer", answer: made, view, ...votableOf(made, votable) };
	}

	/** The next page of what was last answered in the asker's thread. */
	async more(asker: Asker, language: Language): Promise<Reply> {
		const { say, threads } = this.#parts;
		const last = await threads.last(asker);
		if (!last) return refusal(say, "no_more", language);
		const reply = await this.answer(last, asker);
		const empty = reply.kind === "answer" && reply.answer.items.length === 0;
		return empty ? refusal(say, "no_more", last.language ?? language) : reply;
	}
}

/** A list of the articles is neither right nor wrong. */
export function votableOf({ command }: Answer, votable: boolean): { votable?: true } {
	return votable && command !== "sources" ? { votable: true } : {};
}
