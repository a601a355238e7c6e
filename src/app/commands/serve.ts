import { once } from "node:events";
import { talk } from "../../../adapters/console/talk.ts";
import type { Desk } from "../../domain/chat.ts";
import { IsnadError } from "../../domain/errors.ts";
import { openStore } from "../../storage/open.ts";
import type { Call } from "../cli.ts";
import { answerLines, consoleParts } from "../console.ts";
import { openDesk } from "../desk.ts";
import { openLiveSources } from "../live/live-sources.ts";
import { type Platform, platforms, type Running } from "../platforms.ts";
import type { App } from "../wiring.ts";

/** Serves what is configured until the process is asked to end; the console where nothing is. */
export async function run(call: Call): Promise<number> {
	const { io, config, log, positionals } = call;
	if (positionals.length > 0) throw new IsnadError("usage", "serve takes no text: leave it out.");
	const configured = platforms.filter((platform) => platform.isConfigured(config));
	for (const platform of configured) {
		const problem = platform.problems(config)[0];
		if (problem) throw new IsnadError("config_invalid", problem);
	}
	const store = await openStore(config);
	const { createApp } = await import("../wiring.ts");
	const app = await createApp(config, log);
	const live = await openLiveSources({ app, config, store, log, now: io.now });
	const running: Running[] = [];
	const fatal = Promise.withResolvers<never>();
	// It may come while something else is awaited; it is looked at in its turn.
	fatal.promise.catch(() => {});
	try {
		const desk = await openDesk({
			...{ app, config, store, log, now: io.now },
			sources: live.commands,
		});
		await app.warmUp();
		live.start();
		for (const platform of configured)
			running.push(await started(platform, call, app, desk, fatal.reject));
		if (configured.length === 0)
			log("warn", "No platform is configured, so only the console is served.");
		log("info", "ready", {
			platforms: configured.map(({ name }) => name).join(",") || "console",
			articles: app.corpus.articles.length,
			passages: app.answerer.size,
		});
		const end = configured.length > 0 ? ended(io.signal) : serveConsole(call, app, desk);
		await Promise.race([end, fatal.promise]);
	} finally {
		await Promise.all(running.map((platform) => platform.stop()));
		await live.close();
		await app.close();
		await store.close();
	}
	log("info", "stopped");
	return 0;
}

function started(
	platform: Platform,
	{ config, log, io }: Call,
	{ say }: App,
	desk: Desk,
	onFatal: (error: IsnadError) => void,
): Promise<Running> {
	return platform.start({ config, desk, say, log, now: io.now, onFatal });
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
async function serveConsole({ io, config }: Call, app: App, desk: Desk): Promise<void> {
	const parts = consoleParts(app, desk, config, io);
	if (io.stdin.isTTY) return talk(parts, io);
	const over = ended(io.signal);
	await Promise.race([over, answerLines(parts, io)]);
	await over;
}
