import { describe, expect, it } from "vitest";
import { isnad, isOneLine } from "./run.ts";

// The whole table of refusals runs in process (tests/unit/app); these see the process itself.
describe("the process", () => {
	it("ends with 2 and one sentence on bad usage", async () => {
		const { status, stdout, stderr } = await isnad(["claims", "x", "--colour"]);
		expect(stderr).toMatch(/no option --colour/);
		expect(isOneLine(stderr)).toBe(true);
		expect([status, stdout]).toEqual([2, ""]);
	});

	it("ends with 1 and one sentence on any other failure, and prints no credential", async () => {
		const { status, stdout, stderr } = await isnad([], { env: { SLACK_BOT_TOKEN: "very-secret" } });
		expect(stderr).toMatch(/SLACK_BOT_TOKEN.*xoxb-/);
		expect(stderr).not.toContain("very-secret");
		expect(isOneLine(stderr)).toBe(true);
		expect([status, stdout]).toEqual([1, ""]);
	});
});
