import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { checkAnnotated } from "./check.ts";
import { showAnnotated } from "./show.ts";

const [command, ...paths] = process.argv.slice(2);
const files = (paths.length > 0 ? paths : ["annotated/ar", "annotated/en"]).flatMap(filesOf);

if (command === "show") {
	for (const file of files) console.log(showAnnotated(checkAnnotated(readFileSync(file, "utf8")).article));
} else if (command === "check") {
	const counts = files.map(check);
	const claims = counts.reduce((sum, c) => sum + c.claims, 0);
	const wrong = counts.reduce((sum, c) => sum + c.problems, 0);
	console.log(`${files.length} articles, ${claims} claims, ${wrong} problems`);
	if (wrong > 0 || files.length === 0) process.exitCode = 1;
} else {
	console.error("Say: annotated check [FILE or FOLDER …], or annotated show FILE.");
	process.exitCode = 2;
}

function check(file: string): { claims: number; problems: number } {
	const { article, problems } = checkAnnotated(readFileSync(file, "utf8"));
	for (const p of problems) console.log(`${file}:${p.line}: ${p.message}`);
	return { claims: article.claims.length, problems: problems.length };
}

function filesOf(place: string): string[] {
	if (!existsSync(place)) return [];
	if (!statSync(place).isDirectory()) return [place];
	return readdirSync(place)
		.filter((name) => name.endsWith(".txt"))
		.sort()
		.map((name) => path.join(place, name));
}
