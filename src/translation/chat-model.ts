import type { OpenAI } from "openai";
import { z } from "zod";
import { Language } from "../domain/sets/languages.ts";
import type { TranslationAsked, Translator } from "../domain/translator.ts";
import { boundedReply, failureOf, malformed, refusalOf } from "./read-reply.ts";

export type ChatModelSettings = {
	/** Up to `/v1`, as the server's own pages give it. */
	url: string;
	model: string;
	/** Servers on one's own machine want none. */
	key: string | undefined;
};

/** `{from}` and `{to}` are replaced by `names`. */
export const Instructions = z.strictObject({
	translate: z.string().min(1),
	/** A sentence of ours with a name, a number and a negation, to try a translator with. */
	trial: z.string().min(1),
	names: z.record(Language, z.string().min(1)),
});
export type Instructions = z.infer<typeof Instructions>;

const Reply = z.object({
	choices: z
		.array(
			z.object({
				finish_reason: z.string().nullish(),
				message: z.object({ content: z.string().nullish() }),
			}),
		)
		.min(1),
});

/**
 * Any server of the OpenAI chat protocol. The model is told to translate and only that; what it makes of
 * a text that gives it orders is for the checks behind it to tell, never for the model.
 */
export function chatModel(settings: ChatModelSettings, instructions: Instructions): Translator {
	const server = `The model at ${new URL(settings.url).host}`;
	let made: Promise<OpenAI> | undefined;
	return {
		name: `chat ${settings.model}`,
		async translate(asked, signal) {
			made ??= openClient(settings);
			const client = await made;
			try {
				const completion = await client.chat.completions.create(
					{
						model: settings.model,
						temperature: 0,
						// A token is at least a letter or so: a model that does not end is cut, and its text dropped.
						max_tokens: 64 + asked.text.length,
						messages: [
							{ role: "system", content: toldTo(asked, instructions) },
							{ role: "user", content: asked.text },
						],
					},
					{ signal },
				);
				return textOf(completion, server);
			} catch (error) {
				throw await toldFailure(error, server, signal);
			}
		},
	};
}

async function openClient({ url, key }: ChatModelSettings): Promise<OpenAI> {
	// A second of work and 10 MB for those who have no model: only where one is asked.
	const { OpenAI: Client } = await import("openai");
	return new Client({
		baseURL: url,
		apiKey: key ?? "none",
		// Else it takes more of its settings from the environment, which is read in one place.
		adminAPIKey: null,
		organization: null,
		project: null,
		webhookSecret: null,
		// Tried again by what counts the tries, and never logged: the texts are not ours.
		maxRetries: 0,
		logLevel: "off",
		fetch: async (address, init) =>
			boundedReply(
				await fetch(address, { ...init, redirect: "error" }),
				`The model at ${new URL(url).host}`,
			),
	});
}

function toldTo({ from, to }: TranslationAsked, { translate, names }: Instructions): string {
	const name = (language: Language) => names[language] ?? language;
	return translate.replaceAll("{from}", name(from)).replaceAll("{to}", name(to));
}

function textOf(completion: unknown, server: string): string {
	const reply = Reply.safeParse(completion);
	const [first] = reply.success ? reply.data.choices : [];
	const text = first?.message.content?.trim();
	if (!text || first?.finish_reason === "length") throw malformed(server, reply.error);
	return text;
}

async function toldFailure(error: unknown, server: string, signal: AbortSignal): Promise<unknown> {
	const { APIError, APIConnectionError } = await import("openai");
	if (error instanceof APIError && !(error instanceof APIConnectionError) && error.status)
		return refusalOf(
			server,
			error.status,
			"look at ISNAD_MODEL_URL, ISNAD_MODEL and ISNAD_MODEL_KEY",
		);
	if (error instanceof SyntaxError) return malformed(server, error);
	return failureOf(server, error, signal);
}
