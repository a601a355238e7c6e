/** Strings and small numbers as 32-bit keys: features are counted under a hash, never under a name. */

const known = new Map<string, number>();
const mostKnown = 100_000;

/** FNV-1a with a final mix; the same for the same string in every process. */
export function hashOf(text: string): number {
	const before = known.get(text);
	if (before !== undefined) return before;
	let units = noUnits;
	for (let i = 0; i < text.length; i++) units = withUnit(units, text.charCodeAt(i));
	const h = hashOfUnits(units);
	if (known.size < mostKnown) known.set(text, h);
	return h;
}

/** The hash of a string that is gone through unit by unit and never made. */
export const noUnits = 2_166_136_261;
export const withUnit = (units: number, unit: number): number =>
	Math.imul(units ^ unit, 16_777_619);
export function hashOfUnits(units: number): number {
	const h = Math.imul(units ^ (units >>> 15), 2_246_822_507);
	return h ^ (h >>> 13);
}

/** One key of a template's number and its parts, in their order; signed, which spares each its object. */
export function mix(template: number, a: number, b = 0, c = 0, d = 0): number {
	let h = Math.imul(template + 1, 0x9e3779b1);
	h = Math.imul(h ^ a, 0x85ebca6b);
	h ^= h >>> 13;
	h = Math.imul(h ^ b, 0xc2b2ae35);
	h ^= h >>> 16;
	h = Math.imul(h ^ c, 0x27d4eb2f);
	h ^= h >>> 15;
	h = Math.imul(h ^ d, 0x165667b1);
	return h ^ (h >>> 14);
}
