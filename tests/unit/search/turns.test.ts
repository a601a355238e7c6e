import { expect, it } from "vitest";
import { breath, longBreath } from "../../../src/search/turns.ts";

const loop = () => new Promise((resolve) => setImmediate(resolve));

/** What goes on in each of the next turns of the event loop. */
async function turnsOf(count: number, told: string[]): Promise<string[][]> {
	const out: string[][] = [];
	for (let n = 0; n < count; n++) {
		const before = told.length;
		await loop();
		out.push(told.slice(before));
	}
	return out;
}

it("gives one waiter a turn at a time, so that a crowd keeps nobody else waiting", async () => {
	const told: string[] = [];
	for (const name of ["a", "b", "c"]) void breath().then(() => told.push(name));
	const turns = await turnsOf(5, told);
	expect(turns.filter((names) => names.length > 0)).toEqual([["a"], ["b"], ["c"]]);
});

it("lets answers go first, and one turn of four be for what may take its time", async () => {
	const told: string[] = [];
	for (let n = 0; n < 4; n++) void longBreath().then(() => told.push("long"));
	for (let n = 0; n < 9; n++) void breath().then(() => told.push("asked"));
	await turnsOf(15, told);
	expect(told).toHaveLength(13);
	const [first = -1, second = -1, third = -1] = told.flatMap((name, at) =>
		name === "long" ? [at] : [],
	);
	expect(first).toBeLessThan(4);
	expect([second - first, third - second]).toEqual([4, 4]);
});
