import { formatWriters } from "../../../../adapters/export/export-text.ts";
import { writeAtom } from "../../../../adapters/export/write-atom.ts";
import { exportRecords } from "../../../answers/exported/export-records.ts";
import { IsnadError } from "../../../domain/errors.ts";
import type { ExportAsked, ExportedRecords, Exports } from "../../../domain/exported.ts";
import type { Glosser } from "../../../domain/gloss.ts";
import type { Say } from "../../../domain/messages.ts";
import type { Logger } from "../../../domain/ports.ts";
import type { PageOfCitation } from "../../../domain/reading-room.ts";
import { exportFormats, holdsGlosses, holdsKind } from "../../../domain/sets/export-formats.ts";
import { filtersOf } from "../../../domain/sets/filters.ts";
import type { ChangeJournal } from "../../../domain/state/change-journal.ts";
import type { NameMatcher } from "../../../identity/name-matcher.ts";
import type { LiveCorpus } from "../../live/live-corpus.ts";
import { slicer } from "../../live/slicer.ts";
import { newEntries } from "./new-entries.ts";
import { withGlosses } from "./with-glosses.ts";

type Answering = {
	answerer: Pick<LiveCorpus, "fromOne" | "correct">;
	names: NameMatcher;
	glosser: Pick<Glosser, "kept"> | null;
};

export type ExportsParts = {
	/** Runs work with what answers now. */
	answering<R>(work: (answering: Answering) => Promise<R>): Promise<R>;
	say: Say;
	/** Null where no pages are served under a public address. */
	pageOf: PageOfCitation | null;
	/** Where paths lead from, for what names its own address; null where they lead nowhere. */
	origin: string | null;
	/** What a feed is made of; without it nothing is new. */
	changes: Pick<ChangeJournal, "after" | "startOf"> | null;
	log: Logger;
};

/** What leaves for other programs, of the corpus as it is at that moment, every correction laid over it. */
export function openExports(parts: ExportsParts): Exports {
	return {
		async open(asked, { most = Number.POSITIVE_INFINITY, self } = {}) {
			const { kind, format } = asked;
			if (!holdsKind(format, kind))
				throw new IsnadError(
					"request_malformed",
					`${format} holds no ${kind}: export ${exportFormats[format].of.join(" or ")} in it.`,
				);
			const isFeed = format === "atom";
			const found = await recordsOf(asked, parts, isFeed ? Number.POSITIVE_INFINITY : most);
			const pieces = isFeed
				? await feedOf(asked, found, {
						...parts,
						self: self && parts.origin !== null ? parts.origin + self : null,
					})
				: formatWriters[format]({
						...{ kind, language: found.language, say: parts.say },
						records: found.records(),
					});
			const { type, extension } = exportFormats[format];
			const name = `isnad-${kind}.${extension}`;
			return { count: found.count, name, type, chunks: chunksOf(pieces) };
		},
	};
}

async function recordsOf(
	{ kind, format, request }: ExportAsked,
	{ answering, pageOf, log }: ExportsParts,
	most: number,
): Promise<ExportedRecords> {
	const leftOut = ({ code, message }: IsnadError) =>
		log("warn", `A record is left out of an export: ${message}`, { code });
	return answering(async ({ answerer, names, glosser }) => {
		await answerer.correct();
		const found = await answerer.fromOne(({ answerer: { answer }, library }) =>
			exportRecords(kind, request, { library, names, answer, pageOf, leftOut, breathe: slicer() }),
		);
		const { count } = found;
		if (count > most)
			throw new IsnadError(
				"request_malformed",
				`That are ${count} ${kind}, and at most ${most} are given at once: narrow it, or run isnad export.`,
				{ key: "export_too_many", params: { count, most } },
			);
		return glosser && holdsGlosses(format) ? withGlosses(found, glosser) : found;
	});
}

async function feedOf(
	{ request }: ExportAsked,
	found: ExportedRecords,
	{ changes, say, self }: ExportsParts & { self: string | null },
): Promise<Iterable<string>> {
	const { entries, updated } = await newEntries(found, changes);
	const { language } = found;
	const filters = filtersOf(request);
	const topic = [request.text.trim(), ...Object.values(filters)].filter(Boolean).join(", ");
	const key = JSON.stringify([request.text.trim(), filters]);
	return writeAtom({ entries, updated, topic, key, self, language, say });
}

/** In UTF-16 units: so much is held at a time. */
const chunkLength = 65_536;

/** Pieces in chunks; everything else has its turn between them. */
async function* chunksOf(pieces: Iterable<string>): AsyncGenerator<string> {
	const breathe = slicer();
	let held = "";
	for (const piece of pieces) {
		held += piece;
		const pause = breathe();
		if (pause) await pause;
		if (held.length < chunkLength) continue;
		yield held;
		held = "";
	}
	if (held) yield held;
}
