import type { ExportedRecords } from "../../../domain/exported.ts";
import type { Glosser } from "../../../domain/gloss.ts";
import { inSlices, type Slices } from "../../../domain/slices.ts";
import { slicer } from "../../live/slicer.ts";

/** Glosses that are looked up at a time. */
const atOnce = 50;

/** The same records with the glosses that were made before: for an export nothing is sent to a translator. */
export async function withGlosses(
	found: ExportedRecords,
	glosser: Pick<Glosser, "kept">,
): Promise<ExportedRecords> {
	const quotes = [...(await inSlices(quotesOf(found), slicer()))];
	const glosses = new Map<string, string>();
	for (let from = 0; from < quotes.length; from += atOnce)
		await Promise.all(
			quotes.slice(from, from + atOnce).map(async (quote) => {
				const gloss = await glosser.kept(quote, found.language);
				if (gloss) glosses.set(quote, gloss.text);
			}),
		);
	if (glosses.size === 0) return found;
	return {
		...found,
		*records(only) {
			for (const record of found.records(only))
				yield { ...record, gloss: glosses.get(record.quote) ?? null };
		},
	};
}

function* quotesOf(found: ExportedRecords): Slices<Set<string>> {
	const quotes = new Set<string>();
	for (const quote of found.quotes()) {
		quotes.add(quote);
		yield;
	}
	return quotes;
}
