import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { RowKind } from "../../domain/damaged.ts";
import { asIsnadError, IsnadError } from "../../domain/errors.ts";
import type { Logger } from "../../domain/ports.ts";
import { openStore, statePath } from "../../storage/open.ts";
import type { Call } from "../cli.ts";
import type { Config } from "../config.ts";
import { writeJson } from "../io.ts";
import { openServed, servedArticles } from "../live/served.ts";
import { loadMessages } from "../messages.ts";
import { readOwnLexicon } from "../own-lexicon.ts";
import { indexDataFolder } from "../paths.ts";
import { platforms } from "../platforms.ts";

/** One thing that was looked at; `says` tells how to mend it where it is not right. */
type Finding = { check: string; ok: boolean; says: string };

const leastNode = 24;

/** Looks at everything that a start needs; exit 1 where something has to be mended. */
export async function run({ io, config, log, options }: Call): Promise<number> {
	const findings = [
		checkNode(process.versions.node),
		{ check: "configuration", ok: true, says: "every setting can be read." },
		...(await checkCorpus(config)),
		await checkLanguageData(),
		...(await checkOwnLexicon(config)),
		...(await checkStorage(config)),
		...(await checkPlatforms(config, log)),
	];
	const ok = findings.every((finding) => finding.ok);
	if (options.json) await writeJson(io.stdout, { ok, findings });
	else
		for (const finding of findings)
			io.stdout.write(`${finding.ok ? "ok   " : "WRONG"} ${finding.check}: ${finding.says}\n`);
	return ok ? 0 : 1;
}

export function checkNode(version: string): Finding {
	const ok = Number(version.split(".")[0]) >= leastNode;
	const says = ok
		? `${version}.`
		: `${version} is too old: start it with npm start, which uses the locked Node, or install Node ${leastNode}.`;
	return { check: "node", ok, says };
}

async function checkCorpus(config: Config): Promise<Finding[]> {
	const { corpus, shipped } = config;
	try {
		const opened = await openServed(config);
		const articles = servedArticles(opened);
		const passages = articles.reduce((sum, article) => sum + article.passages.length, 0);
		const own = opened.own.size > 0 ? ` and ${opened.folder}` : "";
		const where = shipped ? `the shipped one${own}` : corpus;
		const ok = articles.length > 0;
		return [
			{
				check: "corpus",
				ok,
				says: ok
					? `${articles.length} articles with ${passages} passages (${where}).`
					: `${corpus} holds no readable article: run ingest with --corpus ${corpus}.`,
			},
			...opened.problems.map(({ file, error }) => ({
				check: `corpus ${file}`,
				ok: false,
				says: error.message,
			})),
		];
	} catch (error) {
		return [{ check: "corpus", ok: false, says: asIsnadError(error).message }];
	}
}

async function checkLanguageData(): Promise<Finding> {
	try {
		const [{ loadSearchData }, { loadExtraction }] = await Promise.all([
			import("../search-data.ts"),
			import("../extraction.ts"),
		]);
		await loadMessages(indexDataFolder);
		await loadExtraction(indexDataFolder);
		const { lexicon } = await loadSearchData(indexDataFolder);
		return { check: "language data", ok: true, says: `${lexicon.size} entries in the lexicon.` };
	} catch (error) {
		return { check: "language data", ok: false, says: asIsnadError(error).message };
	}
}

async function checkOwnLexicon({ lexicon }: Config): Promise<Finding[]> {
	if (lexicon === undefined) return [];
	const { lines, problems } = await readOwnLexicon(lexicon);
	const check = "own lexicon";
	return [
		...problems.map((says) => ({ check, ok: false, says })),
		{ check, ok: true, says: `${lines.length} entries from ${lexicon}.` },
	];
}

async function checkStorage(config: Config): Promise<Finding[]> {
	const { data } = config;
	try {
		const folder = await nearestFolder(data);
		const probe = join(folder, `.doctor-${randomUUID()}`);
		await writeFile(probe, "");
		await rm(probe);
		const says = folder === data ? `${data} can be written to.` : `${data} can be made.`;
		// A check makes no state: only one that is there is opened.
		const damaged = existsSync(statePath(config)) ? await checkRows(config) : [];
		return [{ check: "storage", ok: true, says }, ...damaged];
	} catch (error) {
		if (error instanceof IsnadError) return [{ check: "storage", ok: false, says: error.message }];
		const code = (error as { code?: string }).code ?? "unknown error";
		return [
			{
				check: "storage",
				ok: false,
				says: `${data} cannot be written to (${code}): make it writable, or name another folder in ISNAD_DATA.`,
			},
		];
	}
}

/** More rows than these that cannot be read are the work of one cause. */
const mostRows = 50;

/** Rows that are left out while everything else goes on. */
async function checkRows(config: Config): Promise<Finding[]> {
	const store = await openStore(config);
	try {
		const damaged = await store.damaged(mostRows + 1);
		const findings = damaged.slice(0, mostRows).map((row): Finding => {
			const check = `storage ${row.kind} ${row.id}`;
			return { check, ok: false, says: `${row.field} cannot be read: ${mends[row.kind]}.` };
		});
		if (damaged.length > mostRows)
			findings.push({
				check: "storage",
				ok: false,
				says: `more than ${mostRows} rows cannot be read: restore a backup with isnad restore FILE.`,
			});
		return findings;
	} finally {
		await store.close();
	}
}

const mends: Record<RowKind, string> = {
	subscription:
		"this digest rests; end it with /digest unsubscribe ID in its channel and make it anew",
	delivery: "this day of a digest is not told of; nothing needs to be done",
	view: "the buttons under that answer say that it is too old; nothing needs to be done",
	thread: "that conversation begins anew; nothing needs to be done",
	source: "it is not looked at; end it with isnad source remove ID and add it anew",
	source_item: "its page is read anew the next time its feed names it",
	change: "digests do not tell of it; restore a backup where that matters",
	setting: "it counts as not set; set it again",
};

/** The folder itself, or the nearest one above it that is there; a check makes no folders. */
async function nearestFolder(path: string): Promise<string> {
	for (let at = path; ; at = dirname(at)) {
		try {
			if ((await stat(at)).isDirectory()) return at;
			throw Object.assign(new Error("not a folder"), { code: "ENOTDIR" });
		} catch (error) {
			if ((error as { code?: string }).code !== "ENOENT") throw error;
		}
	}
}

async function checkPlatforms(config: Config, log: Logger): Promise<Finding[]> {
	const out: Finding[] = [];
	for (const platform of platforms) {
		const { name: check } = platform;
		if (!platform.isConfigured(config)) {
			out.push({ check, ok: true, says: "not configured." });
			continue;
		}
		const problems = platform.problems(config);
		for (const says of problems) out.push({ check, ok: false, says });
		if (problems.length > 0) continue;
		const say = await loadMessages(indexDataFolder);
		for (const found of await platform.check(config, log, say)) out.push({ check, ...found });
	}
	return out;
}
