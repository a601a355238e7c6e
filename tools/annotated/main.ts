import { readFileSync } from "node:fs";
import { checkAnnotated } from "./check.ts";
import { annotatedFiles } from "./files.ts";
import { showAnnotated } from "./show.ts";

/** `check [FILE or FOLDER …]` says what is wrong with annotated articles; `show FILE` lays one out. */
function main([command, ...paths]: string[]): number {
	const files = annotatedFiles(paths);
	const read = files.map((file) => ({ file, ...checkAnnotated(readFileSync(file, "utf8")) }));
	if (command === "show") {
		for (const { article } of read) say(showAnnotated(article));
		return 0;
	}
	if (command !== "check") {
		process.stderr.write("Say: annotated check [FILE or FOLDER …], or annotated show FILE.\n");
		return 2;
	}
	const wrong = read.flatMap(({ file, problems }) =>
		problems.map(({ line, message }) => `${file}:${line}: ${message}`),
	);
	for (const line of wrong) say(line);
	const claims = read.reduce((sum, { article }) => sum + article.claims.length, 0);
	say(`${files.length} articles, ${claims} claims, ${wrong.length} problems`);
	return wrong.length > 0 || files.length === 0 ? 1 : 0;
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

process.exitCode = main(process.argv.slice(2));
