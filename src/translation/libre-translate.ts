import { z } from "zod";
import type { Translator } from "../domain/translator.ts";
import { failureOf, malformed, readReply, refusalOf } from "./read-reply.ts";

const Reply = z.object({ translatedText: z.string() });

export type LibreTranslateSettings = {
	/** Of the server, `/translate` is added. It is an operator's own, and may be inside of a network. */
	url: string;
	/** For servers that ask for one. */
	key: string | undefined;
};

/** A server of LibreTranslate: github.com/LibreTranslate/LibreTranslate. */
export function libreTranslate({ url, key }: LibreTranslateSettings): Translator {
	const server = `The translator at ${new URL(url).host}`;
	const address = new URL("translate", url.endsWith("/") ? url : `${url}/`);
	return {
		name: "libretranslate",
		async translate({ text, from, to }, signal) {
			try {
				const response = await fetch(address, {
					method: "POST",
					headers: { "content-type": "application/json" },
					body: JSON.stringify({
						...{ q: text, source: from, target: to, format: "text" },
						...(key ? { api_key: key } : {}),
					}),
					// Text of articles goes where the operator said, and nowhere on.
					redirect: "error",
					signal,
				});
				if (response.status !== 200) {
					await response.body?.cancel();
					const hint = `look at ISNAD_TRANSLATE_URL and ISNAD_TRANSLATE_KEY, and that it has the languages ${from} and ${to}`;
					throw refusalOf(server, response.status, hint);
				}
				const reply = Reply.safeParse(await readReply(response, server));
				if (!reply.success) throw malformed(server, reply.error);
				return reply.data.translatedText;
			} catch (error) {
				throw failureOf(server, error, signal);
			}
		},
	};
}
