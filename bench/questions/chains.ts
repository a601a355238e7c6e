/**
 * Chains of questions that go on from each other: is each turn asked for what a person would expect?
 *   npm run bench -- chains FILE.jsonl [--verbose] [--articles DIR] [--corpora DIR]
 * A line is {id, corpus, turns: [{text, expect: {topic, by, outlet, act, from}}]}; null is "none". Names
 * are compared as identities, a topic by whether most of its words are in the request and none that it
 * leaves behind.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { projectFolder } from "../../src/app/paths.ts";
import { Chain, differences } from "./chain.ts";
import { openChat } from "./chat.ts";
import { Corpora } from "./corpora.ts";

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		verbose: { type: "boolean", default: false },
		articles: { type: "string", default: join(projectFolder, "..", "shared", "articles") },
		corpora: { type: "string" },
	},
});
const [file] = positionals;
if (!file) throw new Error("Name a file of chains: npm run bench -- chains FILE.jsonl");
const temporary = values.corpora ? null : mkdtempSync(join(tmpdir(), "chains-"));
const corpora = new Corpora({
	articles: values.articles,
	corpora: values.corpora ?? temporary ?? "",
});
let turns = 0;
let right = 0;
let whole = 0;
let chains = 0;
try {
	for (const line of readFileSync(file, "utf8").split("\n").filter(Boolean)) {
		const chain = Chain.parse(JSON.parse(line));
		const chat = await openChat(await corpora.of(chain.corpus), chain.id);
		let missed = 0;
		for (const [n, turn] of chain.turns.entries()) {
			const asked = await chat.say(turn.text);
			const wrong = differences(turn.expect, chain.turns.slice(0, n), asked, chat.names);
			turns++;
			if (wrong.length === 0) right++;
			else missed++;
			if (wrong.length > 0 || values.verbose)
				console.log(`${chain.id}.${n + 1} ${wrong.join("; ") || "right"}: ${turn.text}`);
			if (values.verbose) console.log(`    ${JSON.stringify(asked)}`);
		}
		chains++;
		if (missed === 0) whole++;
	}
	const share = (part: number, of: number) =>
		`${part} of ${of} (${((100 * part) / of).toFixed(1)} %)`;
	console.log(`\nTurns as expected: ${share(right, turns)}`);
	console.log(`Chains without a miss: ${share(whole, chains)}`);
} finally {
	await corpora.close();
	if (temporary) rmSync(temporary, { recursive: true, force: true });
}
