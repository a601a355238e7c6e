import type { Answerer } from "../answers/answerer.ts";
import type { Asker, Desk, Incoming, Notice, Reply } from "../domain/chat.ts";
import type { FeedbackStore } from "../domain/feedback.ts";
import type { Say } from "../domain/messages.ts";
import type { Clock, Logger } from "../domain/ports.ts";
import type { Language } from "../domain/sets/languages.ts";
import type {
	InboxStore,
	SettingsStore,
	ThreadStore,
	ViewStore,
} from "../domain/state/conversation.ts";
import { typedIn } from "../domain/typed-in.ts";
import { namesOf } from "../identity/suggest-names.ts";
import { FollowUps, type FollowUpWords } from "../question/going-on/follow-ups.ts";
import { aboutText } from "../question/question-in-message.ts";
import { Answering } from "./answering.ts";
import { ChatReader } from "./chat-reader.ts";
import { type CommandFamily, Commands, type DigestFamily } from "./commands.ts";
import { bareNotice, helpNotice, talkNotice } from "./help.ts";
import { Speech } from "./languages.ts";
import { QuestionLimit } from "./limits.ts";
import { errorNotice, isBare, noticeOf } from "./notices.ts";
import { Once } from "./once.ts";
import { overviewOf } from "./overview.ts";
import type { Operators } from "./rights.ts";
import { SettingsCommand } from "./settings/settings-command.ts";
import { Talk } from "./talk.ts";
import { Threads } from "./threads.ts";
import { typedLines, withTypedText } from "./typed-in-form.ts";
import { narrowProblems } from "./views/narrow.ts";
import { onView } from "./views/view-actions.ts";
import { Views } from "./views/views.ts";
import { Votes } from "./votes.ts";
import { type CorrectionKeeper, Wrong } from "./wrong/wrong.ts";

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
	/** Other work of the process makes way while this lasts: somebody waits for it. */
	whileAsked?: (<T>(work: () => Promise<T>) => Promise<T>) | undefined;
	/** Keeps what operators correct; nobody can where it is absent. */
	corrections?: CorrectionKeeper | undefined;
	/** Keeps what readers say of answers; nobody is asked where it is absent. */
	feedback?: FeedbackStore | undefined;
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
	const votes = new Votes({ answerer, say, views, speech, now: parts.now, store: parts.feedback });
	const votable = votes.isOpen;
	const answering = new Answering({ answerer, say, limit, settings, threads, views, votable });
	const help = (language: Language): Reply => ({
		kind: "notice",
		notice: helpNotice(corpus(), language, say),
	});
	const { operators, digests, sources, whileAsked = (work) => work() } = parts;
	const wrong = new Wrong({ answerer, say, views, speech, operators, keeper: parts.corrections });
	const commands = new Commands({
		...{ reader, answering, settings, speech, views, say, help },
		...{ operators, digests, sources },
	});

	const talk = new Talk({
		...{ answerer, reader, commands, answering, threads, views, followUps, speech, say, help },
		smallTalk: (talk, language) => ({
			kind: "notice",
			notice: talkNotice(corpus(), { talk, language }, say),
		}),
	});

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
				return talk.reply(incoming.text, asker, incoming.above);
			case "about": {
				const text = aboutText(incoming.text);
				return text
					? answering.answer({ command: "claims", text }, asker)
					: help(await speech.of(asker));
			}
			case "wrong":
				return wrong.run(incoming, asker);
			case "vote":
				return votes.run(incoming, asker);
			default:
				return onView({ answerer, say, views, answering, votable, speech }, incoming, asker);
		}
	}

	return {
		async reply(incoming, asker) {
			try {
				const reply = withTypedText(await replyTo(incoming, asker), incoming, say);
				if (reply.kind === "notice" || !wrong.isOpenTo(asker)) return reply;
				return { ...reply, correctable: true };
			} catch (error) {
				const language = await speech.of(asker, typedIn(incoming));
				const notice = isBare(error)
					? bareNotice(corpus(), language, say)
					: errorNotice(say, error, language);
				notice.lines.push(...typedLines(incoming, language, say));
				log(notice.code === "internal" ? "error" : "info", "A question was not answered.", {
					code: notice.code,
					platform: asker.place.platform,
				});
				return { kind: "notice", notice };
			}
		},
		once: (platform, delivery, work) => whileAsked(() => once.run(platform, delivery, work)),
		shown: (asker, next) => threads.goOnAt(asker, next),
		settings: (asker) => settings.of(asker),
		// What cannot be read points at nothing: the question itself tells what is wrong with it.
		pointsAbove: (text, asker) => talk.pointsAbove(text, asker).catch(() => false),
		goesOn: (text, asker, above) => talk.goesOn(text, asker, above).catch(() => false),
		async request(id, asker) {
			return (await views.get(id, asker))?.request ?? null;
		},
		voteForm: (view, asker) => votes.form(view, asker),
		async narrowProblems({ view, filters }, asker) {
			const request = (await views.get(view, asker))?.request;
			if (!request) return [];
			return narrowProblems(request, filters, await speech.of(asker, request), say);
		},
		digestForm: (asked, asker) => commands.digestForm(asked, asker),
		digestProblem: (sent, asker) => commands.digestProblem(sent, asker),
		wrongForm: (view, item, asker) => wrong.form(view, item, asker),
		wrongField: (sent, asker) => wrong.problem(sent, asker),
		language: (asker, typed) => speech.of(asker, typed),
		overview: async (language) => overviewOf(corpus(), language, say),
		suggest: async ({ field, text, most }) => {
			const { articles, who } = corpus();
			return namesOf(articles, who).like(field, text, most);
		},
		notice: (code, language): Notice => noticeOf(say, code, language),
	};
}
