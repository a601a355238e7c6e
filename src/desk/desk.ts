import type { Answerer } from "../answers/answerer.ts";
import type { Request } from "../domain/answer.ts";
import type { Asker, Desk, Incoming, Notice, Reply } from "../domain/chat.ts";
import type { Say } from "../domain/messages.ts";
import type { Clock, Logger } from "../domain/ports.ts";
import type { Language } from "../domain/sets/languages.ts";
import type {
	InboxStore,
	SettingsStore,
	ThreadStore,
	ViewStore,
} from "../domain/state/conversation.ts";
import { namesOf } from "../identity/suggest-names.ts";
import { FollowUps, type FollowUpWords } from "../question/follow-up.ts";
import { aboutText } from "../question/question-in-message.ts";
import { Answering } from "./answering.ts";
import { ChatReader } from "./chat-reader.ts";
import { type CommandFamily, Commands, type DigestFamily } from "./commands.ts";
import { helpNotice, talkNotice } from "./help.ts";
import { languageIn, Speech, type TypedText } from "./languages.ts";
import { QuestionLimit } from "./limits.ts";
import { narrowProblems } from "./narrow.ts";
import { errorNotice, noticeOf, refusal } from "./notices.ts";
import { Once } from "./once.ts";
import { overviewOf } from "./overview.ts";
import type { Operators } from "./rights.ts";
import { SettingsCommand } from "./settings-command.ts";
import { Threads } from "./threads.ts";
import { onView } from "./view-actions.ts";
import { Views } from "./views.ts";
import { type CorrectionKeeper, Wrong } from "./wrong.ts";

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
	digests?: DigestFamily | undefined;
	sources?: CommandFamily | undefined;
	/** Keeps what operators correct; nobody can where it is absent. */
	corrections?: CorrectionKeeper | undefined;
};

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
	const speech = new Speech((asker) => settings.of(asker));
	const corpus = () => ({ articles: answerer.articles(), who: answerer.who() });
	const answering = new Answering({ answerer, say, limit, settings, threads, views });
	const help = (language: Language): Reply => ({
		kind: "notice",
		notice: helpNotice(corpus(), language, say),
	});
	const { operators, digests, sources } = parts;
	const wrong = new Wrong({ answerer, say, views, speech, operators, keeper: parts.corrections });
	const commands = new Commands({
		...{ reader, answering, settings, speech, views, say, help },
		...{ operators, digests, sources },
	});

	/** Who speaks first in what was answered. */
	async function speakerOf(request: Request): Promise<string | undefined> {
		const { items } = await answerer.answer({ ...request, limit: 1, offset: 0 });
		const [item] = items;
		return item && "claim" in item ? item.claim?.speaker.name : undefined;
	}

	async function message(text: string, asker: Asker): Promise<Reply> {
		const line = reader.read(text);
		if (line.kind === "empty") return help(await speech.of(asker));
		if (line.kind === "command") return commands.run(line.name, line.text, asker);
		const typed = line.request;
		if (followUps.isReset(typed.text)) {
			await threads.forget(asker);
			return refusal(say, "talk_reset", await speech.of(asker, { text }));
		}
		const last = await threads.last(asker);
		if (last) typed.text = followUps.corrected(typed.text);
		const reading = await answerer.read(typed.text, typed.language);
		if (reading.talk) {
			const told = { talk: reading.talk, language: await speech.of(asker, { text }) };
			return { kind: "notice", notice: talkNotice(corpus(), told, say) };
		}
		if (last) {
			const before = await answerer.read(last.text, last.language);
			const told = followUps.pointsBack(typed.text, reading) ? await speakerOf(last) : undefined;
			const joined = followUps.join(typed, reading, last, before, told);
			const spoken = languageIn(typed.text) ?? last.language;
			// What was exchanged in the question is told by the question as it reads now.
			const text = joined && joined.text !== last.text ? joined.text : last.text;
			if (joined) return answering.answer(joined, asker, { text, language: spoken });
		}
		if (!typed.text) typed.language ??= await speech.of(asker, { text });
		return answering.answer(typed, asker);
	}

	async function replyTo(incoming: Incoming, asker: Asker): Promise<Reply> {
		switch (incoming.kind) {
			case "command":
				return commands.run(incoming.name, incoming.text, asker);
			case "request": {
				// Filters may be typed into the topic as well; what the platform took apart wins.
				const { command: kind, text, ...options } = incoming.request;
				const given = Object.entries(options).filter(([, value]) => value !== undefined);
				const request = { ...reader.question(kind, text), ...Object.fromEntries(given) };
				return commands.ask(request, incoming.name ?? "", asker);
			}
			case "message":
				return message(incoming.text, asker);
			case "about": {
				const text = aboutText(incoming.text);
				return text
					? answering.answer({ command: "claims", text }, asker)
					: help(await speech.of(asker));
			}
			case "wrong":
				return wrong.run(incoming, asker);
			default:
				return onView({ answerer, say, views, answering, speech }, incoming, asker);
		}
	}

	return {
		async reply(incoming, asker) {
			try {
				const reply = await replyTo(incoming, asker);
				if (reply.kind === "notice" || !wrong.isOpenTo(asker)) return reply;
				return { ...reply, correctable: true };
			} catch (error) {
				const notice = errorNotice(say, error, await speech.of(asker, typedIn(incoming)));
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
		async narrowProblems({ view, filters }, asker) {
			const request = (await views.get(view))?.request;
			if (!request) return [];
			return narrowProblems(request, filters, await speech.of(asker, request), say);
		},
		digestForm: (asked, asker) => commands.digestForm(asked, asker),
		digestProblem: (sent, asker) => commands.digestProblem(sent, asker),
		wrongForm: (view, item, asker) => wrong.form(view, item, asker),
		wrongField: (sent, asker) => wrong.problem(sent, asker),
		language: (asker, typed) => speech.of(asker, typed),
		overview: (language) => overviewOf(corpus(), language, say),
		suggest: (field, text, most) => {
			const { articles, who } = corpus();
			return namesOf(articles, who).like(field, text, most);
		},
		notice: (code, language): Notice => noticeOf(say, code, language),
	};
}

function typedIn(incoming: Incoming): TypedText {
	switch (incoming.kind) {
		case "command":
		case "message":
			return incoming;
		case "request":
			return { name: incoming.name, text: incoming.request.text };
		default:
			return {};
	}
}
