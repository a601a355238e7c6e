import { IsnadError } from "../../domain/errors.ts";
import { settingsOf } from "../collections/settings-of.ts";
import { type Config, readConfig } from "../config.ts";
import { environment } from "../environment.ts";
import type { Io } from "../io.ts";
import { createLogger } from "../log.ts";
import { printableLine } from "../printable.ts";
import { programVersion } from "../program-version.ts";
import type { Call } from "./call.ts";
import { explained } from "./explained.ts";
import { type CommandName, type Options, parseCommand, textOption } from "./options.ts";
import { untilStopped } from "./stopping.ts";

type CommandModule = { run(call: Call): Promise<number> };

// Each command is read only when it is asked for: a start is as quick as what it needs.
const commands: Record<CommandName, () => Promise<CommandModule>> = {
	serve: () => import("./commands/serve.ts"),
	chat: () => import("./commands/chat.ts"),
	claims: () => import("./commands/claims.ts"),
	ask: () => import("./commands/ask.ts"),
	timeline: () => import("./commands/timeline.ts"),
	search: () => import("./commands/search.ts"),
	who: () => import("./commands/who.ts"),
	sources: () => import("./commands/sources.ts"),
	export: () => import("./commands/export.ts"),
	ingest: () => import("./commands/ingest.ts"),
	source: () => import("./commands/source.ts"),
	correct: () => import("./commands/correct.ts"),
	remove: () => import("./commands/remove.ts"),
	explain: () => import("./commands/explain.ts"),
	batch: () => import("./commands/batch.ts"),
	collections: () => import("./commands/collections.ts"),
	installations: () => import("./commands/installations.ts"),
	doctor: () => import("./commands/doctor.ts"),
	digest: () => import("./commands/digest.ts"),
	feedback: () => import("./commands/feedback.ts"),
	forget: () => import("./commands/forget.ts"),
	token: () => import("./commands/token.ts"),
	mcp: () => import("./commands/mcp.ts"),
	backup: () => import("./commands/backup.ts"),
	restore: () => import("./commands/restore.ts"),
};

/** Runs one command; the exit status: 0, 2 for bad usage, 1 for any other failure. */
export async function runCli(args: readonly string[], io: Io): Promise<number> {
	try {
		if (args[0] === "--help" || args[0] === "-h" || args[0] === "help") {
			const { helpText } = await import("./help.ts");
			io.stdout.write(helpText());
			return 0;
		}
		if (asksVersion(args)) {
			io.stdout.write(`isnad ${await programVersion()}\n`);
			return 0;
		}
		const env = await environment(io.env, io.cwd);
		const named = args.length > 0 ? [...args] : [defaultCommand(readConfig(env))];
		const { command, options, positionals } = parseCommand(named);
		if (options.help) {
			const { helpText } = await import("./help.ts");
			io.stdout.write(helpText(command));
			return 0;
		}
		const corpus = textOption(options, "corpus");
		if (options.corpus !== undefined && !corpus)
			throw new IsnadError("usage", "--corpus is empty: name the folder of the corpus.");
		const config = chosenConfig(readConfig(env, corpus ? { corpus } : {}), options);
		const log = createLogger(config.log, io.stderr, io.now);
		const { run } = await commands[command]();
		const work = run({ io, config, log, command, options, positionals });
		return await untilStopped(command, work, io.signal);
	} catch (error) {
		return report(error, io);
	}
}

/** Of the collection that was named. Errors: `usage`. */
function chosenConfig(config: Config, options: Options): Config {
	const named = textOption(options, "collection");
	if (options.collection === undefined) return config;
	if (!named) throw new IsnadError("usage", "--collection is empty: name one of the collections.");
	if (options.corpus !== undefined)
		throw new IsnadError("usage", "--corpus and --collection both name a corpus: leave one out.");
	return settingsOf(config, named);
}

/** Of the program, or of any of its commands: behind `--` everything is text. */
function asksVersion(args: readonly string[]): boolean {
	const end = args.indexOf("--");
	return (end < 0 ? args : args.slice(0, end)).includes("--version");
}

function defaultCommand({ slack, discord, isPortSet, publicUrl }: Config): CommandName {
	const isConfigured =
		slack.botToken || slack.appToken || slack.signingSecret || slack.clientId || discord.token;
	return isConfigured || isPortSet || publicUrl ? "serve" : "chat";
}

/** One sentence on standard error; the stack only where the program itself is at fault. */
function report(error: unknown, io: Io): number {
	const known = explained(error);
	io.stderr.write(`${printableLine(known.message.replace(/\s*\n\s*/g, " "))}\n`);
	if (known.code === "internal" && io.env.LOG_LEVEL === "debug" && error instanceof Error)
		io.stderr.write(`${error.stack}\n`);
	return known.exitStatus;
}
