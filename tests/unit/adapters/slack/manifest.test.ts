import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
	commands,
	events,
	scopes,
	shortcut,
	slashName,
} from "../../../../adapters/slack/surface.ts";
import { filesBelow, root } from "../../../../tools/files.ts";
import { scopeOf } from "../../../servers/slack/methods.ts";

type Manifest = {
	features: {
		agent_view: { agent_description: string };
		shortcuts: { type: string; callback_id: string; name: string; description: string }[];
		slash_commands: { command: string; description: string; usage_hint: string; url?: string }[];
	};
	display_information: { name: string; description: string };
	oauth_config: { scopes: { bot: string[] } };
	settings: {
		event_subscriptions: { bot_events: string[]; request_url?: string };
		interactivity: { is_enabled: boolean; request_url?: string };
		socket_mode_enabled: boolean;
	};
};

const read = (name: string) =>
	JSON.parse(readFileSync(join(root, "adapters", "slack", name), "utf8")) as Manifest;
const manifest = read("manifest.json");
const source = filesBelow("adapters/slack", ".ts", root)
	.map((file) => readFileSync(join(root, file), "utf8"))
	.join("\n");

describe("the app manifest", () => {
	it("lists the commands, events and shortcuts that are handled, and no other", () => {
		const { features, settings } = manifest;
		expect(features.slash_commands.map(({ command }) => command)).toEqual(
			commands.map((name) => `/${slashName(name)}`),
		);
		expect(features.shortcuts.map(({ callback_id }) => callback_id)).toEqual([shortcut]);
		expect(settings.event_subscriptions.bot_events).toEqual(events);
		const handled = [...source.matchAll(/app\.event\("(\w+)"/g)].map(([, name]) => name);
		// Messages are subscribed to by the kind of their channel.
		const subscribed = events.map((name) => name.split(".")[0]);
		expect(handled.sort()).toEqual([...subscribed].sort());
	});

	it("asks for the scopes that calls and events need, and no other", () => {
		const called = [
			...source.matchAll(/\b((?:users|chat|conversations|files|assistant\.threads)\.\w+)\(/g),
		].map(([, method]) => method ?? "");
		expect(called).toContain("chat.postMessage");
		// By the kind of channel that the call may meet: public, private, direct.
		const channels = ["C1", "G1", "D1"];
		const needed = called.flatMap((method) =>
			channels.map((channel) => scopeOf(method, { channel })),
		);
		const forEvents = { app_mention: "app_mentions:read", "message.im": "im:history" };
		const wanted = new Set([
			...needed.filter((scope) => scope !== null),
			...Object.values(forEvents),
			"commands",
			// A group message has a scope of its own.
			"mpim:history",
		]);
		expect(manifest.oauth_config.scopes.bot).toEqual([...wanted].sort());
		expect(Object.keys(scopes)).toEqual([...wanted].sort());
	});

	it("keeps the lengths that Slack sets", () => {
		const { display_information, features } = manifest;
		expect(display_information.name.length).toBeLessThanOrEqual(35);
		expect(display_information.description.length).toBeLessThanOrEqual(140);
		expect(features.agent_view.agent_description.length).toBeLessThanOrEqual(300);
		for (const { command, description, usage_hint } of features.slash_commands) {
			expect(command.length).toBeLessThanOrEqual(32);
			expect(description.length).toBeLessThanOrEqual(2_000);
			expect(usage_hint.length).toBeLessThanOrEqual(1_000);
		}
		for (const { description } of features.shortcuts)
			expect(description.length).toBeLessThanOrEqual(150);
	});

	it("differs for HTTP by the addresses and the mode alone", () => {
		const http = read("manifest-http.json");
		const { event_subscriptions, interactivity } = http.settings;
		const address = event_subscriptions.request_url;
		expect(address).toMatch(/^https:\/\/.*\/slack\/events$/);
		expect(interactivity.request_url).toBe(address);
		for (const command of http.features.slash_commands) {
			expect(command.url).toBe(address);
			delete command.url;
		}
		delete event_subscriptions.request_url;
		delete interactivity.request_url;
		http.settings.socket_mode_enabled = true;
		expect(http).toEqual(manifest);
	});
});
