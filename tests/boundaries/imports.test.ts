import { afterAll, describe, expect, it } from "vitest";
import { filesBelow } from "../../tools/files.ts";
import { checkImports } from "../../tools/imports.ts";
import { plant } from "./planted.ts";

const folders = [
	"src/domain",
	"src/language",
	"src/identity",
	"src/corpus",
	"src/attribution",
	"src/contradictions",
	"src/timeline",
	"src/question",
	"src/search",
	"src/answers",
	"src/corrections",
	"src/desk",
	"src/digest",
	"src/fetching",
	"src/sources",
	"src/gloss",
	"src/translation",
	"src/storage",
	"src/app",
	"adapters/shared",
	"adapters/console",
	"adapters/discord",
	"adapters/export",
	"adapters/picture",
	"adapters/slack",
	"adapters/mcp",
	"adapters/web/server",
	"adapters/web",
];
// What every planted violation reaches for: one module a folder, allowed to all that may see it.
const targets = Object.fromEntries(folders.map((f) => [`${f}/target.ts`, "export const t = 1;\n"]));

/** The rule that has to report, the file that breaks it, and what it imports. */
const planted: [rule: string, file: string, code: string][] = [
	["domain-imports", "src/domain/a.ts", `import { t } from "../language/target.ts";`],
	["domain-imports", "src/domain/b.ts", `import { readFileSync } from "node:fs";`],
	["files-imports", "src/files/a.ts", `import { t } from "../corpus/target.ts";`],
	["files-imports", "src/files/b.ts", `import { request } from "node:http";`],
	["language-imports", "src/language/a.ts", `import { readFileSync } from "node:fs";`],
	["language-imports", "src/language/b.ts", `import { t } from "../search/target.ts";`],
	["language-imports", "src/language/c.ts", `import type { t } from "../corpus/target.ts";`],
	["corpus-imports", "src/corpus/a.ts", `import { t } from "../search/target.ts";`],
	["corpus-imports", "src/corpus/b.ts", `import { t } from "../../adapters/slack/target.ts";`],
	["attribution-imports", "src/attribution/a.ts", `import { t } from "../search/target.ts";`],
	["attribution-imports", "src/attribution/b.ts", `import { readFile } from "node:fs/promises";`],
	[
		"attribution-imports",
		"src/attribution/c.ts",
		`import { t } from "../contradictions/target.ts";`,
	],
	["identity-imports", "src/identity/a.ts", `import { t } from "../corpus/target.ts";`],
	["identity-imports", "src/identity/b.ts", `import type { t } from "../attribution/target.ts";`],
	[
		"contradictions-imports",
		"src/contradictions/a.ts",
		`import { t } from "../attribution/target.ts";`,
	],
	["question-imports", "src/question/a.ts", `import { t } from "../search/target.ts";`],
	["question-imports", "src/question/b.ts", `import { t } from "../answers/target.ts";`],
	["timeline-imports", "src/timeline/a.ts", `export { t } from "../attribution/target.ts";`],
	["timeline-imports", "src/timeline/b.ts", `export * from "fs";`],
	["search-imports", "src/search/a.ts", `import { t } from "../storage/target.ts";`],
	["search-imports", "src/search/b.ts", `const { open } = await import("node:fs");`],
	["answers-imports", "src/answers/a.ts", `import { t } from "../corpus/target.ts";`],
	["answers-imports", "src/answers/d.ts", `import { t } from "../digest/target.ts";`],
	["answers-imports", "src/answers/b.ts", `import { readFile } from "node:fs/promises";`],
	["corrections-imports", "src/corrections/a.ts", `import { t } from "../answers/target.ts";`],
	["desk-imports", "src/desk/a.ts", `import { t } from "../search/target.ts";`],
	["desk-imports", "src/desk/b.ts", `import { t } from "../../adapters/slack/target.ts";`],
	["digest-imports", "src/digest/a.ts", `import { setTimeout } from "node:timers/promises";`],
	["digest-imports", "src/digest/b.ts", `import { setInterval } from "node:timers";`],
	["fetching-imports", "src/fetching/a.ts", `import { t } from "../corpus/target.ts";`],
	["fetching-imports", "src/fetching/b.ts", `import { readFile } from "node:fs/promises";`],
	["sources-imports", "src/sources/a.ts", `import { t } from "../search/target.ts";`],
	["sources-imports", "src/sources/b.ts", `import { request } from "node:http";`],
	["gloss-imports", "src/gloss/a.ts", `import { t } from "../search/target.ts";`],
	["gloss-imports", "src/gloss/b.ts", `import { t } from "../translation/target.ts";`],
	["translation-imports", "src/translation/a.ts", `import { t } from "../language/target.ts";`],
	["translation-imports", "src/translation/b.ts", `import { request } from "node:http";`],
	["storage-imports", "src/storage/a.ts", `import { t } from "../answers/target.ts";`],
	["adapters-shared-imports", "adapters/shared/a.ts", `import { t } from "../slack/target.ts";`],
	["adapters-console-imports", "adapters/console/a.ts", `import { t } from "../slack/target.ts";`],
	["adapters-discord-imports", "adapters/discord/a.ts", `import { t } from "../slack/target.ts";`],
	["adapters-export-imports", "adapters/export/a.ts", `import { t } from "../web/target.ts";`],
	["adapters-export-imports", "adapters/export/b.ts", `import { writeFile } from "node:fs";`],
	["adapters-picture-imports", "adapters/picture/a.ts", `import { t } from "../web/target.ts";`],
	["adapters-picture-imports", "adapters/picture/b.ts", `import { writeFile } from "node:fs";`],
	["resvg-resvg-js-has-one-home", "adapters/web/r.ts", `import { Resvg } from "@resvg/resvg-js";`],
	["adapters-slack-imports", "adapters/slack/a.ts", `import { t } from "../discord/target.ts";`],
	[
		"adapters-slack-imports",
		"adapters/slack/b.ts",
		`import { t } from "../../src/search/target.ts";`,
	],
	["adapters-slack-imports", "adapters/slack/c.ts", `import { t } from "../../src/app/target.ts";`],
	["adapters-mcp-imports", "adapters/mcp/a.ts", `import { t } from "../web/target.ts";`],
	["adapters-mcp-imports", "adapters/mcp/b.ts", `import { t } from "../../src/app/target.ts";`],
	[
		"modelcontextprotocol-sdk-has-one-home",
		"src/app/m.ts",
		`import { Server } from "@modelcontextprotocol/sdk";`,
	],
	[
		"adapters-web-server-imports",
		"adapters/web/server/a.ts",
		`import { t } from "../../slack/target.ts";`,
	],
	["adapters-web-server-imports", "adapters/web/server/b.ts", `import { open } from "node:fs";`],
	["hono-has-one-home", "adapters/slack/d.ts", `import { Hono } from "hono";`],
	["hono-node-server-has-one-home", "src/app/h2.ts", `import { serve } from "@hono/node-server";`],
	["prom-client-has-one-home", "src/desk/d.ts", `import { Counter } from "prom-client";`],
	["adapters-web-imports", "adapters/web/a.ts", `import { t } from "../slack/target.ts";`],
	["adapters-web-imports", "adapters/web/b.ts", `import { t } from "../../src/answers/target.ts";`],
	["other-adapters-imports", "adapters/teams/a.ts", `import { t } from "../slack/target.ts";`],
	["other-adapters-imports", "adapters/teams/b.ts", `import { request } from "node:http";`],
	["minisearch-has-one-home", "src/answers/c.ts", `import MiniSearch from "minisearch";`],
	["minisearch-has-one-home", "src/app/a.ts", `const search = await import("minisearch");`],
	["discord-js-has-one-home", "src/app/b.ts", `import { Client } from "discord.js";`],
	["slack-bolt-has-one-home", "src/app/c.ts", `import type { App } from "@slack/bolt";`],
	["linkedom-has-one-home", "src/answers/l.ts", `import { parseHTML } from "linkedom";`],
	["htmlparser2-has-one-home", "src/answers/m.ts", `import { Parser } from "htmlparser2";`],
	["mozilla-readability-has-one-home", "src/app/d.ts", `import R from "@mozilla/readability";`],
	["iconv-lite-has-one-home", "src/app/e.ts", `import iconv from "iconv-lite";`],
	["stemmer-has-one-home", "src/search/c.ts", `import { stemmer } from "stemmer";`],
	["dotenv-has-one-home", "src/storage/b.ts", `import "dotenv";`],
	["kysely-has-one-home", "src/app/s.ts", `import { Kysely } from "kysely";`],
	["pg-has-one-home", "src/storage/c.ts", `const { Pool } = await import("pg");`],
	[
		"temporal-polyfill-has-one-home",
		"src/app/t.ts",
		`import { Temporal } from "temporal-polyfill";`,
	],
	["feedsmith-has-one-home", "src/app/l.ts", `import { parseFeed } from "feedsmith";`],
	["openai-has-one-home", "src/gloss/c.ts", `const { OpenAI } = await import("openai");`],
	["ipaddr-js-has-one-home", "src/sources/c.ts", `import ipaddr from "ipaddr.js";`],
	["folder-without-a-rule", "src/helpers/a.ts", `import { t } from "../domain/target.ts";`],
	["main-only-starts", "src/main.ts", `import { t } from "./search/target.ts";`],
	["nothing-imports-tests-or-tools", "src/app/f.ts", `import { x } from "../../tools/x.ts";`],
	["no-cycles", "src/app/g.ts", `import { h } from "./h.ts";\nexport const g = () => h;`],
	["resolvable", "src/app/i.ts", `import { gone } from "./gone.ts";`],
	["declared-dependencies-only", "src/app/j.ts", `import fc from "fast-check";`],
	["declared-dependencies-only", "src/app/k.ts", `import undeclared from "undeclared";`],
];

