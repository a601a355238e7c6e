import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { type ConsoleParts, Conversation } from "../../../../adapters/console/conversation.ts";
import { talk } from "../../../../adapters/console/talk.ts";
import { deskOf } from "../../../desk.ts";
import { article, say } from "../../answers/doubles.ts";

async function parts(): Promise<ConsoleParts> {
	const days = Array.from({ length: 12 }, (_, n) => `harbour strike day ${n}`);
	return {
		desk: await deskOf([article("of", days)]),
		say,
		welcome: "Welcome.",
		screen: () => ({ width: 80, color: false }),
		language: "en",
	};
}
const conversation = async () => new Conversation(await parts());

describe("a conversation", () => {
	it("goes on with more, from page to page, until nothing is left", async () => {
		const chat = await conversation();
		expect(await chat.reply("/search harbour strike")).toContain("more: the next 3");
		expect(await chat.reply("more")).toMatch(/^4\. /m);
		expect(await chat.reply("more")).toMatch(/^7\. /m);
		const last = await chat.reply("more");
		expect(last).toMatch(/^12\. /m);
		expect(last).not.toContain("more:");
		expect(await chat.reply("more")).toContain("nothing more");
	});

	it("shows a quotation where it stands, by the number of its item", async () => {
		const chat = await conversation();
		await chat.reply("/search harbour strike");
		await chat.reply("more");
		expect(await chat.reply("quote 5")).toMatch(/⟦harbour strike day 4⟧[\s\S]*of\.txt, line 5/);
		expect(await chat.reply("اقتباس 4")).toContain("⟦harbour strike day 3⟧");
		// Pages before count too; what is not there is said to be none.
		expect(await chat.reply("quote 2")).toContain("⟦harbour strike day 1⟧");
		expect(await chat.reply("quote 99")).toContain("There is no item 99: there are 1 to 6.");
		expect(await chat.reply("اقتباس 99")).toContain("لا يوجد بند رقم 99");
	});

	it("knows of no item before anything was asked", async () => {
		expect(await (await conversation()).reply("quote 1")).toContain("ask a question first");
	});

	it("takes a plain line for a question, and a number after another word too", async () => {
		expect(await (await conversation()).reply("harbour strike?")).toContain("Answer: harbour");
		expect(await (await conversation()).reply("day 3")).toContain("day 3");
	});

	it("speaks the language of the last line", async () => {
		const chat = await conversation();
		expect(await chat.reply("/مجهول")).toContain("لا يوجد أمر");
		expect(await chat.reply("/frobnicate")).toContain("There is no command");
		expect(await chat.reply("/help")).toContain("/claims TEXT");
		expect(await chat.reply("/مساعدة")).toContain("/ادعاءات");
	});

	it("answers a bad question with a sentence and goes on", async () => {
		const chat = await conversation();
		expect(await chat.reply("x".repeat(5_000))).toMatch(/5000 characters/);
		expect(await chat.reply("/claims x from:soon")).toMatch(/is no date/);
		expect(await chat.reply("harbour")).toContain("Answer: harbour");
	});

	it("prints no escape sequence of an unknown command", async () => {
		expect(await (await conversation()).reply("/x\u001b[2J")).not.toContain("\u001b");
	});
});

describe("at a terminal", () => {
	it("prompts, answers, and says goodbye on quit", async () => {
		const [stdin, stdout] = [new PassThrough(), new PassThrough()];
		let seen = "";
		stdout.on("data", (chunk) => {
			seen += chunk;
		});
		const talking = talk(await parts(), { stdin, stdout, signal: new AbortController().signal });
		stdin.write("harbour strike\n");
		stdin.write("quit\n");
		await talking;
		expect(seen).toMatch(/^Welcome\./);
		expect(seen).toContain("Answer: harbour strike");
		expect(seen).toMatch(/Goodbye\.\n$/);
	});

	it("ends when the process is asked to", async () => {
		const stop = new AbortController();
		const talking = talk(await parts(), {
			stdin: new PassThrough(),
			stdout: new PassThrough().resume(),
			signal: stop.signal,
		});
		stop.abort();
		await talking;
	});
});
