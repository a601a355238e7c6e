import { defineConfig } from "vitest/config";

/** The seed of all property tests; another one with `ISNAD_TEST_SEED=1 npm test`. */
const seed = process.env.ISNAD_TEST_SEED ?? "20240406";

export default defineConfig({
	test: {
		include: ["tests/**/*.test.ts"],
		setupFiles: ["tests/setup.ts"],
		env: { ISNAD_TEST_SEED: seed },
		// A slow machine is no failure; a test that hangs is.
		testTimeout: 30_000,
		hookTimeout: 30_000,
		// The counts are read from the file, never from what the run prints.
		reporters: [
			"default",
			"./tests/reporter.ts",
			["json", { outputFile: "node_modules/.cache/isnad/tests.json" }],
		],
	},
});
