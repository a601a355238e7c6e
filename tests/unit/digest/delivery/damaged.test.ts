import { expect, it } from "vitest";
import type { Subscription } from "../../../../src/domain/digest.ts";
import { memoryStore } from "../../../../src/storage/memory/store.ts";
import { memoryTables } from "../../../../src/storage/memory/tables.ts";
import { Platform } from "../platform.ts";
import { Worker } from "../workers.ts";
import { emptyAnswer, subscribed, World } from "../world.ts";

const minute = 60_000;
const start = Date.UTC(2024, 4, 6, 7, 15);
const names = [..."abcdefghi"];

async function stage(spoil: (rows: ReturnType<typeof memoryTables>) => void) {
	const world = new World(start);
	const tables = memoryTables();
	const store = memoryStore(tables);
	for (const name of names) await store.subscriptions.add(subscribed(name, "slack"), 1_000);
	spoil(tables);
	const platform = new Platform(world, 0);
	const posters = { slack: platform.poster, discord: platform.poster };
	const channels = () => platform.messages.map(({ key }) => key.charAt(0)).sort();
	return { world, store, posters, channels };
}

it.each([
	["zone", "Mars/Base"],
	["request", "{"],
	["at", "noon"],
])("one subscription with a damaged %s rests, and the other eight go out", async (field, value) => {
	const { world, store, posters, channels } = await stage(({ subscriptions }) => {
		Object.assign(subscriptions.get("axxxxxxxxxxx") ?? {}, { [field]: value });
	});
	new Worker(world, store, posters, {});
	await world.pass(90 * minute);
	expect(channels()).toEqual(names.slice(1));
	expect(await store.damaged(9)).toEqual([{ kind: "subscription", id: "axxxxxxxxxxx", field }]);
});

it("one delivery with a damaged day rests, and the other eight go out", async () => {
	const { world, store, posters, channels } = await stage(({ deliveries }) => {
		const set = deliveries.set.bind(deliveries);
		deliveries.set = (key, row) => set(key, key.startsWith("a") ? { ...row, day: "x" } : row);
	});
	new Worker(world, store, posters, {});
	await world.pass(90 * minute);
	expect(channels()).toEqual(names.slice(1));
});

it("a digest that cannot be written, or planned, keeps none of the others back", async () => {
	const { world, store, posters, channels } = await stage(() => {});
	const since = store.deliveries.since.bind(store.deliveries);
	store.deliveries.since = async (id, day, limit) => {
		if (id.startsWith("b")) throw new Error("a fault that nobody thought of");
		return since(id, day, limit);
	};
	const write = async ({ id }: Subscription) => {
		if (id.startsWith("a")) throw new Error("another one");
		return { answer: emptyAnswer, news: true, upTo: 0 };
	};
	new Worker(world, store, posters, { write });
	await world.pass(90 * minute);
	expect(channels()).toEqual(names.slice(2));
});
