import type { Feedback, FeedbackCounts, FeedbackStore } from "../../domain/feedback.ts";
import { readable } from "../readable.ts";
import { dropOlder } from "./drop-older.ts";
import { type MemoryTables, reads } from "./tables.ts";

export function memoryFeedback({ feedback }: Pick<MemoryTables, "feedback">): FeedbackStore {
	return {
		async put(one) {
			feedback.set(feedbackKey(one), structuredClone(one));
		},
		async get(view, voter) {
			const one = feedback.get(feedbackKey({ view, voter }));
			return one ? structuredClone(readable([reads.feedback(one)])[0] ?? null) : null;
		},
		async counts() {
			const out: FeedbackCounts = { right: 0, wrong: 0, reasons: {} };
			for (const { vote, reason } of feedback.values()) {
				out[vote]++;
				const key = reason ?? "none";
				if (vote === "wrong") out.reasons[key] = (out.reasons[key] ?? 0) + 1;
			}
			return out;
		},
		dropBefore: async (at) => dropOlder(feedback, at),
		async page(after, limit) {
			const all = [...feedback.values()].toSorted(newestFirst);
			const behind = after ? all.filter((one) => newestFirst(after, one) < 0) : all;
			return structuredClone(readable(behind.map(reads.feedback)).slice(0, limit));
		},
	};
}

type Key = Pick<Feedback, "at" | "view" | "voter">;

function newestFirst(a: Key, b: Key): number {
	return b.at - a.at || compare(a.view, b.view) || compare(a.voter, b.voter);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

export function feedbackKey({ view, voter }: Pick<Feedback, "view" | "voter">): string {
	return `${view} ${voter}`;
}
