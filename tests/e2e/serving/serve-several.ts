import { tmpdir } from "node:os";
import { PassThrough, Readable } from "node:stream";
import { runCli } from "../../../src/app/cli/cli.ts";

/**
 * Serves once for each of the environments that it is given, all of them in this one process, which ends by
 * itself once they have. It prints lines of JSON: `{ of, text }`, what one of them wrote, and
 * `{ of, status }`, how it ended; `of` is its place in the list.
 */
const environments: Record<string, string>[] = JSON.parse(process.argv[2] ?? "[]");
const tell = (line: object) => void process.stdout.write(`${JSON.stringify(line)}\n`);

async function serve(env: Record<string, string>, of: number): Promise<void> {
	const out = () =>
		new PassThrough().setEncoding("utf8").on("data", (text: string) => tell({ of, text }));
	const status = await runCli(["serve"], {
		...{ stdin: Readable.from([]), stdout: out(), stderr: out() },
		...{ env, cwd: tmpdir(), now: Date.now, signal: new AbortController().signal },
	});
	tell({ of, status });
}

await Promise.all(environments.map(serve));
