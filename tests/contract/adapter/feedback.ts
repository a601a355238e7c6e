import { describe, expect, it } from "vitest";
import { memoryStore } from "../../../src/storage/memory/store.ts";
import { shippedDesk } from "../../desk.ts";
import { heldSessions } from "./held-sessions.ts";
import { answers, done, settled, until } from "./shown.ts";
import type { Session, Shown, Stage } from "./stage.ts";

/** What readers say of answers, on every platform that has buttons of its own. */
export function describeFeedback(stage: Stage): void {
	describe(`${stage.name}: what readers say of answers`, () => {
		const hold = heldSessions();

		const test = (name: string, run: () => Promise<void>) =>
			it(name, async (context) => {
				const reason = stage.lacks.forms;
				if (reason) context.skip(`${stage.name} lacks forms: ${reason}`);
				await run();
			});

		async function open({ asked = true } = {}) {
			const store = memoryStore();
			const { feedback } = store;
			const desk = await shippedDesk({ store, feedback: asked ? feedback : undefined });
			const session = hold(await stage.open(desk));
			const kept = () => feedback.page(null, 9);
			return { on: session, kept };
		}
		const first = async (on: Session): Promise<Shown> => {
			await on.mention("what did China deny?");
			const [answer] = await answers(on, 1);
			if (!answer) throw new Error("no answer");
			return answer;
		};
		const thumbs = ({ actions }: Shown) =>
			actions.map(({ action }) => action).filter((action) => action.startsWith("vote"));
		const keptAs = async (kept: () => Promise<unknown[]>, what: object[]) =>
			expect.poll(kept, { timeout: 3_000 }).toMatchObject(what);

		test("each answer has two thumbs, and what is no answer has none", async () => {
			const { on } = await open();
			const answer = await first(on);
			expect(thumbs(answer)).toEqual(["vote_right", "vote_wrong"]);
			await on.click(answer, "check_quote", 0);
			await on.command("claims", "");
			await on.command("sources", "");
			for (const other of (await answers(on, 4)).slice(1)) expect(thumbs(other)).toEqual([]);
		});

		test("a thumb is kept with the question, and only who clicked is told", async () => {
			const { on, kept } = await open();
			const answer = await first(on);
			await on.click(answer, "vote_right", undefined, { as: "ben" });
			const [, told] = await answers(on, 2);
			expect(told).toMatchObject({ audience: "asker", mentions: [] });
			expect(told?.text).toMatch(/Noted as right/);
			await keptAs(kept, [
				{
					...{ vote: "right", reason: null, answered: true },
					request: { command: "ask", text: "what did China deny?" },
					voter: expect.stringContaining(on.idOf("ben")),
					first: { file: expect.stringMatching(/\.txt$/), words: expect.stringMatching(/\w/) },
				},
			]);
		});

		test("the second thumb is kept at once, and asks why", async () => {
			const { on, kept } = await open();
			const answer = await first(on);
			await on.click(answer, "vote_wrong");
			await keptAs(kept, [{ vote: "wrong", reason: null }]);
			const note = "it was <!channel> @everyone *her*";
			await on.voteWrong(answer, { reason: "speaker", note });
			await until(on, "that it is noted", (all) =>
				done(all).some(({ text }) => text.includes("Noted as wrong")),
			);
			await keptAs(kept, [{ vote: "wrong", reason: "speaker", note }]);
		});

		test("a person has one voice an answer and may change it", async () => {
			const { on, kept } = await open();
			const answer = await first(on);
			await on.voteWrong(answer, { reason: "day" });
			await keptAs(kept, [{ vote: "wrong", reason: "day", note: "" }]);
			const clicked = await on.click(answer, "vote_right");
			await on.again(clicked);
			await keptAs(kept, [{ vote: "right", reason: null }]);
			await on.click(answer, "vote_right", undefined, { as: "ben" });
			await expect.poll(async () => (await kept()).length).toBe(2);
			await settled(on);
			expect(await kept()).toHaveLength(2);
		});

		test("a form that comes back when its answer is forgotten says so, and gives back what was typed", async () => {
			const store = memoryStore();
			const desk = await shippedDesk({ store, feedback: store.feedback });
			const voteForm: typeof desk.voteForm = async (view, asker) => {
				const form = await desk.voteForm(view, asker);
				await store.views.dropBefore(Number.POSITIVE_INFINITY);
				return form;
			};
			const session = hold(await stage.open({ ...desk, voteForm }));
			const answer = await first(session);
			const note = "it was *her* deputy <!channel>";
			await session.voteWrong(answer, { reason: "speaker", note });
			const shown = await until(session, "what was typed", (all) =>
				done(all).some(({ text }) => text.includes("deputy")),
			);
			const told = done(shown).find(({ text }) => text.includes("deputy"));
			expect(told).toMatchObject({ audience: "asker", mentions: [] });
			expect(told?.text).toContain("The answer behind this form is kept no more");
			expect(told?.text).toContain("Somebody else said it");
		});

		test("nobody is asked where that is off", async () => {
			const { on } = await open({ asked: false });
			expect(thumbs(await first(on))).toEqual([]);
		});
	});
}
