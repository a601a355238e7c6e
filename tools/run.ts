import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { root } from "./files.ts";

export type Ran = { status: number; stdout: string; stderr: string };

/**
 * Runs a program of node_modules/.bin in the project's folder and collects what it prints.
 * `show`: lets it print by itself instead; both texts are then empty.
 */
export function run(
	program: string,
	args: string[],
	options: { show?: boolean } = {},
): Promise<Ran> {
	const bin = join(root, "node_modules", ".bin");
	const child = spawn(join(bin, program), args, {
		cwd: root,
		env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
		stdio: ["ignore", options.show ? "inherit" : "pipe", options.show ? "inherit" : "pipe"],
	});
	const texts = { stdout: "", stderr: "" };
	for (const name of ["stdout", "stderr"] as const) {
		child[name]?.setEncoding("utf8").on("data", (text: string) => {
			texts[name] += text;
		});
	}
	return new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("close", (code) => resolve({ status: code ?? 1, ...texts }));
	});
}
