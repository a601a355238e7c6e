import type { ErrorCode } from "../../../domain/errors.ts";
import type { BuildJob } from "../../../search/segments/keeping/segment-builder.ts";
import type { IndexArticle } from "../../../search/segments/segment/passage-rows.ts";
import type {
	EngineHits,
	EngineQuery,
	PassageNumbers,
	SegmentEngine,
} from "../../../search/segments/segment-engine.ts";

/** What the search thread is started with. */
export type SearchSettings = {
	/** Of the segments. */
	folder: string;
	/** `index-data`, and further lines of the lexicon. */
	indexData: string;
	ownLexicon: readonly string[];
};

export type JudgeKind = "accepts" | "prefers";

export type SearchOrder = { id: number } & (
	| { kind: "known" }
	| { kind: "add"; article: IndexArticle; isBulk: boolean }
	| { kind: "remove"; articleId: string }
	/** `judges`: what the judge here is to be asked for. */
	| { kind: "search"; query: EngineQuery; judges: readonly JudgeKind[] }
	/** The answer to a `judge` of the search with this id. */
	| { kind: "judged"; values: Float64Array }
	| { kind: "keep"; corpus: string | null }
	| { kind: "close" }
);

export type SearchReport =
	| { id: number; kind: "done"; value: SearchValue }
	| { id: number; kind: "failed"; code: ErrorCode; message: string }
	| { id: number; kind: "judge"; judge: JudgeKind; passages: PassageNumbers }
	| { kind: "problem"; code: ErrorCode; message: string };

export type SearchValue = EngineHits | Awaited<ReturnType<SegmentEngine["known"]>> | number | null;

export type BuildOrder = { id: number; job: BuildJob };
export type BuildReport = { id: number } & (
	| { isMade: boolean }
	| { failed: string; code: ErrorCode; system: string | undefined }
);
