import { loadGlossReaders } from "../../../src/app/load/gloss-readers.ts";
import { loadIdentityData } from "../../../src/app/load/identity-data.ts";
import { loadAliases } from "../../../src/app/load/language-data.ts";
import { loadSearchData } from "../../../src/app/load/search-data.ts";
import { indexDataFolder } from "../../../src/app/paths.ts";
import type { GlossReaders } from "../../../src/gloss/check-gloss.ts";
import { NameMatcher } from "../../../src/identity/name-matcher.ts";

/** What the program itself compares translations by. */
export async function glossReaders(): Promise<GlossReaders> {
	const data = await loadSearchData(indexDataFolder);
	const identities = await loadIdentityData(indexDataFolder, data);
	const aliases = await loadAliases(indexDataFolder);
	const names = new NameMatcher(data.lexicon, data.stopWords, aliases, identities);
	return loadGlossReaders(indexDataFolder, data, names);
}
