import { AjvJsonSchemaValidator } from "@modelcontextprotocol/sdk/validation/ajv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepCorrection } from "../../../src/corrections/correction-files.ts";
import { articlePlaceOf } from "../../../src/corrections/same-place.ts";
import { programOperations } from "../../../src/domain/sets/program-operations.ts";
import { type Doors, openTestDoors } from "../../servers/programs/doors.ts";
import { harbourArticles } from "../../servers/reader/articles.ts";

// biome-ignore lint/suspicious/noExplicitAny: what comes over the wire is looked at by a validator
type Json = any;

const articles = harbourArticles();
const env = {
	PUBLIC_URL: "https://isnad.example/news",
	ISNAD_READER_SECRET: "sixteen letters here",
};
let doors: Doors;
let bearer: string;
let document: Json;
beforeAll(async () => {
	doors = await openTestDoors(articles, { ...env, ISNAD_READER: "articles" });
	bearer = `Bearer ${await doors.token("desk")}`;
	document = await json("/openapi.json");
});
afterAll(() => doors.close());

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
	// A minute later each time: the limit is looked at by itself.
	doors.clock.now += 60_000;
	return fetch(doors.url(`/api/v1${path}`), { headers: { authorization: bearer, ...headers } });
}
const json = async (path: string): Promise<Json> => (await get(path)).json();

/** What a validator that knows nothing of our schemas says of a response beside the document. */
function problemsOf(schema: string, value: unknown): string | undefined {
	const { components } = document;
	const whole = { $ref: `#/components/schemas/${schema}`, components };
	const { valid, errorMessage } = new AjvJsonSchemaValidator().getValidator(whole)(value);
	return valid ? undefined : errorMessage;
}

const cited = async () => (await json("/claims?text=sludge+reef&limit=1")).items[0];
const query = (fields: Record<string, unknown>) =>
	new URLSearchParams(
		Object.entries(fields).flatMap(([key, value]): [string, string][] =>
			value === null || value === undefined ? [] : [[key, String(value)]],
		),
	);

