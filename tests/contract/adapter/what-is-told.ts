import { beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../../src/domain/chat.ts";
import { shippedDesk } from "../../desk.ts";
import { say } from "../../unit/answers/doubles.ts";
import { heldSessions } from "./held-sessions.ts";
import { answers, citationsIn } from "./shown.ts";
import type { Ability, Session, Stage } from "./stage.ts";

/** What an answer says of itself, on every platform. */
export function describeWhatIsTold(stage: Stage): void {
	describe(`${stage.name}: what is told`, () => {
		let desk: Desk;
		const hold = heldSessions();
		beforeAll(async () => {
			desk = await shippedDesk();
		});

		const test = (name: string, abilities: Ability[], run: (on: Session) => Promise<void>) =>
			it(name, async (context) => {
				for (const ability of abilities) {
					const reason = stage.lacks[ability];
					if (reason) context.skip(`${stage.name} lacks ${ability}: ${reason}`);
				}
				const session = hold(await stage.open(desk));
				await run(session);
			});

		test("items behind the gap are marked on the page that brings them", ["direct"], async (on) => {
			await on.direct("claims china drones");
			const [first] = await answers(on, 1);
			if (!first) throw new Error("no answer");
			expect(first.text).not.toContain("weakly related · l.");
			await on.click(first, "more");
			const [, second] = await answers(on, 2);
			const items = second?.text.split("\n").filter((line) => /^\s*\d+\. /.test(line)) ?? [];
			expect(items.map((line) => line.includes("weakly related"))).toEqual([false, true, true]);
		});

		test("relays have their Arabic names", ["direct"], async (on) => {
			await on.direct("ادعاءات مسيّرات الصين");
			const [answer] = await answers(on, 1);
			expect(answer?.text).toContain("نقلاً عن رويترز");
			expect(answer?.text).not.toMatch(/Reuters|Wall Street/);
		});

		for (const [typed, scope] of [
			["claims china drones", "answers 1, 2, 3 in part: weapons only"],
			["ادعاءات مسيّرات الصين", "رد على بعض ما في 1، 2، 3: أسلحة فقط"],
		] as const)
			test(`one denial of several claims says what it denies: ${typed}`, ["direct"], async (on) => {
				await on.direct(typed);
				const [answer] = await answers(on, 1);
				expect(answer?.text.replace(/[\u2066-\u2069\u200e\u200f]/g, "")).toContain(scope);
			});

		for (const [language, typed] of [
			["en", "claims x"],
			["en", "claims <!channel> @everyone *x*"],
			["en", "timeline the"],
			["ar", "ادعاءات س"],
		] as const)
			test(`"${typed}" is told to hold nothing, and how to ask`, ["direct"], async (on) => {
				await on.direct(typed);
				const [answer] = await answers(on, 1);
				expect(answer?.text).toContain(say(language, "error.question_bare"));
				// Where examples are buttons they can be clicked, elsewhere they stand in the text.
				const isButton = answer?.actions.some(({ action }) => action.startsWith("example"));
				expect(isButton || /^\W*\/\S+ \S/mu.test(answer?.text ?? "")).toBe(true);
				expect(citationsIn(answer?.text ?? "")).toEqual([]);
			});

		test("and in Arabic", ["direct"], async (on) => {
			await on.direct("ادعاءات رقائق");
			const [first] = await answers(on, 1);
			expect(first?.text).toContain("صلته بالموضوع ضعيفة");
		});
	});
}
