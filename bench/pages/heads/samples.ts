import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { projectFolder } from "../../../src/app/paths.ts";
import { framedPage } from "../../../src/corpus/framed-page.ts";
import { readSource } from "../../../src/corpus/index.ts";
import { type ClassifiedPage, classifyPage } from "../../../src/corpus/page/classify.ts";
import { bareName } from "../../../src/corpus/page/outlet/bare-name.ts";
import { isKin } from "../../../src/corpus/page/outlet/choosing/name-group.ts";
import { formsOf } from "../../../src/corpus/page/outlet/same-name.ts";
import type { PageRules } from "../../../src/corpus/page/page-rules.ts";
import type { RawPage } from "../../../src/corpus/page/raw-page.ts";

/** A page of a set, and what a reader of it says that it is: `also` are further right spellings of its publisher. */
const Head = z.strictObject({
	file: z.string(),
	title: z.string().nullable(),
	outlet: z.string().nullable(),
	also: z.array(z.string()),
	published: z.string().nullable(),
	text: z.string(),
});
export type Head = z.infer<typeof Head>;

/** One set is by one writer: weights are tried on the pages of writers that they were not learned from. */
export type Sample = {
	set: string;
	head: Head;
	/** The lines that may be its headline, and of each whether it is. */
	lines: ClassifiedPage["candidates"];
	titles: boolean[];
	names: ClassifiedPage["names"];
	/** Of each name, whether it is the publisher's. */
	right: boolean[];
};

const sets = join(projectFolder, "bench/pages/heads/sets");
const fixtures = join(projectFolder, "tests/fixtures");

type Apart = {
	stories: Record<string, { title: string; body: string[] }>;
	heads: {
		story: string;
		outlet: string | null;
		published: string;
		above: string[];
		below: string[];
		/** In one place alone: no name is to be shown on so little. */
		unsure?: boolean;
	}[];
};

type Laid = {
	pages: Record<string, { title: string | null; outlet: string | null; published: string | null }>;
};

/** The pages of all sets. */
export function readHeads(): { set: string; head: Head }[] {
	const files = readdirSync(sets).sort();
	return files.flatMap((file) =>
		readFileSync(join(sets, file), "utf8")
			.trimEnd()
			.split("\n")
			.map((line) => ({ set: basename(file, ".jsonl"), head: Head.parse(JSON.parse(line)) })),
	);
}

/** The pages of all sets, and those of the tests as one more. */
export async function readSamples(rules: PageRules): Promise<Sample[]> {
	const all = [
		...readHeads(),
		...[...apartHeads(), ...formedHeads(), ...laidPages()].map((head) => ({ set: "own", head })),
	];
	return Promise.all(all.map(({ set, head }) => sampleOf(set, head, rules)));
}

function apartHeads(): Head[] {
	const { stories, heads } = JSON.parse(
		readFileSync(join(fixtures, "heads/apart.json"), "utf8"),
	) as Apart;
	return heads.map(({ story, unsure, published, above, below, ...own }, at) => {
		const { title = "", body = [] } = stories[story] ?? {};
		const outlet = unsure ? null : own.outlet;
		const filled = above.map((line) => line.replace("{T}", title));
		const text = [...filled, "", ...body, "", ...below].join("\n");
		return { file: `apart${at + 1}.txt`, title, outlet, also: [], published, text };
	});
}

type Forms = {
	stories: Record<string, { title: string; outlet: string; body: string[] }>;
	heads: {
		form: string;
		story: string;
		outlet?: string;
		body?: string[];
		above: string[];
		below: string[];
		named: boolean;
		/** In one place alone: no name is to be shown on so little. */
		unsure?: boolean;
	}[];
};

function formedHeads(): Head[] {
	const { stories, heads } = JSON.parse(
		readFileSync(join(fixtures, "heads/forms.json"), "utf8"),
	) as Forms;
	return heads.map(({ form, story, above, below, named, unsure, ...own }) => {
		const { title, outlet, body } = { title: "", outlet: "", body: [], ...stories[story], ...own };
		const filled = (line: string) => line.replace(/\bT\b/, title).replace(/\bO\b/, outlet);
		const text = [...above.map(filled), "", ...body, "", ...below.map(filled)].join("\n");
		const file = `${form}.txt`;
		const also = outlet.startsWith("The ") ? [outlet.slice(4)] : [];
		return { file, title, outlet: named && !unsure ? outlet : null, also, published: null, text };
	});
}

function laidPages(): Head[] {
	const { pages } = JSON.parse(readFileSync(join(fixtures, "pages/expected.json"), "utf8")) as Laid;
	return Object.entries(pages).map(([file, { title, outlet, published }]) => {
		const text = readFileSync(join(fixtures, "pages", file), "utf8");
		return { file, title, outlet, also: [], published, text };
	});
}

async function sampleOf(set: string, head: Head, rules: PageRules): Promise<Sample> {
	const [raw] = await readSource({ name: head.file, bytes: Buffer.from(head.text) });
	if (!raw) throw new Error(`${set}: ${head.file} holds no page.`);
	const { names } = classified(raw, rules);
	// Where the markup states the headline none is weighed: what its lines would tell is learned from all the same.
	const untitled = { ...raw, facts: { ...raw.facts, title: null } };
	const { candidates, lines } = classified(untitled, rules);
	const wanted = (head.outlet === null ? [] : [head.outlet, ...head.also]).flatMap((name) => {
		return [name, bareName(name, rules)].flatMap((one) => {
			const { key, letters } = formsOf(one, rules);
			return [key.replaceAll(" ", ""), letters];
		});
	});
	const right = names.map(({ same }) =>
		same.some(({ forms: { key, letters } }) =>
			[key.replaceAll(" ", ""), letters].some((own) => wanted.includes(own)),
		),
	);
	const texts = candidates.map(({ index }) => lines[index]?.text ?? "");
	return { set, head, lines: candidates, titles: titlesAmong(texts, head.title), names, right };
}

/** The page as its readers see it, or as it came. */
export function classified(raw: RawPage, rules: PageRules): ClassifiedPage {
	const { page, frame } = framedPage(raw, rules);
	const { lines, headings, format, facts } = page;
	return (
		frame ?? classifyPage(lines, rules, { headings, chosen: format === "html", title: facts.title })
	);
}

/** What a line may add to the headline that it holds: a section before it, the publisher behind it. In letters, and as a share. */
const mostAdded = 30;
const mostShare = 1.8;

/** Which of some lines are the headline, or hold it where none is. */
function titlesAmong(texts: readonly string[], title: string | null): boolean[] {
	if (title === null) return texts.map(() => false);
	const exact = texts.map((text) => text === title);
	if (exact.includes(true)) return exact;
	return texts.map(
		(text) => text.includes(title) && text.length < title.length * mostShare + mostAdded,
	);
}

/** The page as if it did not say whose it is: without its publisher's names, and those that have one of them in them. */
export function withoutOwn(sample: Sample): Sample {
	const own = sample.names.filter((_, at) => sample.right[at]);
	const names = sample.names.filter((name) => !own.some((one) => isKin(name, one)));
	return { ...sample, names, right: names.map(() => false) };
}
