import type { Answerer } from "../answers/answerer.ts";
import type { Request } from "../domain/answer.ts";
import type { Above, Asker, Reply } from "../domain/chat.ts";
import type { Say } from "../domain/messages.ts";
import { type AskingCommand, commands } from "../domain/sets/commands.ts";
import { filtersOf } from "../domain/sets/filters.ts";
import type { Language } from "../domain/sets/languages.ts";
import type { FollowUps } from "../question/going-on/follow-ups.ts";
import { namesAnything } from "../question/names-anything.ts";
import { aboutText } from "../question/question-in-message.ts";
import type { QuestionReading } from "../question/read-question.ts";
import type { Answering } from "./answering.ts";
import type { ChatReader } from "./chat-reader.ts";
import type { Commands } from "./commands.ts";
import { GoingOn } from "./going-on.ts";
import type { Speech } from "./languages.ts";
import { refusal } from "./notices.ts";
import type { Threads } from "./threads.ts";
import type { Views } from "./views/views.ts";

export type TalkParts = {
	answerer: Answerer;
	reader: ChatReader;
	commands: Commands;
	answering: Answering;
	threads: Threads;
	views: Views;
	followUps: FollowUps;
	speech: Speech;
	say: Say;
	help(language: Language): Reply;
	smallTalk(talk: NonNullable<QuestionReading["talk"]>, language: Language): Reply;
};

/** What a text may go on from: a question that was asked here, or what somebody else wrote. */
type Before = { request: Request; from: "questions" | "others" };

/** What is written to nobody in particular and is no question: longer ones are people's own talk. */
const mostWordsUnasked = 6;

/** What people write, and what it goes on from: the last question, or the message above it. */
export class Talk {
	readonly #parts: TalkParts;

	readonly #goingOn: GoingOn;

	constructor(parts: TalkParts) {
		this.#parts = parts;
		this.#goingOn = new GoingOn(parts);
	}

	async reply(text: string, asker: Asker, above?: Above | null): Promise<Reply> {
		const { answerer, answering, followUps, reader, say, speech, threads } = this.#parts;
		const line = reader.read(text);
		if (line.kind === "empty") return this.#bare(asker, above);
		if (line.kind === "command") return this.#parts.commands.run(line.name, line.text, asker);
		const typed = line.request;
		const spokenTo = () => speech.of(asker, { text });
		if (followUps.isReset(typed.text)) {
			await threads.forget(asker);
			return refusal(say, "talk_reset", await spokenTo());
		}
		const before = await this.#before(asker, above);
		const step = before?.from === "questions" && followUps.stepIn(typed.text);
		if (before && step) return this.#goingOn.step(step, before.request, asker);
		if (before) typed.text = followUps.corrected(typed.text, before.request);
		const reading = await answerer.read(typed.text, typed.language);
		if (reading.talk) return this.#parts.smallTalk(reading.talk, await spokenTo());
		// To somebody's message is added only what the question leaves unsaid.
		const isOwn = before?.from === "others" && !followUps.leavesUnsaid(typed.text, reading);
		const last = isOwn ? undefined : before?.request;
		if (!before && above === null) return refusal(say, "above_unread", await spokenTo());
		// Above it stands what asks nothing of the articles: help, a greeting, a setting.
		if (!before && above && followUps.leavesUnsaid(typed.text, reading))
			return refusal(say, "above_nothing", await spokenTo());
		const goingOn = last && (await this.#goingOn.reply(typed, reading, last, asker));
		if (goingOn) return goingOn;
		if (!typed.text) typed.language ??= await spokenTo();
		return answering.answer(typed, asker);
	}

	/** Whether it leaves unsaid what it is about, and nothing was asked here that it could go on from. */
	async pointsAbove(text: string, asker: Asker): Promise<boolean> {
		const { followUps, reader, threads } = this.#parts;
		const line = reader.read(text);
		if (line.kind === "command") return false;
		if (line.kind === "empty") return true;
		if (followUps.isReset(line.request.text) || (await threads.last(asker))) return false;
		if (followUps.stepIn(line.request.text)) return true;
		const { text: asked, language } = line.request;
		const reading = await this.#parts.answerer.read(asked, language);
		return !reading.talk && followUps.leavesUnsaid(asked, reading);
	}

	/**
	 * Whether what was written to nobody in particular asks the bot to go on: the word for more, a
	 * question, or a few words that change the last one. People's own talk does not.
	 */
	async goesOn(text: string, asker: Asker, above?: Above): Promise<boolean> {
		const { reader } = this.#parts;
		const line = reader.read(text);
		if (line.kind === "empty") return false;
		const last = (await this.#before(asker, above))?.request;
		if (!last) return false;
		if (line.kind === "command")
			return (
				text.trim().startsWith("/") || (line.text === "" && reader.command(line.name) === "more")
			);
		// One word may be people's own talk.
		const isOneWord = !/\s/.test(text.trim());
		if (!isOneWord && this.#parts.followUps.stepIn(line.request.text)) return true;
		const joined = await this.#joined(line.request, last);
		if (/[?؟]$/.test(text.trim())) return joined !== "talk";
		const isShort = text.trim().split(/\s+/).length <= mostWordsUnasked;
		return isShort && joined !== null && joined !== "talk" && !isSame(joined, last);
	}

	/** Null for a question of its own. */
	async #joined(typed: Request, last: Request): Promise<Request | "talk" | null> {
		const { answerer, followUps } = this.#parts;
		const reading = await answerer.read(typed.text, typed.language);
		return reading.talk ? "talk" : followUps.join(typed, reading, last);
	}

	/** A mention and nothing else asks about the message that it stands under. */
	async #bare(asker: Asker, above: Above | null | undefined): Promise<Reply> {
		const { answering, help, say, speech } = this.#parts;
		const language = await speech.of(asker);
		if (above === null) return refusal(say, "above_unread", language);
		const text = above && "text" in above ? aboutText(above.text) : "";
		return text ? answering.answer({ command: "claims", text }, asker) : help(language);
	}

	/** A message that was chosen comes first: somebody replied to it. */
	async #before(asker: Asker, above: Above | null | undefined): Promise<Before | null> {
		const { threads, views } = this.#parts;
		const kept = above?.chosen ? null : await threads.last(asker);
		if (kept) return { request: kept, from: "questions" };
		if (!above) return null;
		if ("view" in above) {
			const request = (await views.get(above.view, asker))?.request;
			return request ? { request, from: "questions" } : null;
		}
		return this.#written(aboutText(above.text));
	}

	/** What stands in a message: a question put to the bot, or somebody's own words; null for help and greetings. */
	async #written(text: string): Promise<Before | null> {
		const { answerer, reader } = this.#parts;
		const line = reader.read(text);
		if (line.kind === "empty" || !namesAnything(text, new Set())) return null;
		if (line.kind === "question") {
			const { talk } = await answerer.read(text);
			return talk ? null : { request: { command: "claims", text }, from: "others" };
		}
		const key = reader.command(line.name);
		if (key === null || !commands[key].asks || !line.text) return null;
		return { request: reader.question(key as AskingCommand, line.text), from: "others" };
	}
}

function isSame(one: Request, other: Request): boolean {
	const told = (of: Request) =>
		JSON.stringify([of.text, of.command, Object.entries(filtersOf(of)).sort()]);
	return told(one) === told(other);
}
