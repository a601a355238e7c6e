import type { VoteReason } from "../../domain/feedback.ts";
import type { PlatformName } from "../../domain/sets/platforms.ts";
import type { Change } from "../../domain/state/change-journal.ts";

/** Rows as they are stored. Times are milliseconds since the epoch, `…_json` texts are JSON. */
export type Tables = {
	settings: { scope: string; field: string; value: string };
	views: {
		id: string;
		request_json: string | null;
		answer_json: string | null;
		places_json: string;
		at: number;
		home_json: string | null;
		collection: string;
	};
	threads: { collection: string; thread: string; request_json: string; at: number };
	inbox: { delivery: string; process: string; finished: number; at: number };
	counters: { name: string; value: number };
	changes: {
		seq: number;
		at: number;
		kind: Change["kind"];
		article: string;
		before: string | null;
		new_claims_json: string;
		gone_claims_json: string;
		head_json: string | null;
		collection: string;
	};
	/** Articles noted and not withdrawn since. */
	known_articles: { collection: string; article: string };
	sources: SourceRow;
	source_items: SourceItemRow;
	subscriptions: SubscriptionRow;
	deliveries: DeliveryRow;
	feedback: FeedbackRow;
	translations: { key: string; text: string; at: number };
	translation_days: { day: string; characters: number };
	tokens: TokenRow;
	installations: InstallationTable;
};

export type InstallationTable = {
	id: string;
	of: string | null;
	name: string;
	sealed: string;
	key_id: string;
	expires_at: number | null;
	refused: number;
	installed_at: number;
	version: number;
	lease: string | null;
	leased_until: number;
};

export type SubscriptionRow = {
	id: string;
	platform: string;
	space: string | null;
	channel: string;
	thread: string | null;
	maker: string;
	request_json: string;
	language: string;
	at: string;
	zone: string;
	days: string;
	told_when: string;
	empty: string;
	paused: string | null;
	created_at: number;
	from_day: string;
	since: number;
	last_day: string | null;
	next_due: number;
	collection: string;
};

export type DeliveryRow = {
	key: string;
	subscription: string;
	platform: string;
	channel: string;
	day: string;
	missed_from: string | null;
	missed: number;
	due: number;
	state: string;
	not_before: number;
	attempts: number;
	up_to: number | null;
	view: string | null;
	message: string | null;
	reason: string | null;
	lease: string | null;
	leased_until: number;
	changed_at: number;
	collection: string;
};

export type FeedbackRow = {
	view: string;
	voter: string;
	platform: PlatformName;
	vote: "right" | "wrong";
	reason: VoteReason | null;
	note: string;
	request_json: string;
	answered: number;
	first_json: string | null;
	at: number;
	collection: string;
};

export type TokenRow = {
	id: string;
	name: string;
	held_name: string | null;
	hash: string;
	created_at: number;
	expires: string | null;
	revoked_at: number | null;
	last_used: string | null;
	collection: string;
};

export type SourceRow = {
	collection: string;
	id: string;
	address: string;
	kind: "feed" | "page" | null;
	title: string | null;
	added_by: string;
	added_at: number;
	etag: string | null;
	last_modified: string | null;
	next_poll_at: number;
	last_success_at: number | null;
	last_problem_json: string | null;
	failures: number;
};

export type SourceItemRow = {
	source: string;
	key: string;
	address: string | null;
	mark: string;
	article: string | null;
	etag: string | null;
	last_modified: string | null;
	first_seen_at: number;
	next_check_at: number | null;
	missing: number;
	problem_json: string | null;
};
