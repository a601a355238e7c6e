import { spawnSync } from "node:child_process";
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { projectFolder } from "../../../../src/app/paths.ts";
import { openAnswerLog } from "../../../../src/app/serving/answer-log/answer-log.ts";
import { openPersonHash } from "../../../../src/app/serving/answer-log/person-hash.ts";
import { RotatedFile } from "../../../../src/app/serving/answer-log/rotated-file.ts";
import type { Answer } from "../../../../src/domain/answer.ts";
import type { Asker, Incoming } from "../../../../src/domain/chat.ts";

let folder: string;
let logged: unknown[];
const log = (...line: unknown[]) => void logged.push(line);
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "isnad-answer-log-"));
	logged = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const asker = (person: string, direct = false): Asker => ({
	place: { platform: "slack", space: "T1", channel: "C1", thread: null },
	...{ person, direct, admin: false },
});
const answer: Answer = {
	...{ command: "claims", language: "en", answered: true, heading: "h", items: [], notes: [] },
	...{ actions: [], total: 0, offset: 0, verdict: { kind: "stated", text: "x" } },
};
const asked: Incoming = { kind: "message", text: "who denied it?" };

async function noted(questions: boolean, incoming: Incoming = asked) {
	const file = join(folder, "answers.jsonl");
	const config = { data: join(folder, "data"), answerLog: { file, questions } };
	const answers = await openAnswerLog(config, () => 0, log);
	answers?.note({ incoming, asker: asker("U1", true), answer, ms: 12.4 });
	await answers?.close();
	return JSON.parse(readFileSync(file, "utf8").trim().split("\n").at(-1) ?? "");
}

describe("an answer that is noted", () => {
	it("tells what was answered, and neither who asked nor what", async () => {
		const line = await noted(false);
		expect(line).toEqual({
			...{ at: "1970-01-01T00:00:00.000Z", request: null, platform: "slack", space: "T1" },
			...{ channel_kind: "direct", person: expect.stringMatching(/^[0-9a-f]{32}$/) },
			...{ command: "claims", verdict: "stated", answered: true, cited: [], ms: 12 },
		});
	});

	it("tells the question where that is asked for; a click has none", async () => {
		expect(await noted(true)).toMatchObject({ question: "who denied it?" });
		const request = { command: "ask", text: "what?", by: "x" } as const;
		expect(await noted(true, { kind: "request", request })).toMatchObject({ question: "what?" });
		expect(await noted(true, { kind: "more", view: "v" })).toMatchObject({ question: null });
	});

	it("is noted nowhere where nobody asks for it", async () => {
		const config = { data: folder, answerLog: undefined };
		expect(await openAnswerLog(config, () => 0, log)).toBeUndefined();
		expect(readdirSync(folder)).toEqual([]);
	});
});

describe("a person", () => {
	it("is the same one in every process of an installation, and another one elsewhere", async () => {
		const both = await Promise.all([1, 2].map(() => openPersonHash(join(folder, "data"))));
		const other = await openPersonHash(join(folder, "other"));
		const hashes = [...both, other].map((hash) => hash(asker("U1")));
		expect(hashes[0]).toBe(hashes[1]);
		expect(hashes[2]).not.toBe(hashes[0]);
		expect(both[0]?.(asker("U2"))).not.toBe(hashes[0]);
		expect(statSync(join(folder, "data", "answer-log.key")).mode & 0o777).toBe(0o600);
	});

	it("cannot be told where the key is none, which is said with what to do", async () => {
		writeFileSync(join(folder, "answer-log.key"), "short");
		await expect(openPersonHash(folder)).rejects.toMatchObject({
			code: "config_invalid",
			message: expect.stringMatching(/answer-log\.key cannot be used .*remove it/),
		});
	});
});

describe("a file of bounded size", () => {
	const file = () => join(folder, "log");
	const textOf = (name: string) => readFileSync(join(folder, name), "utf8");

	it("gives way to a new one, and the oldest is dropped", async () => {
		const rotated = new RotatedFile(file(), log, { bytes: 12, kept: 2 });
		for (const word of ["one", "two", "three", "four", "five", "six", "seven"]) rotated.add(word);
		await rotated.close();
		expect(readdirSync(folder).toSorted()).toEqual(["log", "log.1", "log.2"]);
		expect(["log.2", "log.1", "log"].map(textOf)).toEqual([
			"three\nfour\n",
			"five\nsix\n",
			"seven\n",
		]);
		const again = new RotatedFile(file(), log, { bytes: 12, kept: 2 });
		again.add("a line that is longer than the bound");
		again.add("x");
		await again.close();
		expect(["log.2", "log.1", "log"].map(textOf)).toEqual([
			"seven\n",
			"a line that is longer than the bound\n",
			"x\n",
		]);
		expect(logged).toEqual([]);
	});

	it("that cannot be written says so once, loses its lines alone, and goes on once it can", async () => {
		mkdirSync(file());
		const rotated = new RotatedFile(file(), log);
		for (const word of ["one", "two"]) {
			rotated.add(word);
			await rotated.close();
		}
		rmSync(file(), { recursive: true });
		rotated.add("three");
		await rotated.close();
		expect(textOf("log")).toBe("three\n");
		expect(logged).toEqual([
			["warn", expect.stringContaining("ISNAD_ANSWER_LOG"), { code: "EISDIR" }],
			["info", "The answer log is written again.", { lost: 2 }],
		]);
	});

	it("never waits at a full disk or a pipe", async () => {
		const full = new RotatedFile("/dev/full", log);
		full.add("one");
		await full.close();
		expect(logged).toEqual([["warn", expect.any(String), { code: "ENOTREGULAR" }]]);
	});

	it("holds no half line where the disk fills up in the middle of one", () => {
		const written = "src/app/serving/answer-log/rotated-file.ts";
		const program = `
			const { RotatedFile } = await import(${JSON.stringify(join(projectFolder, written))});
			const file = new RotatedFile(process.argv[1], (...line) => console.log(JSON.stringify(line)));
			for (let n = 0; n < 9; n++) { file.add("x".repeat(299)); await file.close(); }`;
		// As full a disk as any, and as little of it: a file may grow to two kilobytes.
		const shell = ["-c", 'ulimit -f 4; exec "$@"', "sh", process.execPath, "--input-type=module"];
		const { stdout } = spawnSync("sh", [...shell, "-e", program, file()], { encoding: "utf8" });
		const text = textOf("log");
		expect(text).toMatch(/^(x{299}\n)+$/);
		expect(text.length).toBeLessThan(9 * 300);
		expect(stdout.trim().split("\n")).toEqual([expect.stringContaining('"code":"EFBIG"')]);
	});

	it("keeps no more than a megabyte in memory for a disk that is slow", async () => {
		const rotated = new RotatedFile(file(), log);
		for (let n = 0; n < 30; n++) rotated.add("x".repeat(100_000));
		await rotated.close();
		expect(statSync(file()).size).toBeLessThan(1_200_000);
		expect(logged[0]).toEqual(["warn", expect.any(String), { code: "waits_too_long" }]);
	});
});
