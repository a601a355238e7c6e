/** What an error code of Slack means for what was asked. */
export type Meaning =
	/** Surely not done. */
	| "refused"
	/** Surely not done: the channel or the person is no more. */
	| "gone"
	/** Surely not done: the place is closed to the bot. */
	| "closed"
	/** Surely not done: too many requests. */
	| "wait"
	/** Slack says that the token is of no use, which it may take the next moment. */
	| "token";

const refused = [
	// Of every method.
	...["accesslimited", "deprecated_endpoint", "enterprise_is_restricted", "invalid_arg_name"],
	...["invalid_arguments", "invalid_array_arg", "invalid_charset", "invalid_form_data"],
	...["invalid_post_type", "method_deprecated", "missing_post_type", "missing_scope"],
	...["org_login_required", "team_added_to_org", "two_factor_setup_required", "unknown_method"],
	...["invalid_json", "json_not_object", "upgrade_required", "ekm_access_denied"],
	...["app_access_restricted", "team_not_found"],
	// Of messages: chat.postMessage, chat.postEphemeral, chat.update, chat.delete.
	...["as_user_not_supported", "attachment_payload_limit_exceeded", "cannot_reply_to_message"],
	...[
		"cant_broadcast_message",
		"cant_delete_message",
		"cant_update_message",
		"compliance_exports_prevent_deletion",
	],
	...["duplicate_channel_not_found", "duplicate_message_not_found", "edit_window_closed"],
	...["external_channel_migrating", "invalid_attachments", "invalid_blocks"],
	...["invalid_blocks_format", "invalid_metadata_format", "invalid_metadata_schema"],
	...["invalid_thread_ts", "is_inactive", "markdown_text_conflict", "message_not_found"],
	...["metadata_must_be_sent_from_app", "metadata_too_large", "missing_file_data"],
	...["msg_blocks_too_long", "msg_too_long", "no_dual_broadcast_content_update", "no_text"],
	...["restricted_action_thread_locked", "thread_not_found"],
	...["too_many_attachments", "too_many_contact_cards", "user_not_in_channel"],
	...["slack_connect_canvas_sharing_blocked", "slack_connect_file_link_sharing_blocked"],
	...["slack_connect_lists_sharing_blocked", "streaming_state_conflict"],
	// Of reading: conversations.history, conversations.replies, users.info.
	...["invalid_cursor", "invalid_metadata_keys", "invalid_ts_latest"],
	...["invalid_ts_oldest", "user_not_visible", "method_not_supported_for_channel_type"],
	// Of views and assistant threads.
	...["duplicate_external_id", "exchanged_trigger_id", "expired_trigger_id", "hash_conflict"],
	...["invalid_trigger_id", "not_enabled", "push_limit_reached", "trigger_expired"],
	...["trigger_exchanged", "view_too_large", "not_found"],
	// Of apps.connections.open.
	...["forbidden_team"],
] as const;

/**
 * Slack's error codes that the adapter knows, from the pages of the methods that it calls
 * (docs.slack.dev, reference/methods). A code that is not here, those by which Slack does not know
 * itself how far it came (`internal_error`, `fatal_error`, `request_timeout`, `service_unavailable`),
 * and whatever else answers tell nothing: it is unknown whether the request was done.
 */
const meanings: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
	...refused.map((code): [string, Meaning] => [code, "refused"]),
	["channel_not_found", "gone"],
	["is_archived", "gone"],
	["user_not_found", "gone"],
	["user_disabled", "gone"],
	["access_denied", "closed"],
	["cannot_dm_bot", "closed"],
	["messages_tab_disabled", "closed"],
	["no_permission", "closed"],
	["not_in_channel", "closed"],
	["restricted_action", "closed"],
	["restricted_action_non_threadable_channel", "closed"],
	["restricted_action_read_only_channel", "closed"],
	["restricted_action_thread_only_channel", "closed"],
	["team_access_not_granted", "closed"],
	["message_limit_exceeded", "wait"],
	["rate_limited", "wait"],
	["ratelimited", "wait"],
	["account_inactive", "token"],
	["app_uninstalled", "token"],
	["invalid_auth", "token"],
	["not_allowed_token_type", "token"],
	["not_authed", "token"],
	["team_disabled", "token"],
	["token_expired", "token"],
	["token_revoked", "token"],
	["user_removed_from_team", "token"],
]);

/** What a code of Slack means; null where the adapter does not know it. */
export function meaningOf(code: string): Meaning | null {
	return meanings.get(code) ?? null;
}
