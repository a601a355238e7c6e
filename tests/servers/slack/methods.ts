import { blockErrors, tooLong, viewErrors } from "./blocks.ts";
import type { Files } from "./files.ts";
import type { UnknownBlocks } from "./unknown-blocks.ts";
import { ids, type Json, type Stored, type World } from "./world.ts";

/** What a method gives, or Slack's error code with the reasons. */
export type Result = { ok: true; [name: string]: unknown } | Refusal;
export type Refusal = { ok: false; error: string; messages?: string[] };

export type MethodParts = {
	world: World;
	violation(what: string): void;
	/** Types of blocks that an older server does not know: no fault of the bot. */
	unknownBlocks: UnknownBlocks;
	/** Milliseconds since the trigger was made; null for one that never was. */
	triggerAge(id: string): number | null;
	files: Files;
	/** Opens a form as a person sees it. */
	opened(view: Json, trigger: string): string;
};

const triggerMs = 3_000;
const pageSize = 100;

const refused = (error: string, messages: string[] = []): Refusal => ({
	ok: false,
	error,
	messages,
});

type Method = (args: Json, parts: MethodParts) => Result;

/** The Web API, as far as it is used. */
export const methods: Readonly<Record<string, Method>> = {
	"files.getUploadURLExternal": (args, { files }) => files.give(args),
	"files.completeUploadExternal": (args, { files }) => files.complete(args),

	"users.info": ({ user, include_locale }, { world }) => {
		const person = world.people.get(String(user));
		if (!person) return refused("user_not_found");
		const { id, name, tz, admin, team, locale } = person;
		return {
			ok: true,
			user: {
				id,
				team_id: team,
				name,
				real_name: name,
				tz,
				is_admin: admin,
				is_owner: false,
				profile: { display_name: name, real_name: name },
				...(include_locale ? { locale } : {}),
			},
		};
	},

	"chat.postMessage": (args, parts) => {
		const refusal = contentRefusal(args, parts) ?? placeRefusal(args, parts);
		if (refusal) return refusal;
		const channel = parts.world.channelOf(String(args["channel"]));
		if (channel?.readOnly) return refused("restricted_action_read_only_channel");
		const stored = parts.world.say({
			...said(args),
			channel: channel?.id ?? "",
			to: null,
			by: null,
		});
		return { ok: true, channel: stored.channel, ts: stored.ts, message: messageOf(stored, true) };
	},

	"chat.postEphemeral": (args, parts) => {
		// It has no argument for previews: what one person alone sees has none.
		const shown = { ...args, unfurl_links: false };
		const refusal = contentRefusal(shown, parts) ?? placeRefusal(args, parts);
		if (refusal) return refusal;
		const person = String(args["user"]);
		if (!parts.world.people.has(person)) return refused("user_not_in_channel");
		const channel = String(args["channel"]);
		const stored = parts.world.say({ ...said(args), channel, to: person, by: null });
		return { ok: true, message_ts: stored.ts };
	},

	"chat.update": (args, parts) => {
		const refusal = contentRefusal(args, parts);
		if (refusal) return refusal;
		const stored = parts.world.find(String(args["channel"]), String(args["ts"]));
		if (!stored || stored.to !== null) return refused("message_not_found");
		if (stored.user !== ids.botUser) return refused("cant_update_message");
		const { text, blocks } = said(args);
		Object.assign(stored, { text, blocks, edits: stored.edits + 1, at: parts.world.now() });
		return { ok: true, channel: stored.channel, ts: stored.ts };
	},

	"chat.delete": ({ channel, ts }, { world }) => {
		const stored = world.find(String(channel), String(ts));
		if (!stored) return refused("message_not_found");
		world.messages.splice(world.messages.indexOf(stored), 1);
		return { ok: true };
	},

	"conversations.history": (args, parts) => historyOf(args, parts, (each) => each.thread === null),

	"conversations.replies": (args, parts) =>
		historyOf(
			args,
			parts,
			(each) => each.ts === args["ts"] || each.thread === args["ts"],
			"oldest",
		),

	"conversations.info": ({ channel }, { world }) => {
		const found = world.channels.get(String(channel));
		if (!found) return refused("channel_not_found");
		const { id, im, member, archived } = found;
		return {
			ok: true,
			channel: { id, is_im: im !== null, is_member: member, is_archived: archived },
		};
	},

	"conversations.open": ({ users }, { world }) => {
		const person = String(users);
		if (!world.people.has(person)) return refused("user_not_found");
		return { ok: true, channel: { id: world.direct(person).id } };
	},

	"views.open": (args, parts) => {
		const trigger = String(args["trigger_id"]);
		const age = parts.triggerAge(trigger);
		if (age === null) return refused("invalid_trigger_id");
		if (age > triggerMs) {
			parts.violation(`expired trigger: ${Math.round(age)} ms old`);
			return refused("expired_trigger_id");
		}
		const view = parsed(args["view"]);
		const errors = viewErrors(view);
		if (errors.length > 0) return invalid(parts, errors);
		return { ok: true, view: { ...view, id: parts.opened(view, trigger) } };
	},

	"views.publish": (args, parts) => {
		const view = parsed(args["view"]);
		const errors = viewErrors(view);
		if (errors.length > 0) return invalid(parts, errors);
		const person = String(args["user_id"]);
		if (!parts.world.people.has(person)) return refused("user_not_found");
		parts.world.homes.set(person, view);
		return { ok: true, view };
	},

	"assistant.threads.setStatus": (args, { world }) => {
		const channel = world.channels.get(String(args["channel_id"]));
		if (!channel) return refused("channel_not_found");
		const key = `${channel.id}:${String(args["thread_ts"])}`;
		const status = String(args["status"] ?? "");
		if (status) world.statuses.set(key, status);
		else world.statuses.delete(key);
		return { ok: true };
	},

	"assistant.threads.setSuggestedPrompts": (args, { world }) => {
		// An agent's prompts with a thread are silently not shown.
		if (args["thread_ts"]) return { ok: true };
		const prompts = parsed(args["prompts"]) as unknown as Json[];
		if (prompts.length === 0 || prompts.length > 4) return refused("invalid_arguments");
		world.prompts.set(String(args["channel_id"]), prompts);
		return { ok: true };
	},
};

