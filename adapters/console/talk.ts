import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { type ConsoleParts, Conversation } from "./conversation.ts";
import type { Show } from "./poster.ts";

/** An answer that takes longer than this is announced. */
const patienceMs = 400;
const clearLine = "\r\u001b[2K";

/**
 * Talks at a terminal until the person leaves or the signal fires. `onReady` is given a way to show
 * what nobody has just asked for: above the line that is being typed.
 */
export async function talk(
	parts: ConsoleParts,
	io: { stdin: Readable; stdout: Writable; signal: AbortSignal },
	onReady: (show: Show) => void = () => {},
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
	// Says that it is at work where a person would begin to wonder, and takes it back.
	const announced = async <T>(work: Promise<T>, text: () => string): Promise<T> => {
		let shown = false;
		const timer = setTimeout(() => {
			shown = true;
			io.stdout.write(text());
		}, patienceMs);
		try {
			return await work;
		} finally {
			clearTimeout(timer);
			if (shown) io.stdout.write(clearLine);
		}
	};
	let open = true;
	lines.once("close", () => {
		open = false;
	});
	const stop = () => lines.close();
	io.signal.addEventListener("abort", stop, { once: true });
	lines.on("SIGINT", stop);
	onReady((text) => {
		io.stdout.write(`${clearLine}${text}\n`);
		if (open) lines.prompt(true);
	});
	try {
		lines.prompt();
		for await (const line of lines) {
			const reply = await announced(chat.reply(line), () => say(chat.language, "notice.searching"));
			if (reply === null) break;
			io.stdout.write(reply ? `${reply}\n` : "");
			// The person may have left while the answer was made.
			if (open) lines.prompt();
		}
	} finally {
		io.signal.removeEventListener("abort", stop);
		lines.close();
		io.stdout.write(`\n${say(chat.language, "console.goodbye")}\n`);
	}
}
