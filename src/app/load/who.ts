import type { IdentityTable } from "../../identity/identity-table.ts";
import { NameMatcher } from "../../identity/name-matcher.ts";
import type { SearchData } from "../../search/search-data.ts";
import { identitiesIn, type Served, servedArticles } from "../live/served.ts";
import { indexDataFolder } from "../paths.ts";
import { loadIdentityData } from "./identity-data.ts";
import { loadAliases } from "./language-data.ts";
import { shippedSearchData } from "./search-data.ts";

/** What compares names, over the language data alone. Errors: `data_invalid`. */
export async function namesOver(data: SearchData): Promise<NameMatcher> {
	const aliases = await loadAliases(indexDataFolder);
	const identities = await loadIdentityData(indexDataFolder, data);
	return new NameMatcher(data.lexicon, data.stopWords, aliases, identities);
}

/** Who is who in what is served, for a command that answers nothing. Errors: `data_invalid`. */
export async function openWho(served: Served): Promise<IdentityTable> {
	const names = await namesOver(await shippedSearchData());
	names.edit(identitiesIn(served));
	return names.whoIn(servedArticles(served));
}
