import { Parser } from "htmlparser2";
import { IsnadError } from "../../domain/errors.ts";

export type PageBudget = Record<
	"elements" | "nodes" | "attributes" | "depth" | "text" | "work",
	number
>;

/** What one page may cost. Long live reports have 6,000 elements, pages of large outlets up to 25,000 without their scripts and drawings. */
export const pageBudget: PageBudget = {
	/** More are no article. */
	elements: 26_000,
	/** Elements, comments and pieces of text between them: each becomes an object of some 500 bytes. */
	nodes: 80_000,
	/** Of all elements: each is an object too. */
	attributes: 150_000,
	/** Elements in one another; browsers stop at 512. */
	depth: 400,
	/** Characters outside scripts and styles: a book of 500 pages has as many. */
	text: 1_000_000,
	/** Characters times the depth that they stand at: an element's text is asked for again at every level. */
	work: 20_000_000,
};

type Measure = keyof PageBudget;
type Verdict = { code: "file_too_large" | "file_malformed"; says: (limit: number) => string };

const verdicts: Record<Measure, Verdict> = {
	elements: { code: "file_too_large", says: (n) => `has more than ${n} elements` },
	nodes: { code: "file_too_large", says: (n) => `has more than ${n} pieces of markup and text` },
	attributes: { code: "file_too_large", says: (n) => `has more than ${n} attributes` },
	depth: { code: "file_malformed", says: (n) => `nests its elements more than ${n} deep` },
	text: { code: "file_too_large", says: (n) => `has more than ${n} characters of text` },
	work: { code: "file_malformed", says: () => "holds too much text too deep in its elements" },
};

/** Their content is no text of the page, and no part of the tree that is made of it. */
const silent = new Set([
	"script",
	"style",
	"template",
	"svg",
	"math",
	"iframe",
	"object",
	"canvas",
]);
/** A silent element that the reader wants: a page's description of itself. */
const linkedData = /^application\/ld\+json/i;

/**
 * A page without what is no text of it (scripts, drawings), measured before a tree is made. It reads
 * with the tokens of the parser that makes the tree, so that what is counted is what would be made, in
 * time that grows with the length alone. Errors: `file_too_large`, `file_malformed`.
 */
export function measuredPage(html: string, path: string): string {
	const spent: Record<Measure, number> = {
		...{ elements: 0, nodes: 0, attributes: 0, depth: 0, text: 0, work: 0 },
	};
	const spend = (measure: Measure, amount: number) => {
		spent[measure] += amount;
		if (spent[measure] <= pageBudget[measure]) return;
		const { code, says } = verdicts[measure];
		const why = says(pageBudget[measure]);
		throw new IsnadError(code, `${path} ${why}: save the article's text as .txt.`);
	};
	/** Silent elements that are open, the outermost first, and where that one began. */
	const muted: string[] = [];
	let mutedFrom = 0;
	/** Inside a page's description of itself, which no text is taken of. */
	let described = false;
	const kept: string[] = [];
	let from = 0;
	const parser = new Parser(
		{
			onattribute() {
				if (muted.length === 0) spend("attributes", 1);
			},
			onopentagname(name) {
				if (muted.length > 0) {
					if (name === muted[0]) muted.push(name);
					return;
				}
				spend("elements", 1);
				spend("nodes", 1);
				spend("depth", 1);
				if (silent.has(name)) {
					mutedFrom = parser.startIndex;
					muted.push(name);
				}
			},
			onopentag(name, attributes) {
				if (muted.length === 1 && name === "script" && linkedData.test(attributes["type"] ?? "")) {
					muted.pop();
					described = true;
				}
			},
			onclosetag(name) {
				if (muted.length > 0) {
					if (name !== muted[0]) return;
					muted.pop();
					if (muted.length > 0) return;
					kept.push(html.slice(from, mutedFrom));
					from = parser.endIndex + 1;
				}
				described = false;
				spend("depth", -1);
			},
			ontext(text) {
				if (muted.length > 0 || described) return;
				spend("nodes", 1);
				spend("text", text.length);
				spend("work", text.length * spent.depth);
			},
			oncomment: () => spend("nodes", 1),
			onprocessinginstruction: () => spend("nodes", 1),
		},
		{ lowerCaseAttributeNames: false, decodeEntities: true, xmlMode: false },
	);
	parser.write(html);
	parser.end();
	kept.push(html.slice(from));
	return kept.join("");
}

/**
 * The same limit for text that came without markup, or with its markup taken off. Errors:
 * `file_too_large`.
 */
export function checkText(lines: readonly string[], path: string): void {
	const length = lines.reduce((sum, line) => sum + line.length, 0);
	if (length <= pageBudget.text) return;
	throw new IsnadError(
		"file_too_large",
		`${path} ${verdicts.text.says(pageBudget.text)}: save the article's text as .txt.`,
	);
}
