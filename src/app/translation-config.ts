import { IsnadError } from "../domain/errors.ts";

/** Some thousand sentences: a newsroom's day, and no bill that surprises. */
const defaultTranslatedCharacters = 500_000;

/** So little that nobody notices where nothing comes. */
const defaultWaitMs = 80;

/**
 * What translates, where an operator has something that does; `characters`: that are sent on a day;
 * `waitMs`: for which an answer may wait for it.
 */
export type TranslationConfig = { characters: number; waitMs: number } & (
	| { kind: "libretranslate"; url: string; key: string | undefined }
	| { kind: "chat"; url: string; model: string; key: string | undefined }
);

type Settings = {
	ISNAD_TRANSLATE_URL?: string | undefined;
	ISNAD_TRANSLATE_KEY?: string | undefined;
	ISNAD_MODEL_URL?: string | undefined;
	ISNAD_MODEL?: string | undefined;
	ISNAD_MODEL_KEY?: string | undefined;
	ISNAD_TRANSLATE_CHARACTERS?: number | undefined;
	ISNAD_TRANSLATE_WAIT?: number | undefined;
};

/** What the settings come to; undefined where there is none of them. Errors: `config_invalid`. */
export function translationOf(e: Settings): TranslationConfig | undefined {
	const bounds = {
		characters: e.ISNAD_TRANSLATE_CHARACTERS ?? defaultTranslatedCharacters,
		waitMs: e.ISNAD_TRANSLATE_WAIT ?? defaultWaitMs,
	};
	const { ISNAD_TRANSLATE_URL: server, ISNAD_MODEL_URL: url, ISNAD_MODEL: model } = e;
	if (server && url)
		throw new IsnadError(
			"config_invalid",
			"ISNAD_TRANSLATE_URL and ISNAD_MODEL_URL are both set: take one of them out of the environment or .env.",
		);
	if (server) return { kind: "libretranslate", url: server, key: e.ISNAD_TRANSLATE_KEY, ...bounds };
	if (!url && !model) return undefined;
	if (!url || !model)
		throw new IsnadError(
			"config_invalid",
			`${url ? "ISNAD_MODEL" : "ISNAD_MODEL_URL"} is missing: a model needs ISNAD_MODEL_URL and ISNAD_MODEL.`,
		);
	return { kind: "chat", url, model, key: e.ISNAD_MODEL_KEY, ...bounds };
}
