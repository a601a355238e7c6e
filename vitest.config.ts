import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** The seed of all property tests; another one with `ISNAD_TEST_SEED=1 npm test`. */
const seed = process.env.ISNAD_TEST_SEED ?? "20240406";

/** What only computes shares its modules from file to file: loading them anew took most of the time. */
const computing = ["tests/{unit,index-data,ranking}/**/*.test.ts"];
const all = ["tests/**/*.test.ts"];

export default defineConfig({
	test: {
		projects: [
			{ extends: true, test: { name: "computing", include: computing, isolate: false } },
			{ extends: true, test: { name: "wire", include: all, exclude: computing, isolate: false } },
		],
		setupFiles: ["tests/setup.ts"],
		env: { ISNAD_TEST_SEED: seed },
		// By default one core is left alone, which on two is half of them. Half as many again, since
		// much of what runs over a wire or in processes of its own is waiting.
		maxWorkers: Math.ceil(availableParallelism() * 2),
		// A slow machine is no failure; a test that hangs is.
		testTimeout: 60_000,
		hookTimeout: 60_000,
		// The counts are read from the file, never from what the run prints.
		reporters: [
			"default",
			"./tests/reporter.ts",
			["json", { outputFile: "node_modules/.cache/isnad/tests.json" }],
		],
	},
});
