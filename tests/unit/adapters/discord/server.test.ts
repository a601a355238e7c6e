import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { People } from "../../../servers/discord/people.ts";
import { readMarkdown } from "../../../servers/discord/reading.ts";
import { checkMessage } from "../../../servers/discord/rules-message.ts";
import { checkChoices, checkCommand, checkModal } from "../../../servers/discord/rules-other.ts";
import { type DiscordServer, startDiscordServer } from "../../../servers/discord/server.ts";
import type { Json } from "../../../servers/discord/world.ts";

// What a bot is held to proves nothing unless a bot that breaks it is caught.

const v2 = 32_768;
const text = (length: number) => ({ type: 10, content: "x".repeat(length) });
const button = (id: string, more: Json = {}) => ({
	type: 2,
	style: 2,
	label: "x",
	custom_id: id,
	...more,
});
const row = (...components: Json[]) => ({ type: 1, components });
const many = <T>(count: number, make: (n: number) => T) =>
	Array.from({ length: count }, (_, n) => make(n));

describe("the server's rules", () => {
	it.each<[string, Json, RegExp]>([
		["text over 4,000", { flags: v2, components: [text(4_000), text(1)] }, /MAX_TEXT_LENGTH/],
		[
			"41 components",
			{ flags: v2, components: [...many(39, () => text(1)), row(button("a"))] },
			/40 or fewer/,
		],
		["no component", { flags: v2, components: [] }, /BAD_LENGTH/],
		["an empty text", { flags: v2, components: [text(0)] }, /MIN_LENGTH/],
		[
			"content beside components",
			{ flags: v2, content: "x", components: [text(1)] },
			/LEGACY_FIELDS/,
		],
		["a button of the top level", { flags: v2, components: [button("a")] }, /UNION_TYPE/],
		[
			"six buttons in a row",
			{ flags: v2, components: [row(...many(6, (n) => button(`${n}`)))] },
			/BAD_LENGTH/,
		],
		["a custom id twice", { flags: v2, components: [row(button("a"), button("a"))] }, /DUPLICATED/],
		["a long custom id", { flags: v2, components: [row(button("a".repeat(101)))] }, /MAX_LENGTH/],
		[
			"a long label",
			{ flags: v2, components: [row(button("a", { label: "x".repeat(81) }))] },
			/MAX_LENGTH/,
		],
		[
			"a section alone",
			{ flags: v2, components: [{ type: 9, components: [text(1)] }] },
			/REQUIRED/,
		],
		["a long nonce", { flags: v2, components: [text(1)], nonce: "x".repeat(26) }, /MAX_LENGTH/],
		["content over 2,000", { content: "x".repeat(2_001) }, /MAX_LENGTH/],
		["eleven embeds", { embeds: many(11, () => ({ title: "x" })) }, /BAD_LENGTH/],
		[
			"embeds over 6,000",
			{ embeds: many(2, () => ({ description: "x".repeat(3_001) })) },
			/MAX_EMBED_SIZE/,
		],
		["nothing", {}, /empty message/],
	])("refuse a message with %s", (_what, body, error) => {
		expect(JSON.stringify(checkMessage(body))).toMatch(error);
	});

	it("let nobody take the components back", () => {
		expect(checkMessage({ flags: 0, content: "x" }, { flags: v2 })?.body.code).toBe(50_035);
		expect(checkMessage({ flags: v2, components: [text(4_000)] })).toBeNull();
	});

	it("refuse bad forms, choices and commands", () => {
		const field = (component: Json) => ({ type: 18, label: "x", component });
		const input = { type: 4, custom_id: "a", style: 1 };
		const form = { custom_id: "a", title: "x", components: [field(input)] };
		expect(checkModal(form)).toBeNull();
		expect(checkModal({ ...form, title: "x".repeat(46) })).not.toBeNull();
		expect(checkModal({ ...form, components: many(6, () => field(input)) })).not.toBeNull();
		expect(
			checkModal({ ...form, components: [field({ ...input, value: "xx", max_length: 1 })] }),
		).not.toBeNull();
		expect(
			checkChoices({ choices: many(26, (n) => ({ name: `${n}`, value: `${n}` })) }),
		).not.toBeNull();
		expect(checkChoices({ choices: [{ name: "x".repeat(101), value: "x" }] })).not.toBeNull();
		const command = { name: "x", description: "x" };
		expect(checkCommand({ ...command, name: "اسأل" })).toBeNull();
		for (const name of ["Upper", "two words", "سُؤال", "x".repeat(33)])
			expect(checkCommand({ ...command, name })?.body.code).toBe(50_035);
		const option = { name: "a", description: "x", type: 3 };
		const options = [option, { ...option, name: "b", required: true }];
		expect(checkCommand({ ...command, options })).not.toBeNull();
	});

	it("read markdown as Discord does", () => {
		const { links, mentions, formatted } = readMarkdown(
			"# head\n*b* ||s|| `c` <@1> @everyone [x](https://evil.example) https://evil.example/y <t:1:R>",
		);
		expect(links).toEqual(["https://evil.example", "https://evil.example/y"]);
		expect(mentions).toEqual(["<@1>", "@everyone"]);
		expect(formatted).toEqual(["# ", "*b*", "||s||", "`c`", "<t:1:R>"]);
		expect(readMarkdown("\\# head \\<@1\\> \\@everyone")).toEqual({
			text: "# head <@1> @everyone",
			links: [],
			mentions: [],
			formatted: [],
		});
	});
});

