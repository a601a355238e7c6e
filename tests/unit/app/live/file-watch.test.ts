import { expect, it, onTestFinished } from "vitest";
import { watchFile } from "../../../../src/app/live/file-watch.ts";

it("tells why changes cannot be taken in, once for as long as that lasts", async () => {
	const outcomes = ["full", "full", "full", "away", "away", null, "away"];
	const told: unknown[] = [];
	const over = Promise.withResolvers<void>();
	let runs = 0;
	const end = watchFile("/nobody/nothing", {
		...{ every: 1, seen: "something", isDue: () => true },
		async work() {
			if (runs === outcomes.length) over.resolve();
			const reason = outcomes[runs++];
			if (reason) throw new Error(reason);
		},
		log: (_level, _message, fields) => told.push(fields?.["reason"]),
	});
	onTestFinished(end);
	await over.promise;
	expect(told).toEqual(["full", "away", "away"]);
});
