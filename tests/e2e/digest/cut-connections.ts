import { setTimeout as wait } from "node:timers/promises";
import type { StorePlace } from "../../../src/storage/open.ts";
import { startProxy } from "../../servers/postgres/proxy.ts";
import { addressOf, startServer } from "../../servers/postgres/server.ts";

export type CutDatabase = {
	/** For whoever looks on: never cut. */
	place: StorePlace;
	/** For workers: cut again and again. */
	cutPlace: StorePlace;
	/** Cuts connections at random moments, at commits among them, until it is over. */
	cut(isOver: () => boolean): Promise<void>;
	/** The server itself is away for so long. */
	away(ms: number): Promise<void>;
	cuts(): number;
	remove(): Promise<void>;
};

const cutsMs: [least: number, most: number] = [80, 700];

/** An empty database on a server of its own, behind a proxy. */
export async function startCutDatabase(random: () => number): Promise<CutDatabase> {
	// Synced as in real use: a server that stops must lose nothing either.
	const server = await startServer({ fsync: "on" });
	const databaseUrl = server.database("digests");
	const proxy = await startProxy(server.port);
	return {
		place: { data: "/nonexistent", databaseUrl },
		cutPlace: { data: "/nonexistent", databaseUrl: addressOf("digests", proxy.port) },
		async cut(isOver) {
			while (!isOver()) {
				const [least, most] = cutsMs;
				await wait(least + random() * (most - least));
				const which = random();
				if (which < 0.3) proxy.cutAll();
				else proxy.cutAtCommit(which < 0.65 ? "before" : "after");
			}
		},
		async away(ms) {
			await server.halt();
			await wait(ms);
			await server.start();
		},
		cuts: proxy.cuts,
		async remove() {
			await proxy.stop();
			await server.remove();
		},
	};
}
