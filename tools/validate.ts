import { parseArgs } from "node:util";
import { checks } from "./checks.ts";

/** Findings shown for each check; the rest is counted. */
const most = 40;

/**
 * `validate [--without-tests] [CHECK…]`: runs every check, or those named. Prints what each one
 * looked at and what it found. Status 1 where anything was found or a check could not run.
 */
async function main(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		options: { "without-tests": { type: "boolean" } },
		allowPositionals: true,
	});
	const unknown = positionals.filter((name) => !Object.hasOwn(checks, name));
	if (unknown.length > 0) {
		const known = Object.keys(checks).join(", ");
		process.stderr.write(`There is no check ${unknown.join(", ")}: use one of ${known}.\n`);
		return 2;
	}
	const wanted = positionals.length > 0 ? positionals : Object.keys(checks);
	let failed = 0;
	for (const name of wanted) {
		if (name === "tests" && values["without-tests"]) continue;
		if (!(await runCheck(name))) failed++;
	}
	process.stdout.write(failed > 0 ? `${failed} checks failed\n` : "all checks passed\n");
	return failed > 0 ? 1 : 0;
}

async function runCheck(name: string): Promise<boolean> {
	const start = performance.now();
	const outcome = await checks[name]?.().catch((error: unknown) => ({
		findings: [error instanceof Error ? error.message : String(error)],
		looked: "could not run",
	}));
	const { findings, looked } = outcome ?? { findings: ["no such check"], looked: "nothing" };
	const seconds = ((performance.now() - start) / 1_000).toFixed(1);
	const verdict = findings.length === 0 ? "ok" : `${findings.length} findings`;
	process.stdout.write(`${name}: ${verdict} (${looked}, ${seconds} s)\n`);
	for (const finding of findings.slice(0, most)) process.stdout.write(`  ${finding}\n`);
	if (findings.length > most) process.stdout.write(`  … and ${findings.length - most} more\n`);
	return findings.length === 0;
}

process.exitCode = await main(process.argv.slice(2));
