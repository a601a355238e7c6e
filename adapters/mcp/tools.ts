import { type CallToolResult, type Tool, ToolSchema } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import type { Say } from "../../src/domain/messages.ts";
import type { Language } from "../../src/domain/sets/languages.ts";
import { programOperations } from "../../src/domain/sets/program-operations.ts";
import { operations } from "../shared/programs/operations.ts";
import type { Asking, ProgramDesk } from "../shared/programs/program-desk.ts";

/** An article is a resource: whoever reads one chooses it, and its text is asked for by no model. */
const tools = programOperations.filter((operation) => operation !== "article");

/** Nothing is changed by any of them, and the same question has the same answer. */
const annotations = {
	readOnlyHint: true,
	destructiveHint: false,
	idempotentHint: true,
	openWorldHint: false,
};

/** Of each tool what it takes and gives: the same in each session, and dear to make. */
const schemas = new Map<(typeof tools)[number], ReturnType<typeof schemasOf>>();

function schemasOf(name: (typeof tools)[number]) {
	const { input, output } = operations[name];
	return { input: schemaOf(input, "input"), output: schemaOf(output, "output") };
}

/** Every tool with the schemas of what it takes and gives; no text of an article is among its words. */
export function listedTools(say: Say, language: Language): Tool[] {
	return tools.map((name) => {
		const made = schemas.get(name) ?? schemasOf(name);
		schemas.set(name, made);
		const { properties, ...inputSchema } = made.input;
		const described = Object.entries(properties ?? {}).map(([field, schema]) => [
			field,
			{ ...Object(schema), description: say(language, `program.field.${field}`) },
		]);
		return ToolSchema.parse({
			name,
			description: say(language, `program.operation.${name}`),
			inputSchema: { ...inputSchema, properties: Object.fromEntries(described) },
			outputSchema: made.output,
			annotations,
		});
	});
}

type Told = { desk: ProgramDesk; say: Say; language: Language };

/** An answer, or why there is none: never an error of the protocol, which a model is not shown. */
export async function calledTool(
	call: { name: string; arguments?: Record<string, unknown> | undefined },
	asking: Asking,
	{ desk, say, language }: Told,
): Promise<CallToolResult> {
	const name = tools.find((each) => each === call.name);
	if (!name)
		return failed("path_unknown", `There is no tool of that name: use ${tools.join(", ")}.`);
	const outcome = await desk.ask(name, call.arguments ?? {}, asking);
	if ("failure" in outcome) return failed(outcome.failure.code, outcome.failure.sentence);
	return {
		content: [
			{ type: "text", text: say(language, "program.data_only") },
			{ type: "text", text: JSON.stringify(outcome.result) },
		],
		structuredContent: outcome.result,
	};
}

function failed(code: string, sentence: string): CallToolResult {
	return {
		isError: true,
		content: [{ type: "text", text: `${code}: ${sentence}` }],
		_meta: { "isnad/code": code },
	};
}

const JsonSchema = z.looseObject({ properties: z.record(z.string(), z.unknown()).optional() });

function schemaOf(schema: z.ZodType, io: "input" | "output") {
	const made = z.toJSONSchema(schema, {
		...{ io, reused: "ref" },
		override: ({ jsonSchema }) => {
			// What `format` says already, in 200 letters a time.
			if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
		},
	});
	return JsonSchema.parse(oneTypeEach(made));
}

/** A list of types is legal, but clients that know one type at a time drop or refuse it. */
function oneTypeEach(schema: unknown): unknown {
	if (Array.isArray(schema)) return schema.map(oneTypeEach);
	if (typeof schema !== "object" || schema === null) return schema;
	const { type, ...rest } = schema as Record<string, unknown>;
	const told = Object.fromEntries(
		Object.entries(rest).map(([key, value]) => [key, oneTypeEach(value)]),
	);
	if (Array.isArray(type)) return { anyOf: type.map((one) => ({ type: one })), ...told };
	return type === undefined ? told : { type: oneTypeEach(type), ...told };
}
