import { expect, it } from "vitest";
import { type TokenAnswer, TokenWatch } from "../../../../adapters/shared/token-watch.ts";
import { IsnadError } from "../../../../src/domain/errors.ts";
import { World } from "../../digest/world.ts";

const refusal = new IsnadError("config_invalid", "The token was refused.");
const minute = 60_000;

/** A watch over a platform that answers as told, and `unknown` after that. */
function stage(answers: TokenAnswer[]) {
	const world = new World(0);
	const asked: number[] = [];
	const told: string[] = [];
	const watch = new TokenWatch({
		ask: async () => {
			asked.push(world.wall);
			return answers.shift() ?? "unknown";
		},
		sleep: (ms, signal) => world.sleep(ms, signal),
		onRefused: ({ message }) => void told.push(message),
	});
	return { world, watch, asked, told };
}

it("ends a platform that refuses the token each time that it is asked, once and within seconds", async () => {
	const { world, watch, asked, told } = stage([refusal, refusal, refusal, refusal]);
	for (let n = 0; n < 5; n++) watch.suspect();
	expect(told).toEqual([]);
	await world.pass(minute);
	watch.suspect();
	await world.pass(minute);
	expect(asked).toEqual([1_000, 4_000, 10_000]);
	expect(told).toEqual([refusal.message]);
});

it.each<[string, TokenAnswer[]]>([
	["is taken at once", ["taken"]],
	["is taken after two refusals", [refusal, refusal, "taken"]],
	["nobody can tell of", ["unknown"]],
	["nobody can tell of in the end", [refusal, refusal, "unknown"]],
])("ends nothing for a token that %s", async (_what, answers) => {
	const { world, watch, told } = stage(answers);
	watch.suspect();
	await world.pass(minute);
	expect(told).toEqual([]);
});

it("begins anew with the next refused request", async () => {
	const { world, watch, asked, told } = stage(["taken", refusal, refusal, refusal]);
	watch.suspect();
	await world.pass(minute);
	watch.suspect();
	await world.pass(minute);
	expect(asked).toHaveLength(4);
	expect(told).toEqual([refusal.message]);
});

it("asks and tells nothing after it was stopped", async () => {
	const { world, watch, asked, told } = stage([refusal, refusal, refusal]);
	watch.suspect();
	await world.pass(2_000);
	watch.stop();
	watch.suspect();
	await world.pass(minute);
	expect([asked.length, told]).toEqual([1, []]);
});
