import { expect, it } from "vitest";
import { asNewRequest, requestId } from "../../../../src/app/requests.ts";
import { memoryStore } from "../../../../src/storage/memory/store.ts";
import { Platform } from "../platform.ts";
import { Worker } from "../workers.ts";
import { subscribed, World } from "../world.ts";

it("each try at a delivery is a request of its own, whoever woke the worker", async () => {
	const world = new World(Date.UTC(2024, 4, 6, 7, 15));
	const store = memoryStore();
	for (const name of ["a", "b"]) await store.subscriptions.add(subscribed(name, "slack"), 9);
	const { poster } = new Platform(world, 0);
	const tries: [string, string | undefined][] = [];
	const parts = {
		asRequest: asNewRequest,
		write: () => Promise.reject(new Error("a fault that nobody thought of")),
		log: (_level: string, msg: string, fields?: { key?: unknown }) => {
			if (msg === "A digest could not be written.")
				tries.push([String(fields?.key).charAt(0), requestId()]);
		},
	};
	asNewRequest(() => new Worker(world, store, { slack: poster }, parts), "waker");
	await world.pass(90 * 60_000);
	expect(new Set(tries.map(([name]) => name))).toEqual(new Set(["a", "b"]));
	const ids = tries.map(([, id]) => id);
	expect(new Set(ids).size).toBe(tries.length);
	expect(ids).not.toContain("waker");
	expect(ids).not.toContain(undefined);
});
