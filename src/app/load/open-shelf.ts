import type { StoredCorpus } from "../../corpus/store/read-corpus.ts";
import type { Article } from "../../domain/article.ts";
import { TextShelf } from "../../domain/text-shelf.ts";
import { breath, TurnPace } from "../../search/turns.ts";
import { openArticleRows, removeRows } from "../../storage/articles/open.ts";
import type { ArticlesPlace } from "../../storage/articles/sqlite-articles.ts";

/** Articles, and the files that they were read from. */
export type Shelved = Pick<StoredCorpus, "articles" | "digests" | "stamps">;
type ShelfPlace = ArticlesPlace & {
	/** Told why what is there cannot be read; it is made anew. */
	onDamage: (error: unknown) => void;
};
type Opened = { shelf: TextShelf; known: Shelved };

/** Rows that are read before the event loop gets its turn. */
const rowsPerTurn = 50;

/**
 * The shelf over the rows of a file, and what they hold; rows that cannot be read are made anew.
 * Errors: those of `openArticleRows`.
 */
export async function openShelf(place: ShelfPlace, madeBy: string): Promise<Opened> {
	const opened = await openFilled(place, madeBy);
	if (opened) return opened;
	removeRows(place.path);
	const shelf = new TextShelf(openArticleRows(place, madeBy));
	return { shelf, known: { articles: [], digests: new Map(), stamps: new Map() } };
}

/** Null where what is kept cannot be read. */
async function openFilled(place: ShelfPlace, madeBy: string): Promise<Opened | null> {
	const shelf = new TextShelf(openArticleRows(place, madeBy));
	const articles: Article[] = [];
	const [digests, stamps] = [new Map<string, string>(), new Map<string, string>()];
	const pace = new TurnPace(rowsPerTurn, breath);
	try {
		for (const { article, file } of shelf.all()) {
			articles.push(article);
			digests.set(article.id, file.digest);
			if (file.stamp !== null) stamps.set(article.id, file.stamp);
			const pause = pace.spend(1);
			if (pause) await pause;
		}
		return { shelf, known: { articles, digests, stamps } };
	} catch (error) {
		place.onDamage(error);
		await shelf.close();
		return null;
	}
}
