import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Packages that planted code imports: names alone, so that the tree needs no installation. */
const dependencies = [
	"zod",
	"minisearch",
	"discord.js",
	"@slack/bolt",
	"linkedom",
	"htmlparser2",
	"@mozilla/readability",
	"iconv-lite",
	"stemmer",
	"dotenv",
	"kysely",
	"pg",
	"temporal-polyfill",
	"feedsmith",
	"ipaddr.js",
	"hono",
	"@hono/node-server",
	"prom-client",
	"openai",
	"@modelcontextprotocol/sdk",
	"@resvg/resvg-js",
];
const devDependencies = ["fast-check"];

/** Writes the files into a new temporary folder with a package.json and stub packages beside them. */
export function plant(files: Record<string, string>): { folder: string; remove: () => void } {
	const folder = mkdtempSync(join(tmpdir(), "isnad-planted-"));
	const write = (path: string, text: string) => {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	};
	const versions = (names: string[]) => Object.fromEntries(names.map((name) => [name, "1.0.0"]));
	write(
		"package.json",
		JSON.stringify({
			type: "module",
			dependencies: versions(dependencies),
			devDependencies: versions(devDependencies),
		}),
	);
	for (const name of [...dependencies, ...devDependencies, "undeclared"]) {
		write(
			`node_modules/${name}/package.json`,
			JSON.stringify({ name, version: "1.0.0", type: "module", exports: "./index.js" }),
		);
		write(`node_modules/${name}/index.js`, "export default 1;\n");
	}
	for (const [path, text] of Object.entries(files)) write(path, text);
	return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
