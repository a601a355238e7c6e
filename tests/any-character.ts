import fc from "fast-check";

/** Code points that stand for half a character, and are none. */
const surrogates = { first: 0xd800, count: 0x800 };

/**
 * Any character of Unicode, as `unit: "binary"` has them. That one keeps a table of the million, to find the
 * number of one again: a second and 100 MB for each process that makes one text of it.
 */
export const anyCharacter: fc.Arbitrary<string> = fc.nat({ max: 0x10ffff - surrogates.count }).map(
	(n) => String.fromCodePoint(n < surrogates.first ? n : n + surrogates.count),
	(value) => {
		const [character] = typeof value === "string" ? value : "";
		const point = character?.codePointAt(0);
		if (point === undefined || value !== character) throw new Error("That is no one character.");
		return point < surrogates.first ? point : point - surrogates.count;
	},
);
