import { loadGlossReaders } from "../../../src/app/load/gloss-readers.ts";
import { shippedSearchData } from "../../../src/app/load/search-data.ts";
import { namesOver } from "../../../src/app/load/who.ts";
import { indexDataFolder } from "../../../src/app/paths.ts";
import type { GlossReaders } from "../../../src/gloss/check-gloss.ts";

/** What the program itself compares translations by. */
export async function glossReaders(): Promise<GlossReaders> {
	const data = await shippedSearchData();
	return loadGlossReaders(indexDataFolder, data, await namesOver(data));
}
