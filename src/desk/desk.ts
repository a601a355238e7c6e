import type { Answerer } from "../answers/answerer.ts";
import type { Answer, Request } from "../domain/answer.ts";
import type { Asker, Desk, Incoming, Notice, Reply } from "../domain/chat.ts";
import type { InboxStore, SettingsStore, ThreadStore, ViewStore } from "../domain/conversation.ts";
import type { Say } from "../domain/messages.ts";
import type { Clock, Logger } from "../domain/ports.ts";
import { withoutFilters } from "../domain/sets/filters.ts";
import type { Language } from "../domain/sets/languages.ts";
import { platforms } from "../domain/sets/platforms.ts";
import { westernDigits } from "../domain/typed-words.ts";
import { namesOf } from "../identity/suggest-names.ts";
import { languageOf } from "../language/text/tokens.ts";
import { FollowUps, type FollowUpWords } from "../question/follow-up.ts";
import { aboutText } from "../question/question-in-message.ts";
import { ChatReader } from "./chat-reader.ts";
import { helpNotice } from "./help.ts";
import { QuestionLimit } from "./limits.ts";
import { errorNotice, noticeOf } from "./notices.ts";
import { Once } from "./once.ts";
import { overviewOf } from "./overview.ts";
import { may, type Operators } from "./rights.ts";
import { SettingsCommand } from "./settings-command.ts";
import { Threads } from "./threads.ts";
import { pageOf, Views } from "./views.ts";

/** Items a page: an answer should fit a screen. */
export const pageSize = 5;

/** A family of commands that is kept elsewhere: digests, sources. */
export type CommandFamily = {
	/** Whether the text is one of its commands; any text is where this is absent. */
	handles?(text: string): boolean;
	/** Whether the text only looks at what there is, which everybody may. */
	isOpen(text: string): boolean;
	run(text: string, asker: Asker, language: Language): Promise<Reply | { answer: Answer }>;
};

export type DeskParts = {
	answerer: Answerer;
	store: {
		settings: SettingsStore;
		views: ViewStore;
		threads: ThreadStore;
		inbox: InboxStore;
	};
	words: FollowUpWords;
	say: Say;
	now: Clock;
	log: Logger;
	/** 12 characters of A-Z, a-z, 0-9, `_` and `-` that nobody can guess. */
	newId(): string;
	/** What no other start of the program has. */
	process: string;
	operators: Operators;
	questionsPerMinute: number;
	digests?: CommandFamily | undefined;
	sources?: CommandFamily | undefined;
};

/** What a person is answered in where nothing that was written tells. */
const fallback: Language = "en";

