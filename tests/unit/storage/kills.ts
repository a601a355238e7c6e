import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { openStore } from "../../../src/storage/open.ts";

export type Killed = { kills: number; acknowledged: number; lost: string[] };

/**
 * Starts a writing process again and again and kills each one at a moment that `random` (0 to 1)
 * chooses, then looks for every row that was acknowledged.
 */
export async function killWriters(
	data: string,
	kills: number,
	random: () => number,
): Promise<Killed> {
	const acknowledged: string[] = [];
	for (let n = 0; n < kills; n++) acknowledged.push(...(await killOne(data, `w${n}`, random)));
	const store = await openStore({ data });
	try {
		const lost: string[] = [];
		for (const id of acknowledged) if ((await store.views.get(id)) === null) lost.push(id);
		return { kills, acknowledged: acknowledged.length, lost };
	} finally {
		await store.close();
	}
}

/** The rows that the process saw kept: whole lines, whatever the kill did to the last one. */
async function killOne(data: string, name: string, random: () => number): Promise<string[]> {
	const script = fileURLToPath(new URL("writer.ts", import.meta.url));
	const child = spawn(process.execPath, [script, data, name], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	let output = "";
	// Counted in rows, not in time: a slow machine is killed in the middle of writing as well.
	const rows = 1 + Math.floor(random() * 60);
	child.stdout.setEncoding("utf8").on("data", (text: string) => {
		output += text;
		if (output.split("\n").length > rows) child.kill("SIGKILL");
	});
	await new Promise((resolve) => child.once("close", resolve));
	return output
		.slice(0, output.lastIndexOf("\n") + 1)
		.split("\n")
		.filter(Boolean);
}

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
export function seeded(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}
