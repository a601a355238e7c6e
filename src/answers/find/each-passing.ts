import type { Article } from "../../domain/article.ts";
import { isShelved } from "../../domain/article-outline.ts";
import type { PassageRef } from "../../domain/passage-search.ts";
import { TurnPace } from "../../search/turns.ts";
import { partsOf } from "../article-parts.ts";
import type { Library } from "../library.ts";

/** Units of a microsecond or two between two turns of the event loop. */
const perTurn = 4_000;
/** What an article costs that is held, and one whose text has to be read. */
const costs = { held: 10, shelved: 100 };

/** Goes through the passages of the articles that pass, in order, and lets others have their turn between. */
export async function eachPassing(
	{ articles }: Library,
	passes: (article: Article) => boolean,
	work: (ref: PassageRef) => void,
): Promise<void> {
	const pace = new TurnPace(perTurn);
	for (const article of articles) {
		const isPassing = passes(article);
		const pause = pace.spend(isPassing && isShelved(article) ? costs.shelved : costs.held);
		if (pause) await pause;
		if (isPassing) for (const ref of partsOf(article).passages) work(ref);
	}
}
