import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json. */
export const root: string = fileURLToPath(new URL("..", import.meta.url));

/** Folders that hold code of our own; what else a check looks at is its own matter. */
export const codeFolders = ["src", "adapters", "tests", "tools", "bench"] as const;

/**
 * Files with the ending below `folder`, as paths relative to `base` with forward slashes, sorted.
 * A folder that does not exist holds none.
 */
export function filesBelow(folder: string, ending: string, base: string = root): string[] {
	let entries: string[];
	try {
		entries = readdirSync(join(base, folder), { recursive: true, encoding: "utf8" });
	} catch (error) {
		if ((error as { code?: string }).code === "ENOENT") return [];
		throw error;
	}
	return entries
		.map((entry) => `${folder}/${entry.replaceAll("\\", "/")}`)
		.filter((path) => path.endsWith(ending) && !path.includes("/node_modules/"))
		.sort();
}

/** Every TypeScript file of the project: what the checks must have looked at. */
export function sourceFiles(base: string = root): string[] {
	return codeFolders.flatMap((folder) => filesBelow(folder, ".ts", base));
}
