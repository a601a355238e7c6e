/** Reads the pages of a folder into a corpus, with an intake's thread of a given heap; prints what became of each. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { IntakeThread } from "../../../src/app/live/intake-thread.ts";
import { notesFolder } from "../../../src/app/live/reading-notes.ts";
import { indexDataFolder } from "../../../src/app/paths.ts";

const [data = "", pages = "", heapMb = ""] = process.argv.slice(2);
const unbounded = Number.POSITIVE_INFINITY;
const thread = new IntakeThread(
	{
		corpusDir: join(data, "corpus"),
		indexData: indexDataFolder,
		...{ served: new Map(), intents: join(data, "changes"), notes: notesFolder(data) },
		// What keeps such pages from the parser is not what is tested here.
		budget: { nodes: unbounded, text: unbounded, work: unbounded },
	},
	() => {},
	Date.now,
	{ heapMb: Number(heapMb) },
);
const told = { title: null, outlet: null, published: null };
const { outcomes } = await thread.take({
	pages: readdirSync(pages).map((name) => ({
		key: name,
		page: {
			address: `https://post.example/${name}`,
			...{ format: "html", bytes: readFileSync(join(pages, name)), charset: null, told },
		},
		replaces: null,
	})),
	gone: [],
});
await thread.close();
const codes = outcomes.map(({ key, problem }) => [key, problem?.code ?? "read"]);
process.stdout.write(JSON.stringify(codes));
