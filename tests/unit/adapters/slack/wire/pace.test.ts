import { describe, expect, it } from "vitest";
import { ChannelPace } from "../../../../../adapters/slack/wire/pace.ts";

/** A clock that only sleeping moves. */
function standing() {
	let at = 0;
	return {
		now: () => at,
		sleep: async (ms: number) => {
			at += ms;
		},
	};
}

describe("the pace of a channel", () => {
	it("keeps the order and a gap in one channel, and lets others go at once", async () => {
		const { now, sleep } = standing();
		const pace = new ChannelPace(1_000, now, sleep);
		const done: string[] = [];
		const post = (channel: string, name: string) =>
			pace.run(channel, async () => void done.push(`${name} at ${now()}`));
		await Promise.all([
			post("a", "first"),
			post("b", "other"),
			post("a", "second"),
			post("a", "third"),
		]);
		expect(done).toEqual(["first at 0", "other at 0", "second at 1000", "third at 2000"]);
	});

	it("goes on after a failure, and tells it", async () => {
		const { now, sleep } = standing();
		const pace = new ChannelPace(1_000, now, sleep);
		const failing = pace.run("a", () => Promise.reject(new Error("refused")));
		const next = pace.run("a", async () => now());
		await expect(failing).rejects.toThrow("refused");
		expect(await next).toBe(1_000);
	});

	it("forgets channels that rest, and is not held up by a clock that was set back", async () => {
		let at = 10_000;
		const slept: number[] = [];
		const pace = new ChannelPace(
			1_000,
			() => at,
			async (ms) => void slept.push(ms),
		);
		for (let n = 0; n < 50; n++) await pace.run(`channel${n}`, async () => {});
		expect(pace.size).toBe(50);
		at += 2_000;
		await pace.run("a", async () => {});
		expect(pace.size).toBe(1);
		at = 0;
		await pace.run("a", async () => {});
		expect(slept).toEqual([1_000]);
	});
});
