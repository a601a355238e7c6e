import { expect, it } from "vitest";
import { breath, isAsked, longBreath, whileAsked } from "../../../src/search/turns.ts";

const loop = () => new Promise((resolve) => setImmediate(resolve));

async function loops(count: number): Promise<void> {
	for (let n = 0; n < count; n++) await loop();
}

it("lets what may take its time rest between two turns while somebody waits for an answer", async () => {
	const told: string[] = [];
	const reply = Promise.withResolvers<void>();
	const asked = whileAsked(() => reply.promise);
	for (let n = 0; n < 40; n++) void longBreath().then(() => told.push("long"));
	// The store and the network have the loop to themselves: a free loop turns much more often.
	await loops(40);
	expect(told.length).toBeGreaterThan(0);
	expect(told.length).toBeLessThan(20);
	// And still it is not kept waiting for good.
	const before = told.length;
	while (told.length === before) await loop();
	for (let n = 0; n < 3; n++) void breath().then(() => told.push("asked"));
	await loops(4);
	expect(told.slice(before + 1)).toContain("asked");
	reply.resolve();
	await asked;
	await loops(60);
	expect(told.filter((who) => who === "long")).toHaveLength(40);
});

it("tells that somebody asks, while he waits and for a moment after", async () => {
	const reply = Promise.withResolvers<void>();
	const asked = whileAsked(() => reply.promise);
	expect(isAsked()).toBe(true);
	reply.resolve();
	await asked;
	expect(isAsked()).toBe(true);
});
