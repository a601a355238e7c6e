/**
 * The import table of docs/DESIGN.md as rules for dependency-cruiser. For each folder it lists what
 * may be imported; everything else is a violation, so that a new folder or package has to be named
 * here before it can be used.
 *
 * `node_modules` paths are matched by package name, Node's own modules without `node:`.
 */
const pure = ["util", "crypto", "buffer"];
const ground = ["src/domain", "src/language"];
const knowing = [...ground, "src/identity"];
const folders = {
	"src/domain": { folders: [], packages: ["zod"], builtins: [] },
	"src/files": { folders: ["src/domain"], packages: [], builtins: ["fs", "fs/promises"] },
	"src/language": {
		folders: ["src/domain", "index-data"],
		packages: ["zod", "stemmer"],
		builtins: pure,
	},
	"src/identity": { folders: ground, packages: ["zod"], builtins: pure },
	"src/corpus": {
		folders: [...knowing, "src/files"],
		packages: ["zod", "linkedom", "htmlparser2", "@mozilla/readability", "iconv-lite"],
		builtins: [...pure, "fs", "fs/promises", "os", "path", "url", "timers/promises", "stream"],
	},
	"src/attribution": { folders: knowing, packages: ["zod"], builtins: pure },
	"src/contradictions": { folders: knowing, packages: ["zod"], builtins: pure },
	"src/timeline": { folders: knowing, packages: ["zod"], builtins: pure },
	"src/question": { folders: knowing, packages: ["zod"], builtins: pure },
	"src/search": { folders: knowing, packages: ["zod", "minisearch"], builtins: pure },
	"src/answers": {
		folders: [...knowing, "src/question", "src/search", "src/timeline"],
		packages: ["zod"],
		builtins: pure,
	},
	"src/corrections": {
		folders: [...knowing, "src/files", "src/corpus"],
		packages: ["zod"],
		builtins: [...pure, "fs", "fs/promises", "path"],
	},
	"src/desk": {
		folders: [...knowing, "src/question", "src/answers", "src/corrections"],
		packages: ["zod"],
		builtins: pure,
	},
	"src/digest": {
		folders: [...knowing, "src/question", "src/answers"],
		packages: ["zod", "temporal-polyfill"],
		builtins: pure,
	},
	"src/fetching": {
		folders: ["src/domain"],
		packages: ["zod", "ipaddr.js"],
		builtins: [
			...pure,
			...["dns/promises", "events", "http", "https", "net", "stream", "stream/promises", "zlib"],
		],
	},
	"src/sources": {
		folders: [...ground, "src/corpus", "src/fetching"],
		packages: ["zod", "feedsmith"],
		builtins: [...pure, "timers/promises"],
	},
	"src/gloss": { folders: knowing, packages: ["zod"], builtins: pure },
	"src/translation": {
		folders: ["src/domain"],
		packages: ["zod", "openai"],
		builtins: pure,
	},
	"src/storage": {
		folders: ["src/domain", "src/files"],
		packages: ["zod", "kysely", "pg", "@types/pg"],
		builtins: [...pure, "fs", "fs/promises", "path", "url", "sqlite", "worker_threads", "zlib"],
	},
	"adapters/shared": { folders: ["src/domain"], packages: ["zod"], builtins: pure },
	"adapters/console": {
		folders: ["src/domain", "adapters/shared"],
		packages: ["zod"],
		builtins: [...pure, "readline", "readline/promises", "stream", "events", "tty"],
	},
	"adapters/discord": {
		folders: ["src/domain", "adapters/shared"],
		packages: ["zod", "discord.js"],
		builtins: [...pure, "events", "timers/promises"],
	},
	"adapters/slack": {
		folders: ["src/domain", "adapters/shared"],
		packages: ["zod", "@slack/bolt"],
		builtins: [...pure, "events", "http", "https", "timers/promises"],
	},
	"adapters/mcp": {
		folders: ["src/domain", "adapters/shared"],
		packages: ["zod", "@modelcontextprotocol/sdk"],
		builtins: [...pure, "stream"],
	},
	"adapters/web/server": {
		folders: ["src/domain", "adapters/shared", "adapters/web/access"],
		packages: ["hono", "@hono/node-server"],
		builtins: [...pure, "http"],
	},
	"adapters/export": {
		folders: ["src/domain", "adapters/shared"],
		packages: [],
		builtins: ["crypto"],
	},
	"adapters/picture": {
		folders: ["src/domain", "adapters/shared"],
		packages: ["@resvg/resvg-js"],
		builtins: ["crypto", "module", "worker_threads"],
	},
	"adapters/web": {
		folders: ["src/domain", "adapters/shared"],
		packages: ["zod", "hono", "@hono/node-server"],
		builtins: [...pure, "fs", "http"],
	},
};

const literal = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
const anyOf = (parts) => `(?:${parts.join("|")})`;

