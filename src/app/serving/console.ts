import { type ConsoleParts, Conversation } from "../../../adapters/console/conversation.ts";
import type { Screen } from "../../../adapters/console/layout.ts";
import { createConsolePoster } from "../../../adapters/console/poster.ts";
import { talk } from "../../../adapters/console/talk.ts";
import type { Desk } from "../../domain/chat.ts";
import type { Language } from "../../domain/sets/languages.ts";
import type { Config } from "../config.ts";
import { type Io, write } from "../io.ts";
import { linesOf } from "../lines.ts";
import type { App } from "./app.ts";
import type { Serving } from "./serving.ts";
import { welcome } from "./welcome.ts";

const widthWithoutTerminal = 100;

/** What the console is made of, whoever starts it. */
export function consoleParts(
	app: App,
	desk: Desk,
	config: Pick<Config, "color">,
	io: Io,
	language: Language = "en",
): ConsoleParts {
	const color = Boolean(io.stdout.isTTY) && config.color;
	const screen = (): Screen => ({
		width: io.stdout.columns || widthWithoutTerminal,
		color,
		rows: io.stdin.isTTY && io.stdout.isTTY ? io.stdout.rows || undefined : undefined,
	});
	const hints = [app.say("en", "console.try"), app.say("en", "console.hint")];
	return {
		desk,
		say: app.say,
		language,
		screen,
		welcome: welcome(app, screen(), hints),
		timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
	};
}

/** Talks at the terminal, where digests appear too when they are due. */
export function talkHere(
	{ app, desk, begin }: Serving,
	config: Pick<Config, "color">,
	io: Io,
	language: Language = "en",
): Promise<void> {
	const parts = consoleParts(app, desk, config, io, language);
	return talk(parts, io, (show) =>
		begin({ console: createConsolePoster(app.say, parts.screen, show) }),
	);
}

/** Answers each line of input until it ends or somebody leaves; false where there was no line. */
export async function answerLines(parts: ConsoleParts, io: Io): Promise<boolean> {
	const chat = new Conversation(parts);
	let any = false;
	for await (const line of linesOf(io.stdin, io.signal)) {
		if (line?.trim() === "") continue;
		any = true;
		// A line over the bound is too long a question whatever it says: the bound answers it.
		const reply = await chat.reply(line ?? "?".repeat(2_000));
		if (reply === null || io.signal.aborted) break;
		if (!(await write(io.stdout, `${reply}\n`))) break;
	}
	return any;
}
