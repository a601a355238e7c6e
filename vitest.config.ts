import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { ProgramsFirst } from "./tests/sequencer.ts";

/** The seed of all property tests; another one with `ISNAD_TEST_SEED=1 npm test`. */
const seed = process.env.ISNAD_TEST_SEED ?? "20240406";

// Threads and programs that tests start read what the first of them compiled: for many of them
// stripping types and compiling was half of their time.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), "isnad-tests-compiled");

export default defineConfig({
	test: {
		include: ["tests/**/*.test.ts"],
		// Modules are shared from file to file: loading them anew took most of the time.
		isolate: false,
		// Node reads the files itself, as it does in the program: nothing is rewritten first, and no call
		// from module to module takes a detour, which together were a fifth of the time.
		experimental: { viteModuleRunner: false, nodeLoader: false },
		setupFiles: ["tests/setup.ts"],
		sequence: { sequencer: ProgramsFirst },
		env: { ISNAD_TEST_SEED: seed },
		// By default one core is left alone, which on two is half of them. Half as many again, since
		// much of what runs over a wire or in processes of its own is waiting; no more, since each
		// compiles anew what the others did: four on two cores take a fifth more of them than two.
		maxWorkers: Math.ceil(availableParallelism() * 1.5),
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
