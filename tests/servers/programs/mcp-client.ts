import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";

/** The SDK's own client, over whichever transport. */
export async function connect(transport: Transport): Promise<Client> {
	const client = new Client({ name: "test", version: "1" });
	await client.connect(transport);
	return client;
}

export function overHttp(url: string, token?: string): StreamableHTTPClientTransport {
	const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
	return new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } });
}

// biome-ignore lint/suspicious/noExplicitAny: the client has held it to the tool's own schema
export type Told = any;

/** What a tool gave; the client itself compares it with the schema that the tool names. */
export async function call(
	client: Client,
	name: string,
	args: Record<string, unknown>,
): Promise<{ isError: boolean; text: string; told: Told }> {
	const { isError, content, structuredContent } = await client.callTool({ name, arguments: args });
	const texts = (content as { text?: string }[]).map(({ text = "" }) => text);
	return { isError: isError === true, text: texts.join("\n"), told: structuredContent };
}
