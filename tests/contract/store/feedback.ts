import { describe, expect, it } from "vitest";
import type { Feedback } from "../../../src/domain/feedback.ts";
import type { Store } from "../../../src/domain/state/store.ts";

export function feedbackOf(view: string, voter: string, more: Partial<Feedback> = {}): Feedback {
	return {
		...{ view, voter, platform: "slack", vote: "right", reason: null, note: "", answered: true },
		request: { command: "ask", text: "من «نفى»؟", by: "o'hara; --" },
		first: { file: "a.txt", words: "قال \u2068x\u2069" },
		at: 5,
		...more,
	};
}

/** What readers say of answers, in every store. */
export function feedbackSuite(store: () => Store): void {
	describe("feedback", () => {
		it("is given back as it was put, question, words and note among it", async () => {
			const { feedback } = store();
			const wrong = { vote: "wrong", reason: "speaker", note: "it was her\n<!channel>" } as const;
			await feedback.put(feedbackOf("v1", "slack/T1/U1"));
			await feedback.put(feedbackOf("v1", "slack/T1/U2", { ...wrong, first: null }));
			expect(await feedback.get("v1", "slack/T1/U1")).toEqual(feedbackOf("v1", "slack/T1/U1"));
			expect(await feedback.get("v1", "slack/T1/U2")).toEqual(
				feedbackOf("v1", "slack/T1/U2", { ...wrong, first: null }),
			);
			expect(await feedback.get("v2", "slack/T1/U1")).toBeNull();
		});

		it("is one a person and answer, however often it is changed", async () => {
			const { feedback } = store();
			await feedback.put(feedbackOf("v1", "u1"));
			await feedback.put(feedbackOf("v1", "u1", { vote: "wrong", at: 6 }));
			await Promise.all(
				["day", "missed", "day"].map((reason) =>
					feedback.put(feedbackOf("v1", "u1", { vote: "wrong", reason: reason as "day", at: 7 })),
				),
			);
			expect(await feedback.page(null, 9)).toHaveLength(1);
			expect(await feedback.counts()).toMatchObject({ right: 0, wrong: 1 });
			await feedback.put(feedbackOf("v1", "u1", { at: 8 }));
			expect(await feedback.counts()).toEqual({ right: 1, wrong: 0, reasons: {} });
		});

		it("is counted by what was said and by the reason", async () => {
			const { feedback } = store();
			expect(await feedback.counts()).toEqual({ right: 0, wrong: 0, reasons: {} });
			const reasons = [null, "day", "day", "other"] as const;
			for (const [n, reason] of reasons.entries())
				await feedback.put(feedbackOf(`v${n}`, "u1", { vote: "wrong", reason }));
			await feedback.put(feedbackOf("v9", "u1"));
			expect(await feedback.counts()).toEqual({
				...{ right: 1, wrong: 4 },
				reasons: { none: 1, day: 2, other: 1 },
			});
		});

		it("is dropped by when it was last changed", async () => {
			const { feedback } = store();
			for (const at of [1, 2, 3]) await feedback.put(feedbackOf(`v${at}`, "u1", { at }));
			await feedback.put(feedbackOf("v1", "u1", { at: 4 }));
			expect(await feedback.dropBefore(3)).toBe(1);
			expect((await feedback.page(null, 9)).map(({ view }) => view)).toEqual(["v1", "v3"]);
			expect(await feedback.dropBefore(3)).toBe(0);
		});

		it("is paged from the newest on, those of one moment among it", async () => {
			const { feedback } = store();
			const all = [feedbackOf("v3", "u1", { at: 9 })];
			for (const view of ["v1", "v2"])
				for (const voter of ["u1", "u2"]) all.push(feedbackOf(view, voter));
			for (const one of all.toReversed()) await feedback.put(one);
			const seen: Feedback[] = [];
			for (let last: Feedback | null = null; ; ) {
				const page: Feedback[] = await feedback.page(last, 2);
				seen.push(...page);
				last = page.at(-1) ?? null;
				if (page.length < 2) break;
			}
			expect(seen).toEqual(all);
		});
	});
}
