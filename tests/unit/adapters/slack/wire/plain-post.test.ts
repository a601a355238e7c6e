import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { postJson } from "../../../../../adapters/slack/wire/plain-post.ts";

let server: Server | undefined;
afterEach(async () => {
	server?.closeAllConnections();
	await new Promise((resolve) => server?.close(resolve) ?? resolve(undefined));
	server = undefined;
});

async function serve(answer: RequestListener): Promise<string> {
	const made = createServer(answer);
	server = made;
	await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
	return `http://127.0.0.1:${(made.address() as AddressInfo).port}/answer`;
}

it("posts letters of any script as JSON, over one connection while it is kept", async () => {
	const taken: { body: string; type: string | undefined; port: number | undefined }[] = [];
	const address = await serve(async (request, response) => {
		let body = "";
		for await (const piece of request.setEncoding("utf8")) body += piece;
		const { headers, socket } = request;
		taken.push({ body, type: headers["content-type"], port: socket.remotePort });
		response.writeHead(429, { "retry-after": "7" }).end("ok");
	});
	const body = JSON.stringify({ text: "قال «نعم»: yes" });
	const told = { status: 429, retryAfter: "7", text: "ok" };
	expect(await postJson(address, body, 5_000)).toEqual(told);
	expect(await postJson(address, body, 5_000)).toEqual(told);
	expect(taken.map((each) => each.body)).toEqual([body, body]);
	expect(taken[0]?.type).toBe("application/json; charset=utf-8");
	expect(new Set(taken.map(({ port }) => port)).size).toBe(1);
});

it("follows no redirect", async () => {
	const asked: string[] = [];
	const address = await serve((request, response) => {
		asked.push(request.url ?? "");
		response.writeHead(307, { location: "/elsewhere" }).end();
	});
	expect((await postJson(address, "{}", 5_000)).status).toBe(307);
	expect(asked).toEqual(["/answer"]);
});

it.each<[string, RequestListener]>([
	["a reply that is lost", (request) => request.socket.destroy()],
	[
		"half an answer",
		(request, response) => {
			response.writeHead(200, { "content-length": "100" });
			response.write("ok", () => request.socket.destroy());
		},
	],
	["an answer without end", (_, response) => endless(response)],
])("knows nothing after %s", async (_, answer) => {
	const address = await serve(answer);
	await expect(postJson(address, "{}", 5_000)).rejects.toThrow();
});

it("waits no longer than it is told to", async () => {
	const address = await serve(() => {});
	await expect(postJson(address, "{}", 20)).rejects.toThrow(/abort/i);
});

function endless(response: Parameters<RequestListener>[1]): void {
	response.writeHead(200);
	const write = () => void response.write("x".repeat(50_000), write);
	write();
}
