import { AjvJsonSchemaValidator } from "@modelcontextprotocol/sdk/validation/ajv";
import fc from "fast-check";
import { expect, it } from "vitest";
import { z } from "zod";
import { calledTool } from "../../../adapters/mcp/tools.ts";
import { operations } from "../../../adapters/shared/programs/operations.ts";
import { ProgramDesk } from "../../../adapters/shared/programs/program-desk.ts";
import { noMetrics } from "../../../src/domain/metrics.ts";
import {
	type ProgramOperation,
	programOperations,
} from "../../../src/domain/sets/program-operations.ts";
import { articlesOf, hostileCorpus } from "../../servers/reader/hostile-articles.ts";
import { readerOver } from "../../servers/reader/server.ts";

const seed = Number(process.env.ISNAD_TEST_SEED);
const corpora = 60;

// biome-ignore lint/suspicious/noExplicitAny: what comes back is looked at by a validator
type Json = any;

/** Validators made of what is published, one for each operation. */
const validators = new Map(
	programOperations.map((operation) => {
		const schema = z.toJSONSchema(operations[operation].output, { io: "output" });
		const json = JSON.parse(JSON.stringify(schema).replace(/"\$schema":"[^"]*",/, ""));
		return [operation, new AjvJsonSchemaValidator().getValidator(json)] as const;
	}),
);

/** What may stand in no name that a program shows. */
const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

it("quotes hostile articles as they are, cleans their names, and gives what its schemas say", async () => {
	let quotes = 0;
	for (const made of fc.sample(hostileCorpus, { numRuns: corpora, seed })) {
		const articles = articlesOf(made);
		const { answering, room, say, log } = readerOver(articles);
		const desk = new ProgramDesk({
			...{ answering, room, say, log, metrics: noMetrics, now: () => 0, isWhole: true },
			quotation: async (place, language) => (await room()).quotation(place, language),
		});
		const [article] = articles;
		const asked: [ProgramOperation, Record<string, unknown>][] = [
			["claims", { text: "reef sludge" }],
			["search", { text: made.asked.slice(0, 200) }],
			["timeline", { text: "boats" }],
			["sources", {}],
			["article", { id: "evil" }],
			...(article?.claims ?? []).map(
				({ passage, source, quote, id }): [ProgramOperation, object] => [
					"quote",
					{ article: "evil", passage, ...source, quote, claim: id },
				],
			),
		] as never;
		const signal = new AbortController().signal;
		for (const [operation, entry] of asked) {
			const outcome = await desk.ask(operation, entry, { door: "mcp", token: null, signal });
			if ("failure" in outcome) {
				expect([operation, outcome.failure.status]).toEqual([operation, 400]);
				continue;
			}
			const told: Json = JSON.parse(JSON.stringify(outcome.result));
			const { valid, errorMessage } = validators.get(operation)?.(told) ?? {};
			expect([operation, valid, errorMessage]).toEqual([operation, true, undefined]);
			for (const { quote, citation } of [told, ...(told.items ?? [])]) {
				if (quote === undefined) continue;
				quotes++;
				const passage = article?.passages.find(({ id }) => id === citation.passage);
				const from = citation.start - (passage?.source.start ?? 0);
				expect(passage?.text.slice(from, from + quote.length)).toBe(quote);
				for (const name of [citation.title, citation.outlet]) expect(name).not.toMatch(unsafe);
				expect(citation.url ?? "https://").toMatch(/^https?:\/\//);
			}
		}
		const { content } = await calledTool(
			{ name: "claims", arguments: { text: "reef sludge" } },
			{ door: "mcp", token: null, signal },
			{ desk, say, language: "en" },
		);
		// What is ours stands first and alone: nothing of an article is in it.
		expect(content[0]).toEqual({ type: "text", text: say("en", "program.data_only") });
	}
	expect(quotes).toBeGreaterThan(corpora);
});
