import { asIsnadError, type ErrorCode } from "../../../src/domain/errors.ts";
import type { ProgramOutcome } from "../../../src/domain/metrics.ts";

/** Why a program got no answer: a stable code, and one sentence that says what to change. */
export type Failure = {
	code: ErrorCode;
	sentence: string;
	status: FailureStatus;
	/** Seconds after which it may ask again. */
	retryAfterS?: number;
};
export type FailureStatus = 400 | 401 | 403 | 404 | 429 | 500 | 503;

/**
 * What a program may be told in its own words, and the status of HTTP. All else is told by its code:
 * its sentence is the operator's, and may name files of this machine.
 */
const statuses: Partial<Record<ErrorCode, FailureStatus>> = {
	request_malformed: 400,
	question_empty: 400,
	question_too_long: 400,
	date_malformed: 400,
	token_missing: 401,
	token_refused: 401,
	origin_refused: 403,
	path_unknown: 404,
	article_unknown: 404,
	quotation_unknown: 404,
	too_many_requests: 429,
	stopped: 503,
};

/** Where nobody says how long. */
const usualWaitS = 5;

export function failureOf(error: unknown): Failure {
	const { code, message, told } = asIsnadError(error);
	const status = statuses[code];
	if (status === 429)
		return {
			code,
			sentence: message,
			status,
			retryAfterS: Number(told.params["count"] ?? usualWaitS),
		};
	if (status !== undefined) return { code, sentence: message, status };
	const sentence =
		"This could not be answered: try again in a minute; the operator's log says why.";
	return { code, sentence, status: 500 };
}

/** What its failure counts as. */
export function outcomeOf({ status }: Pick<Failure, "status">): ProgramOutcome {
	if (status === 429) return "limited";
	if (status === 503) return "stopped";
	return status === 500 ? "failed" : "refused";
}
