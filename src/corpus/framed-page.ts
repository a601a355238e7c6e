import { type ClassifiedPage, classifyPage } from "./page/classify.ts";
import { agreementOf, bodyStems } from "./page/head/agreement.ts";
import { isSiteBuilder } from "./page/outlet/site-builder.ts";
import type { PageRules } from "./page/page-rules.ts";
import type { RawPage } from "./page/raw-page.ts";

/** A page, and what the lines around its article show; null where they are not known. */
export type FramedPage = { page: RawPage; frame: ClassifiedPage | null };

/** What a page's markup says of it, as far as the lines around its article leave it standing. */
export function framedPage(raw: RawPage, rules: PageRules): FramedPage {
	const page = withoutBuilder(raw, rules);
	const frame = classifiedFrame(page, rules);
	return { page: frame ? withHeadline(page, frame) : page, frame };
}

function classifiedFrame({ frame, facts }: RawPage, rules: PageRules): ClassifiedPage | null {
	if (!frame) return null;
	const { lines, headings } = frame;
	return classifyPage(lines, rules, { headings, title: facts.title, site: facts.outlet });
}

/** The page without a name that its site's program gives to sites that nobody named. */
function withoutBuilder(page: RawPage, rules: PageRules): RawPage {
	const { facts } = page;
	if (facts.outlet === null || !isSiteBuilder(facts.outlet, rules)) return page;
	return { ...page, facts: { ...facts, outlet: null } };
}

/**
 * The page with the headline that its readers see, where what the markup calls it is something else: "News - Details".
 * The lines around the article do not have that, nor its text a word of it.
 */
function withHeadline(page: RawPage, { lines, title }: ClassifiedPage): RawPage {
	const stated = page.facts.title;
	const seen = title && lines[title.index];
	if (stated === null || !seen || page.lines[0] !== stated) return page;
	const headline = seen.text.slice(title.from, title.to);
	const body = bodyStems(lines, title.index + 1);
	if (agreementOf(stated, body) > 0 || agreementOf(headline, body) < leastAgreement) return page;
	return {
		...page,
		lines: [headline, ...page.lines.slice(1)],
		facts: { ...page.facts, title: headline },
	};
}

/** Of a headline with its text, where the markup's has nothing of it. */
const leastAgreement = 0.4;

/**
 * A site's name as the list of outlets has it, or as the site writes it, unless what the page shows says that it
 * is another's: a program that sites are built with may leave its own.
 */
export function statedName(
	name: string | null,
	frame: ClassifiedPage | null,
	rules: PageRules,
): string | null {
	if (name === null) return null;
	return rules.outlets.named(name)?.name ?? frame?.outlet ?? name;
}
