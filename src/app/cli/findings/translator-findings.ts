import { asIsnadError } from "../../../domain/errors.ts";
import { faultOf } from "../../../gloss/check-gloss.ts";
import type { Config } from "../../config.ts";
import { loadGlossReaders, loadInstructions } from "../../load/gloss-readers.ts";
import { shippedSearchData } from "../../load/search-data.ts";
import { namesOver } from "../../load/who.ts";
import { indexDataFolder } from "../../paths.ts";
import { openTranslator } from "../../serving/translating.ts";
import type { Finding } from "./finding.ts";

/** A model on a small machine is loaded at its first question. */
const patienceMs = 60_000;

/** Has one sentence of ours translated, where there is a translator, and checks it as a gloss is checked. */
export async function checkTranslator({ translation }: Config): Promise<Finding[]> {
	if (!translation) return [];
	const check = "translator";
	const { host } = new URL(translation.url);
	try {
		const { trial: text } = await loadInstructions(indexDataFolder);
		const translator = await openTranslator(translation);
		const asked = { text, from: "ar", to: "en" } as const;
		const begun = performance.now();
		const gloss = await translator.translate(asked, AbortSignal.timeout(patienceMs));
		const ms = Math.round(performance.now() - begun);
		const data = await shippedSearchData();
		const readers = await loadGlossReaders(indexDataFolder, data, await namesOver(data));
		const fault = faultOf({ ...asked, gloss: gloss.trim() }, readers);
		const says = fault
			? `${host} answers in ${ms} ms, and its translation of a simple sentence is wrong (${fault}): take another model, or see that the server has Arabic and English.`
			: `${host} translates a sentence in ${ms} ms, and answers wait up to ${translation.waitMs} ms for it (ISNAD_TRANSLATE_WAIT); up to ${translation.characters} characters a day.`;
		return [{ check, ok: !fault, says }];
	} catch (error) {
		const { name } = error instanceof Error ? error : { name: "" };
		const says =
			name === "TimeoutError"
				? `${host} gives no translation within ${patienceMs / 1_000} s: see that its model is loaded, or take a smaller one.`
				: asIsnadError(error).message;
		return [{ check, ok: false, says }];
	}
}
