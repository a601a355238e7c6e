import { STATUS_CODES } from "node:http";
import type { Context } from "hono";
import { z } from "zod";
import type { Failure } from "../../shared/programs/failure.ts";

/** Why there is no answer, in the form of RFC 9457 with a stable code of ours. */
export const Problem = z.object({
	type: z.literal("about:blank"),
	title: z.string(),
	status: z.int(),
	code: z.string(),
	/** One sentence that says what to change. */
	detail: z.string(),
});

export function problem(c: Context, { code, sentence, status, retryAfterS }: Failure): Response {
	if (status === 401) c.header("WWW-Authenticate", 'Bearer realm="isnad"');
	if (retryAfterS !== undefined) c.header("Retry-After", String(retryAfterS));
	const told: z.infer<typeof Problem> = {
		...{ type: "about:blank", title: STATUS_CODES[status] ?? "", status },
		...{ code, detail: sentence },
	};
	return c.body(JSON.stringify(told), status, { "content-type": "application/problem+json" });
}
