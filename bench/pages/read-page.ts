import type { Extraction } from "../../src/app/load/extraction.ts";
import { buildWebPage } from "../../src/corpus/web-page.ts";
import type { Span } from "../../src/domain/article.ts";
import { IsnadError } from "../../src/domain/errors.ts";

/** What became of a page: its quotations, or the code that it was refused with. */
export type PageRead = { ms: number; quotations: number; code: string | null; wrong: string[] };

type Quoted = { quote: string; source: Span & { end_line?: number | undefined } };

/** Reads a page as a feed's page is read, and checks every quotation against the text that it is cited from. */
export async function readPage(
	{ bytes, charset }: { bytes: Uint8Array; charset: string | null },
	{ rules, extract }: Pick<Extraction, "rules" | "extract">,
): Promise<PageRead> {
	const start = performance.now();
	const told = { title: null, outlet: null, published: null };
	const address = "https://post.example/page";
	try {
		const page = { address, format: "html" as const, bytes, charset, told };
		const { article, source } = await buildWebPage(page, rules, "2100-01-01");
		const { claims, events, figures } = await extract(article);
		const ms = performance.now() - start;
		const lines = (source ?? "").split("\n");
		const quoted: Quoted[] = [
			...article.passages.map(({ text, source }) => ({ quote: text, source })),
			...claims,
			...events,
			...figures,
		];
		const wrong = quoted.filter((one) => !isVerbatim(one, lines)).map(({ quote }) => quote);
		return { ms, quotations: quoted.length, code: null, wrong };
	} catch (error) {
		// Anything else is a fault of the reader, whatever the page holds.
		if (!(error instanceof IsnadError)) throw error;
		return { ms: performance.now() - start, quotations: 0, code: error.code, wrong: [] };
	}
}

function isVerbatim({ quote, source }: Quoted, lines: readonly string[]): boolean {
	const { line, start, end } = source;
	return start !== null && end !== null && lines[line - 1]?.slice(start, end) === quote;
}
