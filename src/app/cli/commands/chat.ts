import { type ConsoleParts, Conversation } from "../../../../adapters/console/conversation.ts";
import { IsnadError } from "../../../domain/errors.ts";
import { type Language, languageOr } from "../../../domain/sets/languages.ts";
import { memoryStore } from "../../../storage/memory/store.ts";
import { write } from "../../io.ts";
import type { App } from "../../serving/app.ts";
import { answerLines, consoleParts, talkHere } from "../../serving/console.ts";
import { openDesk } from "../../serving/desk/desk.ts";
import { glossedDesk } from "../../serving/glossed.ts";
import { exampleQuestion } from "../../serving/welcome.ts";
import type { Call } from "../call.ts";
import { textOption } from "../options.ts";
import { keptFamilies } from "../state-on-demand.ts";
import { withApp } from "../with-app.ts";

/** The console: a chat at a terminal, else an answer for each line of input, else one example. */
export async function run(call: Call): Promise<number> {
	const { io, config, log, options, positionals } = call;
	if (positionals.length > 0)
		throw new IsnadError("usage", "chat takes no text: write chat --once TEXT for one answer.");
	const once = options.once;
	if (once !== undefined && !textOption(options, "once"))
		throw new IsnadError(
			"question_empty",
			"The question after --once is empty: say what you want to know.",
		);
	const language = languageOr(textOption(options, "language"), "en");
	if (once === undefined && io.stdin.isTTY) {
		const { openServing } = await import("../../serving/serving.ts");
		const serving = await openServing(config, log, io);
		try {
			await talkHere(serving, config, io, language);
		} finally {
			await serving.close();
		}
		return 0;
	}
	return withApp(call, (app) => answerHere(call, app, language));
}

async function answerHere(call: Call, app: App, language: Language): Promise<number> {
	const { io, config, log, options } = call;
	const { once } = options;
	const kept = keptFamilies(call, app);
	try {
		const parts = { app, config, store: memoryStore(), log, now: io.now };
		const desk = await openDesk({ ...parts, digests: kept.digests, sources: kept.sources });
		const console = consoleParts(app, glossedDesk(desk, app, io.now), config, io, language);
		if (typeof once === "string")
			await write(io.stdout, (await new Conversation(console).reply(once)) ?? "");
		else if (!(await answerLines(console, io))) await showExample(app, console, io, config.shipped);
		return 0;
	} finally {
		await kept.close();
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
