import type { Routes } from "../../../adapters/web/server/routes.ts";
import type { WebServer } from "../../../adapters/web/server/web-server.ts";
import type { Metrics } from "../../domain/metrics.ts";
import type { Clock, Logger } from "../../domain/ports.ts";
import { readerPathOf, settingsOf } from "../collections/settings-of.ts";
import type { Config } from "../config.ts";
import { asNewRequest, newRequestId } from "../requests.ts";
import type { App } from "./app.ts";
import { standingOf } from "./metrics/standing.ts";
import { isInstalled } from "./platforms/installed-slack.ts";
import { isSlackOverHttp } from "./platforms/platforms.ts";
import type { DoorsParts } from "./programs.ts";
import type { Answering, ReaderParts } from "./reader.ts";
import { readinessOf, type Watched } from "./readiness.ts";
import type { Serving } from "./serving.ts";

/** The one HTTP server of a process that stays up, and what it tells of the process. */
export type Web = {
	server: WebServer;
	metrics: Metrics;
	/** Filled in as the process comes up: what is not there yet is not ready. */
	watched: Watched;
	/** Everything is there: these are served at paths of their own beside Slack's. */
	open(routes: readonly Routes[]): void;
};

/** Whether anything is listened on: where an address is set, or Slack calls the bot. */
export function isListening(config: Config): boolean {
	return config.isPortSet || config.publicUrl !== undefined || isSlackOverHttp(config);
}

/** Listens, before anything else is opened; undefined where nothing is listened on. Errors: `config_invalid`. */
export async function openWeb(config: Config, log: Logger, now: Clock): Promise<Web | undefined> {
	if (!isListening(config)) return undefined;
	const [{ WebServer }, { operatingRoutes }, { createPrometheus }] = await Promise.all([
		import("../../../adapters/web/server/web-server.ts"),
		import("../../../adapters/web/server/operating.ts"),
		import("./metrics/prometheus.ts"),
	]);
	const watched: Watched = {};
	const metrics = createPrometheus(standingOf(watched, now));
	const { host, port, metricsToken: token } = config;
	const operating = operatingRoutes({
		isStopping: () => server.isStopping,
		readiness: () => readinessOf(watched),
		metrics: () => metrics.text(),
		token,
	});
	const parts = { host, port, operating, newId: newRequestId, asRequest: asNewRequest, log };
	const server = new WebServer(parts);
	await server.start();
	log("info", "HTTP is served.", { host, port: server.port });
	return { server, metrics, watched, open: (routes) => server.open(routes) };
}

type RoutesParts = Omit<ReaderParts, "app" | "answering" | "changes"> &
	Pick<Serving, "collections" | "store"> &
	Pick<DoorsParts, "metrics"> & { app: Pick<App, "answerer" | "names" | "say" | "glosser"> };

/** Each part of the web at its paths; what is not configured is not loaded. */
export async function routesOf(parts: RoutesParts): Promise<Routes[]> {
	return [
		...(await installRoutesOf(parts)),
		...(await doorsOf(parts)),
		...(await readersOf(parts)),
	];
}

async function installRoutesOf({ app, config, store, now, log }: RoutesParts): Promise<Routes[]> {
	if (!isInstalled(config)) return [];
	const { openInstallPages } = await import("./platforms/installed-slack.ts");
	return [await openInstallPages({ config, store, now, log, say: app.say })];
}

/** Each collection is asked with tokens of its own. */
async function doorsOf({ app, collections, store, ...parts }: RoutesParts): Promise<Routes[]> {
	const { openDoors } = await import("./programs.ts");
	const given = { ...parts, say: app.say, tokens: store.tokens };
	return inEach({ app, collections, config: parts.config }, (of) => openDoors({ ...given, ...of }));
}

async function readersOf({ app, collections, ...parts }: RoutesParts): Promise<Routes[]> {
	const { openReader } = await import("./reader.ts");
	const { store } = parts;
	return inEach({ app, collections, config: parts.config }, async (of) => {
		const { collection } = of.config;
		const { changes } = collection === parts.config.collection ? store : store.of(collection);
		const reader = openReader({ ...parts, ...of, app, changes });
		return reader ? [reader] : [];
	});
}

/** What is opened for each collection, below the path of its own; the one at the root comes last. */
async function inEach(
	{ app, collections, config }: Pick<RoutesParts, "app" | "collections" | "config">,
	open: (of: Pick<ReaderParts, "answering" | "config">) => Promise<Routes[]>,
): Promise<Routes[]> {
	const others = collections?.ids.map(async (id) => {
		const answering: Answering = (work) => collections.use(id, ({ app }) => work(app));
		return placed(id, await open({ config: settingsOf(config, id), answering }));
	});
	const own = await open({ config, answering: (work) => work(app) });
	return [...(await Promise.all(others ?? [])).flat(), ...(await placed(config.collection, own))];
}

async function placed(collection: string, routes: readonly Routes[]): Promise<readonly Routes[]> {
	const path = readerPathOf(collection);
	if (path === "") return routes;
	const { mountedAt } = await import("../../../adapters/web/server/mounted-at.ts");
	return routes.map((each) => mountedAt(path, each));
}

/** The same log; what somebody should see is counted. */
export function countedLog(log: Logger, metrics: Pick<Metrics, "logged">): Logger {
	return (level, msg, fields) => {
		if (level === "warn" || level === "error")
			metrics.logged({ level, unexpected: isUnexpected(fields) });
		log(level, msg, fields);
	};
}

/** `internal` is the code of what nobody foresaw, `defect` a platform's reason for the same. */
function isUnexpected(fields: Parameters<Logger>[2]): boolean {
	return fields?.["code"] === "internal" || fields?.["reason"] === "defect";
}
