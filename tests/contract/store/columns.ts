import type { Kysely } from "kysely";
import { expect, it } from "vitest";
import type { Tables } from "../../../src/storage/tables/schema.ts";

type Kind = "text" | "bigint" | "integer";

/** What a column has to be for what the code takes out of it; `?`: it may be null. */
type KindOf<T> = null extends T
	? `${KindOf<Exclude<T, null>>}?`
	: T extends number
		? "bigint" | "integer"
		: "text";

/** Every table and column of `schema.ts`: one more there is one more here, or the types do not pass. */
const columns: { [T in keyof Tables]: { [C in keyof Tables[T]]-?: KindOf<Tables[T][C]> } } = {
	settings: { scope: "text", field: "text", value: "text" },
	views: {
		id: "text",
		request_json: "text?",
		answer_json: "text?",
		places_json: "text",
		at: "bigint",
		home_json: "text?",
		collection: "text",
	},
	threads: { collection: "text", thread: "text", request_json: "text", at: "bigint" },
	inbox: { delivery: "text", process: "text", finished: "integer", at: "bigint" },
	counters: { name: "text", value: "bigint" },
	changes: {
		seq: "bigint",
		at: "bigint",
		kind: "text",
		article: "text",
		before: "text?",
		new_claims_json: "text",
		gone_claims_json: "text",
		head_json: "text?",
		collection: "text",
	},
	known_articles: { collection: "text", article: "text" },
	sources: {
		collection: "text",
		id: "text",
		address: "text",
		kind: "text?",
		title: "text?",
		added_by: "text",
		added_at: "bigint",
		etag: "text?",
		last_modified: "text?",
		next_poll_at: "bigint",
		last_success_at: "bigint?",
		last_problem_json: "text?",
		failures: "integer",
	},
	source_items: {
		source: "text",
		key: "text",
		address: "text?",
		mark: "text",
		article: "text?",
		etag: "text?",
		last_modified: "text?",
		first_seen_at: "bigint",
		next_check_at: "bigint?",
		missing: "integer",
		problem_json: "text?",
	},
	subscriptions: {
		id: "text",
		platform: "text",
		space: "text?",
		channel: "text",
		thread: "text?",
		maker: "text",
		request_json: "text",
		language: "text",
		at: "text",
		zone: "text",
		days: "text",
		told_when: "text",
		empty: "text",
		paused: "text?",
		created_at: "bigint",
		from_day: "text",
		since: "bigint",
		last_day: "text?",
		next_due: "bigint",
		collection: "text",
	},
	deliveries: {
		key: "text",
		subscription: "text",
		platform: "text",
		channel: "text",
		day: "text",
		missed_from: "text?",
		missed: "integer",
		due: "bigint",
		state: "text",
		not_before: "bigint",
		attempts: "integer",
		up_to: "bigint?",
		view: "text?",
		message: "text?",
		reason: "text?",
		lease: "text?",
		leased_until: "bigint",
		changed_at: "bigint",
		collection: "text",
	},
	installations: {
		id: "text",
		of: "text?",
		name: "text",
		sealed: "text",
		key_id: "text",
		expires_at: "bigint?",
		refused: "integer",
		installed_at: "bigint",
		version: "bigint",
		lease: "text?",
		leased_until: "bigint",
	},
	feedback: {
		view: "text",
		voter: "text",
		platform: "text",
		vote: "text",
		reason: "text?",
		note: "text",
		request_json: "text",
		answered: "integer",
		first_json: "text?",
		at: "bigint",
		collection: "text",
	},
	tokens: {
		id: "text",
		name: "text",
		held_name: "text?",
		hash: "text",
		created_at: "bigint",
		expires: "text?",
		revoked_at: "bigint?",
		last_used: "text?",
		collection: "text",
	},
	translations: { key: "text", text: "text", at: "bigint" },
	translation_days: { day: "text", characters: "bigint" },
};

/** Whether a database that the migrations made is what `schema.ts` says. `names`: what it calls the types. */
export function schemaSuite(
	database: string,
	db: () => Kysely<Tables>,
	names: Record<Kind, string>,
): void {
	it(`has the tables and columns that the code thinks: ${database}`, async () => {
		const tables = await db().introspection.getTables();
		const live = tables.map(({ name, columns: of }) => [
			name,
			Object.fromEntries(
				of.map((column) => [column.name, column.dataType + (column.isNullable ? "?" : "")]),
			),
		]);
		const thought = Object.entries(columns).map(([name, of]) => [
			name,
			Object.fromEntries(
				Object.entries(of).map(([column, kind]) => [
					column,
					names[kind.replace("?", "") as Kind] + (kind.endsWith("?") ? "?" : ""),
				]),
			),
		]);
		expect(Object.fromEntries(live)).toEqual(Object.fromEntries(thought));
	});
}
