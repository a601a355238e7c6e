import { expect, it } from "vitest";
import { onDemand, rememberedOf } from "../../../../src/language/text/memo.ts";

it("rememberedOf makes a thing's value once while it is in use, and forgets what nobody asks for", () => {
	const value = rememberedOf<number>();
	const things = Array.from({ length: 12_001 }, () => ({}));
	let made = 0;
	const ask = (thing: object | undefined) => value(thing ?? {}, () => ++made);
	const [first, ...others] = things;
	expect(ask(first)).toBe(1);
	for (const other of others) {
		ask(other);
		expect(ask(first)).toBe(1);
	}
	expect(made).toBe(things.length);
	// Long passed by more than two generations.
	expect(ask(others[0])).toBe(things.length + 1);
});

it("onDemand makes its value when it is first asked for, and once", () => {
	let made = 0;
	const value = onDemand(() => ({ number: ++made }));
	expect(made).toBe(0);
	expect(value()).toBe(value());
	expect(made).toBe(1);
});
