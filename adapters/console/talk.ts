import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { type ConsoleParts, Conversation } from "./conversation.ts";

/** Talks at a terminal until the person leaves or the signal fires. */
export async function talk(
	parts: ConsoleParts,
	io: { stdin: Readable; stdout: Writable; signal: AbortSignal },
): Promise<void> {
	const { say } = parts;
	const chat = new Conversation(parts);
	io.stdout.write(`${parts.welcome}\n`);
	const lines = createInterface({
		input: io.stdin,
		output: io.stdout,
		terminal: true,
		prompt: say("en", "console.prompt"),
		historySize: 500,
		removeHistoryDuplicates: true,
	});
	const stop = () => lines.close();
	io.signal.addEventListener("abort", stop, { once: true });
	lines.on("SIGINT", stop);
	try {
		lines.prompt();
		for await (const line of lines) {
			const reply = await chat.reply(line);
			if (reply === null) break;
			io.stdout.write(reply ? `${reply}\n` : "");
			lines.prompt();
		}
	} finally {
		io.signal.removeEventListener("abort", stop);
		lines.close();
		io.stdout.write(`\n${say(chat.language, "console.goodbye")}\n`);
	}
}
