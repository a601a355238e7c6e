import { once } from "node:events";
import { describe, expect, it } from "vitest";
import type { AnswerItem } from "../../src/domain/answer.ts";
import { ended, isnad, isnadHere, isOneLine, start } from "./run.ts";

const lines = (text: string) =>
	text
		.split("\n")
		.filter(Boolean)
		.map((line) => JSON.parse(line));

describe("the shipped corpus", () => {
	it("cites the accusation, the officials' account and the customs records for china drones", async () => {
		const { status, stdout, stderr } = await isnad(["claims", "china drones", "--json"]);
		expect([status, stderr]).toEqual([0, ""]);
		const answer = JSON.parse(stdout);
		expect(answer).toMatchObject({ language: "en", answered: true });
		const claims = answer.items.filter((item: AnswerItem) => item.kind === "claim");
		const lineNumbers = claims.map((item: { citation: { line: number } }) => item.citation.line);
		expect(lineNumbers).toEqual(expect.arrayContaining([4, 6, 7]));
		for (const item of claims) expect(item.rendering).toBe("paraphrase");
	});

	it("answers each command in the console's layout and in the asker's language", async () => {
		const { status, stdout } = await isnadHere(["timeline", "المناورات المشتركة", "--limit", "3"]);
		expect(status).toBe(0);
		expect(stdout).toContain("الخط الزمني");
		// No terminal, no colours.
		expect(stdout).not.toContain("\u001b");
	});
});

describe("batch", () => {
	it("answers in order, bad lines with their error, and goes on", async () => {
		const input = [
			JSON.stringify({ id: "a", command: "claims", text: "drones", limit: 2 }),
			"not json",
			JSON.stringify({ id: "b", command: "sing", text: "x" }),
			JSON.stringify({ id: 3, command: "ask", text: "" }),
			"",
			"x".repeat(200_000),
			"[1,2]",
			JSON.stringify({ id: "e", command: "ask", text: "كيف ردت بكين؟", from: "sometime" }),
			// The last line has no end.
			JSON.stringify({ id: "z", command: "sources", text: "" }),
		].join("\n");
		const { status, stdout, stderr } = await isnadHere(["batch"], { input });
		const answers = lines(stdout);
		expect(answers.map(({ id, error }) => [id, error?.code ?? "answer"])).toEqual([
			["a", "answer"],
			[null, "request_malformed"],
			["b", "request_malformed"],
			[3, "question_empty"],
			[null, "request_malformed"],
			[null, "request_malformed"],
			["e", "date_malformed"],
			["z", "answer"],
		]);
		expect(answers[0].items.length).toBeLessThanOrEqual(2);
		expect([status, stderr]).toEqual([0, ""]);
	});

	it("answers a line before the next one is written", async () => {
		const child = start(["batch"]);
		const end = ended(child);
		child.stdin?.write(`${JSON.stringify({ id: 1, command: "search", text: "sanctions" })}\n`);
		const [first] = await once(child.stdout ?? child, "data");
		expect(String(first)).toMatch(/^\{"id":1,/);
		child.stdin?.end();
		expect((await end).status).toBe(0);
	});

	it("ends quietly when nobody reads its answers any more", async () => {
		const child = start(["batch"]);
		const end = ended(child);
		const request = `${JSON.stringify({ id: 1, command: "search", text: "china", limit: 100 })}\n`;
		child.stdin?.on("error", () => {});
		child.stdin?.write(request.repeat(50));
		await once(child.stdout ?? child, "data");
		child.stdout?.destroy();
		child.stdin?.end(request.repeat(50));
		const { status, stderr } = await end;
		expect([status, stderr]).toEqual([0, ""]);
	});
});

describe("the console without a terminal", () => {
	it("says what it is and answers an example where there is no input", async () => {
		const { status, stdout, stderr } = await isnadHere([]);
		expect(stdout).toContain("5 articles");
		expect(stdout).toContain("/claims china drones");
		expect(stdout).toMatch(/^1\. /m);
		expect([status, stderr]).toEqual([0, ""]);
	});

	it("answers each line, commands in both languages, and ends", async () => {
		const input =
			"/claims drones\nmore\n/مصادر\n/nonsense\n/ask\nWho denied it? by:china\n/مساعدة\nquit\n/claims never";
		const { status, stdout } = await isnadHere(["chat"], { input });
		expect(stdout).toContain("denied in part by China.");
		expect(stdout).toContain("Claims: drones");
		expect(stdout).toMatch(/^6\. /m);
		expect(stdout).toContain("المصادر");
		expect(stdout).toContain("There is no command nonsense.");
		expect(stdout).toContain("/ask What");
		expect(stdout).toContain("Only what china said.");
		expect(stdout).toContain("/ادعاءات");
		expect(stdout).not.toContain("never");
		expect(status).toBe(0);
	});

	it("answers once", async () => {
		const { status, stdout } = await isnadHere(["chat", "--once", "/claims china drones"]);
		expect(stdout).toMatch(/^.*denied in part by China\.\n/);
		expect(status).toBe(0);
	});
});

describe("serve", () => {
	it("says when it is ready, answers, and drains when it is told to end", async () => {
		const child = start(["serve"], { env: { LOG_FORMAT: "json" } });
		const end = ended(child);
		let log = "";
		for await (const chunk of child.stderr ?? []) {
			log += chunk;
			if (log.includes('"ready"')) break;
		}
		const ready = log.split("\n").find((line) => line.includes('"ready"')) ?? "";
		expect(JSON.parse(ready)).toMatchObject({ level: "info", msg: "ready", articles: 5 });
		child.stdin?.end();
		child.kill("SIGTERM");
		expect((await end).status).toBe(0);
	});
});

describe("doctor", () => {
	it("finds nothing wrong with what is shipped", async () => {
		const { status, stdout } = await isnadHere(["doctor"]);
		expect(stdout).not.toContain("WRONG");
		expect(stdout).toContain("5 articles");
		expect(status).toBe(0);
	});

	it("names what is wrong and how to mend it", async () => {
		const env = {
			SLACK_BOT_TOKEN: "x",
			ISNAD_CORPUS: "/nonexistent",
			ISNAD_DATA: "/dev/null/data",
		};
		const { status, stdout } = await isnadHere(["doctor", "--json"], { env });
		const { ok, findings } = JSON.parse(stdout);
		expect(ok).toBe(false);
		const wrong = findings.filter((finding: { ok: boolean }) => !finding.ok);
		const said = wrong.map(({ says }: { says: string }) => says).join("\n");
		for (const part of [/xoxb-/, /\/nonexistent/, /ISNAD_DATA/]) expect(said).toMatch(part);
		for (const { says } of wrong) expect(isOneLine(`${says}\n`)).toBe(true);
		expect(status).toBe(1);
	});
});
