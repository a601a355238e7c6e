import { afterEach, describe, expect, it } from "vitest";
import { loadInstructions } from "../../src/app/load/gloss-readers.ts";
import { indexDataFolder } from "../../src/app/paths.ts";
import type { Translator } from "../../src/domain/translator.ts";
import { chatModel } from "../../src/translation/chat-model.ts";
import { libreTranslate } from "../../src/translation/libre-translate.ts";
import { type Asked, type Script, TranslationServer } from "../servers/translation/server.ts";

const instructions = await loadInstructions(indexDataFolder);
const asked = { text: "قال الوزير إن المصنع أغلق.", from: "ar", to: "en" } as const;
const never = new AbortController().signal;

let server: TranslationServer | undefined;
afterEach(() => server?.stop());

async function serve(script: Script | ((asked: Asked) => Script)): Promise<TranslationServer> {
	server = await TranslationServer.start(typeof script === "function" ? script : () => script);
	return server;
}

const clients: [name: string, open: (url: string, key?: string) => Translator][] = [
	["LibreTranslate", (url, key) => libreTranslate({ url, key })],
	[
		"the chat protocol",
		(url, key) => chatModel({ url: `${url}/v1`, model: "scripted", key }, instructions),
	],
];

describe.each(clients)("a translator: %s", (_, open) => {
	it("gives what the server makes of a text", async () => {
		const { url, asked: came } = await serve({ kind: "text", text: "The minister said so." });
		expect(await open(url).translate(asked, never)).toBe("The minister said so.");
		expect(came).toHaveLength(1);
		expect(came[0]?.text).toBe(asked.text);
	});

	const bad: [script: Script, code: string][] = [
		[{ kind: "status", status: 500 }, "translator_away"],
		[{ kind: "status", status: 429, retryAfter: 1 }, "translator_away"],
		[{ kind: "status", status: 403 }, "translator_refused"],
		[{ kind: "status", status: 404 }, "translator_refused"],
		[{ kind: "dropped" }, "translator_away"],
		[{ kind: "cut", text: "The minister said that the factory was closed." }, "translator_away"],
		[{ kind: "page" }, "translator_malformed"],
		[{ kind: "endless" }, "translator_malformed"],
	];
	it.each(bad)("says what went wrong, and asks once: %j", async (script, code) => {
		const { url, asked: came } = await serve(script);
		const failed = await open(url)
			.translate(asked, never)
			.catch((error: unknown) => error);
		expect(failed).toMatchObject({ code });
		// Whoever counts the tries is in front of it; the sentence holds no text of an article.
		expect(came).toHaveLength(1);
		expect(String(failed)).not.toContain("المصنع");
	});

	it("ends where nobody waits for it any more", async () => {
		const over = new AbortController();
		const { url } = await serve(() => {
			queueMicrotask(() => over.abort(new Error("over")));
			return { kind: "silent" };
		});
		await expect(open(url).translate(asked, over.signal)).rejects.toThrow("over");
	});

	it("says that nothing is there", async () => {
		const { url, stop } = await serve({ kind: "empty" });
		void stop;
		await server?.stop();
		server = undefined;
		await expect(open(url).translate(asked, never)).rejects.toMatchObject({
			code: "translator_away",
		});
	});
});

it("tells LibreTranslate the languages, and the key where there is one", async () => {
	const { url, asked: came } = await serve({ kind: "text", text: "x" });
	await libreTranslate({ url, key: undefined }).translate(asked, never);
	await libreTranslate({ url: `${url}/`, key: "k1" }).translate(asked, never);
	expect(came[0]).toMatchObject({ from: "ar", to: "en", key: undefined });
	expect(came[1]).toMatchObject({ key: "k1" });
});

it("tells a model to translate and nothing else, and puts the text in a message of its own", async () => {
	const { url, asked: came } = await serve({ kind: "text", text: "x" });
	const model = chatModel({ url: `${url}/v1`, model: "scripted", key: "k2" }, instructions);
	await model.translate(asked, never);
	expect(came[0]?.told).toMatch(/Arabic.*English/s);
	expect(came[0]?.told).not.toContain(asked.text);
	expect(came[0]?.key).toBe("Bearer k2");
});
