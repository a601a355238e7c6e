/**
 * The import table of docs/DESIGN.md as rules for dependency-cruiser. For each folder it lists what
 * may be imported; everything else is a violation, so that a new folder or package has to be named
 * here before it can be used.
 *
 * `node_modules` paths are matched by package name, Node's own modules without `node:`.
 */
const pure = ["util", "crypto", "buffer"];
const folders = {
	"src/domain": { folders: [], packages: ["zod"], builtins: [] },
	"src/files": { folders: ["src/domain"], packages: [], builtins: ["fs", "fs/promises"] },
	"src/language": { folders: ["src/domain"], packages: ["zod", "stemmer"], builtins: pure },
	"src/corpus": {
		folders: ["src/domain", "src/files", "src/language"],
		packages: ["zod", "linkedom", "@mozilla/readability", "iconv-lite"],
		builtins: [...pure, "fs", "fs/promises", "os", "path", "url", "timers/promises", "stream"],
	},
	"src/claims": { folders: ["src/domain", "src/language"], packages: ["zod"], builtins: pure },
	"src/timeline": { folders: ["src/domain", "src/language"], packages: ["zod"], builtins: pure },
	"src/search": {
		folders: ["src/domain", "src/language"],
		packages: ["zod", "minisearch"],
		builtins: pure,
	},
	"src/answers": {
		folders: ["src/domain", "src/language", "src/search", "src/claims", "src/timeline"],
		packages: ["zod"],
		builtins: pure,
	},
	"src/desk": {
		folders: ["src/domain", "src/language", "src/answers"],
		packages: ["zod"],
		builtins: pure,
	},
	"src/digest": {
		folders: ["src/domain", "src/answers", "src/claims", "src/timeline"],
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
		folders: ["src/domain", "src/language", "src/corpus", "src/fetching"],
		packages: ["zod", "feedsmith"],
		builtins: [...pure, "timers/promises"],
	},
	"src/storage": {
		folders: ["src/domain", "src/files"],
		packages: ["zod", "kysely"],
		builtins: [...pure, "fs", "fs/promises", "path", "url", "sqlite", "worker_threads"],
	},
	"src/reader": {
		folders: ["src/domain", "src/answers"],
		packages: ["zod"],
		builtins: [...pure, "http", "path", "url", "stream", "stream/promises"],
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
		builtins: [...pure, "events", "http", "timers/promises"],
	},
};

/** What adapters may see of the app: how to start an answer, nothing of how it is wired. */
const appFace = ["src/app/public.ts", "src/app/io.ts"];

const literal = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
const anyOf = (parts) => `(?:${parts.join("|")})`;

function allowed(folder, { folders: seen, packages, builtins }) {
	const face = folder.startsWith("adapters/") && folder !== "adapters/shared" ? appFace : [];
	return [
		`^${anyOf([folder, ...seen].map(literal))}/`,
		...face.map((file) => `^${literal(file)}$`),
		...packages.map((name) => `(^|/)node_modules/${literal(name)}/`),
		...builtins.map((name) => `^(node:)?${literal(name)}$`),
	];
}

const perFolder = Object.entries(folders).map(([folder, entry]) => ({
	name: `${folder.replace("src/", "").replace("/", "-")}-imports`,
	comment: `${folder} may import itself, ${[...entry.folders, ...entry.packages].join(", ") || "nothing else"}.`,
	severity: "error",
	from: { path: `^${literal(folder)}/` },
	to: { pathNot: allowed(folder, entry) },
}));

/** Packages that exactly one place may know. */
const homes = {
	minisearch: "^src/search/",
	"discord.js": "^adapters/discord/",
	"@slack/bolt": "^adapters/slack/",
	linkedom: "^src/corpus/",
	"@mozilla/readability": "^src/corpus/",
	"iconv-lite": "^src/corpus/",
	stemmer: "^src/language/",
	kysely: "^src/storage/",
	"temporal-polyfill": "^src/digest/",
	feedsmith: "^src/sources/",
	"ipaddr.js": "^src/fetching/",
	dotenv: "^src/app/",
};
const perPackage = Object.entries(homes).map(([name, home]) => ({
	name: `${name.replace(/\W+/g, "-").replace(/^-/, "")}-has-one-home`,
	comment: `Only files under ${home} know ${name}.`,
	severity: "error",
	from: { path: "^(src|adapters)/", pathNot: home },
	to: { path: `(^|/)node_modules/${literal(name)}/` },
}));

/** A folder that no rule above speaks of would be free to import anything. */
const known = [...Object.keys(folders), "src/app"].map(literal);

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
		comment: "Types may refer to each other in a circle; modules that run may not.",
		severity: "error",
		from: { path: "^(src|adapters)/" },
		to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
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
