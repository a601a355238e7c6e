/**
 * Runs every benchmark, one process each, so that none warms up or fills the memory of another.
 *   npm run bench
 *   npm run bench -- peers [OPTIONS]: one of them, with the options that its file lists
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../src/app/paths.ts";

type Bench = {
	name: string;
	title: string;
	file: string;
	needs?: string;
	/** Runs only where it is named: it takes minutes and starts processes of its own. */
	alone?: true;
};

const benches: Bench[] = [
	{ name: "start", title: "Start, answers, ingest", file: "start.ts" },
	{
		name: "quality",
		title: "Search quality (240 paragraphs, 1,190 questions)",
		file: "search-quality.ts",
		needs: "../shared/bench/xquad",
	},
	{
		name: "gloss-pairs",
		title: "Translations that the checks drop; give files of pairs",
		file: "gloss-pairs.ts",
		alone: true,
	},
	{
		name: "gloss",
		title: "What tells a wrong translation, learned from pairs and tried on others",
		file: "gloss/learn.ts",
		alone: true,
	},
	{
		name: "gloss-sentences",
		title: "Right translations that the checks drop, of sentences that nobody made for them",
		file: "gloss/sentences.ts",
		needs: "../shared/bench/xquad-en",
	},
	{
		name: "translation",
		title: "What a question's translation is worth to the search",
		file: "translation.ts",
		needs: "../shared/bench/xquad-en",
	},
	{
		name: "waits",
		title: "Answers beside a bad translator",
		file: "translation-waits.ts",
		alone: true,
	},
	{
		name: "answers",
		title: "The passage that answers, and telling that there is none",
		file: "answers/main.ts",
	},
	{
		name: "questions",
		title: "Everyday questions: the first item, and what is not said",
		file: "questions/main.ts",
		alone: true,
	},
	{
		name: "chains",
		title: "Questions that go on from each other",
		file: "questions/chains.ts",
		alone: true,
	},
	{ name: "search", title: "Search speed beside plain MiniSearch", file: "search.ts" },
	{ name: "extraction", title: "Claims, events and figures of an article", file: "extraction.ts" },
	{
		name: "dates",
		title: "Dates of public suites beside chrono-node",
		file: "dates/main.ts",
		needs: "../shared/bench/dates",
	},
	{
		name: "shipped",
		title: "The shipped corpus beside its texts as the program reads them",
		file: "shipped.ts",
		needs: "../shared/seeds",
	},
	{ name: "sources", title: "Answers while a feed is read", file: "sources.ts" },
	{
		name: "pages",
		title: "The text of real pages, beside Readability",
		file: "pages/texts.ts",
		needs: "../shared/bench/pages",
	},
	{ name: "headlines", title: "Which line is the headline", file: "pages/heads/headlines.ts" },
	{ name: "heads", title: "Whose page it is", file: "pages/heads/main.ts" },
	{
		name: "scraps",
		title: "Lines among a text that are no part of it",
		file: "pages/heads/scraps.ts",
	},
	{ name: "reader", title: "The pages behind citations", file: "reader.ts" },
	{
		name: "collections",
		title: "Opening a collection while another answers",
		file: "collections.ts",
	},
	{ name: "programs", title: "The API and MCP for other programs", file: "programs.ts" },
	{ name: "exports", title: "Exports, and pictures to share", file: "exports.ts" },
	{ name: "corrections", title: "A correction while it is served", file: "corrections.ts" },
	{ name: "mutated", title: "Mutated pages", file: "pages/mutated.ts", alone: true },
	{ name: "slack", title: "Slack over the wire, under load", file: "slack-load.ts", alone: true },
	{
		name: "slack-beside",
		title: "The bot of another checkout beside this one's",
		file: "slack/beside.ts",
		alone: true,
	},
	{ name: "discord", title: "Discord over the wire", file: "discord-load.ts", alone: true },
	{ name: "digests", title: "Digests under kills", file: "digest-crash.ts", alone: true },
	{ name: "outage", title: "Digests after an hour's outage", file: "digest-outage.ts" },
	{
		name: "away",
		title: "A database that is away for a minute",
		file: "database-away.ts",
		alone: true,
	},
	{
		name: "simulation",
		title: "Several processes over one database, from a seed",
		file: "simulation.ts",
		alone: true,
	},
	{ name: "batch", title: "Mutated lines for batch", file: "batch-fuzz.ts", alone: true },
	{ name: "load", title: "A large corpus under load", file: "load/main.ts", alone: true },
	{ name: "stopping", title: "From a signal to the end", file: "stopping.ts", alone: true },
	{
		name: "contradictions",
		title: "Contradictions beside pairs that people marked",
		file: "contradictions/main.ts",
	},
	{
		name: "relating",
		title: "An article related to 3,000 others",
		file: "contradictions/speed.ts",
		alone: true,
	},
	{
		name: "segments",
		title: "A million passages in segments",
		file: "segments/main.ts",
		alone: true,
	},
	{
		name: "shelved",
		title: "A large corpus whose text is in rows",
		file: "shelved.ts",
		alone: true,
	},
	{ name: "peers", title: "Search beside other engines", file: "peers/main.ts" },
];
const [wanted, ...options] = process.argv.slice(2);
if (wanted && !benches.some(({ name }) => name === wanted)) {
	const names = benches.map(({ name }) => name).join(", ");
	throw new Error(`No benchmark "${wanted}": name one of ${names}.`);
}

for (const { name, title, file, needs, alone } of benches) {
	if (wanted ? name !== wanted : alone) continue;
	console.log(`\n## ${title}\n`);
	if (needs && !existsSync(join(projectFolder, needs))) {
		console.log(`Left out: it needs ${needs}.`);
		continue;
	}
	const args = ["--expose-gc", join(projectFolder, "bench", file), ...options];
	const { status } = spawnSync(process.execPath, args, { cwd: projectFolder, stdio: "inherit" });
	if (status !== 0) process.exitCode = 1;
}
