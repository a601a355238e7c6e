/**
 * The text of real pages beside the text that people marked in them, for this reader and for Readability
 * alone; titles where the page states one.
 *   npm run bench -- pages [--folder ../shared/bench/pages] [--verbose] [--page ID]
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { loadExtraction } from "../../src/app/load/extraction.ts";
import { indexDataFolder, projectFolder } from "../../src/app/paths.ts";
import { htmlLines } from "../../src/corpus/read/html.ts";
import { buildWebPage } from "../../src/corpus/web-page.ts";
import { asIsnadError } from "../../src/domain/errors.ts";
import { harmonic, type Match, matchTexts, meanOf } from "./shingles.ts";

const { values } = parseArgs({
	options: {
		folder: { type: "string", default: join(projectFolder, "../shared/bench/pages") },
		verbose: { type: "boolean", default: false },
		page: { type: "string" },
	},
});
type Truth = Record<string, { articleBody: string; url: string; headline?: string }>;
const truth = JSON.parse(readFileSync(join(values.folder, "ground-truth.json"), "utf8")) as Truth;
const { rules } = await loadExtraction(indexDataFolder);

type Read = { text: string; title: string | null; outlet: string | null; code: string | null };
const rows: { id: string; ours: Read; own: Match; theirs: Match; ms: number }[] = [];
for (const [id, { articleBody, url }] of Object.entries(truth)) {
	if (values.page && !id.startsWith(values.page)) continue;
	const bytes = gunzipSync(readFileSync(join(values.folder, "html", `${id}.html.gz`)));
	const start = performance.now();
	const ours = await readOurs(bytes, url);
	const ms = performance.now() - start;
	const theirs = readTheirs(bytes.toString("utf8"));
	rows.push({
		...{ id, ours, ms },
		own: matchTexts(articleBody, ours.text),
		theirs: matchTexts(articleBody, theirs),
	});
	if (values.page)
		console.log(`${ours.title}\n${ours.outlet}\n\n${ours.text}\n\n=====\n${articleBody}`);
}

async function readOurs(bytes: Uint8Array, address: string): Promise<Read> {
	const told = { title: null, outlet: null, published: null };
	try {
		const page = { address, format: "html" as const, bytes, charset: null, told };
		const { article } = await buildWebPage(page, rules, "2100-01-01");
		const body = article.passages.filter(({ kind }) => kind !== "title");
		const text = body.map((passage) => passage.text).join("\n");
		return { text, title: article.title, outlet: article.outlet, code: null };
	} catch (error) {
		return { text: "", title: null, outlet: null, code: asIsnadError(error).code };
	}
}

function readTheirs(html: string): string {
	const { document } = parseHTML(html);
	type Input = ConstructorParameters<typeof Readability>[0];
	const content = new Readability(document as unknown as Input).parse()?.content;
	return content ? htmlLines(content).lines.join("\n") : "";
}

if (values.verbose)
	for (const { id, ours, own, theirs, ms } of [...rows].sort(
		(a, b) => harmonic(a.own) - harmonic(b.own),
	))
		console.log(
			`${id.slice(0, 8)} f1 ${harmonic(own).toFixed(3)} (p ${own.precision.toFixed(3)} r ${own.recall.toFixed(3)}; Readability ${harmonic(theirs).toFixed(3)}) ${ms.toFixed(0)} ms ${ours.code ?? ""} ${ours.outlet} | ${ours.title}`,
		);
const show = (name: string, matches: Match[]) => {
	const { f1, precision, recall } = meanOf(matches);
	console.log(
		`${name}: F1 ${f1.toFixed(4)}, precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`,
	);
};
console.log(
	`${rows.length} pages, ${rows.filter(({ ours }) => ours.code !== null).length} refused`,
);
show(
	"Isnad",
	rows.map(({ own }) => own),
);
show(
	"Readability",
	rows.map(({ theirs }) => theirs),
);
const wanted = rows.filter(({ id }) => truth[id]?.headline !== undefined);
const right = wanted.filter(({ id, ours }) => ours.title === truth[id]?.headline);
if (wanted.length > 0) console.log(`titles exact: ${right.length} of ${wanted.length}`);
