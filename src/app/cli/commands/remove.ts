import { withoutPlace } from "../../../corpus/sameness/places.ts";
import { storeFiles } from "../../../corpus/store/files.ts";
import { openWriter } from "../../../corpus/store/write-corpus.ts";
import { keepCorrection } from "../../../corrections/correction-files.ts";
import { makeCorrection } from "../../../corrections/make.ts";
import { targetOf } from "../../../corrections/targets.ts";
import { correctionWords } from "../../../corrections/words.ts";
import type { Article } from "../../../domain/article.ts";
import { IsnadError } from "../../../domain/errors.ts";
import type { Source } from "../../../domain/sources.ts";
import { isKept, openStore } from "../../../storage/open.ts";
import type { Config } from "../../config.ts";
import { write, writeJson } from "../../io.ts";
import { openServed, storedArticles } from "../../live/served.ts";
import { loadMessages } from "../../load/messages.ts";
import { indexDataFolder } from "../../paths.ts";
import { printableLine } from "../../printable.ts";
import type { Call } from "../call.ts";
import { signed } from "./correct.ts";

/** What became of what was named. */
type Removed = { source: string | null; articles: string[]; kept: string[] };

/**
 * Takes an article out of the corpus, so that it is read again no more, or a source with its
 * articles, which may be followed again.
 */
export async function run(call: Call): Promise<number> {
	const { io, config, options, positionals } = call;
	const [named, ...more] = positionals;
	if (!named || more.length > 0)
		throw new IsnadError(
			"usage",
			"remove takes one file, article, address or source: write for example isnad remove story.txt --why TEXT.",
		);
	const { by, why } = signed(call);
	const removed =
		(await removeSource(named, config)) ?? (await removeArticle(named, { by, why }, call));
	if (options.json) await writeJson(io.stdout, removed);
	else await write(io.stdout, `${printableLine(summary(removed))}\n`);
	return 0;
}

async function removeArticle(
	named: string,
	told: { by: string; why: string },
	{ config, io }: Call,
): Promise<Removed> {
	const served = await openServed(config);
	const id = damagedArticle(named, served.problems);
	if (id !== null) {
		await takeOut(served.folder, async (articles) => ({ gone: [id], left: articles }));
		return { source: null, articles: [id], kept: [] };
	}
	const { article } = targetOf(named, storedArticles(served));
	const asked = { kind: "remove", target: { article }, value: "", ...told } as const;
	const words = correctionWords(await loadMessages(indexDataFolder));
	const made = makeCorrection(asked, { who: null, words });
	// First the word: from here on it is in no answer, whatever becomes of the file.
	await keepCorrection(served.folder, made, io.now);
	if (!served.own.has(article.id)) return { source: null, articles: [], kept: [article.id] };
	await takeOut(served.folder, async (articles) => ({
		gone: [article.id],
		left: articles.filter(({ id }) => id !== article.id),
	}));
	return { source: null, articles: [article.id], kept: [] };
}

/** The article whose file is listed and cannot be read; null where none is named so. */
function damagedArticle(named: string, problems: readonly { file: string }[]): string | null {
	const ids = problems.flatMap(({ file }) => /^articles\/(.+)\.json$/.exec(file)?.[1] ?? []);
	return ids.find((id) => named === id || named.endsWith(`articles/${id}.json`)) ?? null;
}

/** Null where no source is named so. */
async function removeSource(named: string, config: Config): Promise<Removed | null> {
	if (!isKept(config)) return null;
	const store = await openStore(config);
	try {
		const sources = await store.sources.list();
		const source = sources.find(({ id, address }) => id === named || address === named);
		if (!source) return null;
		const held = await heldBy(source, sources, store.sources);
		const served = await openServed(config);
		const gone: string[] = [];
		await takeOut(served.folder, async (articles) => {
			// While nobody else writes: a look that is under way would bring its articles back.
			await store.sources.remove(source.id);
			const left = articles.flatMap((article) => {
				const addresses = held.get(article.id);
				if (!addresses) return [article];
				let rest: Article | null = article;
				for (const address of addresses) rest = rest && withoutPlace(rest, address);
				if (rest) return [rest];
				gone.push(article.id);
				return [];
			});
			return { gone, left };
		});
		const kept = [...held.keys()].filter((id) => served.own.has(id) && !gone.includes(id));
		return { source: source.id, articles: gone, kept };
	} finally {
		await store.close();
	}
}

/** Articles of this source and of no other, with the addresses at which it gave them. */
async function heldBy(
	source: Source,
	all: readonly Source[],
	store: { items(source: string): Promise<{ article: string | null; address: string | null }[]> },
): Promise<Map<string, (string | null)[]>> {
	const out = new Map<string, (string | null)[]>();
	for (const { article, address } of await store.items(source.id))
		if (article !== null) out.set(article, [...(out.get(article) ?? []), address]);
	for (const other of all)
		if (other.id !== source.id)
			for (const { article } of await store.items(other.id)) if (article) out.delete(article);
	return out;
}

/** Writes the corpus without what is gone; of what stays nothing points at it any more. */
async function takeOut(
	folder: string,
	change: (articles: readonly Article[]) => Promise<{ gone: string[]; left: readonly Article[] }>,
): Promise<void> {
	const writer = await openWriter(folder, storeFiles);
	try {
		const { articles } = writer.stored;
		const { gone, left } = await change(articles);
		const leaving = new Set(gone);
		const claims = new Set(
			articles
				.filter(({ id }) => leaving.has(id))
				.flatMap((each) => each.claims.map(({ id }) => id)),
		);
		const isLeft = ({ claims: pair, told = [] }: Article["contradictions"][number]) =>
			!pair.some((id) => claims.has(id)) && !told.some(({ article }) => leaving.has(article));
		const before = new Set(articles);
		const put = left
			.map((article) =>
				article.contradictions.every(isLeft)
					? article
					: { ...article, contradictions: article.contradictions.filter(isLeft) },
			)
			.filter((article) => !before.has(article));
		await writer.commit({ put, remove: gone });
	} finally {
		await writer.close().catch(() => undefined);
	}
}

function summary({ source, articles, kept }: Removed): string {
	const parts: string[] = [];
	if (source) parts.push(`The source ${source} is followed no more.`);
	if (articles.length > 0) parts.push(`Removed: ${articles.join(", ")}.`);
	if (source && kept.length > 0)
		parts.push(`Kept, since they stand elsewhere too: ${kept.join(", ")}.`);
	if (!source && kept.length > 0)
		parts.push(`${kept.join(", ")} is in no answer any more; the shipped corpus stays as it is.`);
	return parts.join(" ");
}
