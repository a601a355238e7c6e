import type { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { expect, it } from "vitest";
import type { Article } from "../../../src/domain/article.ts";
import { call, type Told } from "../../servers/programs/mcp-client.ts";

export const toolNames = ["claims", "ask", "timeline", "search", "who", "sources", "quote"];

/** What every transport gives a client over the articles of the harbour. */
export function mcpSuite(articles: readonly Article[], client: () => Client): void {
	it("lists tools that change nothing, with schemas of both ways and no word of an article", async () => {
		const { tools } = await client().listTools();
		expect(tools.map(({ name }) => name)).toEqual(toolNames);
		for (const { annotations, inputSchema, outputSchema, description } of tools) {
			expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
			expect(outputSchema?.type).toBe("object");
			expect(description).not.toMatch(/^program\./);
			for (const field of Object.values<Told>(inputSchema.properties ?? {}))
				expect(field.description).toMatch(/[.;]/);
		}
		const text = JSON.stringify(tools);
		for (const word of ["Nadia", "sludge", "Harbour", "نادية"]) expect(text).not.toContain(word);
	});

	it("answers each tool with quotations that are the article's, their place and link", async () => {
		const asked: [string, Record<string, unknown>][] = [
			["claims", { text: "sludge reef" }],
			["ask", { text: "who dumped sludge near the reef?" }],
			["search", { text: "الحمأة قرب الشعاب", language: "en" }],
			["timeline", { text: "fishing boats" }],
			["who", { text: "Nadia Rahal" }],
		];
		for (const [name, args] of asked) {
			const { isError, told } = await call(client(), name, args);
			expect([name, isError]).toEqual([name, false]);
			expect(told.items.length).toBeGreaterThan(0);
			for (const { quote, rendering, citation } of told.items) {
				const article = articles.find(({ id }) => id === citation.article);
				const passage = article?.passages.find(({ id }) => id === citation.passage);
				const from = citation.start - (passage?.source.start ?? 0);
				expect(passage?.text.slice(from, from + quote.length)).toBe(quote);
				expect(rendering).toBe("verbatim");
				expect(citation.file).toBe(article?.source.file);
				expect(citation.url).toBe(article?.url);
			}
		}
	});

	it("tells who said it and who denies it, and marks what articles say as data", async () => {
		const { text, told } = await call(client(), "claims", { text: "sludge", by: "Nadia Rahal" });
		const item = told.items.find(({ citation }: Told) => citation.article === "harbour");
		expect(item.claim).toMatchObject({ act: "accuses", via: ["Coast Daily"], sure: "sure" });
		expect(item.contradictedBy[0].claim.act).toBe("denies");
		expect(told.untrusted).toMatchObject({ treatAs: "data" });
		expect(told.untrusted.fields).toEqual(expect.arrayContaining(["quote", "text", "title"]));
		expect(text.indexOf("data")).toBeLessThan(text.indexOf("sludge"));
	});

	it("compares a quotation again, and refuses one that does not stand there", async () => {
		const [item] = (await call(client(), "claims", { text: "sludge reef", limit: 1 })).told.items;
		const { article, passage, line, start, end } = item.citation;
		const place = { article, passage, line, start, end, claim: item.claim.id };
		const { told } = await call(client(), "quote", { ...place, quote: item.quote });
		expect(told).toMatchObject({ quote: item.quote, stands: true });
		expect(told.passages.length).toBeGreaterThan(1);
		const other = await call(client(), "quote", { ...place, quote: "nobody said this" });
		expect(other).toMatchObject({ isError: true, told: undefined });
		expect(other.text).toMatch(/^quotation_unknown: .+\.$/);
	});

	it.each([
		["claims", {}, "question_empty"],
		["claims", { text: 7 }, "request_malformed"],
		["claims", { text: "x", colour: "red" }, "request_malformed"],
		["claims", { text: "x", limit: 5_000 }, "request_malformed"],
		["ask", { text: "x".repeat(1_001) }, "request_malformed"],
		["timeline", { text: "x", from: "soon" }, "date_malformed"],
		["quote", { article: "harbour" }, "request_malformed"],
		["delete_everything", {}, "path_unknown"],
	])("tells what is wrong as an error of the tool: %s %j", async (name, args, code) => {
		const { isError, text } = await call(client(), name, args);
		expect(isError).toBe(true);
		expect(text).toMatch(new RegExp(`^${code}: .+\\.$`));
	});

	it("lists the articles and gives one as far as it may be shown", async () => {
		const { resourceTemplates } = await client().listResourceTemplates();
		expect(resourceTemplates[0]?.uriTemplate).toBe("isnad://articles/{id}{?offset}");
		const { resources, nextCursor } = await client().listResources();
		expect(resources.map(({ uri }) => uri).toSorted()).toEqual([
			"isnad://articles/harbour",
			"isnad://articles/marfa",
		]);
		expect(nextCursor).toBeUndefined();
		const { contents } = await client().readResource({ uri: "isnad://articles/harbour" });
		const told = JSON.parse((contents[0] as { text: string }).text);
		expect(told).toMatchObject({ id: "harbour", whole: false, passages: [], total: 5 });
		for (const uri of ["isnad://articles/none", "isnad://articles/..%2Fx", "file:///etc/passwd"])
			await expect(client().readResource({ uri })).rejects.toMatchObject({ code: -32_002 });
		await expect(client().listResources({ cursor: "x" })).rejects.toMatchObject({ code: -32_602 });
	});

	it("offers its prompts in both languages, with what is asked for filled in", async () => {
		const { prompts } = await client().listPrompts();
		expect(prompts.map(({ name }) => name)).toEqual([
			...["who_denies_en", "who_denies_ar", "what_was_said_en", "what_was_said_ar"],
		]);
		const text = async (name: string, args: Record<string, string>) => {
			const { messages } = await client().getPrompt({ name, arguments: args });
			const [content] = messages.map((each) => each.content as { text: string });
			return content?.text ?? "";
		};
		expect(await text("who_denies_en", { topic: "sludge" })).toContain("topic: sludge.");
		expect(await text("who_denies_ar", { topic: "الحمأة" })).toContain("الموضوع: الحمأة.");
		expect(await text("what_was_said_en", { name: "Nadia" })).toContain("tool who");
		expect(await text("what_was_said_ar", { name: "نادية", topic: "x" })).toContain("by: نادية");
		await expect(text("who_denies_en", {})).rejects.toMatchObject({ code: -32_602 });
		await expect(text("nobody", {})).rejects.toMatchObject({ code: -32_602 });
	});

	it("goes on after a call that was given up", async () => {
		const over = new AbortController();
		const asked = { name: "ask", arguments: { text: "who dumped sludge?" } };
		const given = client().callTool(asked, undefined, { signal: over.signal });
		over.abort("enough");
		await expect(given).rejects.toThrow(/enough/);
		expect((await call(client(), "claims", { text: "sludge" })).told.answered).toBe(true);
	});
}
