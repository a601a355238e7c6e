import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { htmlOf, type MadePage, makePages } from "../../../bench/live/pages.ts";
import { startWeb, type Web } from "../../servers/web/web.ts";
import { openStand } from "./stand.ts";

const page = makePages(2, 8)[1] as MadePage;
const plain = htmlOf(page).replace('<meta charset="utf-8">', "");
const named = (encoding: string) => plain.replace("<head>", `<head><meta charset="${encoding}">`);
let web: Web;
beforeAll(async () => {
	web = await startWeb();
});
afterAll(() => web.close());

describe("an Arabic page", () => {
	it.each([
		[
			"windows-1256, as the server says",
			iconv.encode(plain, "windows-1256"),
			"text/html; charset=windows-1256",
		],
		[
			"windows-1256, as the page says",
			iconv.encode(named("windows-1256"), "windows-1256"),
			"text/html",
		],
		["windows-1256, and nobody says so", iconv.encode(plain, "windows-1256"), "text/html"],
		[
			"windows-1256, and both say UTF-8",
			iconv.encode(named("utf-8"), "windows-1256"),
			"text/html; charset=utf-8",
		],
		[
			"UTF-8, and the server says Windows-1256",
			Buffer.from(named("utf-8")),
			"text/html; charset=windows-1256",
		],
		["UTF-16 with its mark", Buffer.from(`\ufeff${plain}`, "utf16le"), "text/html"],
	])("is read in %s", async (_what, body, type) => {
		web.serve("/page", { body, headers: { "Content-Type": type } });
		const { add, look, articles, remove } = openStand(web);
		onTestFinished(remove);
		await add("p", web.url("/page"));
		expect((await look("p")).source.lastProblem).toBeNull();
		const [article] = await articles();
		expect(article?.passages.map(({ text }) => text)).toEqual([page.title, ...page.paragraphs]);
	});

	it("with one letter cut in two is read but for that letter, and refused with many", async () => {
		const bytes = Buffer.from(named("utf-8"));
		const at = bytes.indexOf(Buffer.from(page.paragraphs[1] ?? "")) + 1;
		const { add, look, articles, remove } = openStand(web);
		onTestFinished(remove);
		web.serve("/cut", { body: Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]) });
		await add("p", web.url("/cut"));
		expect((await look("p")).source.lastProblem).toBeNull();
		expect((await articles())[0]?.passages[2]?.text).toMatch(/^\ufffd/);

		const spoilt = Buffer.from(bytes.map((byte, n) => (n % 40 === 0 && byte > 127 ? 0xff : byte)));
		web.serve("/spoilt", { body: spoilt });
		await add("s", web.url("/spoilt"));
		expect((await look("s")).source.lastProblem).toMatchObject({
			code: "file_encoding",
			key: "page_encoding",
		});
		expect(await articles()).toHaveLength(1);
	});
});
