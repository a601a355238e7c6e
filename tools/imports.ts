import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { root } from "./files.ts";

export type ImportReport = {
	/** `rule: from → to`, one for each violation. */
	violations: string[];
	/** Files of our own that were read. */
	files: string[];
	/** Imports found in them: none at all means that the parser did not work. */
	imports: number;
};

/**
 * Holds the import table against the folders `src` and `adapters` below `base`.
 * Source of the rules: .dependency-cruiser.mjs.
 */
export async function checkImports(base: string = root): Promise<ImportReport> {
	const config = await import(pathToFileURL(join(root, ".dependency-cruiser.mjs")).href);
	const { options, forbidden } = config.default;
	const folders = ["src", "adapters"].filter((folder) => existsSync(join(base, folder)));
	const { output } = await cruise(
		folders,
		{ ...options, baseDir: base, validate: true, ruleSet: { forbidden } },
		options.enhancedResolveOptions,
	);
	if (typeof output === "string") throw new Error("dependency-cruiser gave text, not a result");
	return report(output);
}

function report({ modules, summary }: ICruiseResult): ImportReport {
	const own = modules.filter(({ source }) => /^(src|adapters)\/.*\.ts$/.test(source));
	return {
		violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
		files: own.map(({ source }) => source).sort(),
		imports: own.reduce((sum, { dependencies }) => sum + dependencies.length, 0),
	};
}
