import type { ZodError } from "zod";

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
	| "path_unwritable"
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
	| "search_unavailable"
	| "data_invalid"
	| "store_newer"
	| "store_corrupt"
	| "store_unwritable"
	| "store_busy"
	| "store_unavailable"
	| "store_failed"
	| "citation_unverified"
	| "address_malformed"
	| "address_refused"
	| "fetch_timeout"
	| "fetch_too_large"
	| "fetch_encoding"
	| "fetch_redirects"
	| "fetch_wait"
	| "fetch_gone"
	| "fetch_failed"
	| "fetch_disallowed"
	| "feed_malformed"
	| "feed_replaced"
	| "page_language"
	| "page_other"
	| "page_shared"
	| "page_unreadable"
	| "page_withdrawn"
	| "article_removed"
	| "correction_unknown"
	| "correction_refused"
	| "source_known"
	| "source_unknown"
	| "translator_away"
	| "translator_refused"
	| "translator_malformed"
	| "translator_rests"
	| "token_missing"
	| "token_refused"
	| "token_known"
	| "token_unknown"
	| "origin_refused"
	| "too_many_requests"
	| "path_unknown"
	| "article_unknown"
	| "quotation_unknown"
	| "too_many_files"
	| "disk_full"
	| "not_supported"
	| "picture_too_large"
	| "stopped"
	| "internal";

/** An error that carries its code, one clear sentence with what to change, and its cause. */
export class IsnadError extends Error {
	override readonly name = "IsnadError";
	readonly code: ErrorCode;
	/** The text for people is `error.<key>` in their language; the message is the operator's. */
	readonly told: { key: string; params: Record<string, string | number> };

	/** `key`: the code where absent. */
	constructor(
		code: ErrorCode,
		message: string,
		options: { cause?: unknown; key?: string; params?: Record<string, string | number> } = {},
	) {
		super(message, "cause" in options ? { cause: options.cause } : undefined);
		this.code = code;
		this.told = { key: options.key ?? code, params: options.params ?? {} };
	}

	get exitStatus(): 1 | 2 {
		return usageCodes.has(this.code) ? 2 : 1;
	}
}

/** A platform could not be asked at all, or gave no answer of its own: it may be there again later. */
export class PlatformAway extends IsnadError {
	constructor(message: string, options: { cause?: unknown } = {}) {
		super("config_invalid", message, options);
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

/** Whether the log has it already: a database that is away says so once, not for each thing asked of it. */
export function isToldOnce(error: unknown): boolean {
	return error instanceof IsnadError && error.code === "store_unavailable";
}

/** What is thrown where a file of `index-data` does not fit its schema: its name and the first place that does not. */
export function damagedData(file: string, error: ZodError): IsnadError {
	const [issue] = error.issues;
	return new IsnadError(
		"data_invalid",
		`index-data/${file} is damaged at ${issue?.path.join(".")}: ${issue?.message}.`,
		{ cause: error },
	);
}
