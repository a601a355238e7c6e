import { readConfig } from "../../../src/app/config.ts";
import { loadFollowUpWords } from "../../../src/app/load/follow-up-words.ts";
import { indexDataFolder } from "../../../src/app/paths.ts";
import { type App, createApp } from "../../../src/app/serving/app.ts";
import { createDesk } from "../../../src/desk/desk.ts";
import type { Answer } from "../../../src/domain/answer.ts";
import type { Asker, Desk, Reply } from "../../../src/domain/chat.ts";
import type { Say } from "../../../src/domain/messages.ts";
import { Language } from "../../../src/domain/sets/languages.ts";
import type { PlatformName } from "../../../src/domain/sets/platforms.ts";
import { memoryStore } from "../../../src/storage/memory/store.ts";
import { type Asked, askedAnswers } from "./asked.ts";

/** What an adapter is given to lay out: a reply of the desk, or a digest. */
export type Given = Reply | { kind: "digest"; answer: Answer; view: string };

/** One of the typical answers in one language. */
export type TypicalAnswer = { name: string; language: Language; given: Given };

/** Pictures do not change from day to day. */
const now = Date.UTC(2024, 5, 1);

/** What people on a platform are answered to the typical questions, over the shipped corpus. */
export async function typicalAnswers(
	platform: PlatformName,
): Promise<{ say: Say; answers: TypicalAnswer[] }> {
	const app = await createApp(readConfig({}), () => {});
	try {
		const desk = await deskOver(app);
		const answers: TypicalAnswer[] = [];
		for (const [name, asked] of askedAnswers())
			for (const language of Language.options) {
				// Somebody else each time, so that no question goes on from another one.
				const asker = askerOf(platform, `${name}-${language}`, language);
				const given = await givenFor(asked, language, { app, desk, asker });
				answers.push({ name, language, given });
			}
		return { say: app.say, answers };
	} finally {
		await app.close();
	}
}

async function deskOver({ answerer, say }: App): Promise<Desk> {
	let ids = 0;
	return createDesk({
		answerer,
		say,
		store: memoryStore(),
		words: await loadFollowUpWords(indexDataFolder),
		now: () => now,
		log: () => {},
		newId: () => `view${String(++ids).padStart(8, "0")}`,
		process: "pictures",
		operators: new Set(),
		questionsPerMinute: 1_000,
	});
}

function askerOf(platform: PlatformName, person: string, language: Language): Asker {
	const place = { platform, space: null, channel: "pictures", thread: null };
	return { place, person, admin: false, language };
}

type At = { app: App; desk: Desk; asker: Asker };

async function givenFor(asked: Asked, language: Language, at: At): Promise<Given> {
	const { desk, asker, app } = at;
	const text = asked[language];
	if ("digest" in asked) return digestOf(app, text, language);
	const name = "ask" in asked ? asked.ask : "claims";
	const reply = await desk.reply({ kind: "command", name, text }, asker);
	if (!("check" in asked)) return reply;
	if (reply.kind !== "answer") throw new Error(`There is no quotation about "${text}".`);
	return desk.reply({ kind: "check_quote", view: reply.view, item: asked.check }, asker);
}

async function digestOf({ answerer }: App, text: string, language: Language): Promise<Given> {
	const articles = answerer.articles();
	const answer = await answerer.digest({
		request: { command: "claims", text, language },
		language,
		day: new Date(now).toISOString().slice(0, 10),
		since: null,
		missed: null,
		newClaims: new Set(articles.flatMap(({ claims }) => claims.map(({ id }) => id))),
		gone: [],
		told: new Set(),
		articles: articles.length,
	});
	return { kind: "digest", answer, view: "viewofdigest" };
}
