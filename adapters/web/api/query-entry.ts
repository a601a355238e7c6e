import { z } from "zod";
import { IsnadError } from "../../../src/domain/errors.ts";

/**
 * What the query of an address asks, as its operation takes it: numbers are written in digits there.
 * Errors: `request_malformed` where something is said twice.
 */
export function queryEntry(
	input: z.ZodObject,
	queries: Readonly<Record<string, readonly string[]>>,
): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(queries).map(([name, [value = "", ...more]]) => {
			if (more.length > 0)
				throw new IsnadError(
					"request_malformed",
					`${name.slice(0, 40)} is said more than once: say it once.`,
				);
			const schema = Object.hasOwn(input.shape, name) ? input.shape[name] : undefined;
			const isNumber = schema !== undefined && takesNumber(schema);
			return [name, isNumber && /^\d{1,9}$/.test(value) ? Number(value) : value];
		}),
	);
}

/** 2 is a line, an offset and a limit of every kind. */
function takesNumber(schema: z.core.$ZodType): boolean {
	return z.safeParse(schema, 2).success;
}
