import { Hono } from "hono";
import { failureOf, outcomeOf } from "../../shared/programs/failure.ts";
import { type Admission, tooMany } from "./admission.ts";
import type { DoorParts, McpHandler } from "./api-parts.ts";
import { problem } from "./problem.ts";

export const mcpPath = "/mcp";
/** What a message costs: most of them ask something. */
const cost = 2;

/** The Model Context Protocol over HTTP, to be mounted at `/`: whoever may ask the API may ask here. */
export function createMcpRoute(parts: DoorParts, admission: Admission, handle: McpHandler): Hono {
	const app = new Hono();
	app.use(mcpPath, async (c, next) => {
		await next();
		c.header("Cache-Control", "no-store");
		c.header("X-Content-Type-Options", "nosniff");
	});
	app.all(mcpPath, async (c) => {
		const begun = parts.now();
		try {
			const { token, take } = await admission.admit(c);
			tooMany(take(cost));
			return await handle(c.req.raw, { token });
		} catch (error) {
			const failure = failureOf(error);
			const by = { door: "mcp", token: null } as const;
			const outcome = outcomeOf(failure);
			parts.desk.note("none", by, { outcome, begun, code: failure.code });
			return problem(c, failure);
		}
	});
	return app;
}
