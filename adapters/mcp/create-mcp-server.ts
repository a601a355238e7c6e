import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import {
	CallToolRequestSchema,
	GetPromptRequestSchema,
	ListPromptsRequestSchema,
	ListResourcesRequestSchema,
	ListResourceTemplatesRequestSchema,
	ListToolsRequestSchema,
	ReadResourceRequestSchema,
} from "@modelcontextprotocol/sdk/types.js";
import type { Say } from "../../src/domain/messages.ts";
import type { Logger } from "../../src/domain/ports.ts";
import type { Language } from "../../src/domain/sets/languages.ts";
import type { ProgramDesk } from "../shared/programs/program-desk.ts";
import { articleTemplates, listedArticles, readArticle } from "./article-resources.ts";
import { listedPrompts, promptOf } from "./prompts.ts";
import { calledTool, listedTools } from "./tools.ts";

export type McpParts = {
	desk: ProgramDesk;
	say: Say;
	log: Logger;
	/** In which tools are described; answers are in the question's own. */
	language: Language;
	/** Of the program. */
	version: string;
};

/** The id of the token that a session belongs to; null where none is needed. */
export type Caller = { token: string | null };

/** One session of the Model Context Protocol: tools, articles and prompts over one desk. */
export function createMcpServer(parts: McpParts, { token }: Caller): Server {
	const { desk, say, log, language, version } = parts;
	const server = new Server(
		{ name: "isnad", title: "Isnad", version },
		{
			capabilities: { tools: {}, resources: {}, prompts: {} },
			instructions: say(language, "program.instructions"),
		},
	);
	const tools = listedTools(say, language);
	const asking = (signal: AbortSignal) => ({ door: "mcp", token, signal }) as const;
	server.setRequestHandler(ListToolsRequestSchema, () => ({ tools }));
	server.setRequestHandler(CallToolRequestSchema, ({ params }, { signal }) =>
		calledTool(params, asking(signal), { desk, say, language }),
	);
	server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({
		resourceTemplates: articleTemplates(say, language),
	}));
	server.setRequestHandler(ListResourcesRequestSchema, ({ params }, { signal }) =>
		listedArticles(params?.cursor, desk, asking(signal)),
	);
	server.setRequestHandler(ReadResourceRequestSchema, ({ params }, { signal }) =>
		readArticle(params.uri, desk, asking(signal)),
	);
	server.setRequestHandler(ListPromptsRequestSchema, () => ({ prompts: listedPrompts(say) }));
	server.setRequestHandler(GetPromptRequestSchema, ({ params }) =>
		promptOf(params.name, params.arguments ?? {}, say),
	);
	// What a client sent is not told: a question may stand in it.
	server.onerror = () => log("debug", "A message of an assistant could not be read.");
	return server;
}
