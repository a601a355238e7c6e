import { expect, it } from "vitest";
import { readConfig } from "../../../src/app/config.ts";

it("names a translator only where one is set", () => {
	expect(readConfig({}).translation).toBeUndefined();
	expect(readConfig({ ISNAD_MODEL_KEY: "k" }).translation).toBeUndefined();
	expect(readConfig({ ISNAD_TRANSLATE_URL: "http://127.0.0.1:5000" }).translation).toMatchObject({
		...{ kind: "libretranslate", url: "http://127.0.0.1:5000", characters: 500_000, waitMs: 80 },
	});
	const slow = { ISNAD_TRANSLATE_URL: "http://127.0.0.1:5000", ISNAD_TRANSLATE_WAIT: "400" };
	expect(readConfig(slow).translation?.waitMs).toBe(400);
	const model = { ISNAD_MODEL_URL: "http://127.0.0.1:11434/v1", ISNAD_MODEL: "m" };
	expect(readConfig({ ...model, ISNAD_TRANSLATE_CHARACTERS: "9" }).translation).toMatchObject({
		kind: "chat",
		model: "m",
		characters: 9,
	});
});

it.each([
	[{ ISNAD_TRANSLATE_URL: "ftp://x" }, /^ISNAD_TRANSLATE_URL must be/],
	[{ ISNAD_MODEL: "m" }, /^ISNAD_MODEL_URL is missing/],
	[{ ISNAD_MODEL_URL: "http://x/v1" }, /^ISNAD_MODEL is missing/],
	[{ ISNAD_MODEL_URL: "http://x", ISNAD_MODEL: "m", ISNAD_TRANSLATE_URL: "http://y" }, /both set/],
	[{ ISNAD_TRANSLATE_WAIT: "2001" }, /^ISNAD_TRANSLATE_WAIT must be/],
	[{ ISNAD_TRANSLATE_CHARACTERS: "much" }, /^ISNAD_TRANSLATE_CHARACTERS must be/],
])("says which setting to mend: %j", (env, sentence) => {
	expect(() => readConfig(env)).toThrow(sentence);
});
