import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { citedPage, written } from "../../../adapters/web/reader/addresses.ts";
import { createReader } from "../../../adapters/web/reader/create-reader.ts";
import type { Article } from "../../../src/domain/article.ts";
import {
	articlesOf,
	type HostileCorpus,
	hostileCorpus,
} from "../../servers/reader/hostile-articles.ts";
import { asShown, readPage } from "../../servers/reader/page-check.ts";
import { openSettings, readerOver } from "../../servers/reader/server.ts";

const seed = Number(process.env.ISNAD_TEST_SEED);
const corpora = 125;
const pagesOf = 16;

/** The addresses that are asked for, hostile ones among them; an answer's own words are collected. */
function addressesOf([of]: Article[], { asked, speaker, outlet }: HostileCorpus): string[] {
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
		for (const [n, made] of fc.sample(hostileCorpus, { numRuns: corpora, seed }).entries()) {
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
