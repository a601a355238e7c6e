/**
 * How long an answer waits that is asked for right behind a correction, how long the event loop is
 * blocked meanwhile, and what each answer pays for looking whether there is one.
 *   node bench/corrections.ts [--articles 3000] [--corrections 8]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { readConfig } from "../src/app/config.ts";
import { loadSearchData } from "../src/app/load/search-data.ts";
import { indexDataFolder } from "../src/app/paths.ts";
import { createApp } from "../src/app/serving/app.ts";
import { writeCorpus } from "../src/corpus/index.ts";
import { keepCorrection } from "../src/corrections/correction-files.ts";
import { articlePlaceOf, claimPlaceOf, passagePlaceOf } from "../src/corrections/same-place.ts";
import type { Article } from "../src/domain/article.ts";
import type { NewCorrection } from "../src/domain/corrections.ts";
import { unknownDate } from "../src/domain/dates.ts";
import { generateArticles } from "./corpus.ts";

const { values } = parseArgs({
	options: {
		articles: { type: "string", default: "3000" },
		corrections: { type: "string", default: "8" },
	},
});
const count = Number(values.articles);

/** Each passage begins with somebody's claim. */
function withClaims(article: Article, nth: number): Article {
	const claims = article.passages.map((passage, n): Article["claims"][number] => {
		const quote = passage.text.split(" ").slice(0, 12).join(" ");
		const { line, start } = passage.source;
		const source = { line, start, end: (start ?? 0) + quote.length };
		const speaker = { name: nameOf((nth * 7 + n) % 900), kind: "person" as const };
		return {
			...{ id: `${article.id}-c${n + 1}`, passage: passage.id, quote, source, speaker },
			...{ via: [], act: "asserts", hedged: false, saidOn: unknownDate, about: [], topics: [] },
		};
	});
	return { ...article, claims };
}

/** Two words of the corpus's own each, so that hardly two of them share one. */
const surnames = "Adler Bakri Corvin Dahan Eskil Farouk Gentry Halabi Imre Jaber Kovac Lutfi".split(
	" ",
);
const letters = "abcdefghijklmnopqrstuvwxyz";
function nameOf(nth: number): string {
	const given = [nth * 31, nth * 17 + 5, nth * 7 + 3, nth].map((n) => letters[n % 26]).join("");
	return `${given[0]?.toUpperCase()}${given.slice(1)} ${surnames[nth % surnames.length]}${given}`;
}

const told = { by: "bench", why: "measured" };
function correctionOf(article: Article, nth: number): NewCorrection {
	const [claim] = article.claims;
	const [passage] = article.passages;
	if (!claim || !passage) throw new Error("an empty article");
	const place = articlePlaceOf(article);
	const of = { article: place, claim: claimPlaceOf(claim) };
	const to = { name: "Lee Okafor", kind: "person" } as const;
	const all: NewCorrection[] = [
		{ kind: "speaker", ...told, ...of, to },
		{ kind: "hide_passage", ...told, article: place, passage: passagePlaceOf(passage) },
		{ kind: "hide_article", ...told, article: place },
		{ kind: "act", ...told, ...of, to: "denies" },
	];
	const [one] = all.slice(nth % all.length);
	if (!one) throw new Error("no correction");
	return one;
}

const folder = mkdtempSync(join(tmpdir(), "isnad-bench-corrections-"));
try {
	const { lexicon } = await loadSearchData(indexDataFolder);
	const articles = generateArticles(lexicon, 10 * count).map(withClaims);
	await writeCorpus(folder, { put: articles });
	const config = readConfig({ ISNAD_CORPUS: folder, ISNAD_DATA: join(folder, "data") });
	const { answerer, warmUp } = await createApp(config, () => {});
	await warmUp();
	const text = articles[5]?.passages[0]?.text.split(" ").slice(0, 3).join(" ") ?? "";
	const ask = () => answerer.answer({ command: "claims", text, limit: 3 });
	const timed = async (work: () => Promise<unknown>) => {
		const before = performance.now();
		await work();
		return performance.now() - before;
	};
	for (let n = 0; n < 20; n++) await ask();
	const looks = 2_000;
	const looking = await timed(async () => {
		for (let n = 0; n < looks; n++) await answerer.correct();
	});
	const plain = await timed(ask);
	const [, , , changed] = articles;
	const news = {
		put: changed ? [{ ...changed }] : [],
		pairs: new Map(),
		removed: [],
		hash: "",
		digests: new Map(),
	};
	const arriving = await timed(() => answerer.apply(news));
	const delay = monitorEventLoopDelay({ resolution: 1 });
	delay.enable();
	const waits: number[] = [];
	const used = process.cpuUsage();
	for (let n = 0; n < Number(values.corrections); n++) {
		const article = articles[n * 31];
		if (!article) break;
		await keepCorrection(folder, correctionOf(article, n), Date.now);
		waits.push(await timed(ask));
	}
	delay.disable();
	const { user, system } = process.cpuUsage(used);
	const each = (user + system) / 1_000 / waits.length;
	waits.sort((a, b) => a - b);
	const ms = (value: number | undefined) => (value ?? 0).toFixed(1);
	console.log(`${count} articles, ${count * 10} passages and claims.`);
	console.log(`An article that comes in serves after ${ms(arriving)} ms.`);
	console.log(
		`An answer: ${ms(plain)} ms; its look for corrections: ${(looking / looks).toFixed(3)} ms.`,
	);
	console.log(
		`The answer behind a correction: median ${ms(waits[Math.floor(waits.length / 2)])} ms, longest ${ms(waits.at(-1))} ms, ${ms(each)} ms of processor time each; the loop blocked for at most ${ms(delay.max / 1e6)} ms.`,
	);
} finally {
	rmSync(folder, { recursive: true, force: true });
}
