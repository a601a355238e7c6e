import { getConnInfo } from "@hono/node-server/conninfo";
import { Hono } from "hono";
import { mayLook } from "./may-look.ts";
import type { Routes } from "./routes.ts";

/** Paths for whoever runs the program, answered in every phase of its life. */
const paths = ["/healthz", "/readyz", "/metrics"] as const;

export function isOperating(path: string): boolean {
	return paths.some((each) => each === path);
}

/** Whether the process can do its work, part by part; nothing in it is secret. */
export type Readiness = { ready: boolean; parts: Record<string, ReadyPart> };
export type ReadyPart = { ok: boolean } & Record<string, string | number | boolean>;

export type OperatingParts = {
	isStopping(): boolean;
	/** Answers within a bounded time. */
	readiness(): Promise<Readiness>;
	metrics(): Promise<{ type: string; text: string }>;
	/** What opens the last two from beyond this machine; nobody may where it is absent. */
	token: string | undefined;
};

/**
 * `/healthz`: the process lives. `/readyz` and `/metrics` are told to this machine and to whoever
 * has the token; for everybody else they are not there.
 */
export function operatingRoutes(parts: OperatingParts): Routes {
	const app = new Hono();
	const [health, ready, metrics] = paths;
	app.get(health, (c) => (parts.isStopping() ? c.text("stopping\n", 503) : c.text("ok\n")));
	for (const path of [ready, metrics])
		app.use(path, async (c, next) => {
			const asks = { from: getConnInfo(c).remote.address, headers: c.req.header() };
			return mayLook(asks, parts.token) ? next() : c.notFound();
		});
	app.get(ready, async (c) => {
		const told = await parts.readiness();
		const isReady = told.ready && !parts.isStopping();
		return c.json({ ...told, ready: isReady }, isReady ? 200 : 503);
	});
	app.get(metrics, async (c) => {
		const { type, text } = await parts.metrics();
		return c.body(text, 200, { "content-type": type });
	});
	return app;
}
