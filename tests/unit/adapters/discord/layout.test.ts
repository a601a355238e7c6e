import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnswerFrame, layOut } from "../../../../adapters/discord/layout/answer.ts";
import { readCustomId } from "../../../../adapters/discord/layout/controls.ts";
import type { MessageBody } from "../../../../adapters/discord/layout/message.ts";
import { pageOf } from "../../../../src/desk/views/views.ts";
import type { Answer } from "../../../../src/domain/answer.ts";
import { anyAnswer, lostOrDoubled, placesIn } from "../../../contract/adapter/answers.ts";
import { hostileAnswer } from "../../../contract/adapter/hostile.ts";
import { partsOf, read } from "../../../servers/discord/reading.ts";
import { checkMessage } from "../../../servers/discord/rules-message.ts";
import type { Json } from "../../../servers/discord/world.ts";
import { say } from "../../answers/doubles.ts";

const frame: AnswerFrame = {
	view: "viewviewview",
	conversation: "1234567890123456789",
	part: 0,
	audience: "asker",
};

/** The answer's messages, as somebody sees them who clicks "more" to the end. */
function messagesOf(answer: Answer, start: AnswerFrame = frame): MessageBody[] {
	const out: MessageBody[] = [];
	for (let at = answer.offset, part = 0; out.length < 500; ) {
		const message = layOut(pageOf(answer, at), { ...start, part }, say);
		out.push(message);
		const controls = read(asJson(message)).buttons.map(({ customId }) => readCustomId(customId));
		const more = controls.find((control) => control?.kind === "more");
		if (more?.kind !== "more" || more.from >= answer.offset + answer.items.length) return out;
		[at, part] = [more.from, more.part];
	}
	throw new Error("The answer never ends.");
}

const asJson = (message: MessageBody) => message as unknown as Json;

describe("an answer in Discord's messages", () => {
	it("keeps every limit, loses no source, and is text alone, whatever the answer is", () => {
		fc.assert(
			fc.property(anyAnswer, (answer) => {
				const shown: string[] = [];
				for (const message of messagesOf(answer)) {
					expect(checkMessage(asJson(message))).toBeNull();
					expect(message.allowed_mentions).toEqual({ parse: [], replied_user: false });
					const { text, mentions, formatted, links } = read(asJson(message));
					shown.push(text);
					expect({ mentions, formatted }).toEqual({ mentions: [], formatted: [] });
					for (const link of links)
						expect(link).toMatch(/^https?:\/\/(news\.example\.org|example\.net)\//);
				}
				expect(lostOrDoubled(answer, placesIn(shown.join("\n")))).toEqual([]);
			}),
			{ numRuns: 30 },
		);
	});

	it("joins the parts of a long item without a gap, whatever the messages say beside it", () => {
		const words = Array.from({ length: 2_000 }, (_, n) => `word${n}`);
		const [item] = hostileAnswer.items;
		if (item?.kind !== "passage") throw new Error("no passage");
		const long: Answer = {
			...hostileAnswer,
			items: [{ ...item, quote: words.join(" ") }],
			total: 1,
		};
		const shown: string[] = [];
		for (let part = 0; part < 20; part++) {
			// Notes and the sharer take room in one message and not in the next.
			const beside = part % 2 === 0 ? {} : { sharedBy: "x".repeat(80) };
			const notes = part % 3 === 0 ? hostileAnswer.notes : [];
			const message = layOut({ ...long, notes }, { ...frame, ...beside, part }, say);
			const { text, buttons } = read(asJson(message));
			shown.push(...(text.match(/word\d+/g) ?? []));
			if (!buttons.some(({ customId }) => customId.startsWith("more:"))) break;
		}
		expect(shown).toEqual(words);
	});

	it("shows hostile text as it is written", () => {
		const text = messagesOf(hostileAnswer)
			.map((message) => read(asJson(message)).text)
			.join("\n");
		expect(text).toContain("<@80351110224678912>");
		expect(text).toContain("[your bank](https://evil.example)");
		expect(text).toContain("<t:1618953630:R> </claims:816437322781949972>");
		expect(text).toContain("||spoiler|| # head");
	});

	it("runs Arabic from the right, each line by itself, whatever stands around it", () => {
		const [item] = hostileAnswer.items;
		if (item?.kind !== "passage") throw new Error("no passage");
		const quote = "3 سفن غادرت (Reuters)";
		const arabic: Answer = { ...hostileAnswer, items: [{ ...item, quote }], notes: [], total: 1 };
		const lines = (language: "en" | "ar") =>
			partsOf(asJson(layOut({ ...arabic, language }, frame, say)))
				.texts.join("\n")
				.split("\n");
		for (const language of ["en", "ar"] as const) {
			const [line] = lines(language).filter((each) => each.includes("سفن"));
			expect(line).toBe(
				language === "en"
					? "\u200f\u2068«3 سفن غادرت (Reuters)»\u2069"
					: "\u200f**\u2068\u200f1.\u2069** \u2068«3 سفن غادرت (Reuters)» · السطر\u00a01\u2069",
			);
		}
		for (const line of lines("ar")) expect(line).toMatch(/^(### |-# )?\u200f(\*\*)?\[?\u2068/);
	});

	it("has no button to share what is shared, and keeps a digest's key", () => {
		const controls = (start: AnswerFrame) =>
			read(asJson(layOut(hostileAnswer, start, say))).buttons.map(
				({ customId }) => readCustomId(customId)?.kind,
			);
		expect(controls(frame)).toContain("share");
		const posted = controls({ ...frame, audience: "channel", digest: "d_1-2024-05-01" });
		expect(posted).not.toContain("share");
		expect(posted).toContain("digests");
	});
});
