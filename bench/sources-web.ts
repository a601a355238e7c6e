/** Serves the made pages and their feed on 127.0.0.1 until it is killed; its first line is the host. */
import { startWeb } from "../tests/servers/web/web.ts";
import { htmlOf, makePages, rssOf } from "./live/pages.ts";

const web = await startWeb();
const pages = makePages(Number(process.argv[2] ?? 200), Number(process.argv[3] ?? 5));
for (const page of pages) web.serve(page.path, { body: htmlOf(page), etag: `"${page.path}"` });
web.serve("/feed.xml", { body: rssOf(pages, web.url("")), etag: '"feed"' });
process.stdout.write(`${web.host}\n`);
