import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { Answerer } from "../../../src/answers/answerer.ts";
import { openCorpus } from "../../../src/corpus/store/read-corpus.ts";
import type { Command, Request } from "../../../src/domain/answer.ts";
import type { Article } from "../../../src/domain/article.ts";
import { TextShelf } from "../../../src/domain/text-shelf.ts";
import { openArticleRows } from "../../../src/storage/articles/open.ts";
import { questions } from "../../contract/questions.ts";
import { article, claim, event } from "./doubles.ts";
import { realAnswerer } from "./real-answerer.ts";

const folder = mkdtempSync(join(tmpdir(), "isnad-shelved-"));
const place = { path: join(folder, "rows"), now: () => 0, onProblem: () => {} };
/** With room for nothing: each part is read again and again. */
const shelf = new TextShelf(openArticleRows(place, "1"), 1);
afterAll(async () => {
	await shelf.close();
	rmSync(folder, { recursive: true, force: true });
});

const filters: Omit<Request, "command">[] = [
	{ text: "", by: "Putin" },
	{ text: "", by: "Mara Holt" },
	{ text: "", outlet: "reuters" },
	{ text: "", from: "2023", to: "2023-07" },
	{ text: "", stance: "denies" },
	{ text: "", stance: "contested" },
	{ text: "quay", stance: "contested" },
	{ text: "China", by: "Wang Yi" },
	{ text: "July 2023" },
	{ text: "Putin" },
];
const commands: Command[] = ["ask", "claims", "timeline", "search", "who", "sources"];
const all: Request[] = [
	...questions
		.filter((_, n) => n % 3 === 0)
		.map(([command, text]): Request => ({ command: command as Command, text })),
	...commands.flatMap((command) => filters.map((each) => ({ ...each, command }))),
];

/** The shipped articles, and two whose claims have ids of their own and stand against each other. */
async function corpus(): Promise<Article[]> {
	const { articles } = await openCorpus("index-data/corpus");
	const one = article("harbour-a", ["The quay opens in July 2023.", "It cost nine million."]);
	const other = article("harbour-b", ["The quay never opened, Mara Holt said."]);
	claim(one, 1, "The quay opens", { id: "first" });
	event(one, 1, "The quay opens", "2023-07");
	const mara = { name: "Mara Holt", kind: "person" } as const;
	claim(other, 1, "The quay never opened", { id: "second", act: "denies", speaker: mara });
	event(other, 1, "The quay never opened", "2023-07");
	const why = { ar: "تناقض", en: "one denies the other" };
	const pair = { kind: "denial", strength: "direct", why } as const;
	other.contradictions = [{ ...pair, claims: ["second", "first"] }];
	return [...articles, one, other].sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function told(answerer: Answerer): Promise<string[]> {
	const out: string[] = [];
	for (const request of all) {
		const asked = JSON.stringify(request);
		try {
			out.push(`${asked} ${JSON.stringify(await answerer.answer(request))}`);
		} catch (error) {
			out.push(`${asked} ${error}`);
		}
	}
	return out;
}

it("are those of articles that are held, byte for byte", { timeout: 60_000 }, async () => {
	const held = await corpus();
	const shelved = held.map((each) => shelf.put(each, { digest: "", stamp: null }));
	await shelf.written();
	const expected = await told(await realAnswerer(held));
	expect(await told(await realAnswerer(shelved))).toEqual(expected);
	const contested = expected.filter((each) => each.includes('"stance":"contested"'));
	expect(contested.some((each) => each.includes("The quay never opened"))).toBe(true);
	expect(expected.filter((each) => each.includes('"items":[{')).length).toBeGreaterThan(40);
});