describe("the API", () => {
	it("documents each path and parameter in both languages, and nothing that is not there", async () => {
		expect(document.openapi).toBe("3.1.0");
		expect(document.servers).toEqual([{ url: "https://isnad.example/news/api/v1" }]);
		const ids = Object.values(document.paths).map((path: Json) => path.get.operationId);
		expect(ids).toEqual([...programOperations]);
		const arabic = await json("/openapi.json?language=ar");
		for (const told of [document, arabic])
			for (const { get: one } of Object.values<Json>(told.paths)) {
				expect(one.summary).not.toMatch(/^program\./);
				for (const { description } of one.parameters) expect(description).not.toMatch(/^program\./);
			}
		expect(arabic.paths["/claims"].get.summary).toMatch(/\p{Script=Arabic}/u);
		const text = JSON.stringify(document);
		const names = Object.keys(document.components.schemas);
		for (const [, name = ""] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g))
			expect(names).toContain(name);
		expect(text).not.toContain("sludge");
	});

	it.each([
		"/claims?text=sludge+reef",
		"/claims?text=sludge&language=ar&stance=contested",
		"/claims?by=Nadia+Rahal",
		"/claims?text=zebra+football",
		"/ask?text=who+dumped+sludge",
		"/search?text=%D8%A7%D9%84%D8%AD%D9%85%D8%A3%D8%A9",
		"/timeline?text=fishing+boats",
		"/who?text=Nadia+Rahal",
		"/sources",
		"/sources?limit=1&offset=1",
	])("answers as its document says: %s", async (path) => {
		const response = await get(path);
		expect(response.status).toBe(200);
		expect(response.headers.get("content-type")).toBe("application/json");
		const answer = (await response.json()) as Json;
		expect(problemsOf("Answer", answer)).toBeUndefined();
		for (const { quote, citation } of answer.items.filter((item: Json) => item.kind !== "source")) {
			const article = articles.find(({ id }) => id === citation.article);
			const passage = article?.passages.find(({ id }) => id === citation.passage);
			const from = citation.start - (passage?.source.start ?? 0);
			expect(passage?.text.slice(from, from + quote.length)).toBe(quote);
			expect(citation.reader).toMatch(/^https:\/\/isnad\.example\/news\/a\//);
		}
		// The validator does see what is not as it should be.
		expect(problemsOf("Answer", { ...answer, more: 1 })).toBeDefined();
		expect(problemsOf("Answer", { ...answer, items: [{ kind: "claim" }] })).toBeDefined();
	});

	it("tells of a claim who said it, in what act, through whom, when, how sure, and who denies it", async () => {
		const [item] = (await json("/claims?text=dumped+sludge&by=Nadia+Rahal")).items;
		expect(item).toMatchObject({
			...{
				kind: "claim",
				rendering: "verbatim",
				quote: "the ministry had dumped sludge near the reef",
			},
			claim: {
				speaker: { name: "Nadia Rahal", kind: "person" },
				...{ act: "accuses", hedged: false, via: ["Coast Daily"], sure: "sure", confidence: 0.87 },
				saidOn: { value: "2024-03-03", basis: "derived" },
			},
			citation: { article: "harbour", file: "harbour.txt", line: 2, outlet: "Harbour Post" },
		});
		expect(item.contradictedBy[0]).toMatchObject({
			...{ kind: "denial", quote: "it had dumped any sludge near the reef" },
			claim: { act: "denies", sure: "unsure" },
			why: "The ministry denies the dumping that Nadia Rahal speaks of.",
		});
	});

	it("says where the articles do not say it", async () => {
		const answer = await json("/claims?text=zebra+football");
		expect(answer).toMatchObject({ answered: false, verdict: { kind: "not_in_corpus" } });
	});

	it("goes from page to page until the last one", async () => {
		const seen: string[] = [];
		let at: number | null = 0;
		while (at !== null) {
			const page: Json = await json(`/sources?limit=1&offset=${at}`);
			seen.push(page.items[0].article.id);
			at = page.next;
		}
		expect(seen.toSorted()).toEqual(["harbour", "marfa"]);
	});

	it("shows a quotation at its place, compared again, and refuses words that stand elsewhere", async () => {
		const { quote, citation, claim } = await cited();
		const { article, passage, line, start, end } = citation;
		const place = { article, passage, line, start, end, claim: claim.id };
		const told = await json(`/quote?${query({ ...place, quote })}`);
		expect(problemsOf("Quotation", told)).toBeUndefined();
		expect(told).toMatchObject({ quote, stands: true, claim: { id: claim.id } });
		expect(told.contradictedBy).toHaveLength(1);
		expect(told.passages).toHaveLength(3);
		for (const wrong of [{ quote: "nobody said so" }, { end: end + 5_000 }, { passage: "none" }]) {
			const response = await get(`/quote?${query({ ...place, quote, ...wrong })}`);
			expect(response.status).toBe(404);
			expect(await response.json()).toMatchObject({ code: "quotation_unknown" });
		}
	});

	it("gives an article whole where the operator allows it, else what is said in it and where", async () => {
		const whole = await json("/articles/harbour?limit=2");
		expect(problemsOf("Article", whole)).toBeUndefined();
		expect(whole).toMatchObject({ whole: true, total: 5, next: 2 });
		expect(whole.passages.map(({ line }: Json) => line)).toEqual([1, 2]);
		const closed = await openTestDoors(articles, env);
		try {
			const authorization = `Bearer ${await closed.token("desk")}`;
			const part = await fetch(closed.url("/api/v1/articles/harbour"), {
				headers: { authorization },
			});
			const text = await part.text();
			expect(problemsOf("Article", JSON.parse(text))).toBeUndefined();
			expect(JSON.parse(text)).toMatchObject({ whole: false, passages: [], total: 5 });
			expect(JSON.parse(text).claims).toHaveLength(2);
			for (const { text: words } of articles[0]?.passages.slice(1) ?? [])
				expect(text).not.toContain(words);
		} finally {
			await closed.close();
		}
	});

	it.each([
		["/claims", 400, "question_empty"],
		["/claims?text=x&limit=51", 400, "request_malformed"],
		["/claims?text=x&limit=two", 400, "request_malformed"],
		["/claims?text=x&colour=red", 400, "request_malformed"],
		["/claims?text=x&__proto__=1", 400, "request_malformed"],
		["/claims?text=x&text=y", 400, "request_malformed"],
		["/claims?text=x&stance=loud", 400, "request_malformed"],
		["/claims?text=x&from=yesterday", 400, "date_malformed"],
		[`/claims?text=${"x".repeat(1_001)}`, 400, "request_malformed"],
		[`/claims?text=${"x".repeat(12_001)}`, 400, "request_malformed"],
		["/quote?article=harbour", 400, "request_malformed"],
		["/articles/nowhere", 404, "article_unknown"],
		["/articles/..%2f..%2fetc", 404, "article_unknown"],
		["/elsewhere", 404, "path_unknown"],
	])("tells what is wrong as a problem with a code: %s", async (path, status, code) => {
		const response = await get(path);
		expect(response.status).toBe(status);
		expect(response.headers.get("content-type")).toBe("application/problem+json");
		const told = (await response.json()) as Json;
		expect(problemsOf("Problem", told)).toBeUndefined();
		expect(told).toMatchObject({ status, code });
		expect(told.detail).toMatch(/[.]$/);
	});

	it("has an ETag for each state of the corpus, and sends nothing anew within one", async () => {
		const path = "/claims?text=sludge+reef";
		const tag = (await get(path)).headers.get("etag") ?? "";
		expect(tag).toMatch(/^W\/".+"$/);
		const same = await get(path, { "if-none-match": `"other", ${tag}` });
		expect([same.status, await same.text()]).toEqual([304, ""]);
		expect((await get("/sources")).headers.get("etag")).toBeNull();
		const marfa = articles.find(({ id }) => id === "marfa");
		if (!marfa) throw new Error("no article");
		const removal = {
			kind: "remove",
			article: articlePlaceOf(marfa),
			by: "o",
			why: "a test",
		} as const;
		await keepCorrection(`${doors.folder}/corpus`, removal, () => 0);
		const other = await get(path, { "if-none-match": tag });
		expect(other.status).toBe(200);
		expect(other.headers.get("etag")).not.toBe(tag);
		expect(await other.text()).not.toContain("marfa");
	});

	it("tags articles alone where translations may come later", async () => {
		const translating = await openTestDoors(articles, {
			...{ ...env, ISNAD_READER: "articles", ISNAD_TRANSLATE_URL: "http://127.0.0.1:9" },
		});
		const authorization = `Bearer ${await translating.token("desk")}`;
		const tags: (string | null)[] = [];
		for (const path of ["/claims?text=sludge+reef", "/articles/harbour"]) {
			const response = await fetch(translating.url(`/api/v1${path}`), {
				headers: { authorization },
			});
			expect(response.status).toBe(200);
			tags.push(response.headers.get("etag"));
		}
		await translating.close();
		expect(tags).toEqual([null, expect.stringMatching(/^W\//)]);
	});

	it("logs and counts by operation and outcome, never what was asked nor a token", async () => {
		await get("/claims?text=qzxplanted&by=qzyplanted");
		await get("/claims?text=qzxplanted&limit=0");
		expect(doors.counted).toContainEqual({
			door: "api",
			operation: "claims",
			outcome: "not_in_corpus",
		});
		expect(doors.counted.at(-1)).toEqual({ door: "api", operation: "claims", outcome: "refused" });
		expect(doors.counted).toContainEqual({
			door: "api",
			operation: "claims",
			outcome: "unchanged",
		});
		const lines = doors.logged.join("\n");
		expect(lines).toContain("A program was answered.");
		for (const secret of ["qzxplanted", "qzyplanted", bearer.slice(30)])
			expect(lines).not.toContain(secret);
	});
});
