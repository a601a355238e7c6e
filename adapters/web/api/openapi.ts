import { z } from "zod";
import type { Say } from "../../../src/domain/messages.ts";
import type { Language } from "../../../src/domain/sets/languages.ts";
import {
	type ProgramOperation,
	programOperations,
} from "../../../src/domain/sets/program-operations.ts";
import { operations } from "../../shared/programs/operations.ts";
import { AnswerResult } from "../../shared/programs/results/answer-result.ts";
import { ArticleResult } from "../../shared/programs/results/article-result.ts";
import { CitationResult } from "../../shared/programs/results/citation-result.ts";
import { ClaimResult, RivalResult } from "../../shared/programs/results/claim-result.ts";
import { ItemResult } from "../../shared/programs/results/item-result.ts";
import { CorrectionResult, EarlierResult } from "../../shared/programs/results/past-result.ts";
import { QuotationResult } from "../../shared/programs/results/quotation-result.ts";
import { Untrusted } from "../../shared/programs/results/untrusted.ts";
import { Problem } from "./problem.ts";

export const apiBase = "/api/v1";
export const documentPath = "/openapi.json";

/** The path of an operation, as Hono and as OpenAPI write it. */
export function pathOf(operation: ProgramOperation): { route: string; documented: string } {
	return operation === "article"
		? { route: "/articles/:id", documented: "/articles/{id}" }
		: { route: `/${operation}`, documented: `/${operation}` };
}

/** What has a name of its own in the document. */
const named = {
	...{ Answer: AnswerResult, Quotation: QuotationResult, Article: ArticleResult },
	...{ Item: ItemResult, Claim: ClaimResult, Rival: RivalResult, Citation: CitationResult },
	...{ Correction: CorrectionResult, Earlier: EarlierResult, Untrusted, Problem },
} satisfies Record<string, z.ZodType>;
const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const refusals = { 400: "malformed", 401: "token", 403: "origin", 404: "unknown", 429: "too many" };

type Document = { language: Language; say: Say; version: string; server: string };

/** The OpenAPI 3.1 document of the API, made of the schemas that answer. */
export function openApiDocument({ language, say, version, server }: Document) {
	return {
		openapi: "3.1.0",
		info: { title: "Isnad", version, description: say(language, "program.openapi") },
		servers: [{ url: `${server}${apiBase}` }],
		security: [{ token: [] }],
		paths: Object.fromEntries(
			programOperations.map((operation) => [
				pathOf(operation).documented,
				{ get: pathItem(operation, language, say) },
			]),
		),
		components: {
			securitySchemes: { token: { type: "http", scheme: "bearer" } },
			schemas: schemas(),
		},
	};
}

function pathItem(operation: ProgramOperation, language: Language, say: Say) {
	const { input, output } = operations[operation];
	const { properties = {}, required = [] } = z.toJSONSchema(input, { io: "input" });
	const inPath = pathOf(operation).documented.includes("{id}") ? "id" : "";
	const answer = Object.entries(named).find(([, schema]) => schema === output)?.[0] ?? "";
	const refused = (why: string) => ({
		description: why,
		content: { "application/problem+json": { schema: reference("Problem") } },
	});
	return {
		operationId: operation,
		summary: say(language, `program.operation.${operation}`),
		parameters: Object.entries(properties).map(([name, schema]) => ({
			...{ name, in: name === inPath ? "path" : "query" },
			required: name === inPath || required.includes(name),
			...{ description: say(language, `program.field.${name}`), schema },
		})),
		responses: {
			200: {
				description: answer,
				headers: { ETag: { schema: { type: "string" } } },
				content: { "application/json": { schema: reference(answer) } },
			},
			304: { description: "unchanged" },
			...Object.fromEntries(
				Object.entries(refusals).map(([status, why]) => [status, refused(why)]),
			),
			default: refused("failed"),
		},
	};
}

function schemas(): Record<string, unknown> {
	const registry = z.registry<{ id?: string }>();
	for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
	const made = z.toJSONSchema(registry, { uri: (id) => reference(id).$ref, io: "output" });
	return Object.fromEntries(
		Object.entries(made.schemas).map(([id, { $schema: _s, $id: _i, ...schema }]) => [id, schema]),
	);
}
