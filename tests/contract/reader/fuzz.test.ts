import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { citedPage, written } from "../../../adapters/web/reader/addresses.ts";
import { createReader } from "../../../adapters/web/reader/create-reader.ts";
import type { Article } from "../../../src/domain/article.ts";
import { asShown, readPage } from "../../servers/reader/page-check.ts";
import { openSettings, readerOver } from "../../servers/reader/server.ts";
import { article, claim, event } from "../../unit/answers/doubles.ts";

const seed = Number(process.env.ISNAD_TEST_SEED);
const corpora = 125;
const pagesOf = 16;

/** What has broken out of pages elsewhere, and letters that turn lines around or end them. */
const evil = fc.constantFrom(
	"<script>alert(1)</script>",
	'"><img src=x onerror=alert(1)>',
	"' onmouseover='alert(1)' x='",
	"</blockquote></main><iframe src=//evil.example>",
	"<!-- ",
	"-->",
	"<![CDATA[",
	"]]>",
	"</title><svg/onload=alert(1)>",
	"javascript:alert(1)",
	"data:text/html,<b>",
	"&lt;b&gt; &amp;amp; &#x3c;i&#x3e; &",
	"<a href='https://evil.example'>",
	"{{constructor}} $" + "{x}",
	"\u202eevil\u202c \u2066left",
	"\u0000\u0008\u001b[31mred\u001b]0;title\u0007",
	"\r\nSet-Cookie: a=b",
	"\u2028\u2029",
	"\ud800",
	"\ufdfa\u0610",
	"«قول» “words”",
	"/../..//evil.example?x=1#y",
	"%00%3Cscript%3E",
);
const word = fc.constantFrom("reef", "sludge", "boats", "الحمأة", "الوزارة", "said", "on", "3");
const text = fc
	.array(fc.oneof(evil, word, word), { minLength: 1, maxLength: 9 })
	.map((parts) => parts.join(" "));
const name = fc.array(fc.oneof(evil, word), { minLength: 1, maxLength: 3 }).map((p) => p.join(" "));
const url = fc.oneof(
	fc.constant(null),
	fc.constantFrom(
		"https://news.example/a?b=1&c=<2>\"'",
		"javascript:alert(1)",
		"https://news.example/\u202e",
		"//evil.example",
	),
);
const corpus = fc.record({
	lines: fc.array(text, { minLength: 2, maxLength: 5 }),
	...{ title: name, outlet: name, speaker: name, via: name, why: text, asked: text, url },
});
type Corpus = typeof corpus extends fc.Arbitrary<infer T> ? T : never;

function articlesOf({ lines, title, outlet, speaker, via, why, url: address }: Corpus): Article[] {
	const of = article("evil", lines, { title, outlet, url: address });
	const claims = lines.map((line, n) => {
		const quote = line.slice(0, Math.max(1, Math.floor(line.length / (1 + (n % 2)))));
		const said = { speaker: { name: speaker, kind: "person" as const }, via: [via] };
		return claim(of, n + 1, quote, { ...said, act: n % 2 === 0 ? "accuses" : "denies" });
	});
	event(of, 1, lines[0] ?? "", "2024-02");
	const [one, other] = claims;
	if (!one || !other) return [of];
	const pair = { kind: "denial", strength: "direct", why: { en: why, ar: why } } as const;
	return [{ ...of, contradictions: [{ ...pair, claims: [one.id, other.id] }] }];
}

/** The addresses that are asked for, hostile ones among them; an answer's own words are collected. */
function addressesOf([of]: Article[], { asked, speaker, outlet }: Corpus): string[] {
	const q = encodeURIComponent(asked.toWellFormed());
	const part = (value: string) => encodeURIComponent(value.toWellFormed());
	const places = (of?.claims ?? []).slice(0, 2).map((each) => {
		const { quote, id, source, passage } = each;
		const { line, start, end } = source;
		const citation = { article: "evil", passage, line, start, end };
		const whole = { title: null, outlet: null, file: "", url: null };
		const published = { value: null, precision: "unknown", basis: "unknown" } as const;
		const page = citedPage({ ...citation, ...whole, published }, { stated: id, quote });
		return written(page, "en", { base: "" });
	});
	return [
		...[...places, "/a/evil?lang=ar", "/a/evil?p=.p1&l=1", "/c/evil-c1", "/c/evil-c2?lang=ar"],
		...[`/?q=${q}&kind=claims`, `/?q=reef&kind=search&by=${q}`, `/?q=sludge&from=${q}&lang=ar`],
		...[
			`/t?q=reef+${q}`,
			`/w/${part(speaker)}`,
			`/s/${part(outlet)}?lang=ar`,
			`/c/${q}`,
			"/",
			`/?q=reef+${q}`,
		],
		`/a/${part(speaker)}?p=${q}&l=1&lang=${q}`,
	].slice(0, pagesOf);
}

describe("2,000 pages with hostile words", () => {
	it(`hold no element, attribute or address but ours, and quotations word for word (seed ${seed})`, async () => {
		let pages = 0;
		let quotations = 0;
		const failed: string[] = [];
		for (const [n, made] of fc.sample(corpus, { numRuns: corpora, seed }).entries()) {
			const articles = articlesOf(made);
			const quoted = new Set(articles.flatMap(({ claims }) => claims.map(({ quote }) => quote)));
			const parts = readerOver(articles, {
				settings: { ...openSettings, isWhole: n % 2 === 0 },
				now: () => pages * 10_000,
			});
			const { answering } = parts;
			const app = createReader({
				...parts,
				answering: {
					async answer(request) {
						const answer = await answering.answer(request);
						for (const item of answer.items) if (item.kind !== "source") quoted.add(item.quote);
						return answer;
					},
				},
			});
			const outward = new Set(
				articles.flatMap(({ url: at }) => (at && URL.canParse(at) ? new URL(at).href : [])),
			);
			const texts = articles.flatMap(({ passages }) => passages.map((each) => each.text));
			const shownOf = (quote: string) => [...quoted].some((each) => asShown(each) === quote);
			for (const path of addressesOf(articles, made)) {
				const response = await app.request(path, { headers: { host: "localhost" } });
				const page = readPage(await response.text(), outward);
				pages++;
				const unlike = page.texts("blockquote.verbatim").filter((quote) => !shownOf(quote));
				quotations += page.texts("blockquote.verbatim").length;
				const apart = page.texts("p.passage").filter((shown) => !isMadeOf(shown, texts));
				const unstored = [...quoted].filter((quote) => !texts.some((each) => each.includes(quote)));
				const wrong = [...page.strange, ...unlike, ...apart, ...unstored];
				if (wrong.length > 0) failed.push(`${path} of corpus ${n}: ${wrong.join(" | ")}`);
			}
		}
		expect(failed).toEqual([]);
		expect(pages).toBe(2_000);
		expect(quotations).toBeGreaterThan(2_000);
	});
});

/** Cut at the marked words before it was cleaned: the same letters, whatever was taken out of them. */
function isMadeOf(shown: string, texts: readonly string[]): boolean {
	const bare = (value: string) => asShown(value).replace(/[\s[\]0-9;m]/g, "");
	return texts.some((each) => bare(each) === bare(shown));
}
