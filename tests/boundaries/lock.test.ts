import { describe, expect, it } from "vitest";
import { missingFromLock, platformEntry } from "../../tools/check-lock.ts";

describe("the check of the lock", () => {
	const entry = { version: "1.0.0" };
	const tool = { version: "1.0.0", dev: true, optionalDependencies: { "tool-linux-x64": "1.0.0" } };

	it("sees an optional package that a locked one names and nothing locks", () => {
		expect(missingFromLock({ packages: { "": {}, "node_modules/tool": tool } })).toEqual([
			{ name: "tool-linux-x64", version: "1.0.0", dev: true },
		]);
	});

	it.each([
		"node_modules/tool-linux-x64",
		"node_modules/a/node_modules/tool-linux-x64",
		"node_modules/a/node_modules/tool/node_modules/tool-linux-x64",
	])("finds it where Node would: %s", (path) => {
		const packages = { "node_modules/a/node_modules/tool": tool, [path]: entry };
		expect(missingFromLock({ packages })).toEqual([]);
	});

	it("does not take what only another package can reach", () => {
		const packages = {
			"node_modules/tool": tool,
			"node_modules/b/node_modules/tool-linux-x64": entry,
		};
		expect(missingFromLock({ packages })).toHaveLength(1);
	});

	it("reads the platform out of a name, and gives up where there is none", () => {
		const missing = (name: string) => ({ name, version: "1.0.0", dev: true });
		expect(platformEntry(missing("@t/core-linux-arm-musleabihf"))).toEqual({
			version: "1.0.0",
			cpu: ["arm"],
			dev: true,
			libc: ["musl"],
			optional: true,
			os: ["linux"],
		});
		expect(platformEntry(missing("@t/cli-win32-x64"))).toMatchObject({
			os: ["win32"],
			cpu: ["x64"],
		});
		expect(platformEntry(missing("fsevents"))).toBeNull();
	});
});