describe("the server's answers", () => {
	let server: DiscordServer;
	beforeEach(async () => {
		server = await startDiscordServer();
	});
	afterEach(() => server.close());

	const call = async (method: string, path: string, body?: Json, token = server.token) => {
		const response = await fetch(`${server.apiUrl}/v10${path}`, {
			method,
			headers: { authorization: `Bot ${token}`, "content-type": "application/json" },
			...(body ? { body: JSON.stringify(body) } : {}),
		});
		const json = response.status === 204 ? {} : ((await response.json()) as Json);
		return { status: response.status, code: json.code, id: json.id, headers: response.headers };
	};
	const message = { flags: v2, components: [text(1)], allowed_mentions: { parse: [] } };
	const ask = () => {
		const channel = server.world.channel(server.world.guild());
		return new People(server).command({ by: server.world.person("ann"), in: channel }, "claims");
	};
	const callback = (id: string, token: string, type = 5) =>
		call("POST", `/interactions/${id}/${token}/callback`, { type, data: {} });

	it("keep to the life of an interaction", async () => {
		const { id, token } = ask();
		const original = `/webhooks/${server.world.application.id}/${token}/messages/%40original`;
		expect((await call("PATCH", original, message)).code).toBe(10_015);
		expect((await callback(id, token)).status).toBe(204);
		expect((await callback(id, token)).code).toBe(40_060);
		expect((await call("PATCH", original, message)).status).toBe(200);
		server.advance(15 * 60_000 + 1);
		expect((await call("PATCH", original, message)).code).toBe(50_027);
		const late = ask();
		server.advance(3_001);
		expect((await callback(late.id, late.token)).code).toBe(10_062);
		expect(server.world.violations).toHaveLength(1);
	});

	it("know a nonce for minutes, and note a message that might ping", async () => {
		const { id } = server.world.channel(server.world.guild());
		const path = `/channels/${id}/messages`;
		const keyed = { ...message, nonce: "k", enforce_nonce: true };
		const first = await call("POST", path, keyed);
		expect((await call("POST", path, keyed)).id).toBe(first.id);
		server.advance(6 * 60_000);
		expect((await call("POST", path, keyed)).id).not.toBe(first.id);
		expect(server.world.violations).toEqual([]);
		await call("POST", path, { ...message, allowed_mentions: undefined });
		expect(server.world.violations).toHaveLength(1);
	});

	it("hold to rates and tokens, and count what was refused", async () => {
		const { id } = server.world.channel(server.world.guild());
		const all = [];
		for (let n = 0; n < 6; n++) all.push(await call("POST", `/channels/${id}/messages`, message));
		expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
		expect(Number(all[5]?.headers.get("retry-after"))).toBeGreaterThan(0);
		expect((await call("GET", "/users/@me", undefined, "wrong")).status).toBe(401);
		expect((await call("POST", "/channels/1/messages", message)).code).toBe(10_003);
		expect(server.rates.invalidRequests).toBe(2);
	});
});
