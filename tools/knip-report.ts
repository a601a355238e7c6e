import type { Reporter } from "knip";

/**
 * knip's own reporters say only what is wrong, which is nothing too where knip looked at nothing.
 * This one prints one line of JSON with the findings and how many files were looked at.
 */
const report: Reporter = ({ issues, counters }) => {
	const found: string[] = [];
	for (const [kind, byFile] of Object.entries(issues)) {
		for (const entries of Object.values(byFile as Record<string, Record<string, unknown>>)) {
			for (const issue of Object.values(entries)) {
				const { filePath, symbol } = issue as { filePath?: string; symbol?: string };
				if (!filePath) continue;
				const path = filePath.replace(`${process.cwd()}/`, "");
				found.push(`${kind}: ${path}${symbol === path ? "" : ` ${symbol}`}`);
			}
		}
	}
	process.stdout.write(
		`${JSON.stringify({ files: counters.total, found: [...new Set(found)] })}\n`,
	);
};

export default report;
