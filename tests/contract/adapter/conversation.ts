import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../../src/domain/chat.ts";
import { shippedDesk } from "../../desk.ts";
import { heldSessions } from "./held-sessions.ts";
import { answers, citationsIn, done, settled } from "./shown.ts";
import type { Session, Stage, StageSettings } from "./stage.ts";

/** What is said among people, and how the bot takes part in it, wherever there is more than one person. */
export function describeConversation(stage: Stage): void {
	describe(`${stage.name}: among people`, () => {
		let desk: Desk;
		const hold = heldSessions();
		beforeAll(async () => {
			desk = await shippedDesk();
		});
		const open = async (settings?: StageSettings) => {
			return hold(await stage.open(desk, settings));
		};
		const test = (name: string, run: () => Promise<void>) =>
			it(name, async (context) => {
				const reason = stage.lacks.mentions;
				if (reason) context.skip(`${stage.name} lacks mentions: ${reason}`);
				await run();
			});
		const said = "I read that China sends drones to Russia <https://x.example|link>";

		describe("a mention under somebody's message", () => {
			test("is about that message where it leaves unsaid what it asks about", async () => {
				const on = await open();
				const above = await on.says(said, { as: "cyd" });
				await on.mention("who denied this?", { thread: above, as: "ben" });
				const [answer] = await answers(on, 1);
				expect(answer?.text).toMatch(/Only denials/);
				expect(answer?.text).toMatch(/China sends drones/);
				expect(answer?.links).toEqual([]);
				expect(citationsIn(answer?.text ?? "").length).toBeGreaterThan(0);
			});

			test("is no matter where that message is a word to the bot", async () => {
				const on = await open();
				const above = await on.says("help", { as: "cyd" });
				await on.mention("who denied this?", { thread: above, as: "ben" });
				const [answer] = await answers(on, 1);
				expect(answer?.text).toContain("Nothing stands above from which this could go on");
			});

			test("is answered in its own language", async () => {
				const on = await open();
				const above = await on.says(said, { as: "cyd" });
				await on.mention("من نفى ذلك؟", { thread: above });
				expect((await answers(on, 1))[0]?.text).toMatch(/السطر/);
			});

			test("and nothing more is about that message", async () => {
				const on = await open();
				const above = await on.says(said, { as: "cyd" });
				await on.mention("", { thread: above });
				const [answer] = await answers(on, 1);
				expect(answer?.text).toMatch(/drones/);
				expect(citationsIn(answer?.text ?? "").length).toBeGreaterThan(0);
			});

			test("is a question of its own where it is one", async () => {
				const on = await open();
				const above = await on.says(said, { as: "cyd" });
				await on.mention("what did the customs records show?", { thread: above });
				expect((await answers(on, 1))[0]?.text).not.toMatch(/going on from/);
			});
		});

		describe("an edit", () => {
			test("that adds a mention is answered, once", async () => {
				const on = await open();
				const id = await on.says("claims china drones", { as: "cyd" });
				await on.edits(id, "claims china drones");
				await answers(on, 1);
				await on.edits(id, "claims china weapons");
				expect(await settled(on)).toHaveLength(1);
			});

			test("of what was answered is not answered again", async () => {
				const on = await open();
				const { id } = await on.mention("claims china drones");
				const [answer] = await answers(on, 1);
				const asked = stage.name === "discord" ? id : answer?.thread;
				await on.edits(asked ?? "", "claims china weapons");
				expect(await settled(on)).toHaveLength(1);
			});
		});

		test("where the bot may not write the asker alone is told so, and answered", async () => {
			const on = await open();
			on.forbid();
			await on.mention("what did China deny?");
			const [why, answer] = await answers(on, 2);
			expect(why?.text).toMatch(/may not write where you asked/);
			expect(citationsIn(answer?.text ?? "").length).toBeGreaterThan(0);
			expect((await settled(on)).map(({ audience }) => audience)).toEqual(["asker", "asker"]);
		});

		describe("a thread of the bot's own", () => {
			const begun = async (on: Session) => {
				await on.mention("claims weapons for Russia");
				const [answer] = await answers(on, 1);
				if (!answer) throw new Error("no answer");
				return answer;
			};

			test("goes on without a mention where that is set", async () => {
				const on = await open({ followUps: true });
				const { id } = await begun(on);
				await on.says("and before 2023?", { thread: id, as: "ben" });
				const [, second] = await answers(on, 2);
				expect(second?.text).toMatch(/2022-12-31/);
				await on.says("only denials", { thread: id, as: "cyd" });
				const [, , third] = await answers(on, 3);
				expect(third?.text).toMatch(/Only denials/);
			});

			test("leaves people to themselves", async () => {
				const on = await open({ followUps: true });
				const { id } = await begun(on);
				for (const text of ["thanks!", "Ben, lunch at one with the whole desk downstairs then"])
					await on.says(text, { thread: id, as: "ben" });
				expect(await settled(on)).toHaveLength(1);
			});

			test("is none that others began", async () => {
				const on = await open({ followUps: true });
				const above = await on.says(said, { as: "cyd" });
				await on.mention("who denied this?", { thread: above });
				await answers(on, 1);
				await on.says("and before 2023?", { thread: above, as: "ben" });
				expect(await settled(on)).toHaveLength(1);
			});

			test("waits for a mention where nothing is set", async () => {
				const on = await open();
				const { id } = await begun(on);
				await on.says("and before 2023?", { thread: id, as: "ben" });
				expect(await settled(on)).toHaveLength(1);
				expect(done(on.shown())).toHaveLength(1);
			});
		});
	});
}