/** The one desk behind all platforms; see the port. */
export function createDesk(parts: DeskParts): Desk {
	const { answerer, say, store, log } = parts;
	const reader = new ChatReader(say);
	const limit = new QuestionLimit(parts.questionsPerMinute, parts.now);
	const once = new Once(store.inbox, parts.process, parts.now, log);
	const views = new Views(store.views, parts.now, parts.newId);
	const threads = new Threads(store.threads, parts.now);
	const followUps = new FollowUps(parts.words);
	const settings = new SettingsCommand(store.settings, say);

	/** `from`: the question that it goes on from, and the language that it does so in. */
	async function answer(
		request: Request,
		asker: Asker,
		from?: { text: string; language: Language | undefined },
	): Promise<Reply> {
		const { platform } = asker.place;
		const wait = platforms[platform].own ? 0 : limit.take(`${platform}:${asker.person}`);
		if (wait > 0) {
			const language = request.language ?? languageOf(request.text);
			return refusal("too_many", language, { count: Math.ceil(wait / 1_000) });
		}
		const chosen = (await settings.of(asker)).language;
		const language = request.language ?? (chosen === "auto" ? from?.language : chosen);
		const full: Request = {
			...request,
			...(request.from ? { from: westernDigits(request.from) } : {}),
			...(request.to ? { to: westernDigits(request.to) } : {}),
			language,
			limit: request.limit ?? pageSize,
		};
		const made = await answerer.answer(full);
		if (from) made.notes.unshift(say(made.language, "note.goes_on", { text: from.text }));
		await threads.keep(asker, full, made);
		return { kind: "answer", answer: made, view: await views.keep(made, full) };
	}

	const refusal = (code: string, language: Language, params = {}): Reply => ({
		kind: "notice",
		notice: noticeOf(say, code, language, params),
	});
	const help = (language: Language): Reply => ({
		kind: "notice",
		notice: helpNotice(answerer.articles(), language, say),
	});

	async function command(name: string, text: string, asker: Asker): Promise<Reply> {
		const key = reader.command(name);
		const spoken = languageIn(name) ?? languageIn(text);
		const language = spoken ?? (text ? "en" : (asker.language ?? fallback));
		switch (key) {
			case null:
				return refusal("unknown_command", language, { command: name.slice(0, 40) });
			case "isnad": {
				const [first = "", ...rest] = text.trim().split(/\s+/);
				if (!first) return help(language);
				// "/isnad language ar" is a setting without its word.
				const bare = reader.command(first) === null && settings.reads(text);
				return bare ? command("settings", text, asker) : command(first, rest.join(" "), asker);
			}
			case "help":
				return help(languageIn(name) ?? asker.language ?? fallback);
			case "more":
				return more(asker, language);
			case "quit":
				return refusal("unknown_command", language, { command: name });
			case "settings":
				return {
					kind: "notice",
					notice: await settings.run(text, asker, language, parts.operators),
				};
			case "digest":
				return family(parts.digests, "manage", text, asker, language);
			case "sources":
				if (parts.sources && (parts.sources.handles?.(text) ?? !parts.sources.isOpen(text)))
					return family(parts.sources, "operate", text, asker, language);
				break;
		}
		if (!text.trim() && key !== "sources") return help(language);
		const request = reader.question(key, text);
		if (!request.text) request.language = language;
		return answer(request, asker);
	}

	async function family(
		commands: CommandFamily | undefined,
		right: "manage" | "operate",
		text: string,
		asker: Asker,
		language: Language,
	): Promise<Reply> {
		if (!commands) return refusal("not_served", language);
		if (!commands.isOpen(text) && !may(right, asker, parts.operators))
			return refusal(`not_allowed_${right}`, language);
		const made = await commands.run(text, asker, language);
		if ("kind" in made) return made;
		return { kind: "answer", answer: made.answer, view: await views.keep(made.answer, null) };
	}

	async function more(asker: Asker, language: Language): Promise<Reply> {
		const last = await threads.last(asker);
		if (!last) return refusal("no_more", language);
		const reply = await answer(last, asker);
		const empty = reply.kind === "answer" && reply.answer.items.length === 0;
		return empty ? refusal("no_more", last.language ?? language) : reply;
	}

	async function message(text: string, asker: Asker): Promise<Reply> {
		const line = reader.read(text);
		const language = languageIn(text) ?? "en";
		if (line.kind === "empty") return help(asker.language ?? fallback);
		if (line.kind === "command") return command(line.name, line.text, asker);
		const typed = line.request;
		const last = await threads.last(asker);
		if (last) {
			const reading = await answerer.read(typed.text, typed.language);
			const joined = followUps.join(typed, reading, last);
			const spoken = languageIn(typed.text) ?? last.language;
			if (joined) return answer(joined, asker, { text: last.text, language: spoken });
		}
		if (!typed.text) typed.language ??= language;
		return answer(typed, asker);
	}

	async function onView(incoming: Incoming & { view: string }, asker: Asker): Promise<Reply> {
		const view = await views.get(incoming.view);
		const language =
			view?.request?.language ?? view?.answer?.language ?? asker.language ?? fallback;
		if (!view) return refusal("view_gone", language);
		if (incoming.kind === "check_quote") {
			const place = view.places[incoming.item];
			const quotation = place ? answerer.quotation(place, language) : null;
			if (!quotation) return refusal("quote_gone", language);
			return { kind: "quotation", quotation, view: view.id, item: incoming.item };
		}
		if (view.answer) {
			const from = incoming.kind === "more" ? (incoming.from ?? view.answer.items.length) : 0;
			return { kind: "answer", answer: pageOf(view.answer, from), view: view.id };
		}
		if (!view.request) return refusal("view_gone", language);
		const request = { ...view.request, limit: view.request.limit ?? pageSize };
		if (incoming.kind === "share") {
			return { kind: "answer", answer: await answerer.answer(request), view: view.id };
		}
		if (incoming.kind === "narrow") {
			return answer({ ...withoutFilters(request), ...incoming.filters, offset: 0 }, asker);
		}
		const from = "from" in incoming ? incoming.from : undefined;
		return answer({ ...request, offset: from ?? (request.offset ?? 0) + request.limit }, asker);
	}

	async function replyTo(incoming: Incoming, asker: Asker): Promise<Reply> {
		switch (incoming.kind) {
			case "command":
				return command(incoming.name, incoming.text, asker);
			case "request": {
				// Filters may be typed into the topic as well; what the platform took apart wins.
				const { command: kind, text, ...options } = incoming.request;
				const given = Object.entries(options).filter(([, value]) => value !== undefined);
				return answer({ ...reader.question(kind, text), ...Object.fromEntries(given) }, asker);
			}
			case "message":
				return message(incoming.text, asker);
			case "about": {
				const text = aboutText(incoming.text);
				return text ? answer({ command: "claims", text }, asker) : help(asker.language ?? fallback);
			}
			default:
				return onView(incoming, asker);
		}
	}

	return {
		async reply(incoming, asker) {
			try {
				return await replyTo(incoming, asker);
			} catch (error) {
				const written = "text" in incoming ? languageIn(incoming.text) : null;
				const notice = errorNotice(say, error, written ?? asker.language ?? fallback);
				log(notice.code === "internal" ? "error" : "info", "A question was not answered.", {
					code: notice.code,
					platform: asker.place.platform,
				});
				return { kind: "notice", notice };
			}
		},
		once: (platform, delivery, work) => once.run(platform, delivery, work),
		shown: (asker, next) => threads.goOnAt(asker, next),
		settings: (asker) => settings.of(asker),
		async request(id) {
			return (await views.get(id))?.request ?? null;
		},
		overview: (language) => overviewOf(answerer.articles(), language, say),
		suggest: (field, text, most) => namesOf(answerer.articles()).like(field, text, most),
		notice: (code, language): Notice => noticeOf(say, code, language),
	};
}

/** Of the letters that there are; null where there are none. */
function languageIn(text: string): Language | null {
	return /\p{L}/u.test(text) ? languageOf(text) : null;
}
