import type { Shown } from "../../contract/adapter/stage.ts";
import { ids, type Json, type Stored, type World } from "./world.ts";

/** What people see of the bot: its messages, and the line that says what it is doing. */
export function shownOf(world: World, isPending: (text: string) => boolean): Shown[] {
	const messages = world.messages.filter(({ user }) => user === ids.botUser);
	const shown = messages.map((message) => shownMessage(message, isPending));
	for (const [key, status] of world.statuses)
		shown.push({
			id: `status:${key}`,
			audience: "asker",
			thread: key.slice(key.indexOf(":") + 1),
			text: status,
			actions: [],
			links: [],
			mentions: [],
			pending: true,
		});
	return shown;
}

function shownMessage(message: Stored, isPending: (text: string) => boolean): Shown {
	const { ts, channel, thread, to, blocks, text } = message;
	const read = blocks.length > 0 ? blocks.map(textOf).join("\n") : unescaped(text);
	return {
		id: ts,
		audience: to !== null || channel.startsWith("D") ? "asker" : "channel",
		thread,
		text: read,
		actions: blocks.flatMap(actionsOf),
		links: [...linksIn(text), ...blocks.flatMap(linksOf)],
		mentions: [...mentionsIn(text), ...blocks.flatMap(mentionsOf)],
		pending: isPending(read),
	};
}

function elements(block: Json): Json[] {
	return Array.isArray(block["elements"]) ? (block["elements"] as Json[]) : [];
}

function rowsOf(block: Json): Json[][] {
	return Array.isArray(block["rows"]) ? (block["rows"] as Json[][]) : [];
}

/** Rich text is shown letter for letter; text objects of the type mrkdwn are read as markup. */
function textOf(block: Json): string {
	switch (block["type"]) {
		case "text":
		case "link":
			return String(block["text"] ?? block["url"] ?? "");
		case "rich_text":
			return elements(block).map(textOf).join("\n");
		case "actions":
		case "context_actions":
			return "";
		case "table":
			return rowsOf(block)
				.map((row) => row.map(textOf).join(" · "))
				.join("\n");
		default: {
			const { type, text } = (block["text"] ?? {}) as Json;
			const own = type === "mrkdwn" ? unescaped(String(text)) : String(text ?? "");
			return own + elements(block).map(textOf).join("");
		}
	}
}

function linksOf(block: Json): string[] {
	const own = block["type"] === "link" ? [String(block["url"])] : markup(block).flatMap(linksIn);
	return [...own, ...[...elements(block), ...rowsOf(block).flat()].flatMap(linksOf)];
}

const mentioning = new Set(["user", "usergroup", "channel", "broadcast", "team"]);

function mentionsOf(block: Json): string[] {
	const own = mentioning.has(String(block["type"]))
		? [JSON.stringify(block)]
		: markup(block).flatMap(mentionsIn);
	return [...own, ...[...elements(block), ...rowsOf(block).flat()].flatMap(mentionsOf)];
}

function markup(block: Json): string[] {
	const { type, text } = (block["text"] ?? {}) as Json;
	return type === "mrkdwn" ? [String(text)] : [];
}

function mentionsIn(text: string): string[] {
	return text.match(/<[@#!][^>]*>/g) ?? [];
}

function linksIn(text: string): string[] {
	return [...text.matchAll(/<(https?:[^>|]*)/g)].map(([, url]) => url ?? "");
}

function unescaped(text: string): string {
	return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function actionsOf(block: Json): Shown["actions"] {
	if (!isOfControls(block)) return [];
	return elements(block).flatMap((control) => controlsOf(control).map(({ shown }) => shown));
}

function isOfControls({ type }: Json): boolean {
	return type === "actions" || type === "context_actions";
}

type Control = { shown: Shown["actions"][number]; action: Json };

/** What can be clicked in a control, and the action that Slack then sends. */
function controlsOf(control: Json): Control[] {
	const { type, action_id, value, options } = control;
	const action = String(action_id) as Shown["actions"][number]["action"];
	const item = (of: unknown) => Number(String(of).split(":")[1]);
	if (type === "feedback_buttons")
		return (["positive_button", "negative_button"] as const).map((name) => {
			const { text, value: holds } = control[name] as Json;
			const thumb = name === "positive_button" ? "vote_right" : "vote_wrong";
			return { shown: { action: thumb }, action: { type, action_id, value: holds, text } };
		});
	if (type === "button") {
		const shown = action === "check_quote" ? { action, item: item(value) } : { action };
		return [{ shown, action: { type, action_id, value, text: control["text"] } }];
	}
	return ((options ?? []) as Json[]).map((option) => {
		const numbered = String(option["value"]).includes(":");
		return {
			shown: numbered ? { action, item: item(option["value"]) } : { action: "reading" as const },
			action: { type, action_id, selected_option: option },
		};
	});
}

/** The action that a click on this button or entry of a list sends; undefined where there is none. */
export function actionOf(blocks: Json[], action: string, item?: number): Json | undefined {
	const controls = blocks.filter(isOfControls).flatMap(elements).flatMap(controlsOf);
	return controls.find(
		({ shown }) => shown.action === action && (item === undefined || shown.item === item),
	)?.action;
}
