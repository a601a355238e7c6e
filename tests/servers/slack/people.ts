import { optionErrors } from "./blocks.ts";
import type { Delivery } from "./deliveries.ts";
import {
	clickPayload,
	commandPayload,
	escapedText,
	eventPayload,
	homeClickPayload,
	shortcutPayload,
	submissionPayload,
	suggestionPayload,
} from "./payloads.ts";
import type { SlackServer } from "./server.ts";
import { actionOf } from "./shown.ts";
import { ids, type Json, type Stored } from "./world.ts";

type Where = { as?: string | undefined; channel?: string | undefined; thread?: string | undefined };

/** What people in the workspace do, as Slack then sends it to the app. */
export class People {
	readonly #server: SlackServer;

	constructor(server: SlackServer) {
		this.#server = server;
	}

	command(name: string, text: string, where: Where = {}): Promise<Delivery> {
		const { server, person, channel } = this.#at(where);
		const payload = commandPayload(name, text, person, {
			channel,
			trigger: server.trigger(),
			url: server.responseUrl(channel, person.id),
		});
		return server.deliveries.send("slash_commands", payload);
	}

	mention(text: string, where: Where = {}): Promise<Delivery> {
		const { server, person, channel } = this.#at(where);
		const said = this.#say(`<@${ids.botUser}> ${text}`, person.id, channel, where.thread);
		return this.event({ type: "app_mention", ...this.#messageEvent(said), team: ids.team }, server);
	}

	/** A message that mentions nobody, told to an app that hears all of a channel; its time stamp. */
	async talk(text: string, told: boolean, where: Where = {}): Promise<string> {
		const { server, person, channel } = this.#at(where);
		const said = this.#say(text, person.id, channel, where.thread);
		const event = { type: "message", ...this.#messageEvent(said), channel_type: "channel" };
		if (told) await this.event({ ...event, team: ids.team }, server);
		return said.ts;
	}

	/** Changes a message to one that mentions the bot, `afterS` after it was written. */
	edit(message: Stored, text: string, afterS = 1): Promise<Delivery> {
		message.text = escapedText(`<@${ids.botUser}> ${text}`);
		const edited = { user: message.user, ts: (Number(message.ts) + afterS).toFixed(6) };
		return this.event({ type: "app_mention", ...this.#messageEvent(message), edited });
	}

	direct(text: string, where: Where = {}): Promise<Delivery> {
		const { server, person } = this.#at(where);
		const { id } = server.world.direct(person.id);
		const said = this.#say(text, person.id, id, where.thread);
		return this.event(
			{ type: "message", ...this.#messageEvent(said), channel_type: "im", team: ids.team },
			server,
		);
	}

	about(text: string, where: Where = {}): Promise<Delivery> {
		const { server, person, channel } = this.#at(where);
		const other = server.world.person("somebody");
		const said = this.#say(text, other.id, channel, where.thread);
		const payload = shortcutPayload("find_claims", this.#messageEvent(said), person, {
			channel,
			trigger: server.trigger(),
			url: server.responseUrl(channel, person.id, said.ts),
		});
		return server.deliveries.send("interactive", payload);
	}

	click(message: Stored, action: string, item?: number, where: Where = {}): Promise<Delivery> {
		const { server, person } = this.#at(where);
		const pressed = actionOf(message.blocks, action, item);
		if (!pressed) throw new Error(`no ${action} under the message`);
		const payload = clickPayload(message, pressed, person, {
			trigger: server.trigger(),
			url: server.responseUrl(message.channel, person.id, message.ts),
		});
		return server.deliveries.send("interactive", payload);
	}

	/** Sends the form that a click opened, with these values of its fields. */
	submit(
		clicked: Delivery,
		entered: Record<string, string | undefined>,
		where: Where = {},
	): Promise<Delivery> {
		const { server, person } = this.#at(where);
		const form = server.form(String(clicked.payload["trigger_id"]));
		if (!form) throw new Error("no form was opened");
		const values: Json = {};
		for (const block of form.view["blocks"] as Json[]) {
			const field = String(block["block_id"]);
			const element = block["element"] as Json | undefined;
			if (!element) continue;
			// What is not touched stays as the form came.
			const value = field in entered ? (entered[field] ?? null) : initialOf(element);
			values[field] = { [String(element["action_id"])]: filled(element, value) };
		}
		const payload = submissionPayload(form.view, form.id, values, person, server.trigger());
		return server.deliveries.send("interactive", payload);
	}

	/** Types into a field of the form that a click opened; what is offered. */
	async lookUp(
		clicked: Delivery,
		field: string,
		typed: string,
		where: Where = {},
	): Promise<string[]> {
		const { server, person } = this.#at(where);
		const form = server.form(String(clicked.payload["trigger_id"]));
		if (!form) throw new Error("no form was opened");
		const payload = suggestionPayload(form.view, form.id, field, typed, person);
		const { answer } = await server.deliveries.send("interactive", payload);
		const options = (answer?.["options"] ?? []) as Json[];
		if (options.length > 100) throw new Error("Slack shows at most 100 options");
		const errors = options.flatMap(optionErrors);
		if (errors.length > 0) throw new Error(errors.join("; "));
		return options.map(({ value }) => String(value));
	}

	openHome(tab: "home" | "messages", where: Where = {}): Promise<Delivery> {
		const { server, person } = this.#at(where);
		const channel = server.world.direct(person.id).id;
		return this.event({ type: "app_home_opened", user: person.id, channel, tab }, server);
	}

	clickHome(action: string, where: Where = {}): Promise<Delivery> {
		const { server, person } = this.#at(where);
		const home = server.world.homes.get(person.id);
		const pressed = home && actionOf(home["blocks"] as Json[], action);
		if (!home || !pressed) throw new Error(`no ${action} in the home`);
		const payload = homeClickPayload(home, pressed, person, server.trigger());
		return server.deliveries.send("interactive", payload);
	}

	event(event: Json, server = this.#server): Promise<Delivery> {
		const now = server.world.now();
		const payload = eventPayload({ event_ts: "1.1", ...event }, server.world.id("Ev"), now);
		return server.deliveries.send("events_api", payload);
	}

	#at({ as = "ann", channel = ids.channel }: Where) {
		const server = this.#server;
		return { server, person: server.world.person(as), channel };
	}

	#say(text: string, user: string, channel: string, thread: string | undefined): Stored {
		return this.#server.world.say({
			channel,
			user,
			text: escapedText(text),
			blocks: [],
			thread: thread ?? null,
			metadata: null,
			to: null,
			by: null,
		});
	}

	#messageEvent({ ts, channel, user, text, thread }: Stored): Json {
		return { ts, channel, user, text, ...(thread ? { thread_ts: thread } : {}) };
	}
}

/** What stands in a field before anybody touches it; several with commas between. */
function initialOf(element: Json): string | null {
	const one = element["initial_option"] as Json | undefined;
	const several = element["initial_options"] as Json[] | undefined;
	const value =
		one?.["value"] ??
		several?.map((each) => each["value"]).join(",") ??
		element["initial_date"] ??
		element["initial_time"] ??
		element["initial_value"];
	return value === undefined ? null : String(value);
}

/** The state of a field, as Slack sends it. */
function filled(element: Json, value: string | null): Json {
	const type = String(element["type"]);
	const option = (each: string) => ({ text: { type: "plain_text", text: each }, value: each });
	switch (type) {
		case "static_select":
		case "external_select":
			return { type, selected_option: value ? option(value) : null };
		case "multi_static_select":
			return { type, selected_options: value ? value.split(",").map(option) : [] };
		case "datepicker":
			return { type, selected_date: value };
		case "timepicker":
			return { type, selected_time: value };
		default:
			return { type, value };
	}
}
