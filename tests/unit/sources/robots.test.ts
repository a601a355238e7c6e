import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRobots } from "../../../src/sources/robots.ts";

const file = `
# Comments and fields of other programs are passed over.
Sitemap: https://example.org/sitemap.xml
User-agent: greedy
User-agent: Isnad
Disallow: /private   # not for us
Allow: /private/press
Disallow: /*.pdf$
Disallow: /search*q=
Crawl-delay: 2

User-agent: *
Disallow: /
`;

describe("robots.txt", () => {
	it.each([
		["/news/1.html", true],
		["/private", false],
		["/private/x", false],
		["/private/press/1", true],
		["/a/report.pdf", false],
		["/a/report.pdf?x", true],
		["/search?q=1", false],
		["/search/more?z=2&q=1", false],
		["/searching", true],
	])("says of %s: %s", (path, allowed) => {
		expect(parseRobots(file, "isnad").allows(path)).toBe(allowed);
	});

	it("speaks to everybody whom it does not name, and asks for a pause that is bounded", () => {
		expect(parseRobots(file, "another").allows("/news/1.html")).toBe(false);
		expect(parseRobots(file, "isnad").delayMs).toBe(2_000);
		expect(parseRobots("User-agent: *\nCrawl-delay: 86400", "isnad").delayMs).toBe(30_000);
		expect(parseRobots("User-agent: *\nCrawl-delay: soon", "isnad").delayMs).toBeNull();
	});

	it("allows where it allows and forbids equally, and where it says nothing", () => {
		expect(parseRobots("User-agent: *\nDisallow: /a\nAllow: /a", "isnad").allows("/a")).toBe(true);
		for (const text of ["", "User-agent: *\nDisallow:", "<html>not found</html>"])
			expect(parseRobots(text, "isnad").allows("/a")).toBe(true);
	});

	it("is read in time whatever it holds", () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 2_000 }), fc.webPath(), (text, path) => {
				parseRobots(`User-agent: *\nDisallow: ${text}`, "isnad").allows(path);
			}),
		);
		const stars = `User-agent: *\n${`Disallow: /${"*a".repeat(1_000)}$\n`.repeat(100)}`;
		expect(parseRobots(stars, "isnad").allows(`/${"a".repeat(2_000)}`)).toBe(false);
	});
});