const others = {
	"tools/x.ts": "export const x = 1;\n",
	"src/app/h.ts": `import { g } from "./g.ts";\nexport const h = () => g;\n`,
};

describe("the import table", async () => {
	const files = Object.fromEntries(planted.map(([, file, code]) => [file, `${code}\n`]));
	const tree = plant({ ...targets, ...others, ...files });
	afterAll(tree.remove);
	const { violations } = await checkImports(tree.folder);

	it.each(planted)("%s sees %s: %s", (rule, file) => {
		expect(violations.filter((line) => line.startsWith(`${rule}: ${file} `))).not.toEqual([]);
	});

	it("has a planted violation for every rule", async () => {
		// @ts-expect-error: a configuration of a tool, without types of its own
		const { default: config } = await import("../../.dependency-cruiser.mjs");
		const names = (config.forbidden as { name: string }[]).map(({ name }) => name);
		expect([...new Set(planted.map(([rule]) => rule))].sort()).toEqual(names.sort());
	});

	it("lets through what it allows", async () => {
		const clean = plant({
			...targets,
			"src/main.ts": `import { enableCompileCache } from "node:module";\nimport "./app/target.ts";\n`,
			"src/domain/a.ts": `import { z } from "zod";\n`,
			"src/language/a.ts": `import { t } from "../domain/target.ts";\nimport "stemmer";\n`,
			"src/corpus/a.ts": `import { open } from "node:fs";\nimport "../language/target.ts";\n`,
			"src/search/a.ts": `import MiniSearch from "minisearch";\nimport "../domain/target.ts";\n`,
			"src/answers/a.ts": `import { t } from "../search/target.ts";\nimport "../identity/target.ts";\n`,
			"src/app/a.ts": `import "../../adapters/slack/target.ts";\nimport "node:fs";\nimport "dotenv";\n`,
			"adapters/slack/a.ts": `import { App } from "@slack/bolt";\nimport "../shared/target.ts";\n`,
			"adapters/teams/a.ts": `import { b } from "./b.ts";\nimport "../shared/target.ts";\nimport "zod";\n`,
			"adapters/teams/b.ts": "export const b = 1;\n",
			"adapters/discord/a.ts": `import { Client } from "discord.js";\nimport "../../src/domain/target.ts";\n`,
		});
		try {
			const report = await checkImports(clean.folder);
			expect(report.violations).toEqual([]);
			expect(report.imports).toBe(21);
		} finally {
			clean.remove();
		}
	});

	it("reads every file of the project and finds imports in them", async () => {
		const report = await checkImports();
		const own = ["src", "adapters"].flatMap((folder) => filesBelow(folder, ".ts"));
		expect(report.files).toEqual(own.sort());
		expect(report.imports).toBeGreaterThan(own.length);
	});
});
