import { once } from "node:events";
import { IsnadError } from "../../../domain/errors.ts";
import { answerLines, consoleParts, talkHere } from "../../serving/console.ts";
import { keepHeapNarrow } from "../../serving/heap-growth.ts";
import { platforms } from "../../serving/platforms.ts";
import { type ServedParts, ServedPlatforms } from "../../serving/served-platforms.ts";
import { openServing, type Serving } from "../../serving/serving.ts";
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
	const serving = await openServing(config, log, io);
	const over = new AbortController();
	const served = new ServedPlatforms({ start: starter(call, serving), log, sleep });
	try {
		await served.start(configured);
		if (configured.length === 0)
			log("warn", "No platform is configured, so only the console is served.");
		else serving.begin(served.posters);
		keepHeapNarrow();
		const { app } = serving;
		const names = configured.filter(({ id }) => served.names.includes(id)).map(({ name }) => name);
		log("info", "ready", {
			platforms: names.join(",") || "console",
			articles: app.corpus.articles.length,
			passages: app.answerer.size,
		});
		// Whatever ends it: what waits for the other end would keep the process alive.
		const until = AbortSignal.any([io.signal, over.signal]);
		const end = configured.length > 0 ? ended(until) : serveConsole(call, serving);
		await Promise.race([end, served.noneLeft]);
	} finally {
		over.abort();
		// Questions that were accepted are answered before what answers them is closed.
		await served.stop();
		await serving.close();
	}
	log("info", "stopped");
	return 0;
}

function starter({ config, log, io }: Call, { app: { say }, desk }: Serving): ServedParts["start"] {
	return (platform, onFatal) => platform.start({ config, desk, say, log, now: io.now, onFatal });
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
