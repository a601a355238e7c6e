import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../src/domain/chat.ts";
import { closeDesks, shippedDesk } from "../desk.ts";
import { discordStage } from "../servers/discord/stage.ts";
import { slackStage } from "../servers/slack/stage.ts";
import { citationsIn, done, until } from "./adapter/shown.ts";
import type { Session, Stage } from "./adapter/stage.ts";
import { consoleStage } from "./console-stage.ts";
import { questions } from "./questions.ts";

/** Citations that are compared: a platform whose messages hold fewer is asked for more. */
const compared = 6;

describe("the same question on every platform", () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await shippedDesk();
	});
	afterAll(closeDesks);

	it("asks fifty-two", () => {
		expect(new Set(questions.map((question) => question.join(" "))).size).toBe(52);
	});

	it("finds the same citations in the same order", { timeout: 120_000 }, async () => {
		const stages: Stage[] = [consoleStage, slackStage("socket"), discordStage];
		const found = await Promise.all(stages.map((stage) => askAll(stage, desk)));
		const [console = [], ...others] = found;
		const told = (citations: string[][]) =>
			citations.map((each, at) => `${questions[at]?.join(" ")}: ${each.join(", ")}`);
		for (const citations of others) expect(told(citations)).toEqual(told(console));
		const cited = console.filter((citations) => citations.length > 0);
		expect(cited.length, "questions with citations").toBeGreaterThan(40);
	});
});

/** Everything that was shown is read at every look: a session that grows long is slow. */
const asked = 13;

async function askAll(stage: Stage, desk: Desk): Promise<string[][]> {
	const out: string[][] = [];
	for (let from = 0; from < questions.length; from += asked) {
		const session = await stage.open(desk);
		try {
			for (const [command, text] of questions.slice(from, from + asked))
				out.push(await ask(session, command, text));
			expect(session.violations()).toEqual([]);
		} finally {
			await session.close();
		}
	}
	return out;
}

async function ask(session: Session, command: string, text: string): Promise<string[]> {
	const seen = new Set(session.shown().map(({ id }) => id));
	const next = async () => {
		const fresh = () => done(session.shown()).find(({ id }) => !seen.has(id));
		await until(session, `the answer to ${command} ${text}`, () => fresh() !== undefined);
		const shown = fresh();
		if (!shown) throw new Error("gone again");
		seen.add(shown.id);
		return shown;
	};
	await session.command(command, text);
	let shown = await next();
	const citations = citationsIn(shown.text);
	while (citations.length < compared && shown.actions.some(({ action }) => action === "more")) {
		await session.click(shown, "more");
		shown = await next();
		const more = citationsIn(shown.text);
		if (more.length === 0) break;
		citations.push(...more);
	}
	return citations.slice(0, compared);
}
