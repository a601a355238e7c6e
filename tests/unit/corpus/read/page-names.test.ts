import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { buildArticle, readSource } from "../../../../src/corpus/index.ts";
import { englishBody, rules } from "../rules.ts";

const title = "Council approves the riverside park";
const prose = [...englishBody, ...englishBody.map((line) => `${line} Nobody spoke against it.`)]
	.map((line) => `<p>${line}</p>`)
	.join("");
const menu = "<ul><li>Permits</li><li>Data</li><li>Newsroom</li><li>Contact</li></ul>";

async function read(called: string, body: string, site = "") {
	const html = `<!doctype html><html><head><title>${called}</title>${site}</head><body>${body}</body></html>`;
	const [page] = await readSource({ name: "page.html", bytes: Buffer.from(html) });
	if (!page) throw new Error("no page");
	const { article } = buildArticle(page, rules);
	return [article.title, article.outlet];
}

describe("what a document is called", () => {
	it("loses the site's name where the page has its headline in a heading of the second rank", async () => {
		const body = `<div>Harbour Wire</div>${menu}<h2>${title}</h2>${prose}`;
		expect(await read(`${title} – Harbour Wire`, body)).toEqual([title, "Harbour Wire"]);
	});

	it("begins with the site's name, which is a heading of the page too", async () => {
		const body = `${menu}<h1>Harbour News Agency</h1><div>${title}</div><div>5 May 2024</div>${prose}`;
		const named = await read(`Harbour News Agency - ${title}`, body);
		expect(named).toEqual([title, "Harbour News Agency"]);
	});

	it("begins with the ministry whose page it is, beside a box of links", async () => {
		const box = "<b>Government links</b><br>Citizen Portal<br>Official Gazette";
		const foot = "<p>Ministry of Rivers, 12 Quay Road</p>";
		const body = `<table><tr><td>${box}</td><td><b>${title}</b><br><i>Published: 5 May 2024</i>${prose}</td></tr></table>${foot}`;
		const named = await read(`Ministry of Rivers: ${title}`, body);
		expect(named).toEqual([title, "Ministry of Rivers"]);
	});

	it("is no headline where it names a kind of page and whose it is", async () => {
		const body = `<div>Harbour Information Board</div><div>Cabinet</div><h2>${title}</h2>${prose}`;
		const named = await read("Press Release:Harbour Information Board", body);
		expect(named).toEqual([title, "Harbour Information Board"]);
	});

	it("ends with the name of a site whose heading that is", async () => {
		const body = `<ul><li>About</li></ul><h1>Notes from the Quay</h1><h2>Park, again</h2>${prose}`;
		const site = '<meta property="og:site_name" content="Notes from the Quay">';
		const named = await read("Park, again | Notes from the Quay", body, site);
		expect(named).toEqual(["Park, again", "Notes from the Quay"]);
	});
});
