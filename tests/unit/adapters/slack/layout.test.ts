import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layAnswer, layDigest } from "../../../../adapters/slack/layout/answer.ts";
import { actionIds, readViewValue, viewValue } from "../../../../adapters/slack/layout/controls.ts";
import { layHome } from "../../../../adapters/slack/layout/home.ts";
import type { Message } from "../../../../adapters/slack/layout/message.ts";
import { layNotice } from "../../../../adapters/slack/layout/notice.ts";
import { layQuotation } from "../../../../adapters/slack/layout/quotation.ts";
import type { Answer } from "../../../../src/domain/answer.ts";
import type { Quotation } from "../../../../src/domain/quotation.ts";
import { anyAnswer, lostOrDoubled, placesIn } from "../../../contract/adapter/answers.ts";
import { blockErrors, tooLong, viewErrors } from "../../../servers/slack/blocks.ts";
import { contentRefusal } from "../../../servers/slack/methods.ts";
import { actionOf, shownOf } from "../../../servers/slack/shown.ts";
import { ids, type Json, World } from "../../../servers/slack/world.ts";
import { say } from "../../answers/doubles.ts";

const view = "viewviewview";

/** A message as people see it. */
function seen(message: Message) {
	const world = new World(() => 0);
	world.say({
		...(message as unknown as { text: string; blocks: Json[] }),
		channel: ids.channel,
		user: ids.botUser,
		thread: null,
		metadata: null,
		to: null,
		by: null,
	});
	const [shown] = shownOf(world, () => false);
	if (!shown) throw new Error("nothing shown");
	return shown;
}

function broken(message: Message): string[] {
	const rules: string[] = [];
	contentRefusal(
		{ ...message, unfurl_links: "false" },
		{ violation: (what) => void rules.push(what) },
	);
	return [
		...rules,
		...blockErrors(message.blocks),
		...(tooLong(message.blocks) ? ["too long"] : []),
	];
}

/** Files of citations in the order in which they are shown. */
const filesIn = (text: string) => [...text.matchAll(/source\d+\.txt/g)].map(([file]) => file);

/** Everything that a reader sees who clicks "More" to the end. */
function read(answer: Answer, lay: (page: Answer) => Message[]): Message[] {
	const out: Message[] = [];
	for (let page = answer; ; ) {
		const messages = lay(page);
		out.push(...messages);
		const blocks = messages.at(-1)?.blocks as unknown as Json[];
		const more = readViewValue(actionOf(blocks, actionIds.more)?.["value"])?.number;
		if (more === undefined || more >= answer.offset + answer.items.length) return out;
		expect(more).toBeGreaterThanOrEqual(page.offset);
		page = { ...answer, items: answer.items.slice(more - answer.offset), offset: more };
		lay = (rest) => layAnswer(rest, { view }, say);
	}
}

