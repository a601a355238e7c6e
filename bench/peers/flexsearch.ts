import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import FlexSearch from "flexsearch";
import { type Engine, type Index, numbered } from "./engine.ts";

type Flex = InstanceType<typeof FlexSearch.Index>;

function asIndex(index: Flex): Index {
	return {
		search: (text, _language, limit) =>
			// It looks for passages with every word unless `suggest` is set.
			index.search(text, { limit, suggest: true }) as number[],
		save: (folder) => {
			index.export((key: string, data: string) => {
				if (data) writeFileSync(join(folder, key), data);
			});
		},
	};
}

export const flexSearch: Engine = {
	title: "FlexSearch",
	setup: "as it comes, with `suggest`: without it a passage must hold every word",
	build: (articles) => {
		const index = new FlexSearch.Index();
		for (const { id, text } of numbered(articles)) index.add(id, text);
		return asIndex(index);
	},
	load: (folder) => {
		const index = new FlexSearch.Index();
		for (const key of readdirSync(folder))
			index.import(key, readFileSync(join(folder, key), "utf8"));
		return asIndex(index);
	},
};
