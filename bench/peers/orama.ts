import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type AnyOrama, create, insert, load, type RawData, save, search } from "@orama/orama";
import { type Engine, type Index, numbered } from "./engine.ts";

const file = "index.json";

function empty(): AnyOrama {
	return create({ schema: { text: "string" }, language: "arabic" });
}

function asIndex(db: AnyOrama): Index {
	return {
		search: async (term, _language, limit) => {
			const { hits } = await search(db, { term, limit });
			return hits.map(({ id }) => Number(id));
		},
		save: (folder) => writeFileSync(join(folder, file), JSON.stringify(save(db))),
	};
}

export const orama: Engine = {
	title: "Orama",
	setup: 'with `language: "arabic"`',
	build: (articles) => {
		const db = empty();
		for (const { id, text } of numbered(articles)) insert(db, { id: String(id), text });
		return asIndex(db);
	},
	load: (folder) => {
		const db = empty();
		load(db, JSON.parse(readFileSync(join(folder, file), "utf8")) as RawData);
		return asIndex(db);
	},
};
