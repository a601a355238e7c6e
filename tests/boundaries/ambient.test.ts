import { describe, expect, it } from "vitest";
import { checkAmbient } from "../../tools/ambient.ts";
import { filesBelow } from "../../tools/files.ts";
import { plant } from "./planted.ts";

const planted: [file: string, code: string, report: string][] = [
	["src/digest/now.ts", "export const at = Date.now();", "clock: src/digest/now.ts uses Date.now"],
	[
		"src/digest/date.ts",
		"export const at = new Date();",
		"clock: src/digest/date.ts uses new Date()",
	],
	[
		"src/digest/temporal.ts",
		"export const at = Temporal.Now.instant();",
		"clock: src/digest/temporal.ts uses Temporal.Now",
	],
	[
		"src/digest/timer.ts",
		"export function wait() { if (1) { setTimeout(() => {}, 5); } }",
		"timer: src/digest/timer.ts uses setTimeout",
	],
	[
		"src/digest/later.ts",
		"class A { b = () => globalThis.setInterval(() => {}, 5); }\nexport { A };",
		"timer: src/digest/later.ts uses globalThis.setInterval",
	],
	[
		"src/search/now.ts",
		"export const at = () => Date.now();",
		"clock: src/search/now.ts uses Date.now",
	],
	...["identity", "attribution", "contradictions", "question", "unheardof"].map(
		(folder): [string, string, string] => [
			`src/${folder}/now.ts`,
			"export const at = () => performance.now();",
			`clock: src/${folder}/now.ts uses performance.now`,
		],
	),
	[
		"src/answers/env.ts",
		"export const a = process.env.A;",
		"environment: src/answers/env.ts uses process.env",
	],
	[
		"src/corpus/env.ts",
		"export const { env } = process;",
		"environment: src/corpus/env.ts uses process.env",
	],
	[
		"src/storage/env.ts",
		`export const a = globalThis.process["env"];`,
		"environment: src/storage/env.ts uses globalThis.process.env",
	],
	[
		"adapters/slack/env.ts",
		"export const a = process.env;",
		"environment: adapters/slack/env.ts uses process.env",
	],
	[
		"src/language/type.ts",
		`export type A = import("../search/target.ts").A;`,
		"hidden import: src/language/type.ts uses import() as a type",
	],
	[
		"src/app/load.ts",
		"export const load = (path: string) => import(path);",
		"hidden import: src/app/load.ts uses import() of a computed path",
	],
];

describe("what code takes from its surroundings", () => {
	const tree = plant(Object.fromEntries(planted.map(([file, code]) => [file, `${code}\n`])));
	const { violations } = checkAmbient(tree.folder);
	tree.remove();

	it.each(planted)("is seen in %s: %s", (_file, _code, report) => {
		expect(violations).toContain(report);
	});

	it("is not seen where it is allowed, or where nothing of it is used", () => {
		const clean = plant({
			"src/app/config.ts": "export const at = [process.env, Date.now(), setTimeout];\n",
			"src/digest/due.ts": `export const due = (at: number) => new Date(at);\n// Date.now()\nexport const s = "process.env";\n`,
			"src/corpus/lock.ts": "export const [pid, at] = [process.pid, Date.now()];\n",
		});
		expect(checkAmbient(clean.folder)).toEqual({
			violations: [],
			files: ["src/app/config.ts", "src/corpus/lock.ts", "src/digest/due.ts"],
		});
		clean.remove();
	});

	it("is looked for in every file of the project", () => {
		const own = ["src", "adapters"].flatMap((folder) => filesBelow(folder, ".ts"));
		expect(checkAmbient().files).toEqual(own);
		expect(own.length).toBeGreaterThan(20);
	});
});
