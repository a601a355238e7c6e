import type { IdentityTable } from "../../identity/identity-table.ts";
import { NameMatcher } from "../../identity/name-matcher.ts";
import { identitiesIn, type Served, servedArticles } from "../live/served.ts";
import { indexDataFolder } from "../paths.ts";
import { loadIdentityData } from "./identity-data.ts";
import { loadAliases } from "./language-data.ts";
import { loadSearchData } from "./search-data.ts";

/** Who is who in what is served, for a command that answers nothing. Errors: `data_invalid`. */
export async function openWho(served: Served): Promise<IdentityTable> {
	const [data, aliases] = await Promise.all([
		loadSearchData(indexDataFolder),
		loadAliases(indexDataFolder),
	]);
	const { lexicon, stopWords } = data;
	const identities = await loadIdentityData(indexDataFolder, data);
	const names = new NameMatcher(lexicon, stopWords, aliases, identities);
	names.edit(identitiesIn(served));
	return names.whoIn(servedArticles(served));
}
