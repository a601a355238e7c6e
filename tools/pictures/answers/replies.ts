import { readConfig } from "../../../src/app/config.ts";
import { loadFollowUpWords } from "../../../src/app/load/follow-up-words.ts";
import { indexDataFolder } from "../../../src/app/paths.ts";
import { type App, createApp } from "../../../src/app/serving/app.ts";
import { createDesk } from "../../../src/desk/desk.ts";
import type { Answer } from "../../../src/domain/answer.ts";
import type { Asker, Desk, Overview, Reply } from "../../../src/domain/chat.ts";
import type { Say } from "../../../src/domain/messages.ts";
import type { CommandKey } from "../../../src/domain/sets/commands.ts";
import { Language } from "../../../src/domain/sets/languages.ts";
import type { WrongForm } from "../../../src/domain/wrong-form.ts";
import { memoryStore } from "../../../src/storage/memory/store.ts";
import { type Asked, askedAnswers } from "./asked.ts";
import { type Face, faces } from "./platforms.ts";

/** What an adapter is given to lay out: a reply of the desk, a digest, a form, its home. */
export type Given =
	| Reply
	| { kind: "digest"; answer: Answer; view: string }
	| { kind: "form"; form: WrongForm; view: string }
	| { kind: "home"; overview: Overview };

/** One of the typical answers in one language. */
export type TypicalAnswer = { name: string; language: Language; given: Given };

const operatorName = "operator";

/** Pictures do not change from day to day. */
const now = Date.UTC(2024, 5, 1);

/** What people on a platform are answered to the typical questions, over the shipped corpus. */
export async function typicalAnswers(
	platform: Face,
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
		// Whoever looks at a form sends none.
		corrections: {
			stored: () => answerer.stored(),
			keep: () => Promise.reject(new Error("Nothing is corrected for a picture.")),
		},
		operators: new Set(faces.map((face) => `${face}:${operatorName}`)),
		questionsPerMinute: 1_000,
	});
}

function askerOf(platform: Face, person: string, language: Language): Asker {
	const place = { platform, space: null, channel: "pictures", thread: null };
	return { place, person, admin: false, language };
}

type At = { app: App; desk: Desk; asker: Asker };

async function givenFor(asked: Asked, language: Language, at: At): Promise<Given> {
	const { desk, asker, app } = at;
	const text = asked[language];
	if ("digest" in asked) return digestOf(app, text, language);
	if ("home" in asked) return { kind: "home", overview: await desk.overview(language, asker) };
	if ("wrong" in asked) return formOf(asked.wrong, text, language, at);
	const name = nameOf("ask" in asked ? asked.ask : "claims", language, app.say);
	const reply = await desk.reply({ kind: "command", name, text }, asker);
	if (!("check" in asked)) return reply;
	if (reply.kind !== "answer") throw new Error(`There is no quotation about "${text}".`);
	return desk.reply({ kind: "check_quote", view: reply.view, item: asked.check }, asker);
}

/** Only operators are shown it. */
async function formOf(
	item: number,
	text: string,
	language: Language,
	{ desk, asker }: At,
): Promise<Given> {
	const operator = { ...asker, person: operatorName };
	const request = { command: "claims", text, language } as const;
	const reply = await desk.reply({ kind: "request", request }, operator);
	const view = reply.kind === "answer" ? reply.view : "";
	const form = await desk.wrongForm(view, item, operator);
	if (!form) throw new Error(`There is no form for item ${item} about "${text}".`);
	return { kind: "form", form, view };
}

/** As people type it in their language: the first of its names. */
function nameOf(command: CommandKey, language: Language, say: Say): string {
	return say(language, `command.${command}`).split("|")[0] ?? command;
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
