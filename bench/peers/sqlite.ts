import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type Engine, type Index, numbered } from "./engine.ts";

const file = "index.sqlite";

function asIndex(db: DatabaseSync): Index {
	const find = db.prepare(
		"SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?",
	);
	return {
		search: (text, _language, limit) => {
			// Quoted, so that no word of a question is an operator.
			const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
			if (words.length === 0) return [];
			const rows = find.all(words.map((word) => `"${word}"`).join(" OR "), limit);
			return rows.map((row) => Number(row.rowid));
		},
		save: (folder) => db.exec(`VACUUM INTO '${join(folder, file).replaceAll("'", "''")}'`),
		close: () => db.close(),
	};
}

export const sqlite: Engine = {
	title: "SQLite FTS5",
	setup: "`unicode61` with `remove_diacritics 2`, any of the words, `bm25`",
	build: (articles) => {
		const db = new DatabaseSync(":memory:");
		db.exec(
			`CREATE VIRTUAL TABLE passages
			 USING fts5(text, content='', tokenize="unicode61 remove_diacritics 2"); BEGIN`,
		);
		const add = db.prepare("INSERT INTO passages (rowid, text) VALUES (?, ?)");
		for (const { id, text } of numbered(articles)) add.run(id, text);
		db.exec("COMMIT");
		return asIndex(db);
	},
	load: (folder) => asIndex(new DatabaseSync(join(folder, file), { readOnly: true })),
};
