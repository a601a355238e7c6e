import { type Extraction, loadExtraction, shippedExtraction } from "../src/app/load/extraction.ts";
import { indexDataFolder } from "../src/app/paths.ts";
import { type AnsweringData, loadAnsweringData } from "../src/app/serving/app.ts";

let byRules: Promise<Extraction> | undefined;
let remembering: Promise<Extraction> | undefined;

/** What reads articles by the rules alone, loaded once for all test files of a process: nothing changes it. */
export function shippedRules(): Promise<Extraction> {
	byRules ??= loadExtraction(indexDataFolder, "rules");
	return byRules;
}

/**
 * What reads articles, which reads each once only and gives a copy when the very same article comes again: for
 * tests of what is done with articles, in which the same few come in time and again.
 */
export function rememberingExtraction(): Promise<Extraction> {
	remembering ??= shippedExtraction().then((extraction) => {
		const read = new Map<string, ReturnType<Extraction["extract"]>>();
		return {
			...extraction,
			extract(skeleton) {
				const key = JSON.stringify(skeleton);
				const found = read.get(key) ?? extraction.extract(skeleton);
				read.set(key, found);
				return structuredClone(found);
			},
		};
	});
	return remembering;
}

/** What answers are made by, whatever the corpus. */
export function shippedAnswering(): Promise<AnsweringData> {
	return loadAnsweringData({ lexicon: undefined }, () => {});
}
