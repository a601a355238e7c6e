import { once } from "node:events";
import { IsnadError } from "../../../domain/errors.ts";
import { answerLines, consoleParts, talkHere } from "../../serving/console.ts";
import { platforms, type Running, type ServedPlatform } from "../../serving/platforms.ts";
import { openServing, type Serving } from "../../serving/serving.ts";
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
	const running: (Running & Pick<ServedPlatform, "id">)[] = [];
	const fatal = Promise.withResolvers<never>();
	// It may come while something else is awaited; it is looked at in its turn.
	fatal.promise.catch(() => {});
	try {
		for (const platform of configured)
			running.push(await started(platform, call, serving, fatal.reject));
		if (configured.length === 0)
			log("warn", "No platform is configured, so only the console is served.");
		else serving.begin(Object.fromEntries(running.map(({ id, poster }) => [id, poster])));
		const { app } = serving;
		log("info", "ready", {
			platforms: configured.map(({ name }) => name).join(",") || "console",
			articles: app.corpus.articles.length,
			passages: app.answerer.size,
		});
		const end = configured.length > 0 ? ended(io.signal) : serveConsole(call, serving);
		await Promise.race([end, fatal.promise]);
	} finally {
		// Questions that were accepted are answered before what answers them is closed.
		await Promise.all(running.map((platform) => platform.stop()));
		await serving.close();
	}
	log("info", "stopped");
	return 0;
}

async function started(
	platform: ServedPlatform,
	{ config, log, io }: Call,
	{ app: { say }, desk }: Serving,
	onFatal: (error: IsnadError) => void,
): Promise<Running & Pick<ServedPlatform, "id">> {
	const { poster, stop } = await platform.start({ config, desk, say, log, now: io.now, onFatal });
	return { id: platform.id, poster, stop };
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
