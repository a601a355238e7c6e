import type { Notice } from "../../src/domain/chat.ts";
import type { Say } from "../../src/domain/messages.ts";
import { printLine, type Screen } from "./layout.ts";

/** The commands of the console in two columns, and questions that this corpus answers. */
export function helpText({ title, language, examples }: Notice, say: Say, screen: Screen): string {
	const rows = say(language, "console.help")
		.split("\n")
		.map((row) => row.split("\t"));
	const width = Math.max(...rows.map(([command = "", what]) => (what ? command.length : 0)));
	const lines = [title];
	const print = (text: string, margin: string, first: string) =>
		lines.push(...printLine({ role: "quote", text, language, indent: 0 }, margin, screen, first));
	for (const [command = "", what] of rows) {
		if (what) print(what, " ".repeat(width + 4), `  ${command.padEnd(width)}  `);
		else print(command, "  ", "  ");
	}
	if (examples.length > 0) lines.push(say(language, "console.examples"));
	for (const example of examples) print(example, "  ", "  ");
	return `${lines.join("\n")}\n`;
}
