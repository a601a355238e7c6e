import { stat } from "node:fs/promises";
import { join } from "node:path";
import { storeFiles } from "../../corpus/store/files.ts";
import { manifestName } from "../../corpus/store/manifest.ts";
import {
	corpusHash,
	type Keep,
	openCorpus,
	readStore,
	type StoredCorpus,
} from "../../corpus/store/read-corpus.ts";
import {
	correctionsState,
	type ReadCorrections,
	readCorrections,
} from "../../corrections/correction-files.ts";
import { Corrections } from "../../corrections/corrections.ts";
import type { Article } from "../../domain/article.ts";
import { defaultCollection } from "../../domain/collection.ts";
import { IsnadError } from "../../domain/errors.ts";
import type { Corpus } from "../../domain/ports.ts";
import type { IdentityEdit } from "../../identity/identity-edits.ts";
import type { Config } from "../config.ts";
import type { Shelving } from "../load/shelving.ts";

/** What is served: a folder that articles may be added to and, beside it, the shipped corpus. */
export type Served = {
	/** Of the shipped corpus; empty where the operator names a folder. */
	fixed: readonly Article[];
	/** By id: of the folder that grows. They come before shipped ones of the same id. */
	own: ReadonlyMap<string, Article>;
	/** The operator's word, which is laid over both. */
	corrections: Corrections;
};

export type OpenedCorpus = Served & {
	/** The folder that grows. */
	folder: string;
	/** By id: digests of its article files. */
	digests: ReadonlyMap<string, string>;
	problems: { folder: string; file: string; error: IsnadError }[];
	/** Of the articles and of what was corrected in them. */
	hash: string;
	/** See `correctionsState`. */
	corrected: string;
	/** Of the folder's manifest, before it was read; see `fileState`. */
	manifest: string;
};

/**
 * Where articles from addresses go: the corpus folder that the operator named or, where that is the
 * shipped one, which stays as it is, a folder of the program's own that is served beside it.
 */
export function growingFolder({ corpus, shipped, data }: Config): string {
	return shipped ? join(data, "corpus") : corpus;
}

/** Where what the program notes of a collection's folder is; nothing of one is beside another's. */
export function notedFolder({ data, collection }: Pick<Config, "data" | "collection">): string {
	return collection === defaultCollection ? data : join(data, "collections", collection);
}

/** `shelving`: who wants no article whole. Errors: those of `openCorpus`. */
export async function openServed(config: Config, shelving?: Shelving): Promise<OpenedCorpus> {
	const folder = growingFolder(config);
	const { corrections, problems: unread, state } = await openCorrections(folder);
	// Asked before: what comes in while it is read is seen by the first look at it.
	const manifest = await fileState(join(folder, manifestName));
	const [fixed, own] = await Promise.all([
		config.shipped ? openCorpus(config.corpus) : null,
		readOwn(folder, config.shipped, shelving),
	]);
	const problems = [
		...(fixed?.problems ?? []).map((problem) => ({ folder: config.corpus, ...problem })),
		...own.problems.map((problem) => ({ folder, ...problem })),
		...unread.map(({ file, says }) => ({
			...{ folder, file },
			error: new IsnadError("corpus_corrupt", says),
		})),
	];
	return {
		folder,
		fixed: fixed?.articles ?? [],
		own: new Map(own.articles.map((article) => [article.id, article])),
		digests: own.digests,
		problems,
		hash: [hashOf(fixed, own), ...corrections.all.map(({ id }) => id)].join("+"),
		corrections,
		corrected: state,
		manifest,
	};
}

/** The same as long as a file or a folder was not written to; empty where there is none. */
export async function fileState(path: string): Promise<string> {
	const info = await stat(path).catch(() => null);
	return info ? `${info.mtimeMs} ${info.size} ${info.ino}` : "";
}

/** The operator's word as it holds now. Errors: those of `readCorrections`. */
export async function openCorrections(
	folder: string,
): Promise<Pick<ReadCorrections, "problems"> & { corrections: Corrections; state: string }> {
	// Asked before: what comes in between is read now and once more.
	const state = await correctionsState(folder);
	const { all, problems } = state ? await readCorrections(folder) : { all: [], problems: [] };
	const holding = all.filter(({ undone }) => undone === null);
	return { corrections: new Corrections(holding), problems, state };
}

function hashOf(fixed: Corpus | null, { digests }: StoredCorpus): string {
	if (!fixed) return corpusHash(digests);
	return digests.size === 0 ? fixed.hash : `${fixed.hash}+${corpusHash(digests)}`;
}

/** `mayLack`: whether there need be none. */
async function readOwn(
	folder: string,
	mayLack: boolean,
	shelving: Shelving | undefined,
): Promise<StoredCorpus> {
	try {
		if (!shelving) return await readStore(folder, storeFiles);
		const { known } = shelving;
		const keep: Keep = (article, file) => shelving.keep(article, file);
		return await shelving.kept(await readStore(folder, storeFiles, known, keep));
	} catch (error) {
		const isMissing = error instanceof IsnadError && error.code === "corpus_missing";
		if (!mayLack || !isMissing) throw error;
		return { articles: [], problems: [], manifest: null, digests: new Map() };
	}
}

/** All of it as it is answered from, by id. */
export function servedArticles(served: Served): readonly Article[] {
	return served.corrections.apply(storedArticles(served));
}

/** What is said of who is who in it. */
export function identitiesIn(served: Served): IdentityEdit[] {
	return served.corrections.identitiesIn(storedArticles(served));
}

/** All of it as it was read, by id. */
export function storedArticles({ fixed, own }: Pick<Served, "fixed" | "own">): readonly Article[] {
	const all = [...fixed.filter(({ id }) => !own.has(id)), ...own.values()];
	return all.sort((a, b) => (a.id < b.id ? -1 : 1));
}