function allowed(folder, { folders: seen, packages, builtins }) {
	return [
		`^${anyOf([folder, ...seen].map(literal))}/`,
		...packages.map((name) => `(^|/)node_modules/${literal(name)}/`),
		...builtins.map((name) => `^(node:)?${literal(name)}$`),
	];
}

const perFolder = Object.entries(folders).map(([folder, entry]) => ({
	name: `${folder.replace("src/", "").replaceAll("/", "-")}-imports`,
	comment: `${folder} may import itself, ${[...entry.folders, ...entry.packages].join(", ") || "nothing else"}.`,
	severity: "error",
	from: { path: `^${literal(folder)}/` },
	to: { pathNot: allowed(folder, entry) },
}));

/** A platform without a row of its own may do what any may: nothing of Node's, no SDK. */
const ofPlatform = {
	folders: ["src/domain", "adapters/shared"],
	packages: ["zod"],
	builtins: pure,
};
const withRow = Object.keys(folders).filter((folder) => folder.startsWith("adapters/"));
perFolder.push({
	name: "other-adapters-imports",
	comment: "A platform's SDK and what it needs of Node stand in a row of the table above.",
	severity: "error",
	from: { path: "^adapters/([^/]+)/", pathNot: `^${anyOf(withRow.map(literal))}/` },
	to: { pathNot: ["^adapters/$1/", ...allowed("adapters/shared", ofPlatform)] },
});

/** Packages that exactly one place may know. */
const homes = {
	minisearch: "^src/search/",
	"discord.js": "^adapters/discord/",
	"@slack/bolt": "^adapters/slack/",
	"@modelcontextprotocol/sdk": "^adapters/mcp/",
	"@resvg/resvg-js": "^adapters/picture/drawing/",
	hono: "^adapters/web/",
	"@hono/node-server": "^adapters/web/",
	linkedom: "^src/corpus/",
	htmlparser2: "^src/corpus/",
	"@mozilla/readability": "^src/corpus/",
	"iconv-lite": "^src/corpus/",
	stemmer: "^src/language/",
	kysely: "^src/storage/",
	pg: "^src/storage/postgres/",
	"temporal-polyfill": "^src/digest/",
	feedsmith: "^src/sources/",
	"ipaddr.js": "^src/fetching/",
	openai: "^src/translation/",
	dotenv: "^src/app/",
	"prom-client": "^src/app/serving/metrics/",
};
const perPackage = Object.entries(homes).map(([name, home]) => ({
	name: `${name.replace(/\W+/g, "-").replace(/^-/, "")}-has-one-home`,
	comment: `Only files under ${home} know ${name}.`,
	severity: "error",
	from: { path: "^(src|adapters)/", pathNot: home },
	to: { path: `(^|/)node_modules/${literal(name)}/` },
}));

/** A folder that no rule above speaks of would be free to import anything. */
const known = [...[...Object.keys(folders), "src/app"].map(literal), "adapters/[^/]+"];

const rules = [
	...perFolder,
	...perPackage,
	{
		name: "folder-without-a-rule",
		comment: "Give the new folder its row in the table above.",
		severity: "error",
		from: { path: "^(src|adapters)/", pathNot: [`^${anyOf(known)}/`, "^src/main\\.ts$"] },
		to: {},
	},
	{
		name: "main-only-starts",
		severity: "error",
		from: { path: "^src/main\\.ts$" },
		to: { pathNot: ["^src/app/", "^(node:)?module$"] },
	},
	{
		name: "nothing-imports-tests-or-tools",
		severity: "error",
		from: { path: "^(src|adapters)/" },
		to: { path: "^(tests|tools|bench)/" },
	},
	{
		name: "no-cycles",
		comment: "Two files that need each other, for types too, are one idea or lack a third file.",
		severity: "error",
		from: { path: "^(src|adapters)/" },
		to: { circular: true },
	},
	{
		name: "resolvable",
		comment: "A path that leads nowhere escapes every other rule.",
		severity: "error",
		from: {},
		to: { couldNotResolve: true },
	},
	{
		name: "declared-dependencies-only",
		comment: "Code that ships may import only what package.json lists under dependencies.",
		severity: "error",
		from: { path: "^(src|adapters)/" },
		to: { dependencyTypes: ["npm-dev", "npm-optional", "npm-no-pkg", "npm-unknown"] },
	},
];

export default {
	forbidden: rules,
	options: {
		// The compiler of TypeScript 7 has no API that dependency-cruiser could use: without this
		// line it would read no TypeScript at all, find nothing and pass.
		parser: "swc",
		tsPreCompilationDeps: true,
		moduleSystems: ["es6", "cjs"],
		doNotFollow: { path: "node_modules" },
		enhancedResolveOptions: {
			exportsFields: ["exports"],
			conditionNames: ["import", "require", "node", "default", "types"],
			extensions: [".ts", ".mjs", ".js", ".json"],
		},
	},
};
