import { IsnadError } from "../../domain/errors.ts";
import { systemCode } from "./files.ts";

const reasons: Record<string, string> = {
	ENOSPC: "the disk is full: free some space",
	EDQUOT: "the disk quota is used up: free some space",
	EACCES: "permission is denied: make the folder writable for this user",
	EPERM: "permission is denied: make the folder writable for this user",
	EROFS: "the file system is read-only: choose another folder",
	ENOTDIR: "a part of the path is a file: choose another folder",
	EEXIST: "a file stands where the folder should be: choose another folder",
	EMFILE: "too many files are open: raise the limit (ulimit -n)",
};

/** The error for a corpus folder that could not be written: what is wrong and what to change. */
export function unwritable(folder: string, error: unknown): IsnadError {
	if (error instanceof IsnadError) return error;
	const code = systemCode(error);
	const why = (code && reasons[code]) ?? (error instanceof Error ? error.message : String(error));
	return new IsnadError(
		"corpus_unwritable",
		`The corpus folder ${folder} cannot be written: ${why}.`,
		{
			cause: error,
		},
	);
}
