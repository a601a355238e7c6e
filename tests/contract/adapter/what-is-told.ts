import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Desk } from "../../../src/domain/chat.ts";
import { closeDesks, shippedDesk } from "../../desk.ts";
import { answers } from "./shown.ts";
import type { Ability, Session, Stage } from "./stage.ts";

/** What an answer says of itself, on every platform. */
export function describeWhatIsTold(stage: Stage): void {
	describe(`${stage.name}: what is told`, () => {
		let desk: Desk;
		let session: Session | undefined;
		beforeAll(async () => {
			desk = await shippedDesk();
		});
		afterEach(async () => {
			const broken = session?.violations() ?? [];
			await session?.close();
			session = undefined;
			expect(broken, "rules of the platform that were broken").toEqual([]);
		});
		afterAll(closeDesks);

		const test = (name: string, abilities: Ability[], run: (on: Session) => Promise<void>) =>
			it(name, async (context) => {
				for (const ability of abilities) {
					const reason = stage.lacks[ability];
					if (reason) context.skip(`${stage.name} lacks ${ability}: ${reason}`);
				}
				session = await stage.open(desk);
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

		test("and in Arabic", ["direct"], async (on) => {
			await on.direct("ادعاءات رقائق");
			const [first] = await answers(on, 1);
			expect(first?.text).toContain("صلته بالموضوع ضعيفة");
		});
	});
}
