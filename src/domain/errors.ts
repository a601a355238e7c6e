/**
 * Stable codes: scripts and operators rely on them, so a code is never renamed.
 * `usage` errors end the process with status 2, all others with 1.
 */
export type ErrorCode =
	| "usage"
	| "question_empty"
	| "question_too_long"
	| "request_malformed"
	| "date_malformed"
	| "config_invalid"
	| "path_unreadable"
	| "file_empty"
	| "file_binary"
	| "file_encoding"
	| "file_too_large"
	| "file_malformed"
	| "no_article"
	| "meta_malformed"
	| "corpus_missing"
	| "corpus_newer"
	| "corpus_corrupt"
	| "corpus_unwritable"
	| "snapshot_stale"
	| "snapshot_corrupt"
	| "data_invalid"
	| "citation_unverified"
	| "not_supported"
	| "internal";

/** An error that carries its code, one clear sentence with what to change, and its cause. */
export class IsnadError extends Error {
	override readonly name = "IsnadError";
	readonly code: ErrorCode;

	constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
		super(message, options);
		this.code = code;
	}

	get exitStatus(): 1 | 2 {
		return usageCodes.has(this.code) ? 2 : 1;
	}
}

const usageCodes: ReadonlySet<ErrorCode> = new Set([
	"usage",
	"question_empty",
	"question_too_long",
	"date_malformed",
]);

/** The error as it came, or wrapped with the code `internal` so that every catch can rely on a code. */
export function asIsnadError(error: unknown): IsnadError {
	if (error instanceof IsnadError) return error;
	const message = error instanceof Error ? error.message : String(error);
	return new IsnadError("internal", message, { cause: error });
}
