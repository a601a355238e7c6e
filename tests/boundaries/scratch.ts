import { execFile } from "node:child_process";
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { checkMessages } from "../../tools/check-messages.ts";
import { root } from "../../tools/files.ts";

const run = promisify(execFile);

/** What the check of types may take where the processors are busy: six seconds of one of them. */
export const slowTypesMs = 180_000;

/** A text put before the first place in the file that reads so; `null`: the text is a new file. */
export type Edit = readonly [file: string, before: string | null, text: string];

export type Scratch = {
	folder: string;
	/** What the type check finds, and what the check of messages does. */
	types(): Promise<string[]>;
	messages(): Promise<string[]>;
	remove(): void;
};

/** A copy of the code and its data with these edits. */
export function scratchCopy(edits: readonly Edit[]): Scratch {
	const folder = mkdtempSync(join(tmpdir(), "isnad-scratch-"));
	for (const part of ["src", "adapters", "index-data", "package.json", "tsconfig.json"])
		cpSync(join(root, part), join(folder, part), { recursive: true });
	symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
	for (const [file, before, text] of edits) {
		const path = join(folder, file);
		if (before === null) {
			mkdirSync(dirname(path), { recursive: true });
			writeFileSync(path, text);
			continue;
		}
		const old = readFileSync(path, "utf8");
		const at = old.indexOf(before);
		if (at < 0) throw new Error(`${file} has no ${before}: say where the text is put now`);
		writeFileSync(path, old.slice(0, at) + text + old.slice(at));
	}
	return {
		folder,
		types: () =>
			run("npx", ["tsc", "-p", ".", "--pretty", "false", "--singleThreaded"], { cwd: folder }).then(
				() => [],
				({ stdout }: { stdout: string }) => stdout.split("\n").filter(Boolean),
			),
		messages: async () => (await checkMessages(folder)).findings,
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}
