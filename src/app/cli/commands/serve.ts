import { once } from "node:events";
import { IsnadError } from "../../../domain/errors.ts";
import { noMetrics } from "../../../domain/metrics.ts";
import type { PlatformName } from "../../../domain/sets/platforms.ts";
import { asRequest } from "../../requests.ts";
import { answerLines, consoleParts, talkHere } from "../../serving/console.ts";
import { keepHeapNarrow } from "../../serving/heap-growth.ts";
import {
	type PlatformParts,
	platforms,
	type ServedPlatform,
} from "../../serving/platforms/platforms.ts";
import { type ServedParts, ServedPlatforms } from "../../serving/platforms/served-platforms.ts";
import { openServing, type Serving } from "../../serving/serving.ts";
import { countedLog, openWeb, routesOf, type Web } from "../../serving/web.ts";
import { sleep } from "../../sleep.ts";
import type { Call } from "../call.ts";

/** Serves what is configured until the process is asked to end; the console where nothing is. */
export async function run(call: Call): Promise<number> {
	const { io, config, log, positionals } = call;
	if (positionals.length > 0) throw new IsnadError("usage", "serve takes no text: leave it out.");
	const configured = platforms.filter((platform) => platform.isConfigured(config));
	for (const platform of configured) {
		const problem = platform.problems(config)[0];
		if (problem) throw new IsnadError("config_invalid", problem);
	}
	const here = configured.length === 0 ? serveConsole : undefined;
	return serveWith(call, { configured, here, web: await openWeb(config, log, io.now) });
}

/** What is served over HTTP alone, wherever it is listened on: no platform, and no console. */
export async function serveHttp(call: Call): Promise<number> {
	const { io, config, log } = call;
	const web = await openWeb({ ...config, isPortSet: true }, log, io.now);
	return serveWith(call, { configured: [], here: undefined, web });
}

type What = {
	configured: readonly ServedPlatform[];
	/** Serves whoever sits at the console. */
	here: typeof serveConsole | undefined;
	web: Web | undefined;
};

async function serveWith(call: Call, what: What): Promise<number> {
	const { web } = what;
	try {
		await serve(web ? { ...call, log: countedLog(call.log, web.metrics) } : call, what);
	} finally {
		await web?.server.stop();
	}
	call.log("info", "stopped");
	return 0;
}

async function serve(call: Call, { configured, here, web }: What): Promise<void> {
	const { io, config, log } = call;
	const serving = await openServing(config, log, io, web?.metrics);
	const over = new AbortController();
	const served = new ServedPlatforms({ start: starter(call, serving, web), log, sleep });
	if (web) tellOf(web, serving, configured, served);
	try {
		await served.start(configured);
		if (here) log("warn", "No platform is configured, so only the console is served.");
		else serving.begin(served.posters);
		const { metrics = noMetrics } = web ?? {};
		web?.open(
			await routesOf({
				...{ app: serving.app, collections: serving.collections, store: serving.store },
				...{ config, metrics, now: io.now, log, pictures: serving.pictures },
			}),
		);
		keepHeapNarrow();
		const { app } = serving;
		const names = configured.filter(({ id }) => served.names.includes(id)).map(({ name }) => name);
		log("info", "ready", {
			platforms: names.join(",") || (here ? "console" : "none"),
			articles: app.corpus.articles.length,
			passages: app.answerer.size,
		});
		// Whatever ends it: what waits for the other end would keep the process alive.
		const until = AbortSignal.any([io.signal, over.signal]);
		const end = here ? here(call, serving) : ended(until);
		await Promise.race([end, served.noneLeft]);
	} finally {
		over.abort();
		// Questions that were accepted are answered before what answers them is closed.
		await web?.server.stop();
		await served.stop();
		await serving.close();
	}
}

function starter(
	{ config, log, io }: Call,
	{ app: { say }, desk, store, pictures }: Serving,
	web: Web | undefined,
): ServedParts["start"] {
	const mount: PlatformParts["mount"] = web && ((...what) => web.server.mount(...what));
	const metrics = web?.metrics ?? noMetrics;
	const given = { config, desk, say, log, now: io.now, asRequest, metrics, mount };
	const parts = { ...given, store, pictures };
	return (platform, onFatal) => platform.start({ ...parts, onFatal });
}

/** From here on it can be told whether the process is ready. */
function tellOf(
	{ watched }: Web,
	{ app, store }: Serving,
	configured: readonly ServedPlatform[],
	served: ServedPlatforms,
): void {
	const platforms = {
		names: configured.map(({ id }) => id),
		isConnected: (name: PlatformName) => served.isConnected(name),
	};
	Object.assign(watched, { app, store, platforms });
}

async function ended(signal: AbortSignal): Promise<void> {
	if (signal.aborted) return;
	// A pending promise alone keeps no process alive.
	const alive = setInterval(() => {}, 2 ** 30);
	try {
		await once(signal, "abort");
	} finally {
		clearInterval(alive);
	}
}

/** At a terminal until the person leaves; otherwise lines are answered, and their end ends nothing. */
async function serveConsole({ io, config }: Call, serving: Serving): Promise<void> {
	if (io.stdin.isTTY) return talkHere(serving, config, io);
	serving.begin({});
	const over = ended(io.signal);
	const { app, desk } = serving;
	await Promise.race([over, answerLines(consoleParts(app, desk, config, io), io)]);
	await over;
}
