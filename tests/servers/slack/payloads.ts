import { slashName } from "../../../adapters/slack/surface.ts";
import { ids, type Json, type Person, type Stored } from "./world.ts";

/** What Slack sends for what people do, with the fields that its documentation shows. */
export function commandPayload(
	name: string,
	text: string,
	person: Person,
	more: { channel: string; trigger: string; url: string },
): Json {
	return {
		token: "unused",
		team_id: ids.team,
		team_domain: "news",
		channel_id: more.channel,
		channel_name: "news",
		user_id: person.id,
		user_name: person.name,
		command: `/${slashName(name)}`,
		text: escapedText(text),
		api_app_id: ids.app,
		is_enterprise_install: "false",
		response_url: more.url,
		trigger_id: more.trigger,
	};
}

export function eventPayload(event: Json, eventId: string, now: number): Json {
	return {
		token: "unused",
		team_id: ids.team,
		api_app_id: ids.app,
		event,
		type: "event_callback",
		event_id: eventId,
		event_time: Math.floor(now / 1_000),
		authorizations: [
			{
				enterprise_id: null,
				team_id: ids.team,
				user_id: ids.botUser,
				is_bot: true,
				is_enterprise_install: false,
			},
		],
	};
}

export function clickPayload(
	message: Stored,
	action: Json,
	person: Person,
	more: { trigger: string; url: string },
): Json {
	const { ts, channel, thread, to, text, blocks } = message;
	return {
		type: "block_actions",
		user: { id: person.id, username: person.name, team_id: ids.team },
		api_app_id: ids.app,
		token: "unused",
		container: {
			type: "message",
			message_ts: ts,
			channel_id: channel,
			is_ephemeral: to !== null,
			...(thread ? { thread_ts: thread } : {}),
		},
		trigger_id: more.trigger,
		team: { id: ids.team, domain: "news" },
		enterprise: null,
		is_enterprise_install: false,
		channel: { id: channel, name: "news" },
		// A private message is not sent along.
		...(to === null
			? {
					message: {
						type: "message",
						user: ids.botUser,
						bot_id: ids.bot,
						ts,
						text,
						blocks,
						...(thread ? { thread_ts: thread } : {}),
					},
				}
			: {}),
		state: { values: {} },
		response_url: more.url,
		actions: [{ ...action, action_ts: ts, block_id: "b1" }],
	};
}

/** A click in the app's home: no channel, no message. */
export function homeClickPayload(view: Json, action: Json, person: Person, trigger: string): Json {
	return {
		type: "block_actions",
		user: { id: person.id, username: person.name, team_id: ids.team },
		api_app_id: ids.app,
		token: "unused",
		container: { type: "view", view_id: "V00000001" },
		trigger_id: trigger,
		team: { id: ids.team, domain: "news" },
		enterprise: null,
		is_enterprise_install: false,
		view: { ...view, id: "V00000001", team_id: ids.team },
		actions: [{ ...action, action_ts: "1", block_id: "b1" }],
	};
}

export function submissionPayload(
	view: Json,
	viewId: string,
	values: Json,
	person: Person,
	trigger: string,
): Json {
	return {
		type: "view_submission",
		team: { id: ids.team, domain: "news" },
		user: { id: person.id, username: person.name, team_id: ids.team },
		api_app_id: ids.app,
		token: "unused",
		trigger_id: trigger,
		view: { ...view, id: viewId, team_id: ids.team, state: { values }, hash: "1.a" },
		response_urls: [],
		is_enterprise_install: false,
		enterprise: null,
	};
}

/** Somebody types into a field of a form whose options are looked up. */
export function suggestionPayload(
	view: Json,
	viewId: string,
	field: string,
	typed: string,
	person: Person,
): Json {
	return {
		type: "block_suggestion",
		user: { id: person.id, username: person.name, team_id: ids.team },
		container: { type: "view", view_id: viewId },
		api_app_id: ids.app,
		token: "unused",
		action_id: field,
		block_id: field,
		value: typed,
		team: { id: ids.team, domain: "news" },
		enterprise: null,
		is_enterprise_install: false,
		view: { ...view, id: viewId, team_id: ids.team, state: { values: {} }, hash: "1.a" },
	};
}

export function shortcutPayload(
	callback: string,
	message: Json,
	person: Person,
	more: { channel: string; trigger: string; url: string },
): Json {
	return {
		type: "message_action",
		token: "unused",
		action_ts: "1.1",
		team: { id: ids.team, domain: "news" },
		user: { id: person.id, username: person.name, team_id: ids.team, name: person.name },
		channel: { id: more.channel, name: "news" },
		is_enterprise_install: false,
		enterprise: null,
		callback_id: callback,
		trigger_id: more.trigger,
		response_url: more.url,
		message_ts: String(message["ts"]),
		message,
	};
}

/** As a person's text reaches an app: the three characters of markup escaped, unless they are markup. */
export function escapedText(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replace(/<(?!(?:[@#!]|https?:))/g, "&lt;")
		.replace(/(^|\s)>/g, "$1&gt;");
}
