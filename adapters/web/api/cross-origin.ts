import { Hono } from "hono";
import { cors } from "hono/cors";
import type { Admission } from "./admission.ts";
import { mcpPath } from "./mcp-route.ts";
import { apiBase } from "./openapi.ts";

/** Lets pages of the origins that an operator named ask, and nobody else's; absent where there are none. */
export function crossOrigin(admission: Admission): Hono {
	const app = new Hono();
	const allowing = cors({
		origin: (origin) => (admission.isAllowed(origin) ? origin : null),
		allowMethods: ["GET", "POST", "DELETE"],
		allowHeaders: [
			...["Authorization", "Content-Type", "If-None-Match"],
			...["Mcp-Session-Id", "Mcp-Protocol-Version"],
		],
		exposeHeaders: ["ETag", "Retry-After", "X-Request-Id", "Mcp-Session-Id"],
		maxAge: 600,
	});
	for (const path of [`${apiBase}/*`, mcpPath]) app.use(path, allowing);
	return app;
}
