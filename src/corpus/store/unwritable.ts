import { IsnadError } from "../../domain/errors.ts";
import { systemCode, whyOf } from "../../files/system-error.ts";

const reasons: Record<string, string> = {
	EACCES: "permission is denied: make the folder writable for this user",
	EPERM: "permission is denied: make the folder writable for this user",
	ENOTDIR: "a part of the path is a file: choose another folder",
	EEXIST: "a file stands where the folder should be: choose another folder",
};

/** The error for a corpus folder that could not be written: what is wrong and what to change. */
export function unwritable(folder: string, error: unknown): IsnadError {
	if (error instanceof IsnadError) return error;
	const code = systemCode(error);
	const why =
		whyOf(error) ??
		(code && reasons[code]) ??
		(error instanceof Error ? error.message : String(error));
	return new IsnadError(
		"corpus_unwritable",
		`The corpus folder ${folder} cannot be written: ${why}.`,
		{
			cause: error,
		},
	);
}
