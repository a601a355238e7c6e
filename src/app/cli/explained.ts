import { asIsnadError, type IsnadError } from "../../domain/errors.ts";
import { systemLimit } from "../../files/system-error.ts";

/** Where nobody knew better, a limit of the machine that lies behind the error is what is told. */
export function explained(error: unknown): IsnadError {
	const known = asIsnadError(error);
	return (known.code === "internal" ? systemLimit(error) : null) ?? known;
}
