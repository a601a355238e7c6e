import { type ConsoleParts, Conversation } from "../../../adapters/console/conversation.ts";
import { talk } from "../../../adapters/console/talk.ts";
import { IsnadError } from "../../domain/errors.ts";
import { memoryStore } from "../../storage/memory/store.ts";
import type { Call } from "../cli.ts";
import { answerLines, consoleParts } from "../console.ts";
import { openDesk } from "../desk.ts";
import { write } from "../io.ts";
import { textOption } from "../options.ts";
import { exampleQuestion } from "../welcome.ts";
import type { App } from "../wiring.ts";

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
		const desk = await openDesk({ app, config, store: memoryStore(), log, now: io.now });
		const parts = consoleParts(app, desk, config, io, language);
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
