import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { type ArticleSkeleton, buildArticle, readSource } from "../../../../src/corpus/index.ts";
import { englishBody, rules } from "../rules.ts";

const title = "Council approves the riverside park";
const prose = [...englishBody, ...englishBody.map((line) => `${line} Nobody spoke against it.`)];

/** The article of a page whose head, header, article's head and foot hold these. */
async function read(part: {
	head?: string;
	top?: string;
	above?: string;
	below?: string;
	foot?: string;
}): Promise<ArticleSkeleton> {
	const { head = "", top = "", above = "", below = "", foot = "" } = part;
	const paragraphs = prose.map((line) => `<p>${line}</p>`).join("");
	const html = `<!doctype html><html><head>${head}</head><body>${top}<main>${above}<h1>${title}</h1>${below}
<div class="story">${paragraphs}</div></main>${foot}</body></html>`;
	const [page] = await readSource({ name: "page.html", bytes: Buffer.from(html) });
	if (!page) throw new Error("no page");
	return buildArticle(page, rules).article;
}

const nav = "<nav><a>News</a><a>Sport</a><a>Letters</a><a>Notices</a></nav>";

describe("whose a web page is", () => {
	it("is told by its masthead, which no extractor keeps", async () => {
		const top = `${nav}<div class="logo">The Qarnah Post</div>`;
		expect((await read({ top })).outlet).toBe("The Qarnah Post");
	});

	it("is told by its picture over the menu, and by the document's name", async () => {
		const top = `<div id="brand"><img src="l.svg" alt="Second Bank"></div>${nav}`;
		const head = `<title>Second Bank: ${title}</title>`;
		expect((await read({ head, top })).outlet).toBe("Second Bank");
	});

	it("is told behind a section in the document's name", async () => {
		const head = `<title>${title} - Planning - Second Bank</title>`;
		expect((await read({ head, top: nav })).outlet).toBe("Second Bank");
	});

	it("is what the markup says, whoever holds its rights", async () => {
		const head = `<meta property="og:site_name" content="Second Bank">`;
		const foot = "<footer>© 2024 Harbour Holdings. All rights reserved.</footer>";
		expect((await read({ head, top: nav, foot })).outlet).toBe("Second Bank");
	});

	it("is not who built the site, where the page shows another name", async () => {
		const head = `<meta property="og:site_name" content="Quillworks CMS"><title>The Qarnah Post: ${title}</title>`;
		const top = `<div><img src="l.svg" alt="The Qarnah Post"></div>${nav}`;
		expect((await read({ head, top })).outlet).toBe("The Qarnah Post");
	});

	it("is no program's name for sites that nobody named", async () => {
		const head = `<meta property="og:site_name" content="WordPress">`;
		const top = `<div>Harbour Lights</div><p>Stories from the coast</p>${nav}`;
		const foot = "<footer>Proudly powered by WordPress</footer>";
		expect((await read({ head, top, foot })).outlet).toBe("Harbour Lights");
		expect((await read({ head, foot })).outlet).toBeNull();
	});

	it("is unknown where a page shows its sections and tools alone", async () => {
		const top = `<a href="#m">Open menu</a><img src="l.svg" alt="Logo">${nav}`;
		const head = `<title>Exclusive: ${title}</title>`;
		expect((await read({ head, top })).outlet).toBeNull();
	});
});

describe("the day of a web page", () => {
	it("is printed beside the headline, which an extractor may leave out", async () => {
		const below = `<div class="info">Tuesday 6 February 2024 09:30</div>`;
		expect((await read({ below })).published.value).toBe("2024-02-06");
	});

	it("is labelled beside it, and the foot's day is of a change", async () => {
		const below = `<div class="d">Published: 25/05/2022</div>`;
		const foot = `<div class="foot">Last updated: 14/02/2024</div>`;
		expect((await read({ below, foot })).published.value).toBe("2022-05-25");
	});

	it("is not the day of change that a page prints", async () => {
		const head = `<meta name="article:published_time" content="2024-02-06T10:00:00+03:00">
<meta name="article:modified_time" content="2024-05-01T10:00:00+03:00">`;
		const below = `<div class="info">May 1, 2024</div>`;
		expect((await read({ head, below })).published.value).toBe("2024-02-06");
	});
});

describe("the markup of a page that was moved", () => {
	it("gives way to the printed day and the year of its rights", async () => {
		const head = `<meta property="article:published_time" content="2019-02-11T00:00:00+00:00">`;
		const below = `<div class="by">Subrata Sen | Sarin | June 18, 2012, 00:41 IST</div>`;
		const foot = "<div>Copyright 2012 Harbour Publications</div>";
		expect((await read({ head, below, foot })).published.value).toBe("2012-06-18");
		expect((await read({ head, below })).published.value).toBe("2019-02-11");
	});
});

describe("a document that is called after its section", () => {
	it("has the headline that its readers see", async () => {
		const paragraphs = prose.map((line) => `<p>${line}</p>`).join("");
		const html = `<html><head><title>News - Details</title></head><body>${nav}<div class="title">${title}</div>
<div>Published: 25/05/2022</div><div class="content">${paragraphs}</div></body></html>`;
		const [page] = await readSource({ name: "page.html", bytes: Buffer.from(html) });
		const article = page && buildArticle(page, rules).article;
		expect(article?.title).toBe(title);
		expect(article?.passages[0]?.text).toBe(title);
	});
});

describe("a headline that is broken over two lines", () => {
	it("keeps its words apart", async () => {
		const html = `<html><body><h1>The park<br>by the river</h1>${prose.map((line) => `<p>${line}</p>`).join("")}</body></html>`;
		const [page] = await readSource({ name: "page.html", bytes: Buffer.from(html) });
		expect(page && buildArticle(page, rules).article.title).toBe("The park by the river");
	});
});
