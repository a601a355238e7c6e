import { once } from "node:events";
import { type ConsoleParts, Conversation, talk } from "../../../adapters/console/chat.ts";
import { IsnadError } from "../../domain/errors.ts";
import type { Call } from "../cli.ts";
import { write } from "../io.ts";
import { linesOf } from "../lines.ts";
import { platforms, type Running } from "../platforms.ts";
import { welcome } from "../welcome.ts";
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
	const { createApp } = await import("../wiring.ts");
	const app = await createApp(config, log);
	const running: Running[] = [];
	try {
		await app.warmUp();
		for (const platform of configured) running.push(await platform.start(app, config, io));
		if (configured.length === 0) {
			log("warn", "No platform is configured, so only the console is served.");
		}
		log("info", "ready", {
			platforms: configured.map(({ name }) => name).join(",") || "console",
			articles: app.corpus.articles.length,
			passages: app.search.size,
		});
		await (configured.length > 0 ? ended(io.signal) : serveConsole(call, app));
	} finally {
		await Promise.all(running.map((platform) => platform.stop()));
		await app.close();
	}
	log("info", "stopped");
	return 0;
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
async function serveConsole({ io, config }: Call, app: App): Promise<void> {
	const color = Boolean(io.stdout.isTTY) && config.color;
	const screen = () => ({ width: io.stdout.columns || 100, color });
	const parts: ConsoleParts = {
		answer: app.answerer.answer,
		say: app.say,
		language: "en",
		screen,
		welcome: welcome(app, screen(), [app.say("en", "console.try"), app.say("en", "console.hint")]),
	};
	if (io.stdin.isTTY) return talk(parts, io);
	const over = ended(io.signal);
	await Promise.race([over, answerLines(parts, io)]);
	await over;
}

async function answerLines(parts: ConsoleParts, io: Call["io"]): Promise<void> {
	const chat = new Conversation(parts);
	for await (const line of linesOf(io.stdin, io.signal)) {
		if (io.signal.aborted) return;
		const reply = line?.trim() ? await chat.reply(line) : "";
		if (reply === null) return;
		if (reply) await write(io.stdout, `${reply}\n`);
	}
}
