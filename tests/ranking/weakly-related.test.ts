import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answerer } from "../../src/answers/answerer.ts";
import type { AnswerItem, Command } from "../../src/domain/answer.ts";
import { closeDesks, shippedApp } from "../desk.ts";

let answerer: Answerer;
beforeAll(async () => {
	({ answerer } = await shippedApp());
});
afterAll(closeDesks);

const isWeak = (item: AnswerItem) => item.kind !== "source" && item.weaklyRelated === true;

describe("what is plainly about the question is not called weakly related", () => {
	it.each<[Command, question: string, why: string, quote: RegExp]>([
		["ask", "Did China send weapons to Russia?", "a denial of it", /denied sending any military/],
		["ask", "من نفى تزويد روسيا بالسلاح؟", "whoever denied it", /فتنفي أنها زوّدت روسيا بأي سلاح/],
		["ask", "ما حجم التجارة بين روسيا والصين؟", "the trade of another year", /190 مليار دولار/],
		["ask", "What did Putin say about China?", "his own words", /military cooperation with China/],
		[
			"ask",
			"Who accused China of supporting Russia's war?",
			"an accuser",
			/assessment accuses China/,
		],
		["ask", "من اتهم الصين بدعم روسيا؟", "an accuser", /وقد اتهمت واشنطن بكين/],
		[
			"claims",
			"satelite imagery wagner",
			"a passage with all of it",
			/for providing satellite images/,
		],
		["claims", "شراكة غير محدودة", "a passage with all of it", /شراكة استراتيجية/],
	])("%s %s: %s", async (command, text, _, quote) => {
		const { items } = await answerer.answer({ command, text, limit: 7 });
		const item = items.find((each) => each.kind !== "source" && quote.test(each.quote));
		expect(item).toBeDefined();
		expect(item && isWeak(item)).toBe(false);
	});
});

describe("what is near the question alone is called so", () => {
	it.each<[Command, question: string, quote: RegExp]>([
		["ask", "What did Putin say about China?", /^It described how his advisers/],
		["ask", "Who accused China of supporting Russia's war?", /^The war crimes of which/],
		["ask", "ما حجم التجارة بين روسيا والصين؟", /^وأُدرجت شركات صينية كثيرة/],
		["ask", "When did Putin visit China?", /^Putin turned to the volume of trade/],
		["claims", "china drones", /^The Dalian Machine Tool Group/],
	])("%s %s", async (command, text, quote) => {
		const { items } = await answerer.answer({ command, text, limit: 20 });
		const item = items.find((each) => each.kind !== "source" && quote.test(each.quote));
		expect(item && isWeak(item)).toBe(true);
	});

	it("counts those that are plainly about it, where they follow the best", async () => {
		const question = { command: "ask", text: "Who warned China?" } as const;
		const { items } = await answerer.answer({ ...question, limit: 7 });
		expect(items.map(isWeak)).toEqual([false, false, false, false, false, false, true]);
		expect((await answerer.answer({ ...question, limit: 3 })).total).toBe(6);
	});
});
