import { configureGlobal } from "fast-check";
import { afterEach, beforeEach, onTestFailed } from "vitest";

// One seed for all: a failure on one machine is a failure on every other.
const seed = Number(process.env.ISNAD_TEST_SEED);
configureGlobal({ seed });

// Code that prints by itself would spoil `--json` and the layout of a chat; it prints through the
// streams that it is given.
const methods = ["log", "info", "warn", "error", "debug"] as const;
const originals = methods.map((method) => [method, console[method]] as const);
let printed: string[] = [];

beforeEach(() => {
	printed = [];
	for (const method of methods)
		console[method] = (...values: unknown[]) => {
			printed.push(`console.${method}(${values.map(String).join(", ")})`);
		};
	onTestFailed(() => {
		process.stderr.write(`property tests ran with ISNAD_TEST_SEED=${seed}\n`);
	});
});

afterEach(() => {
	for (const [method, original] of originals) console[method] = original;
	if (printed.length > 0) throw new Error(`stray output: ${printed.join("; ").slice(0, 500)}`);
});
