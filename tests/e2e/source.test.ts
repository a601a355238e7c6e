import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { htmlOf, makePages, rssOf, shortReads } from "../../bench/live/pages.ts";
import { startWeb, type Web } from "../servers/web/web.ts";
import { ended, start, temporaryFolder } from "./run.ts";

const pages = makePages(6, 11, shortReads);
let web: Web;
beforeAll(async () => {
	web = await startWeb();
	for (const page of pages) web.serve(page.path, { body: htmlOf(page), etag: `"${page.path}"` });
	web.serve("/feed.xml", { body: rssOf(pages, web.url("")), etag: '"feed"' });
});
afterAll(() => web.close());

const settings = () => {
	const data = temporaryFolder();
	return { ISNAD_DATA: data, ISNAD_ALLOW_ADDRESSES: web.host };
};

describe("sources", () => {
	it("are read while the program serves, and their articles answer without a restart", async () => {
		const env = settings();
		const child = start(["serve"], { env: { ...env, LOG_FORMAT: "json" } });
		const end = ended(child);
		let errors = "";
		const line = (wanted: RegExp) =>
			new Promise<void>((resolve) => {
				child.stderr?.on("data", (text: string) => {
					errors += text;
					if (wanted.test(errors)) resolve();
				});
			});
		await line(/"msg":"ready"/);
		const read = line(/"msg":"A source was read\."/);
		child.stdin?.write(`/sources add ${web.url("/feed.xml")}\n`);
		await read;
		const title = pages[1]?.title ?? "";
		child.stdin?.write(`/sources ${title}\n`);
		child.stdin?.write("/sources list\n");
		await new Promise<void>((resolve) => {
			let out = "";
			child.stdout?.on("data", (text: string) => {
				out += text;
				if (/last read/.test(out)) resolve();
			});
		});
		child.kill("SIGTERM");
		const { status, stdout } = await end;
		expect(stdout).toContain("a feed with 6 items");
		expect(stdout).toContain(title);
		expect(status).toBe(0);
	}, 60_000);
});