/** The scope that a method needs, from its page in Slack's reference; null for none. */
export function scopeOf(method: string, args: Json): string | null {
	const [family = ""] = method.split(".");
	if (family === "users") return "users:read";
	if (family === "chat") return "chat:write";
	if (family === "files") return "files:write";
	if (family === "assistant") return "assistant:write";
	if (family !== "conversations" || method === "conversations.open") return null;
	const reads = method === "conversations.info" ? "read" : "history";
	const kind = { D: "im", G: "groups" }[String(args["channel"])[0] ?? ""] ?? "channels";
	return `${kind}:${reads}`;
}

/** Blocks and texts that Slack does not take; each is also a rule that the bot broke. */
export function contentRefusal(
	args: Json,
	parts: { violation(what: string): void; unknownBlocks?: UnknownBlocks },
): Refusal | null {
	const text = String(args["text"] ?? "");
	const blocks = args["blocks"] === undefined ? [] : parsed(args["blocks"]);
	if (!text && (blocks as unknown as Json[]).length === 0) return refused("no_text");
	if (text.length > 40_000) return invalid(parts, ["text"], "msg_too_long");
	const unknown = parts.unknownBlocks?.of(blocks as Json[]) ?? [];
	if (unknown.length > 0) return refused("invalid_blocks", unknown);
	const errors = blockErrors(blocks);
	if (errors.length > 0) return invalid(parts, errors);
	if (tooLong(blocks)) return invalid(parts, ["blocks"], "msg_blocks_too_long");
	if (JSON.stringify(blocks).includes('"url"') && String(args["unfurl_links"] ?? "") !== "false")
		if (args["ts"] === undefined) parts.violation("link previews are on");
	return null;
}

function invalid(
	parts: { violation(what: string): void },
	errors: string[],
	code = "invalid_blocks",
): Refusal {
	parts.violation(`${code}: ${errors.slice(0, 3).join("; ")}`);
	return refused(
		code,
		errors.map((error) => `[ERROR] ${error}`),
	);
}

function placeRefusal(args: Json, { world }: MethodParts): Refusal | null {
	const channel = world.channelOf(String(args["channel"]));
	if (!channel) return refused("channel_not_found");
	if (channel.archived) return refused("is_archived");
	if (!channel.member) return refused("not_in_channel");
	return null;
}

function said(args: Json): Pick<Stored, "user" | "text" | "blocks" | "thread" | "metadata"> {
	const thread = args["thread_ts"];
	return {
		user: ids.botUser,
		text: String(args["text"] ?? ""),
		blocks: args["blocks"] === undefined ? [] : (parsed(args["blocks"]) as unknown as Json[]),
		thread: typeof thread === "string" ? thread : null,
		metadata: args["metadata"] === undefined ? null : parsed(args["metadata"]),
	};
}

function historyOf(
	args: Json,
	{ world }: MethodParts,
	belongs: (message: Stored) => boolean,
	/** A channel is read from its end, a thread from its head. */
	first: "newest" | "oldest" = "newest",
): Result {
	const channel = world.channels.get(String(args["channel"]));
	if (!channel) return refused("channel_not_found");
	if (!channel.member) return refused("not_in_channel");
	const oldest = Number(args["oldest"] ?? 0);
	const limit = Math.min(Number(args["limit"] ?? pageSize), 999);
	const from = Number(args["cursor"] ?? 0);
	const all = world.messages.filter(
		(each) =>
			each.channel === channel.id && each.to === null && belongs(each) && Number(each.ts) >= oldest,
	);
	if (first === "newest") all.reverse();
	const next = from + limit < all.length ? String(from + limit) : "";
	const withMetadata = String(args["include_all_metadata"] ?? "") === "true";
	return {
		ok: true,
		messages: all.slice(from, from + limit).map((each) => messageOf(each, withMetadata)),
		has_more: next !== "",
		response_metadata: { next_cursor: next },
	};
}

function messageOf(stored: Stored, withMetadata: boolean): Json {
	const { ts, user, text, blocks, thread, metadata } = stored;
	return {
		type: "message",
		ts,
		user,
		text,
		blocks,
		...(user === ids.botUser ? { bot_id: ids.bot, app_id: ids.app } : {}),
		...(thread ? { thread_ts: thread } : {}),
		...(withMetadata && metadata ? { metadata } : {}),
	};
}

/** Arguments come as a form, structures in it as JSON. */
function parsed(value: unknown): Json {
	return typeof value === "string" ? (JSON.parse(value) as Json) : ((value ?? {}) as Json);
}
