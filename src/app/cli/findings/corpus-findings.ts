import { Corrections } from "../../../corrections/corrections.ts";
import { toldCorrection } from "../../../corrections/told.ts";
import type { Article } from "../../../domain/article.ts";
import { countClaims, countsText } from "../../../domain/claim-standing.ts";
import type { Correction } from "../../../domain/corrections.ts";
import { isMeant } from "../../../identity/identity-edits.ts";
import type { Config } from "../../config.ts";
import {
	type OpenedCorpus,
	openServed,
	servedArticles,
	storedArticles,
} from "../../live/served.ts";
import { openWho } from "../../load/who.ts";
import { explained } from "../explained.ts";
import type { Finding } from "./finding.ts";

/**
 * What is wrong with the articles that are served, and with what was corrected in them. `collection`: as
 * which it is told among others; absent where it is told as the corpus.
 */
export async function corpusFindings(config: Config, collection?: string): Promise<Finding[]> {
	const { corpus } = config;
	const check = collection === undefined ? "corpus" : `collection ${collection}`;
	const corrections = collection === undefined ? "corrections" : `${check} corrections`;
	const ingest = collection === undefined ? `--corpus ${corpus}` : `--collection ${collection}`;
	try {
		const opened = await openServed(config);
		const articles = servedArticles(opened);
		const ok = articles.length > 0;
		const count = `${articles.length} articles`;
		const more = collection === undefined ? withPassages(articles, opened, config) : "";
		const claims = countsText(countClaims(articles.flatMap((article) => article.claims)));
		const empty = `${corpus} holds no readable article: run ingest with ${ingest}.`;
		return [
			{ check, ok, says: ok ? `${count}${more}. ${claims}.` : empty },
			...opened.problems.map(({ file, error: { message: says } }) => ({
				...{ check: `${check} ${file}`, ok: false, says },
			})),
			...(await correctionFindings(opened, corrections)),
		];
	} catch (error) {
		return [{ check, ok: false, says: explained(error).message }];
	}
}

function withPassages(
	articles: readonly Article[],
	{ own, folder }: OpenedCorpus,
	{ corpus, shipped }: Config,
): string {
	const passages = articles.reduce((sum, article) => sum + article.passages.length, 0);
	const where = shipped ? `the shipped one${own.size > 0 ? ` and ${folder}` : ""}` : corpus;
	return ` with ${passages} passages (${where})`;
}

/** Corrections that say nothing of what is there any more: whoever made them believes that they hold. */
async function correctionFindings(opened: OpenedCorpus, check: string): Promise<Finding[]> {
	const { corrections } = opened;
	const count = corrections.all.length;
	if (count === 0) return [];
	const who = await openWho({ ...opened, corrections: new Corrections([]) });
	const isThere = (id: string, name: string) =>
		who.named(name).length > 0 || who.identities.some((one) => one.id === id);
	const adrift = corrections.adrift(storedArticles(opened), (edit) => isMeant(edit, isThere));
	const told = (each: Correction) =>
		`${each.id} points at nothing any more (${toldCorrection(each)}): make it anew for how the article reads now, and take this one back with isnad correct undo ${each.id}.`;
	return [
		{ check, ok: true, says: `${count - adrift.length} of ${count} hold.` },
		...adrift.map((each) => ({ check, ok: false, says: told(each) })),
	];
}
