import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { htmlOf, type MadePage, makePages, rssOf, shortReads } from "../../../bench/live/pages.ts";
import { startWeb, type Web } from "../../servers/web/web.ts";
import { hour, minute, openStand, type Stand } from "./stand.ts";

const [first, other] = makePages(2, 61, shortReads) as [MadePage, MadePage];
let web: Web;
beforeAll(async () => {
	web = await startWeb();
});
afterAll(() => web.close());
beforeEach(() => {
	for (const page of [first, other]) web.serve(page.path, { body: htmlOf(page), etag: '"1"' });
	web.serve("/feed.xml", { body: rssOf([first, other], web.url("")), etag: '"1"' });
});

async function read(): Promise<Stand> {
	const made = openStand(web);
	onTestFinished(made.remove);
	await made.add("s", web.url("/feed.xml"));
	await made.look("s");
	made.changes.length = 0;
	made.time.now += hour + minute;
	return made;
}
const articleOf = async ({ articles }: Stand, { path }: MadePage) =>
	(await articles()).find(({ url }) => url === web.url(path));

/** A feed that says this of its first item. */
function say(title: string, summary: string, etag: string) {
	const item = (of: MadePage, name: string, text: string) =>
		`<item><title>${name}</title><link>${web.url(of.path)}</link><guid isPermaLink="false">${of.path}</guid><description>${text}</description></item>`;
	const body = `<rss version="2.0"><channel><title>Post</title>${item(first, title, summary)}${item(other, other.title, "")}</channel></rss>`;
	web.serve("/feed.xml", { body, etag });
}

describe("a feed that takes an article back", () => {
	it.each([
		["by a notice", first.title, "This article has been withdrawn by its editors.", "This article"],
		["in its title", `RETRACTED: ${first.title}`, "", "RETRACTED"],
	])(
		"%s: it is withdrawn, though its page stands, and once",
		async (_how, title, summary, words) => {
			say(first.title, "", '"2"');
			const stand = await read();
			const before = await articleOf(stand, first);
			say(title, summary, '"3"');
			await stand.look("s");
			const standing = {
				...{ kind: "withdrawn", day: "2025-06-11", basis: "noticed" },
				notice: { quote: expect.stringContaining(words), from: "feed" },
			};
			expect(await articleOf(stand, first)).toMatchObject({ id: before?.id, standing });
			expect(stand.changes).toMatchObject([
				{ kind: "marked", article: before?.id, head: { standing: { kind: "withdrawn" } } },
			]);
			expect((await articleOf(stand, other))?.standing).toBeUndefined();
			// Its page shows the same text under another head: nothing is taken back by that.
			stand.time.now += 24 * hour;
			web.serve(first.path, { body: `${htmlOf(first)}<!-- -->`, etag: '"4"' });
			await stand.look("s");
			expect(await articleOf(stand, first)).toMatchObject({ standing });
			expect(stand.changes).toHaveLength(1);
		},
	);

	it("is not seen where its words only look like it", async () => {
		say("Withdrawn: how the army left", "", '"2"');
		const stand = await read();
		say("Withdrawn: how the army left", "The court has withdrawn the charge.", '"3"');
		await stand.look("s");
		expect(stand.changes).toEqual([]);
	});
});

describe("a page that takes its article back", () => {
	it("in its title", async () => {
		const stand = await read();
		const title = `WITHDRAWN: ${first.title}`;
		web.serve(first.path, { body: htmlOf({ ...first, title }), etag: '"2"' });
		await stand.look("s");
		expect(await articleOf(stand, first)).toMatchObject({
			title,
			standing: { kind: "withdrawn", notice: { quote: title, from: "title" } },
		});
		web.serve(first.path, { body: htmlOf(first), etag: '"3"' });
		stand.time.now += hour + minute;
		await stand.look("s");
		expect((await articleOf(stand, first))?.standing).toBeUndefined();
	});

	it("and is a problem where no article was known", async () => {
		web.serve(
			first.path,
			"<html><body><main><p>This article has been withdrawn.</p></main></body></html>",
		);
		const stand = await read();
		const items = await stand.parts.store.items("s");
		expect(items.find(({ address }) => address === web.url(first.path))).toMatchObject({
			article: null,
			problem: { code: "page_withdrawn" },
		});
	});
});
