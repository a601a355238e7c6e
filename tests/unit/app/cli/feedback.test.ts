import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askedIn } from "../../../../bench/questions/outcomes.ts";
import { testQuestions } from "../../../../src/app/cli/test-questions.ts";
import type { Feedback } from "../../../../src/domain/feedback.ts";
import { openStore } from "../../../../src/storage/open.ts";
import { feedbackOf } from "../../../contract/store/feedback.ts";
import { isOneLine, run } from "../doubles.ts";

const data = mkdtempSync(join(tmpdir(), "isnad-feedback-"));
const env = { ISNAD_DATA: data };
afterAll(() => rmSync(data, { recursive: true, force: true }));

const first = { file: "a.txt", words: "the harbour is closed" };
const vote = (view: string, more: Partial<Feedback> = {}) =>
	feedbackOf(view, "slack/T1/U1", {
		request: { command: "ask", text: `what of ${view}?`, language: "en" },
		first,
		...more,
	});
const wrong = (view: string, reason: Feedback["reason"], more: Partial<Feedback> = {}) =>
	vote(view, { vote: "wrong", reason, ...more });

const votes = [
	vote("right"),
	vote("refused", { answered: false, first: null }),
	vote("claims", { request: { command: "claims", text: "china\tdrones ||", language: "en" } }),
	wrong("unsaid", "unsaid"),
	wrong("missed", "missed", { answered: false, first: null }),
	wrong("elsewhere", "off_topic"),
	wrong("speaker", "speaker", { note: "it was\n\u001b[31mher" }),
	wrong("none", null),
	vote("filtered", { request: { command: "ask", text: "x", by: "China" } }),
	vote("paged", { request: { command: "ask", text: "x", offset: 3 } }),
];

describe("votes as test questions", () => {
	it("are read by the benchmark, with what has to come of each", () => {
		const { rows, leftOut } = testQuestions(votes, "mine");
		const read = askedIn(["heading", ...rows.map((row) => row.join("\t"))].join("\n"));
		const told = read.map(({ id, expect: wanted, command, files, words, corpus }) => {
			expect(corpus).toBe("mine");
			return [id, wanted, command, files.length, words.length];
		});
		expect(told).toEqual([
			["right", "answer", "ask", 1, 1],
			["refused", "nothing", "ask", 0, 0],
			["claims", "answer", "claims", 1, 1],
			["unsaid", "nothing", "ask", 0, 0],
			["missed", "answer", "ask", 0, 0],
			["elsewhere", "other", "ask", 1, 1],
		]);
		expect(read.find(({ id }) => id === "claims")?.question).toBe("china drones | |");
		expect(leftOut).toEqual({ unsaid: 2, narrowed: 2, disputed: 0 });
	});

	it("are one a question, and none where readers disagree", () => {
		const same = { request: { command: "ask", text: "same", language: "en" } as const };
		const agreed = [vote("v1", same), vote("v2", same)];
		expect(testQuestions(agreed, "x").rows).toHaveLength(1);
		const disputed = testQuestions([...agreed, wrong("v3", "unsaid", same)], "x");
		expect(disputed).toMatchObject({ rows: [], leftOut: { disputed: 3 } });
	});
});

describe("isnad feedback", () => {
	beforeAll(async () => {
		const store = await openStore({ data });
		for (const [at, one] of votes.entries()) await store.feedback.put({ ...one, at });
		await store.close();
	});

	it("lists what was said, the newest first, without anything that a terminal obeys", async () => {
		const { status, stdout } = await run(["feedback", "list"], { env });
		expect(status).toBe(0);
		const heads = stdout.split("\n").filter((line) => /^(right|wrong) /.test(line));
		expect(heads).toHaveLength(votes.length);
		expect(heads[0]).toMatch(/slack\/T1\/U1 {2}ask x/);
		expect(heads.at(-1)).toMatch(/what of right\?/);
		expect(stdout).toContain("Somebody else said it");
		expect(stdout).toContain("it was\\n\\x1b[31mher");
		const { stdout: json } = await run(["feedback", "list", "--json"], { env });
		expect(
			json
				.trim()
				.split("\n")
				.map((line) => JSON.parse(line).view)[0],
		).toBe("paged");
	});

	it("counts them", async () => {
		const { stdout } = await run(["feedback", "counts"], { env });
		expect(stdout).toMatch(/^right: 5\nwrong: 5\n/);
		const { stdout: json } = await run(["feedback", "counts", "--json"], { env });
		expect(JSON.parse(json)).toMatchObject({ right: 5, wrong: 5, reasons: { none: 1 } });
	});

	it("writes a table of questions, and says what it leaves out", async () => {
		const { stdout, stderr } = await run(["feedback", "questions"], { env });
		const read = askedIn(stdout);
		expect(read).toHaveLength(6);
		expect(new Set(read.map(({ corpus }) => corpus))).toEqual(new Set(["seeds"]));
		expect(stderr).toMatch(/2 that do not say what is right, 2 with filters/);
		const { stdout: json } = await run(["feedback", "questions", "--json"], { env });
		const rows = json
			.trim()
			.split("\n")
			.map((line) => JSON.parse(line));
		expect(rows).toHaveLength(6);
		expect(rows.find(({ id }) => id === "claims")).toMatchObject({
			...{ language: "en", corpus: "seeds", question: "china drones | |" },
			...{ expect: "answer", files: "a.txt", command: "claims" },
		});
	});

	it("says how it is used", async () => {
		const { status, stderr } = await run(["feedback", "all"], { env });
		expect([status, isOneLine(stderr)]).toEqual([2, true]);
		expect(stderr).toMatch(/list, counts or questions/);
	});
});
