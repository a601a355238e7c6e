import { expect, it } from "vitest";
import { IsnadError } from "../../../src/domain/errors.ts";
import type { Translator } from "../../../src/domain/translator.ts";
import { memoryStore } from "../../../src/storage/memory/store.ts";
import { carefulTranslator } from "../../../src/translation/careful-translator.ts";
import { CircuitBreaker } from "../../../src/translation/circuit-breaker.ts";
import { KeptTranslator } from "../../../src/translation/kept-translator.ts";

const asked = { text: "نص", from: "ar", to: "en" } as const;
const never = new AbortController().signal;
const away = () => Promise.reject(new IsnadError("translator_away", "It is away."));

/** A translator that answers by a script, with a clock and pauses that a test moves. */
function careful(script: (n: number) => Promise<string>) {
	let now = 0;
	let asks = 0;
	const pauses: number[] = [];
	const told: string[] = [];
	const inner: Translator = { name: "scripted", translate: () => script(++asks) };
	const translator = carefulTranslator(inner, {
		now: () => now,
		random: () => 0.5,
		sleep: async (ms) => void pauses.push(ms),
		log: (level, msg) => void told.push(`${level} ${msg}`),
	});
	const tick = (ms: number) => {
		now += ms;
	};
	return { translator, pauses, told, tick, asks: () => asks };
}

it("tries once more after a random pause where nothing came", async () => {
	const { translator, pauses, asks } = careful((n) => (n === 1 ? away() : Promise.resolve("text")));
	expect(await translator.translate(asked, never)).toBe("text");
	expect(asks()).toBe(2);
	expect(pauses).toEqual([500]);
});

it("does not repeat what was refused", async () => {
	const { translator, asks } = careful(() =>
		Promise.reject(new IsnadError("translator_refused", "No.")),
	);
	await expect(translator.translate(asked, never)).rejects.toMatchObject({
		code: "translator_refused",
	});
	expect(asks()).toBe(1);
});

it("leaves a failing server alone, tries it once after a rest, and rests longer where it still fails", async () => {
	let isUp = false;
	const { translator, asks, tick, told } = careful(() => (isUp ? Promise.resolve("x") : away()));
	const ask = () => translator.translate(asked, never).catch(({ code }: IsnadError) => code);
	for (let n = 0; n < 2; n++) expect(await ask()).toBe("translator_away");
	expect(asks()).toBe(4);
	expect(await ask()).toBe("translator_rests");
	expect(asks()).toBe(4);
	tick(15_000);
	expect(await ask()).toBe("translator_rests");
	expect(asks()).toBe(5);
	tick(15_000);
	expect(await ask()).toBe("translator_rests");
	isUp = true;
	tick(15_000);
	expect(await ask()).toBe("x");
	expect(await ask()).toBe("x");
	expect(told.at(-1)).toMatch(/^info /);
});

it("lets nothing but its one trial end or extend a rest", () => {
	let now = 0;
	const breaker = new CircuitBreaker(() => now);
	const early = breaker.take() ?? expect.unreachable();
	const tries = [1, 2, 3, 4].map(() => breaker.take() ?? expect.unreachable());
	expect(tries.map((taken) => breaker.failed(taken))).toEqual([null, null, null, 15_000]);
	now = 15_000;
	const trial = breaker.take() ?? expect.unreachable();
	expect(breaker.failed(early)).toBeNull();
	breaker.takeBack(early);
	expect(breaker.take()).toBeNull();
	expect(breaker.failed(trial)).toBe(30_000);
	now = 44_999;
	expect(breaker.take()).toBeNull();
	now = 45_000;
	const next = breaker.take() ?? expect.unreachable();
	breaker.takeBack(next);
	expect(breaker.take()).not.toBeNull();
	expect(breaker.succeeded()).toBe(true);
});

it("has four texts under way at a time", async () => {
	const open: (() => void)[] = [];
	const { translator, asks } = careful(
		() => new Promise((resolve) => open.push(() => resolve("x"))),
	);
	const all = Array.from({ length: 6 }, () => translator.translate(asked, never));
	await Promise.resolve();
	expect(asks()).toBe(4);
	while (open.length > 0 || asks() < 6) {
		for (const end of open.splice(0)) end();
		await new Promise((resolve) => setImmediate(resolve));
	}
	for (const end of open) end();
	expect(await Promise.all(all)).toHaveLength(6);
});

/** A translator in front of a store, and what it was asked. */
function kept(charactersADay: number) {
	const texts: string[] = [];
	const outcomes: string[] = [];
	const lines: string[] = [];
	const store = memoryStore().translations;
	const inner: Translator = {
		name: "scripted",
		async translate({ text }) {
			texts.push(text);
			return `${text}!`;
		},
	};
	const made = new KeptTranslator(inner, {
		...{ store, charactersADay, now: () => Date.UTC(2026, 0, 1) },
		log: (_, msg, fields) => void lines.push(`${msg} ${JSON.stringify(fields)}`),
	});
	const translator: Translator = {
		name: made.name,
		translate: (text, signal) =>
			made.translate(text, signal, (outcome) => void outcomes.push(outcome)),
	};
	return { translator, texts, outcomes, lines };
}

it("asks once for a text, however often and by however many at a time it is wanted", async () => {
	const { translator, texts, outcomes } = kept(100);
	const both = [translator.translate(asked, never), translator.translate(asked, never)];
	expect(await Promise.all(both)).toEqual(["نص!", "نص!"]);
	expect(await translator.translate(asked, never)).toBe("نص!");
	await translator.translate({ ...asked, to: "ar", from: "en" }, never);
	expect(texts).toHaveLength(2);
	expect(outcomes).toEqual(["made", "kept", "made"]);
});

it("sends no more than a day's characters, says so once, and tells no text", async () => {
	const { translator, texts, lines } = kept(5);
	for (const text of ["abc", "abcd", "abcde", "ab"])
		await translator.translate({ ...asked, text }, never).catch(() => null);
	expect(texts).toEqual(["abc", "ab"]);
	expect(lines).toHaveLength(1);
	expect(lines.join()).not.toContain("abc");
});
