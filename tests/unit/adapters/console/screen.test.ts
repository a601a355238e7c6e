import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Conversation } from "../../../../adapters/console/conversation.ts";
import { questions } from "../../../contract/questions.ts";
import { closeDesks, shippedDesk } from "../../../desk.ts";
import { say } from "../../answers/doubles.ts";

const rows = 24;

describe.each([80, 100])("a screen of 24 rows and %i columns", (width) => {
	let chat: () => Conversation;
	beforeAll(async () => {
		const desk = await shippedDesk();
		const screen = () => ({ width, color: false, rows });
		chat = () => new Conversation({ desk, say, welcome: "", screen, language: "en" });
	});
	afterAll(closeDesks);

	const lines = (text: string | null) => (text ?? "").trimEnd().split("\n");
	const numbers = (all: string[]) =>
		all.flatMap((line) => /^[\u2066-\u2069\u200f]*(\d+)\. /.exec(line)?.[1] ?? []).map(Number);

	// Of a search the passages are quoted whole: one alone may be longer than a screen.
	const asked = questions.filter(([command]) => command !== "search");
	it.each(asked)("holds the verdict and what was found: /%s %s", async (command, text) => {
		const shown = lines(await chat().reply(`/${command} ${text}`));
		// The line that was typed, and the prompt.
		expect(shown.length + 2).toBeLessThanOrEqual(rows);
	});

	it("shows three items where they fit, below what they come to", async () => {
		const shown = lines(await chat().reply("/claims china drones"));
		expect(shown[0]).toMatch(/^Said by Politico/);
		expect(numbers(shown)).toEqual([1, 2, 3]);
	});

	it("goes on with more where it ended, whatever it holds", async () => {
		const talk = chat();
		const seen = numbers(lines(await talk.reply("/ask what did China deny?")));
		while (seen.length < 6) seen.push(...numbers(lines(await talk.reply("more"))));
		expect(seen).toEqual(seen.map((_, at) => at + 1));
		expect(await talk.reply(`quote ${seen.length}`)).toContain(`item ${seen.length}`);
	});

	it("says first that the articles do not, and shows what is nearest to whoever asks", async () => {
		const talk = chat();
		const shown = lines(await talk.reply("/ask How many bicycles were sold in Norway?"));
		expect(shown[0]).toMatch(/^The articles do not say\./);
		expect(numbers(shown)).toEqual([]);
		expect(shown.at(-1)).toContain("more: the nearest");
		expect(numbers(lines(await talk.reply("more"))).length).toBeGreaterThan(0);
		expect(await talk.reply("how")).toContain("Read as asking for a number");
	});
});
