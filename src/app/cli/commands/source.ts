import { setTimeout as sleep } from "node:timers/promises";
import { IsnadError } from "../../../domain/errors.ts";
import type { Source } from "../../../domain/sources.ts";
import { SourceCommands } from "../../../sources/commands.ts";
import { Hosts } from "../../../sources/hosts.ts";
import { type LeaseParts, pollUnderLease } from "../../../sources/lease.ts";
import type { PollResult } from "../../../sources/poll-source.ts";
import { RobotsFiles } from "../../../sources/robots-files.ts";
import { rhythm } from "../../../sources/schedule.ts";
import { type SourceVerb, sourceVerbs } from "../../../sources/verbs.ts";
import { openStore } from "../../../storage/open.ts";
import { write, writeJson } from "../../io.ts";
import { CorpusIntake } from "../../live/corpus-intake.ts";
import { appFetcher } from "../../live/fetcher.ts";
import { dropIntent, intentsFolder } from "../../live/intents.ts";
import { openJournal, sourceId } from "../../live/live-sources.ts";
import { notesFolder, openNotes } from "../../live/reading-notes.ts";
import { notedFolder, openServed, storedArticles } from "../../live/served.ts";
import { shippedExtraction } from "../../load/extraction.ts";
import { loadMessages } from "../../load/messages.ts";
import { indexDataFolder } from "../../paths.ts";
import { printableLine } from "../../printable.ts";
import { setTimer } from "../../sleep.ts";
import type { Call } from "../call.ts";

/** Follows, lists, reads and forgets feeds and pages; exit 1 where a source cannot be read. */
export async function run({ io, config, log, options, positionals }: Call): Promise<number> {
	const [name = "", rest = "", ...more] = positionals;
	const verb = sourceVerbs.find((known): known is SourceVerb => known === name);
	const needs = verb === "add" || verb === "remove";
	if (!verb || more.length > 0 || (needs && !rest) || (verb === "list" && rest))
		throw new IsnadError(
			"usage",
			"source takes add ADDRESS, list, check [ID] or remove ID: write for example isnad source add https://example.org/feed.",
		);
	const store = await openStore(config);
	try {
		const [opened, say] = await Promise.all([openServed(config), loadMessages(indexDataFolder)]);
		const intents = intentsFolder(notedFolder(config));
		const journal = await openJournal({
			...{ intents, opened, changes: store.changes },
			...{ articles: storedArticles(opened), now: io.now },
		});
		const fetch = appFetcher(config, io.now);
		const intake = new CorpusIntake({
			corpusDir: opened.folder,
			language: shippedExtraction,
			served: opened.digests,
			intents,
			now: io.now,
			notes: openNotes(notesFolder(notedFolder(config)), io.now),
		});
		const hosts = new Hosts(io.now, (ms) => sleep(ms, undefined, { signal: io.signal }));
		const parts: LeaseParts = {
			store: store.sources,
			fetch,
			hosts,
			robots: new RobotsFiles(fetch, hosts, io.now),
			intake,
			async onChanges({ changes, intent }) {
				await journal.note(changes);
				await dropIntent(intent);
			},
			now: io.now,
			random: Math.random,
			log,
			setTimer,
		};
		const looked: PollResult[] = [];
		const pollNow = async (source: Source) => {
			const one = await pollUnderLease(source, parts, io.signal);
			looked.push(one);
			return one;
		};
		const commands = new SourceCommands({
			store: store.sources,
			fetch,
			allowed: config.allowAddresses,
			intake,
			poll: pollNow,
			wake: () => {},
			say,
			now: io.now,
			newId: sourceId,
		});
		const notice = await commands.notice({ verb, rest }, "console", "en");
		if (verb === "add" || verb === "check") await lookAtDue(store.sources, rest, pollNow, io.now);
		const sources = await store.sources.list();
		const problems = looked.flatMap(({ source: { lastProblem } }) =>
			lastProblem ? [say("en", `error.${lastProblem.key}`, lastProblem.params)] : [],
		);
		if (options.json) {
			const read = looked.map(({ source, taken, failed }) => ({ id: source.id, taken, failed }));
			await writeJson(io.stdout, { sources, read });
		} else {
			const counts = looked.map(
				({ source, taken, failed }) =>
					`${source.id}: ${taken} articles read, ${failed} pages not read.`,
			);
			await write(io.stdout, `${[...notice.lines, ...counts].map(printableLine).join("\n")}\n`);
		}
		for (const problem of problems) io.stderr.write(`${printableLine(problem)}\n`);
		return problems.length > 0 ? 1 : 0;
	} finally {
		await store.close();
	}
}

/** What the command made due is read here: no server may be running. */
async function lookAtDue(
	store: LeaseParts["store"],
	named: string,
	pollNow: (source: Source) => Promise<PollResult>,
	now: () => number,
): Promise<void> {
	for (const source of await store.list()) {
		const meant = !named || source.id === named.toLowerCase() || isSame(source.address, named);
		if (!meant || source.nextPollAt > now()) continue;
		const until = now() + rhythm.lease;
		// One that a server has taken meanwhile is looked at there.
		if (await store.renew(source.id, source.nextPollAt, until))
			await pollNow({ ...source, nextPollAt: until });
	}
}

function isSame(address: string, named: string): boolean {
	return URL.canParse(named) && address === new URL(named).href.replace(/#.*$/, "");
}