describe("any answer", () => {
	it("keeps every limit of Slack and loses no source", () => {
		fc.assert(
			fc.property(anyAnswer, fc.boolean(), (answer, shareable) => {
				const messages = read(answer, (page) => layAnswer(page, { view, shareable }, say));
				for (const message of messages) expect(broken(message)).toEqual([]);
				const text = messages.map((message) => seen(message).text).join("\n");
				expect(lostOrDoubled(answer, placesIn(text))).toEqual([]);
			}),
			{ numRuns: 100 },
		);
	});

	it("is one message as a digest, and nothing of it is lost behind More", () => {
		fc.assert(
			fc.property(anyAnswer, (answer) => {
				const messages = read(answer, (page) => [layDigest(page, { view }, say)]);
				for (const message of messages) expect(broken(message)).toEqual([]);
				const text = messages.map((message) => seen(message).text).join("\n");
				expect(lostOrDoubled(answer, placesIn(text))).toEqual([]);
			}),
			{ numRuns: 60 },
		);
	});

	it("says as an empty digest what it has to say", () => {
		const empty: Answer = {
			command: "digest",
			language: "en",
			answered: false,
			heading: "What is new: drones",
			items: [],
			notes: ["There is nothing new on it yet.", "Looked through: 3 new articles."],
			actions: [],
			total: 0,
			offset: 0,
		};
		const { text } = seen(layDigest(empty, { view }, say));
		for (const note of empty.notes) expect(text).toContain(note);
	});

	it("mentions nobody and links to its sources alone", () => {
		fc.assert(
			fc.property(anyAnswer, (answer) => {
				for (const message of layAnswer(answer, { view }, say)) {
					const { mentions, links } = seen(message);
					expect(mentions).toEqual([]);
					for (const link of links)
						expect(link).toMatch(/^https?:\/\/(news\.)?example\.(org|net)\//);
				}
			}),
			{ numRuns: 50 },
		);
	});
});

describe("other replies", () => {
	const texts = fc.string({ unit: "grapheme", maxLength: 6_000 });

	it("keep every limit: quotations", () => {
		const passage = fc.record({ text: texts, from: fc.nat(50), length: fc.nat(5_000) });
		fc.assert(
			fc.property(fc.array(passage, { minLength: 1, maxLength: 4 }), (passages) => {
				const quotation: Quotation = {
					language: "en",
					rendering: "verbatim",
					citation: {
						article: "of",
						passage: "p1",
						title: passages[0]?.text ?? null,
						outlet: null,
						published: { value: null, precision: "unknown", basis: "unknown" },
						file: "source1.txt",
						line: 3,
						start: 0,
						end: 4,
						url: "https://news.example.org/a",
					},
					passages: passages.map(({ text, from, length }, at) => ({
						kind: "body",
						line: at + 1,
						text,
						...(at === 0 ? { quoted: { from, to: from + length } } : {}),
					})),
				};
				const messages = layQuotation(quotation, say);
				for (const message of messages) expect(broken(message)).toEqual([]);
				expect(filesIn(messages.map((message) => seen(message).text).join("\n"))).toEqual([
					"source1.txt",
				]);
			}),
			{ numRuns: 60 },
		);
	});

	it("keep every limit: notices", () => {
		fc.assert(
			fc.property(texts, fc.array(texts, { maxLength: 8 }), (title, lines) => {
				const notice = { code: "help", language: "ar" as const, title, lines, examples: lines };
				for (const message of layNotice(notice)) expect(broken(message)).toEqual([]);
			}),
			{ numRuns: 40 },
		);
	});

	it("keep every limit: the home", () => {
		const home = layHome(
			{
				language: "en",
				coverage: "It covers 5 articles.",
				outlets: ["الجزيرة", "Reuters"],
				speakers: ["Janet Yellen"],
				hints: ["Ask."],
				examples: [{ label: "x".repeat(200), name: "claims", text: "china drones" }],
			},
			say,
		);
		expect(viewErrors(home as unknown as Json)).toEqual([]);
	});
});

describe("an answer", () => {
	const answer: Answer = {
		command: "claims",
		language: "en",
		answered: true,
		heading: "Claims: drones",
		items: [
			{
				kind: "passage",
				quote: "قالت الوزارة إن السفن غادرت",
				rendering: "verbatim",
				passage: { id: "p", kind: "body", text: "x", source: { line: 1, start: 0, end: 1 } },
				citation: {
					article: "a",
					passage: "p",
					title: "Ships",
					outlet: "Reuters",
					published: { value: "2023-07-27", precision: "day", basis: "printed" },
					file: "ships.txt",
					line: 4,
					start: 2,
					end: 29,
					url: "https://news.example.org/ships",
				},
			},
		],
		notes: ["Only denials."],
		actions: [{ kind: "check_quote" }, { kind: "share" }, { kind: "narrow" }],
		total: 3,
		offset: 2,
	};

	it("is numbered on, quotes in marks on a line of its own, and isolates what runs from the right", () => {
		const [message] = layAnswer(answer, { view, shareable: true }, say);
		const blocks = message?.blocks as unknown as { elements?: Json[] }[];
		const quotes = blocks.flatMap(({ elements = [] }) =>
			elements.filter(({ type }) => type === "rich_text_quote"),
		);
		expect(JSON.stringify(quotes)).toContain("\u2068«قالت الوزارة إن السفن غادرت»\u2069");
		if (!message) throw new Error("no message");
		const shown = seen(message);
		expect(shown.text).toMatch(/^Claims: drones\nShips · Reuters · 27 July 2023\n3\. l\.\u00a04\n/);
		expect(shown.links).toEqual(["https://news.example.org/ships"]);
		expect(shown.actions.map(({ action }) => action)).toEqual(["check_quote", "narrow", "share"]);
	});

	it("in Arabic has its numbers at the right, inside the line's direction", () => {
		const [message] = layAnswer({ ...answer, language: "ar" }, { view }, say);
		if (!message) throw new Error("no message");
		expect(seen(message).text).toMatch(/\n\u200f\u2068\u200f?3\. «قالت الوزارة/);
	});

	it("offers nothing that there is not", () => {
		const bare = { ...answer, actions: [], total: 3 };
		const [message] = layAnswer(bare, { view, shareable: true }, say);
		if (!message) throw new Error("no message");
		expect(seen(message).actions).toEqual([]);
	});
});

describe("what buttons hold", () => {
	it("comes back as it was, and nothing else is taken for it", () => {
		expect(readViewValue(viewValue("aB_-34567890", 7))).toEqual({
			view: "aB_-34567890",
			number: 7,
		});
		expect(readViewValue(viewValue("aB_-34567890"))).toEqual({ view: "aB_-34567890" });
		for (const value of [undefined, 7, "", "a b", "a:b", `${"x".repeat(65)}`, "a:1234567"])
			expect(readViewValue(value)).toBeNull();
	});
});
