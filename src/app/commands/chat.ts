import { type ConsoleParts, Conversation, talk } from "../../../adapters/console/chat.ts";
import type { Screen } from "../../../adapters/console/layout.ts";
import { IsnadError } from "../../domain/errors.ts";
import type { Call } from "../cli.ts";
import { write } from "../io.ts";
import { linesOf } from "../lines.ts";
import { textOption } from "../options.ts";
import { exampleQuestion, welcome } from "../welcome.ts";
import type { App } from "../wiring.ts";

const widthWithoutTerminal = 100;

/** The console: a chat at a terminal, else an answer for each line of input, else one example. */
export async function run({ io, config, log, options, positionals }: Call): Promise<number> {
	if (positionals.length > 0)
		throw new IsnadError("usage", "chat takes no text: write chat --once TEXT for one answer.");
	const once = options.once;
	if (once !== undefined && !textOption(options, "once"))
		throw new IsnadError(
			"question_empty",
			"The question after --once is empty: say what you want to know.",
		);
	const language = textOption(options, "language") === "ar" ? "ar" : "en";
	const { createApp } = await import("../wiring.ts");
	const app = await createApp(config, log);
	try {
		const color = Boolean(io.stdout.isTTY) && config.color;
		const screen = (): Screen => ({ width: io.stdout.columns || widthWithoutTerminal, color });
		const { say } = app;
		const hints = [say("en", "console.try"), say("en", "console.hint")];
		const parts: ConsoleParts = {
			answer: app.answerer.answer,
			say,
			language,
			screen,
			welcome: welcome(app, screen(), hints),
		};
		if (typeof once === "string") {
			await write(io.stdout, (await new Conversation(parts).reply(once)) ?? "");
		} else if (io.stdin.isTTY) {
			await app.warmUp();
			await talk(parts, io);
		} else if (!(await answerLines(parts, io))) {
			await showExample(app, parts, io, config.shipped);
		}
		return 0;
	} finally {
		await app.close();
	}
}

/** Answers each line of input; false where there was none. */
async function answerLines(parts: ConsoleParts, io: Call["io"]): Promise<boolean> {
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

async function showExample(
	app: App,
	parts: ConsoleParts,
	io: Call["io"],
	shipped: boolean,
): Promise<void> {
	const command = exampleQuestion(app, shipped);
	const reply = await new Conversation(parts).reply(command);
	const intro = app.say("en", "console.example", { command });
	await write(io.stdout, `${parts.welcome}\n\n${intro}\n\n${reply ?? ""}`);
}
