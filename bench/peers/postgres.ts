import { owner, programs } from "../../tests/servers/postgres/programs.ts";
import { type Engine, type Index, numbered } from "./engine.ts";
import { type Server, startServer } from "./postgres-server.ts";

/** Any of the words, as the other engines search; without OR a question must be in one passage. */
const prepared = `PREPARE find (text, int) AS
	SELECT id FROM passages,
		(SELECT replace(plainto_tsquery('arabic', $1)::text, '&', '|')::tsquery AS wanted) AS question
	WHERE terms @@ wanted ORDER BY ts_rank(terms, wanted, 1) DESC, id LIMIT $2;`;

async function asIndex(server: Server): Promise<Index> {
	await server.run(prepared);
	return {
		search: async (text, _language, limit) => {
			const quoted = text.replaceAll("'", "''").replaceAll(/\s+/g, " ");
			const rows = await server.run(`EXECUTE find('${quoted}', ${limit});`);
			return rows.map(Number);
		},
		// The server keeps what it was given; it is stopped and started again in another process.
		save: () => server.stop(),
		outside: () => server.memory(),
		close: () => server.stop(),
	};
}

/** Tabs, line ends and backslashes have a meaning in the data of a COPY. */
function copyLine(cells: readonly (string | number)[]): string {
	return cells.map((cell) => String(cell).replaceAll(/[\\\s]+/g, " ")).join("\t");
}

export const postgres: Engine = {
	title: "PostgreSQL",
	setup: "configuration `arabic`, a GIN index, any of the words, `ts_rank`",
	missing: () => {
		if (!programs()) return "`initdb`, `postgres` and `psql` are not installed";
		return owner() ? undefined : "it does not run as root, and there is no user `postgres`";
	},
	build: async (articles, folder) => {
		const server = await startServer(folder);
		const lines = numbered(articles).map(({ id, text }) => copyLine([id, text]));
		await server.run("CREATE TABLE texts (id int, text text);");
		await server.run(["COPY texts (id, text) FROM STDIN;", ...lines, "\\."].join("\n"));
		const terms = "SELECT id, to_tsvector('arabic', text) AS terms FROM texts";
		await server.run(`CREATE TABLE passages AS ${terms};`);
		await server.run("DROP TABLE texts;");
		await server.run("CREATE INDEX ON passages USING gin (terms);");
		await server.run("VACUUM ANALYZE passages;");
		return asIndex(server);
	},
	load: async (folder) => asIndex(await startServer(folder)),
};
