import { describe, expect, it } from "vitest";
import { rules } from "../rules.ts";
import { none, notices } from "./cases.ts";

const alone = { atEdge: false, above: null };

describe("a notice of the publisher", () => {
	it.each(notices)("is read: %s", (line, kind, old, right, day) => {
		const read = rules.notices.read(line, alone);
		const words = (part: { from: number; to: number } | null | undefined) =>
			part ? line.slice(part.from, part.to) : null;
		expect({
			kind: read?.kind,
			old: words(read?.old),
			new: words(read?.new),
			day: read?.day.value ?? null,
		}).toEqual({ kind, old, new: right, day });
	});

	it.each(none)("is not seen in: %s", (line) => {
		expect(rules.notices.read(line, { atEdge: true, above: null })).toBeNull();
	});
});
