import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { CorrectionWatch } from "../src/app/live/correction-watch.ts";
import { LiveCorpus } from "../src/app/live/live-corpus.ts";
import { keepCorrection } from "../src/corrections/correction-files.ts";
import { Corrections } from "../src/corrections/corrections.ts";
import type { DeskParts } from "../src/desk/desk.ts";
import type { Article } from "../src/domain/article.ts";
import type { Desk } from "../src/domain/chat.ts";
import { NameMatcher } from "../src/identity/name-matcher.ts";
import { PlainIndex } from "./contract/passage-index/plain-index.ts";
import { deskOf } from "./desk.ts";
import { lexicon, reader, say } from "./unit/answers/doubles.ts";

export function emptyFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), "isnad-corrections-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** What answers from these articles, with the corrections that are kept in the folder. */
export function liveOver(articles: readonly Article[], folder: string): LiveCorpus {
	const corrections = new Corrections([]);
	return new LiveCorpus({
		served: {
			fixed: [],
			own: new Map(articles.map((article) => [article.id, article])),
			corrections,
		},
		index: new PlainIndex(articles),
		reader: () => reader(),
		names: new NameMatcher(lexicon, new Set(["the"]), []),
		stopWords: new Set<string>(),
		say,
		watch: new CorrectionWatch(folder, { corrected: "", corrections }, () => {}),
	});
}

/** A desk at which operators correct these articles. */
export async function correctingDesk(
	articles: readonly Article[],
	folder: string,
	more: Partial<DeskParts> = {},
): Promise<{ desk: Desk; live: LiveCorpus }> {
	const live = liveOver(articles, folder);
	const desk = await deskOf([], {
		answerer: live,
		corrections: {
			stored: () => live.stored(),
			async keep(made) {
				const kept = await keepCorrection(folder, made, Date.now);
				await live.correct();
				return kept;
			},
		},
		...more,
	});
	return { desk, live };
}
