import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./files.ts";
import { run } from "./run.ts";

/** Puts what the README's worked example answers today into the README. */
const file = join(root, "README.md");
const readme = readFileSync(file, "utf8");
// That of an article that was just ingested needs its corpus; this one is over the shipped corpus.
const example = /npm run -s isnad -- ((?!.*--corpus)[^\n]+)\n```\n\n```text\n/.exec(readme);
if (!example?.[1])
	throw new Error("README.md has no worked example: a sh block, then a text block");
const args = [...example[1].matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => {
	return quoted ?? plain ?? "";
});
const { status, stdout, stderr } = await run("node", ["src/main.ts", ...args]);
if (status !== 0) throw new Error(`the worked example ended with status ${status}: ${stderr}`);
const start = example.index + example[0].length;
const end = readme.indexOf("```", start);
writeFileSync(file, `${readme.slice(0, start)}${stdout.trimEnd()}\n${readme.slice(end)}`);
