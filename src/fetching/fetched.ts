import type { IsnadError } from "../domain/errors.ts";

/** What a server said of a body, to be asked later whether it is still the same. */
export type Validators = { etag: string | null; lastModified: string | null };

export type Fetched =
	| {
			kind: "body";
			/** Where it was found, after all redirects. */
			address: string;
			bytes: Uint8Array;
			/** Lower case, without parameters; null where the server names none. */
			type: string | null;
			charset: string | null;
			validators: Validators;
	  }
	| { kind: "unchanged"; validators: Validators }
	| {
			kind: "failed";
			error: IsnadError;
			/** Asked for by the server. */
			retryAfterMs: number | null;
			/** `gone`: taken down for good (410); `missing`: not there now (404). */
			absent: "gone" | "missing" | null;
	  };

export type FetchAddress = (
	address: string,
	options?: { validators?: Validators | undefined; signal?: AbortSignal | undefined },
) => Promise<Fetched>;
