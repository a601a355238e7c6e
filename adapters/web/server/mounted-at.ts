import { Hono } from "hono";
import type { Routes } from "./routes.ts";

/** The same routes below a path of their own. */
export function mountedAt(path: string, routes: Routes): Routes {
	return new Hono().route(path, routes);
}
