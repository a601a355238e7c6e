import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { allOf } from "../all-of.ts";
import { isnadHere, isOneLine, project, start, temporaryFolder } from "../run.ts";
import { type Hold, holds, pipe, plantTraps } from "./holds.ts";

/** A machine that is busy needs its time; what was held for ever would be held longer. */
const hangs = 12_000;

/** Starts the command, has it held, asks it to end and looks how it ended. */
async function endsOn(signal: NodeJS.Signals, hold: Hold): Promise<void> {
	const child = start(hold.args, hold.env ? { env: hold.env } : {});
	let written = "";
	for (const stream of hold.isUnread ? [child.stderr] : [child.stdout, child.stderr])
		stream?.on("data", (chunk: Buffer) => {
			written += String(chunk);
		});
	child.stdin?.on("error", () => {});
	child.stdin?.write(hold.input ?? "");
	const end = once(child, "exit") as Promise<[number | null]>;
	await hold.isHeld(() => written, child);
	expect(child.exitCode).toBeNull();
	const asked = performance.now();
	child.kill(signal);
	const [status] = await end;
	// Whether by itself or by the signal's own hand: it ended, and long before what held it.
	expect(performance.now() - asked).toBeLessThan(hangs);
	expect([hold.status, null]).toContain(status);
}

const all = Object.entries(holds);
const cases = [
	...all.map(([what, holdIn]) => [`${what} (SIGTERM)`, "SIGTERM", holdIn] as const),
	// SIGINT goes the same way: one case shows it.
	...all
		.filter(([what]) => what === "an input that never ends")
		.map(([what, holdIn]) => [`${what} (SIGINT)`, "SIGINT", holdIn] as const),
];
const atOnce = 4;

it(`a signal ends a command that is held open by ${cases.map(([what]) => what).join("; ")}`, async () => {
	const failed = await allOf(
		cases,
		async ([, signal, holdIn]) => {
			const hold = await holdIn(temporaryFolder());
			onTestFinished(() => hold.end());
			await endsOn(signal, hold);
		},
		atOnce,
	);
	expect(failed).toEqual([]);
}, 90_000);

describe("what is no regular file", () => {
	it("is passed over by ingest with a reason, each folder read once", async () => {
		const folder = temporaryFolder();
		const pages = join(folder, "pages");
		mkdirSync(pages);
		const page = join(project, "tests", "fixtures", "known", "k06_american_nurses.txt");
		const traps = plantTraps(pages, page);
		const named = join(folder, "named.txt");
		pipe(named);
		const { status, stdout } = await isnadHere([
			...["ingest", pages, named, "/dev/null", "--json"],
			...["--corpus", join(folder, "corpus")],
		]);
		const { articles, skipped } = JSON.parse(stdout) as {
			articles: number;
			skipped: { path: string; reason: string; code: string }[];
		};
		const reasons = Object.fromEntries(skipped.map((one) => [one.path, one.reason]));
		for (const [name, reason] of Object.entries(traps))
			expect(reasons[join(pages, name)]).toContain(reason);
		expect(reasons[named]).toContain("a named pipe");
		expect(reasons["/dev/null"]).toContain("a device");
		expect(skipped).toHaveLength(Object.keys(traps).length + 2);
		expect(articles).toBe(1);
		expect(status).toBe(0);
	});

	it("is never waited for where a file of the program's own is looked for", async () => {
		const folder = temporaryFolder();
		mkdirSync(join(folder, "data"));
		pipe(join(folder, "data", "isnad.db"));
		mkdirSync(join(folder, "corpus"));
		pipe(join(folder, "corpus", "corpus.json"));
		mkdirSync(join(folder, "lexicon"));
		pipe(join(folder, "lexicon", "own.tsv"));
		pipe(join(folder, "copy.db"));
		const env = { ISNAD_DATA: join(folder, "data") };
		const cases: [args: string[], env: Record<string, string>][] = [
			[["digest", "list"], env],
			[["claims", "x", "--corpus", join(folder, "corpus")], {}],
			[["restore", join(folder, "copy.db")], { ISNAD_DATA: join(folder, "other") }],
		];
		for (const [args, env] of cases) {
			const { status, stderr } = await isnadHere(args, { env });
			expect(stderr).toContain("a named pipe");
			expect(isOneLine(stderr)).toBe(true);
			expect(status).toBe(1);
		}
		const lexicon = { ISNAD_LEXICON: join(folder, "lexicon") };
		const { stderr } = await isnadHere(["claims", "x"], { env: lexicon });
		expect(stderr).toContain("a named pipe");
	});
});
