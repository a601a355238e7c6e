import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** Between a client and a server on 127.0.0.1: connections can be cut at chosen moments. */
export type CuttingProxy = {
	port: number;
	/** All that are open, at once. */
	cutAll(): void;
	/** The next COMMIT of anybody: before it reaches the server, or after the server did it and before its answer. */
	cutAtCommit(when: "before" | "after"): void;
	/** Cut so far, of all kinds. */
	cuts(): number;
	stop(): Promise<void>;
};

/** A simple query of the protocol (`Q`, length, text) that commits. */
const commit = Buffer.from("commit\0");

export async function startProxy(target: number): Promise<CuttingProxy> {
	const open = new Set<() => void>();
	let planned: "before" | "after" | null = null;
	let cuts = 0;
	const server = createServer((client) => {
		const upstream = connect(target, "127.0.0.1");
		let isAnswerCut = false;
		const end = () => {
			if (!open.delete(end)) return;
			client.destroy();
			upstream.destroy();
		};
		const cut = () => {
			if (open.has(end)) cuts++;
			end();
		};
		open.add(end);
		client.on("data", (bytes) => {
			if (planned && bytes.includes(commit)) {
				const when = planned;
				planned = null;
				if (when === "before") return cut();
				isAnswerCut = true;
			}
			upstream.write(bytes);
		});
		upstream.on("data", (bytes) => (isAnswerCut ? cut() : client.write(bytes)));
		for (const socket of [client, upstream] satisfies Socket[]) {
			socket.on("error", end);
			socket.on("close", end);
		}
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("There is no port.");
	const cutAll = () => {
		cuts += open.size;
		for (const end of open) end();
	};
	return {
		port: address.port,
		cutAll,
		cutAtCommit(when) {
			planned = when;
		},
		cuts: () => cuts,
		async stop() {
			for (const end of open) end();
			server.close();
			await once(server, "close");
		},
	};
}
