import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { htmlOf, makePages, shortReads } from "../../bench/live/pages.ts";
import { temporaryFolder } from "./run.ts";

const script = fileURLToPath(new URL("live/read-pages.ts", import.meta.url));
it("a page that takes all memory ends what reads it and nothing else: it is left out, the good ones are read", () => {
	const folder = temporaryFolder();
	const pages = join(folder, "pages");
	mkdirSync(pages);
	const [first, second] = makePages(2, 9, shortReads).map((page) => htmlOf(page));
	writeFileSync(join(pages, "1.html"), first ?? "");
	writeFileSync(join(pages, "2.html"), `<p>${"<".repeat(1_000_000)}`);
	writeFileSync(join(pages, "3.html"), second ?? "");
	const { status, stdout, stderr } = spawnSync(process.execPath, [script, folder, pages, "220"], {
		encoding: "utf8",
	});
	expect([status, stderr]).toEqual([0, ""]);
	expect(new Map(JSON.parse(stdout))).toEqual(
		new Map([
			["1.html", "read"],
			["2.html", "page_unreadable"],
			["3.html", "read"],
		]),
	);
}, 120_000);
