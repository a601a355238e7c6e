import type { Refuses } from "../../corpus/merge-articles.ts";
import { articlePlaceOf } from "../../corrections/same-place.ts";
import { IsnadError } from "../../domain/errors.ts";
import { isoDayOf } from "../../domain/iso-day.ts";
import { openCorrections } from "./served.ts";

/** What an operator has removed is not read again. Errors: those of `readCorrections`. */
export async function refusalsOf(corpusDir: string): Promise<Refuses> {
	const { corrections } = await openCorrections(corpusDir);
	return (article) => {
		const removal = corrections.removalOf(articlePlaceOf(article));
		if (!removal) return null;
		const { id, by, at } = removal;
		const day = isoDayOf(at);
		return new IsnadError(
			"article_removed",
			`It was removed by ${by} on ${day} and is not read again: isnad correct undo ${id} lets it in.`,
			{ params: { id, day } },
		);
	};
}
