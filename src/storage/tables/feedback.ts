import type { Feedback, FeedbackCounts, FeedbackStore, VoteReason } from "../../domain/feedback.ts";
import { StoredFeedback } from "../../domain/state/stored.ts";
import type { Database } from "../database.ts";
import { checked, firstReadable, json, type Read, readable } from "../readable.ts";
import type { FeedbackRow } from "./schema.ts";

export function feedbackStore({ db }: Database, collection: string): FeedbackStore {
	return {
		async put({ view, voter, request, first, answered, ...rest }) {
			const row = {
				...rest,
				request_json: JSON.stringify(request),
				first_json: first === null ? null : JSON.stringify(first),
				answered: answered ? 1 : 0,
				collection,
			};
			await db
				.insertInto("feedback")
				.values({ view, voter, ...row })
				.onConflict((c) => c.columns(["view", "voter"]).doUpdateSet(row))
				.execute();
		},

		async get(view, voter) {
			const row = await db
				.selectFrom("feedback")
				.selectAll()
				.where("view", "=", view)
				.where("voter", "=", voter)
				.where("collection", "=", collection)
				.executeTakeFirst();
			return row ? (readable([readFeedback(row)])[0] ?? null) : null;
		},

		async counts() {
			const rows = await db
				.selectFrom("feedback")
				.select(({ fn }) => ["vote", "reason", fn.countAll<number>().as("count")])
				.where("collection", "=", collection)
				.groupBy(["vote", "reason"])
				.execute();
			const out: FeedbackCounts = { right: 0, wrong: 0, reasons: {} };
			for (const { vote, reason, count } of rows) {
				if (vote !== "right" && vote !== "wrong") continue;
				out[vote] += Number(count);
				const key = (reason ?? "none") as VoteReason | "none";
				if (vote === "wrong") out.reasons[key] = (out.reasons[key] ?? 0) + Number(count);
			}
			return out;
		},

		async dropBefore(at) {
			const { numDeletedRows } = await db
				.deleteFrom("feedback")
				.where("at", "<", at)
				.executeTakeFirstOrThrow();
			return Number(numDeletedRows);
		},

		page(after, limit) {
			return firstReadable<FeedbackRow, Feedback>(
				limit,
				async (wanted, _read, last) => {
					const from = last ?? after;
					let rows = db.selectFrom("feedback").selectAll().where("collection", "=", collection);
					if (from)
						rows = rows.where(({ eb, and, or }) =>
							or([
								eb("at", "<", from.at),
								and([eb("at", "=", from.at), eb("view", ">", from.view)]),
								and([
									eb("at", "=", from.at),
									eb("view", "=", from.view),
									eb("voter", ">", from.voter),
								]),
							]),
						);
					return rows
						.orderBy("at", "desc")
						.orderBy("view")
						.orderBy("voter")
						.limit(wanted)
						.execute();
				},
				readFeedback,
			);
		},
	};
}

export function readFeedback(row: FeedbackRow): Read<Feedback> {
	const { view, voter, request_json, first_json, answered, collection: _, ...rest } = row;
	return checked<Feedback>(StoredFeedback, "feedback", `${view} ${voter}`, {
		...{ view, voter, ...rest },
		request: json(request_json),
		first: json(first_json),
		answered: answered === 1,
	});
}
