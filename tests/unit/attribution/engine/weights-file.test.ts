import { describe, expect, it } from "vitest";
import { probabilities } from "../../../../src/attribution/choice/chooser.ts";
import { steps } from "../../../../src/attribution/choice/weigh.ts";
import { readClaims } from "../../../../src/attribution/engine.ts";
import type { Weights } from "../../../../src/attribution/language-engine.ts";
import { labelCount } from "../../../../src/attribution/sequence/labels.ts";
import { templatesOf } from "../../../../src/attribution/templates.ts";
import { readWeights, writeWeights } from "../../../../src/attribution/weights-file.ts";
import { Act } from "../../../../src/domain/sets/acts.ts";
import { entities, rulesOf, words } from "./language.ts";
import { tinyWeights } from "./tiny.ts";

const weights = tinyWeights("en");
const templates = templatesOf(words.en);
const about = { language: "en", articles: "of the test", templates } as const;
const bytes = writeWeights(weights, about);

type Header = { templates: string; parts: { name: string; transitions?: unknown[] }[] };

/** The same file with another header. */
function withHeader(change: (header: Header) => void): Uint8Array {
	const size = new DataView(bytes.buffer).getUint32(0, true);
	const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + size))) as Header;
	change(header);
	const text = new TextEncoder().encode(JSON.stringify(header));
	const out = new Uint8Array(4 + text.length + bytes.length - 4 - size);
	new DataView(out.buffer).setUint32(0, text.length, true);
	out.set(text, 4);
	out.set(bytes.subarray(4 + size), 4 + text.length);
	return out;
}

describe("a file of weights", () => {
	const read = readWeights(bytes, templates);

	it("holds every weight to half a step of its scale", () => {
		for (const name of [...steps, "card", "who"] as const) {
			const { weights: whole, scale } = read[name];
			const most = 127 * scale;
			const off = weights[name].weights.map((value, i) => {
				const near = Math.max(-most, Math.min(most, value));
				return Math.abs((whole[i] ?? 0) * scale - near);
			});
			expect(off.findIndex((o) => o > scale * 0.501)).toBe(-1);
		}
	});

	it("keeps which labels may follow which", () => {
		for (const name of ["first", "sequence"] as const) {
			const closed = (w: Weights) => [...w[name].chain.transitions].map(Number.isFinite);
			expect(closed(read)).toEqual(closed(weights));
			expect(read[name].rowCount).toBe(weights[name].rowCount);
		}
	});

	it("reads as it was learned", () => {
		const passages = ["“the well is dry,” John Pike said.", "Pike denied that the pump is broken."];
		const told = (by: Weights) =>
			readClaims(passages, words.en, by, rulesOf("en"), entities).map((c) => [
				c.passage,
				c.content.pieces,
				c.source?.from,
				c.speaker?.name,
				c.act,
			]);
		expect(told(read)).toHaveLength(2);
		expect(told(read)).toEqual(told(weights));
	});

	it("has the same bytes when what was read is written again", () => {
		const once = writeWeights(read, about);
		const again = writeWeights(readWeights(once, templates), about);
		expect(Buffer.from(again).equals(once)).toBe(true);
	});

	it("may lie anywhere in a larger buffer", () => {
		const larger = new Uint8Array(bytes.length + 7);
		larger.set(bytes, 7);
		const { act } = readWeights(larger.subarray(7), templates);
		const candidates = Act.options.map((_, i) => [i]);
		expect(probabilities(act, candidates)).toEqual(probabilities(read.act, candidates));
	});
});

describe("a file of weights is refused", () => {
	it("where it was learned with other templates", () => {
		expect(() => readWeights(bytes, "0123456789abcdef")).toThrow(
			/learned with other features than the code has: run npm run train/,
		);
	});

	it("where it was learned for the other language", () => {
		expect(() => readWeights(bytes, templatesOf(words.ar))).toThrow(/other features/);
	});

	it.each([1, 1_000, 40_000])("where its last %i bytes are missing, with the part", (missing) => {
		const cut = bytes.subarray(0, bytes.length - missing);
		expect(() => readWeights(cut, templates)).toThrow(/the weights end within "\w+"/);
	});

	it("where a part is missing, with its name", () => {
		const without = withHeader(({ parts }) => {
			for (const part of parts) if (part.name === "resolve") part.name = "something";
		});
		expect(() => readWeights(without, templates)).toThrow(/the weights lack "resolve"/);
	});

	it("where it has other labels", () => {
		const labels = withHeader(({ parts }) => {
			parts[1]?.transitions?.splice(labelCount);
		});
		expect(() => readWeights(labels, templates)).toThrow(/"sequence" has other labels/);
	});

	const damaged = [
		["it is empty", new Uint8Array()],
		["it ends within its header", bytes.subarray(0, 100)],
		["it is something else", new TextEncoder().encode("<html>not here</html>")],
		["its format is another", withHeader((header) => Object.assign(header, { format: 2 }))],
	] as const;

	it.each(damaged)("where %s", (_, file) => {
		expect(() => readWeights(file, templates)).toThrow();
	});

	it.each(damaged)("where %s, in a sentence that says what is wrong", (_, file) => {
		expect(() => readWeights(file, templates)).toThrow(/weights/);
	});
});
