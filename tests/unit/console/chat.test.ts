import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { type ConsoleParts, Conversation, talk } from "../../../adapters/console/chat.ts";
import type { Request } from "../../../src/domain/answer.ts";
import { answererOf, article, say } from "../answers/doubles.ts";

function parts(asked: Request[] = []): ConsoleParts {
	const days = Array.from({ length: 12 }, (_, n) => `harbour strike day ${n}`);
	const answerer = answererOf([article("of", days)]);
	return {
		answer: (request) => {
			asked.push(request);
			return answerer.answer(request);
		},
		say,
		welcome: "Welcome.",
		screen: () => ({ width: 80, color: false }),
		language: "en",
	};
}

describe("a conversation", () => {
	it("goes on with more, from page to page, until nothing is left", async () => {
		const chat = new Conversation(parts());
		const first = await chat.reply("/search harbour strike");
		expect(first).toContain("Type more for the next 5.");
		expect(await chat.reply("more")).toMatch(/^6\. /m);
		const last = await chat.reply("more");
		expect(last).toMatch(/^12\. /m);
		expect(last).not.toContain("Type more");
		expect(await chat.reply("more")).toContain("nothing more");
	});

	it("takes a plain line for a question", async () => {
		const asked: Request[] = [];
		await new Conversation(parts(asked)).reply("harbour strike?");
		expect(asked[0]).toMatchObject({
			command: "ask",
			text: "harbour strike?",
			limit: 5,
			offset: 0,
		});
	});

	it("speaks the language of the last line", async () => {
		const chat = new Conversation(parts());
		expect(await chat.reply("/مجهول")).toContain("لا يوجد أمر");
		expect(await chat.reply("more")).toContain("nothing more");
		expect(await chat.reply("/help")).toContain("/claims TEXT");
		expect(await chat.reply("/مساعدة")).toContain("/ادعاءات");
	});

	it("answers a bad question with a sentence and goes on", async () => {
		const chat = new Conversation(parts());
		expect(await chat.reply("x".repeat(5_000))).toMatch(/5000 characters/);
		expect(await chat.reply("/claims x from:soon")).toMatch(/no date for from/);
		expect(await chat.reply("harbour")).toContain("Answer: harbour");
	});

	it("prints no escape sequence of an unknown command", async () => {
		expect(await new Conversation(parts()).reply("/x\u001b[2J")).not.toContain("\u001b");
	});
});

describe("at a terminal", () => {
	it("prompts, answers, and says goodbye on quit", async () => {
		const [stdin, stdout] = [new PassThrough(), new PassThrough()];
		let seen = "";
		stdout.on("data", (chunk) => {
			seen += chunk;
		});
		const talking = talk(parts(), { stdin, stdout, signal: new AbortController().signal });
		stdin.write("harbour strike\n");
		stdin.write("quit\n");
		await talking;
		expect(seen).toMatch(/^Welcome\./);
		expect(seen).toContain("Answer: harbour strike");
		expect(seen).toMatch(/Goodbye\.\n$/);
	});

	it("ends when the process is asked to", async () => {
		const stop = new AbortController();
		const talking = talk(parts(), {
			stdin: new PassThrough(),
			stdout: new PassThrough().resume(),
			signal: stop.signal,
		});
		stop.abort();
		await talking;
	});
});
