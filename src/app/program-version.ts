import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "./paths.ts";

/** Of this program, as package.json has it. */
export async function programVersion(): Promise<string> {
	const text = await readFile(join(projectFolder, "package.json"), "utf8");
	return (JSON.parse(text) as { version: string }).version;
}
