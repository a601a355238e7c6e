import { join } from "node:path";
import { z } from "zod";
import { Entity } from "../../identity/entity-data.ts";
import { Addresses, IdentityData, TitleHeads } from "../../identity/identity-data.ts";
import { NameData } from "../../identity/name-data.ts";
import { OutletData } from "../../identity/outlets.ts";
import type { SearchData } from "../../search/search-data.ts";
import { readChecked } from "./language-data.ts";

const Entities = z.object({ entities: z.array(Entity) });

/** Reads what names are joined and compared by from the folder `index-data`. Errors: `data_invalid`. */
export async function loadIdentityData(
	folder: string,
	{ lexicon, stopWords }: Pick<SearchData, "lexicon" | "stopWords">,
): Promise<IdentityData> {
	const [{ entities }, names, { outlets }, ar, en, addresses] = await Promise.all([
		readChecked(folder, join("attribution", "entities.json"), Entities),
		readChecked(folder, "names.json", NameData),
		readChecked(folder, "outlets.json", OutletData),
		readChecked(folder, join("attribution", "heads-ar.json"), TitleHeads),
		readChecked(folder, join("attribution", "heads-en.json"), TitleHeads),
		readChecked(folder, join("people", "name-words.json"), Addresses),
	]);
	const offices = [...ar.heads, ...en.heads].filter(({ title }) => title);
	const titles = [
		...offices.flatMap(({ singular }) => singular),
		...addresses.titlesOfMen,
		...addresses.titlesOfWomen,
		...addresses.honorifics,
	];
	return new IdentityData(lexicon, stopWords, { entities, names, outlets, titles });
}
