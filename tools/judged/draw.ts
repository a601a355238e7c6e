import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadExtraction } from "../../src/app/load/extraction.ts";
import { indexDataFolder } from "../../src/app/paths.ts";
import { buildArticle, type RawPage } from "../../src/corpus/index.ts";
import { noFacts } from "../../src/corpus/page/raw-page.ts";
import { countClaims, countsText } from "../../src/domain/claim-standing.ts";
import { randomFrom, shuffle } from "../train/random.ts";

// npm run judged -- FILE.jsonl [--seed 7] [--count 40]: reports drawn by seed ({id, outlet, published,
// title, text} a line), each with its text and the cards that are read in it, numbered for somebody
// who judges them. Only numbers and verdicts are kept, in docs/judged; no text of others.
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		seed: { type: "string", default: "7" },
		count: { type: "string", default: "40" },
	},
});

type Report = { id: string; outlet: string; published: string; title: string; text: string };

const [file] = positionals;
if (!file || !existsSync(file)) {
	process.stderr.write(
		"Name a file of reports, one JSON object a line: npm run judged -- FILE.jsonl\n",
	);
	process.exit(2);
}
const rows = readFileSync(file, "utf8")
	.split("\n")
	.filter(Boolean)
	.map((line) => JSON.parse(line) as Report);
const drawn = shuffle(rows, randomFrom(Number(values.seed))).slice(0, Number(values.count));
const { rules, extract } = await loadExtraction(indexDataFolder);

for (const report of drawn) {
	const { article } = buildArticle(pageOf(report), rules, {
		outlet: report.outlet,
		published: report.published,
	});
	const { claims } = extract(article);
	process.stdout.write(
		`## ${report.id} (${countsText(countClaims(claims))})\n${report.title}\n${report.text}\n\n`,
	);
	for (const [i, claim] of claims.entries()) {
		const { speaker, act, via, saidOn, quote, confidence = 1 } = claim;
		const through = via.length > 0 ? ` | via ${via.join(", ")}` : "";
		const day = saidOn.value ? ` | said on ${saidOn.value}` : "";
		process.stdout.write(
			`${report.id}/${i + 1} | ${speaker.name} | ${act}${through}${day} | ${confidence.toFixed(2)} | ${quote}\n`,
		);
	}
	process.stdout.write("\n");
}

function pageOf({ id, title, text }: Report): RawPage {
	return {
		path: `${id}.txt`,
		file: `${id}.txt`,
		format: "txt",
		lines: [title, "", ...text.split("\n")],
		sha256: null,
		facts: noFacts,
		headings: new Set(),
	};
}
