import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import MiniSearch from "minisearch";
import { type Engine, type Index, numbered } from "./engine.ts";

const options = { fields: ["text"] };
const file = "index.json";

function asIndex(index: MiniSearch): Index {
	return {
		search: (text, _language, limit) =>
			index
				.search(text)
				.slice(0, limit)
				.map(({ id }) => id),
		save: (folder) => writeFileSync(join(folder, file), JSON.stringify(index)),
	};
}

export const miniSearch: Engine = {
	title: "MiniSearch",
	setup: "as it comes",
	build: (articles) => {
		const index = new MiniSearch(options);
		index.addAll(numbered(articles));
		return asIndex(index);
	},
	load: (folder) => asIndex(MiniSearch.loadJSON(readFileSync(join(folder, file), "utf8"), options)),
};
