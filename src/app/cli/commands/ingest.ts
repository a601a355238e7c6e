import { setTimeout as sleep } from "node:timers/promises";
import type { IngestResult } from "../../../corpus/index.ts";
import { countsText } from "../../../domain/claim-standing.ts";
import { IsnadError } from "../../../domain/errors.ts";
import { Hosts } from "../../../sources/hosts.ts";
import { write, writeJson } from "../../io.ts";
import { appFetcher } from "../../live/fetcher.ts";
import { refusalsOf } from "../../live/refusals.ts";
import { printableLine } from "../../printable.ts";
import type { Call } from "../call.ts";
import { progressBar } from "../progress.ts";

/** Reads articles into the corpus folder; exit 1 where none of what was named could be read. */
export async function run({ io, config, options, positionals }: Call): Promise<number> {
	if (positionals.length === 0)
		throw new IsnadError("usage", "ingest needs files, folders or addresses: name at least one.");
	if (config.shipped)
		throw new IsnadError(
			"usage",
			"ingest needs a corpus folder of your own, since the shipped one stays as it is: name it with --corpus DIR or ISNAD_CORPUS.",
		);
	// A bad call is told at once, before anything is read.
	const [{ ingest }, { shippedExtraction }, { openAddress }] = await Promise.all([
		import("../../../corpus/index.ts"),
		import("../../load/extraction.ts"),
		import("../../../sources/open-address.ts"),
	]);
	const { rules, extract, relate } = await shippedExtraction();
	const fetch = appFetcher(config, io.now);
	const hosts = new Hosts(io.now, (ms) => sleep(ms, undefined, { signal: io.signal }));
	const bar = progressBar(io.stderr);
	let result: IngestResult;
	try {
		result = await ingest({
			paths: positionals,
			corpusDir: config.corpus,
			rules,
			extract,
			relate,
			refuses: await refusalsOf(config.corpus),
			open: (address) => openAddress(address, { fetch, hosts }, io.signal),
			useMeta: !options["no-meta"],
			onProgress: ({ done, total }) => bar.show(done, total),
			signal: io.signal,
			now: io.now,
		});
	} catch (error) {
		if (!io.signal.aborted) throw error;
		throw new IsnadError("stopped", "Ingest was stopped: the corpus is as it was before.");
	} finally {
		bar.clear();
	}
	for (const { path, reason, code } of result.skipped) {
		const sentence = reason.includes(path) ? reason : `${path}: ${reason}`;
		io.stderr.write(
			`${printableLine(`${code === "duplicate" ? "Left out: " : "Not read: "}${sentence}`)}\n`,
		);
	}
	if (options.json) await writeJson(io.stdout, result);
	else await write(io.stdout, `${printableLine(summary(result, config.corpus))}\n`);
	return result.articles === 0 && result.skipped.some(({ code }) => code !== "duplicate") ? 1 : 0;
}

function summary(result: IngestResult, corpus: string): string {
	const { articles, added, updated, unchanged, skipped, ignored } = result;
	const parts = [`${added} added`, `${updated} updated`, `${unchanged} unchanged`];
	if (skipped.length > 0) parts.push(`${skipped.length} left out`);
	if (ignored > 0) parts.push(`${ignored} of other kinds passed over`);
	const claims = articles > 0 ? ` ${countsText(result.claims)}.` : "";
	return `${articles} ${articles === 1 ? "article" : "articles"} in ${corpus}: ${parts.join(", ")}.${claims}`;
}
