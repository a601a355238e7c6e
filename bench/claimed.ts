import { type Agent, get } from "node:http";
import { join } from "node:path";
import { readConfig } from "../src/app/config.ts";
import { loadSearchData } from "../src/app/load/search-data.ts";
import { indexDataFolder } from "../src/app/paths.ts";
import { createApp } from "../src/app/serving/app.ts";
import { writeCorpus } from "../src/corpus/index.ts";
import type { Article } from "../src/domain/article.ts";
import { generateArticles } from "./corpus.ts";

/** The program over so many generated passages with claims, in this folder and ready to answer. */
export async function claimedApp(
	folder: string,
	passages: number,
	env: Readonly<Record<string, string>> = {},
) {
	const { lexicon } = await loadSearchData(indexDataFolder);
	const articles = generateArticles(lexicon, passages).map(withClaims);
	await writeCorpus(folder, { put: articles });
	const places = { ISNAD_CORPUS: folder, ISNAD_DATA: join(folder, "data") };
	const config = readConfig({ ...places, ...env });
	const app = await createApp(config, () => {});
	await app.warmUp();
	return { articles, config, app };
}

/** The time that this share of all does not exceed, as text. */
export function msAt(times: readonly number[], share: number): string {
	const sorted = times.toSorted((a, b) => a - b);
	return `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)} ms`;
}

/** Each passage begins with somebody's claim, and every third claim is denied by the next. */
function withClaims(article: Article, nth: number): Article {
	const claims = article.passages.map((passage, n): Article["claims"][number] => {
		const quote = passage.text.split(" ").slice(0, 12).join(" ");
		const { line, start } = passage.source;
		const source = { line, start, end: (start ?? 0) + quote.length };
		const speaker = { name: nameOf((nth * 7 + n) % 900), kind: "person" as const };
		const saidOn = { value: "2024-03-04", precision: "day", basis: "derived" } as const;
		return {
			...{ id: `${article.id}-c${n + 1}`, passage: passage.id, quote, source, speaker, saidOn },
			...{ via: [nameOf(nth % 50)], act: n % 3 === 1 ? "denies" : "asserts", hedged: false },
			...{ confidence: 0.8, about: [], topics: [] },
		};
	});
	const why = { ar: "ينفي أحدهما ما يقوله الآخر.", en: "One denies what the other says." };
	const contradictions = claims.flatMap((claim, n): Article["contradictions"] => {
		const next = claims[n + 1];
		if (n % 3 > 0 || !next) return [];
		return [{ claims: [claim.id, next.id], kind: "denial", strength: "direct", why }];
	});
	return { ...article, outlet: nameOf(nth % 50), claims, contradictions };
}

const letters = [..."بتجحدرزسشصطعفقكلمنهوي"];
function nameOf(nth: number): string {
	const word = (salt: number) =>
		[7, 3, 5, 11].map((step) => letters[(nth * step + salt) % letters.length]).join("");
	return `${word(1)} ${word(nth)}`;
}

/** Milliseconds to the first byte of an answer, and its bytes. */
export function firstByte(
	url: string,
	agent: Agent,
	headers: Readonly<Record<string, string>> = {},
): Promise<{ ms: number; bytes: number; status: number }> {
	const begun = performance.now();
	return new Promise((resolve, reject) => {
		get(url, { agent, headers }, (response) => {
			const ms = performance.now() - begun;
			let bytes = 0;
			response.on("data", (chunk: Buffer) => {
				bytes += chunk.length;
			});
			response.on("end", () => resolve({ ms, bytes, status: response.statusCode ?? 0 }));
		}).on("error", reject);
	});
}
