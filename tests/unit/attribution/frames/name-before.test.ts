import { describe, expect, it } from "vitest";
import { withNameBefore } from "../../../../src/attribution/frames/name-before.ts";
import { textOf } from "../../../../src/attribution/sequence/passage-view.ts";
import { viewIn } from "../engine/language.ts";

/** The words with the name before them; they begin with `begin` and end with the line. */
function whole(line: string, begin: string): string | undefined {
	const view = viewIn("en", line);
	const from = view.tokens.findIndex(({ text }) => text === begin);
	const found = withNameBefore(view, { from, to: view.tokens.length });
	return found && textOf(view, found);
}

describe("what is said of somebody behind a name", () => {
	it.each([
		["Sandoval, a former state auditor", "a", "Sandoval, a former state auditor"],
		[
			"But Friends of the Creek, a group formed in March",
			"a",
			"Friends of the Creek, a group formed in March",
		],
		["Sen. Preston Whitlow, R-N.C.", "R-N.C.", "Preston Whitlow, R-N.C"],
	])("is told with the name: %s", (line, begin, name) => {
		expect(whole(line, begin)).toContain(name);
	});

	it.each([
		["a report seen by Norwire, a finding the ministry", "a"],
		["On Monday, the envoy", "the"],
		["yesterday, a spokesman", "a"],
	])("has no name before it: %s", (line, begin) => {
		const view = viewIn("en", line);
		const from = view.tokens.findLastIndex(({ text }) => text === begin);
		expect(withNameBefore(view, { from, to: view.tokens.length })).toBeUndefined();
	});
});
