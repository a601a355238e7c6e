import { z } from "zod";
import { Language } from "../domain/sets/languages.ts";
import type { Chooser } from "./choice/chooser.ts";
import { steps } from "./choice/weigh.ts";
import type { Weights } from "./language-engine.ts";
import { labelCount } from "./sequence/labels.ts";
import type { SequenceWeights } from "./sequence/sequence-model.ts";

/** The header of a file of weights; the numbers stand behind it as 8-bit integers, in the order of `parts`. */
const Header = z.strictObject({
	format: z.literal(1),
	language: Language,
	/** Of the annotated articles that the weights were learned from, and of the feature templates. */
	articles: z.string(),
	templates: z.string(),
	/** Stems of the words of saying that stand in those articles. */
	verbs: z.array(z.string()),
	parts: z.array(
		z.strictObject({
			name: z.string(),
			length: z.int().positive(),
			scale: z.number().positive(),
			transitions: z.array(z.number().nullable()).optional(),
		}),
	),
});
export type WeightsHeader = z.infer<typeof Header>;

const sequenceParts = ["first", "sequence"] as const;
const chooserParts = [...steps, "card", "who"] as const;

/** The bytes of a file of weights: the header's length (32 bits, little-endian), the header, the numbers. */
export function writeWeights(
	weights: Weights,
	about: Pick<WeightsHeader, "language" | "articles" | "templates">,
): Uint8Array {
	const rows: Int8Array[] = [];
	const parts: WeightsHeader["parts"] = [];
	const add = (name: string, values: Float32Array | Int8Array, transitions?: Float64Array) => {
		const { whole, scale } = quantised(values);
		rows.push(whole);
		const links =
			transitions &&
			Array.from(transitions, (t) => (Number.isFinite(t) ? Math.round(t * 1e4) / 1e4 : null));
		parts.push({ name, length: whole.length, scale, ...(links ? { transitions: links } : {}) });
	};
	for (const name of sequenceParts) add(name, weights[name].rows, weights[name].chain.transitions);
	for (const name of chooserParts) add(name, weights[name].weights);
	const header = new TextEncoder().encode(
		JSON.stringify({ format: 1, ...about, verbs: [...weights.verbs], parts }),
	);
	const bytes = new Uint8Array(4 + header.length + rows.reduce((sum, r) => sum + r.length, 0));
	new DataView(bytes.buffer).setUint32(0, header.length, true);
	bytes.set(header, 4);
	let at = 4 + header.length;
	for (const row of rows) {
		bytes.set(new Uint8Array(row.buffer, row.byteOffset, row.length), at);
		at += row.length;
	}
	return bytes;
}

/** Few weights are far from zero: they are cut, so that the many keep their differences. */
const cut = 0.9999;

function quantised(values: Float32Array | Int8Array): { whole: Int8Array; scale: number } {
	const sizes = Array.from(values, Math.abs)
		.filter((v) => v > 0)
		.sort((a, b) => a - b);
	const most = sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * cut))] ?? 1;
	const scale = most / 127;
	return {
		whole: Int8Array.from(values, (v) => Math.max(-127, Math.min(127, Math.round(v / scale)))),
		scale,
	};
}

/** What a file of weights says of itself. Errors: an `Error` where it is none. */
export function weightsHeader(bytes: Uint8Array): WeightsHeader {
	const size = headerSize(bytes);
	try {
		return Header.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + size))));
	} catch (cause) {
		throw new Error("this is no file of weights, or one that is cut short", { cause });
	}
}

const headerSize = (bytes: Uint8Array): number =>
	bytes.length < 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);

/** `templates`: those of the code. Errors: an `Error` that says what does not fit. */
export function readWeights(bytes: Uint8Array, templates: string): Weights {
	const header = weightsHeader(bytes);
	const size = headerSize(bytes);
	if (header.templates !== templates) {
		throw new Error(
			"the weights were learned with other features than the code has: run npm run train",
		);
	}
	let at = 4 + size;
	const found = new Map<string, { part: WeightsHeader["parts"][number]; values: Int8Array }>();
	for (const part of header.parts) {
		if (at + part.length > bytes.length) throw new Error(`the weights end within "${part.name}"`);
		found.set(part.name, {
			part,
			values: new Int8Array(bytes.buffer, bytes.byteOffset + at, part.length),
		});
		at += part.length;
	}
	const partOf = (name: string) => {
		const entry = found.get(name);
		if (!entry) throw new Error(`the weights lack "${name}"`);
		return entry;
	};
	const sequence = (name: string): SequenceWeights => {
		const { part, values } = partOf(name);
		const transitions = Float64Array.from(
			part.transitions ?? [],
			(t) => t ?? Number.NEGATIVE_INFINITY,
		);
		if (transitions.length !== (labelCount + 1) * labelCount)
			throw new Error(`"${name}" has other labels than the code`);
		return {
			rows: values,
			rowCount: values.length / labelCount,
			scale: part.scale,
			chain: { labels: labelCount, transitions },
		};
	};
	const chooser = (name: string): Chooser => ({
		weights: partOf(name).values,
		scale: partOf(name).part.scale,
	});
	return {
		first: sequence("first"),
		sequence: sequence("sequence"),
		verbs: new Set(header.verbs),
		...(Object.fromEntries(chooserParts.map((name) => [name, chooser(name)])) as Record<
			(typeof chooserParts)[number],
			Chooser
		>),
	};
}
