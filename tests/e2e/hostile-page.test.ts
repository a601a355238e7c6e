import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { htmlOf, makePages, shortReads } from "../../bench/live/pages.ts";
import { temporaryFolder } from "./run.ts";

const script = fileURLToPath(new URL("live/read-pages.ts", import.meta.url));
/** Twice the process may end with its thread; the third one has to know on which page. */
const mostRuns = 3;

it("a page that takes all memory ends its process twice at most: it is left out, the good ones are read", () => {
	const folder = temporaryFolder();
	const pages = join(folder, "pages");
	mkdirSync(pages);
	const [first, second] = makePages(2, 9, shortReads).map((page) => htmlOf(page));
	writeFileSync(join(pages, "1.html"), first ?? "");
	writeFileSync(join(pages, "2.html"), `<p>${"<".repeat(1_000_000)}`);
	writeFileSync(join(pages, "3.html"), second ?? "");
	const printed: string[] = [];
	for (let run = 0; run < mostRuns && printed.length === 0; run++) {
		const { status, stdout } = spawnSync(process.execPath, [script, folder, pages, "220"], {
			encoding: "utf8",
		});
		if (status === 0) printed.push(stdout);
	}
	expect(printed).toHaveLength(1);
	expect(new Map(JSON.parse(printed[0] ?? "[]"))).toEqual(
		new Map([
			["1.html", "read"],
			["2.html", "page_unreadable"],
			["3.html", "read"],
		]),
	);
}, 120_000);
