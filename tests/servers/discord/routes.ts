import type { Gateway } from "./gateway.ts";
import type { InteractionDesk, Result } from "./interactions.ts";
import { list, refusal } from "./rules.ts";
import { checkMessage } from "./rules-message.ts";
import { checkCommand } from "./rules-other.ts";
import type { Channel, Json, StoredMessage, World } from "./world.ts";

export type Call = { method: string; path: string; query: URLSearchParams; body: unknown };
export type Site = {
	world: World;
	gateway: Gateway;
	interactions: InteractionDesk;
	shards: number;
	/** Connections that may still be made today. */
	sessions: number;
	/** Commands that may be created in a day. */
	creations: { left: number };
	changed(): void;
};

/** How long a nonce is remembered. */
const nonceMs = 5 * 60_000;
const notFound = refusal(404, 0, "404: Not Found");

type Handler = (
	site: Site,
	call: Call,
	ids: string[],
) => Result | { status: number; body: unknown };
const routes: [RegExp, Handler][] = [
	[/^\/gateway\/bot$/, gatewayBot],
	[/^\/applications\/@me$/, (site) => ({ status: 200, body: applicationJson(site) })],
	[/^\/users\/@me$/, ({ world }) => ({ status: 200, body: world.userJson(world.bot) })],
	[/^\/users\/@me\/channels$/, openDirect],
	[
		/^\/applications\/(\d+)\/commands(?:\/(\d+))?$/,
		(site, call, [, id]) => commands(site, call, "global", id),
	],
	[
		/^\/applications\/(\d+)\/guilds\/(\d+)\/commands(?:\/(\d+))?$/,
		(site, call, [, guild = "", id]) =>
			site.world.guilds.has(guild)
				? commands(site, call, guild, id)
				: refusal(403, 50_001, "Missing Access"),
	],
	[
		/^\/interactions\/(\d+)\/([\w-]+)\/callback$/,
		({ interactions }, { body }, [id = "", token = ""]) =>
			interactions.callback(id, token, (body ?? {}) as Json),
	],
	[
		/^\/webhooks\/(\d+)\/([\w-]+)(?:\/messages\/(@original|\d+))?$/,
		({ interactions }, { method, body }, [, token = "", message]) =>
			interactions.webhook(method, token, message ?? null, (body ?? {}) as Json),
	],
	[
		/^\/channels\/(\d+)$/,
		({ world }, _call, [id = ""]) => {
			const channel = world.channels.get(id);
			return channel
				? { status: 200, body: world.channelJson(channel) }
				: refusal(404, 10_003, "Unknown Channel");
		},
	],
	[/^\/channels\/(\d+)\/messages(?:\/(\d+))?$/, messages],
];

/** Discord's answer to a request with a good token. */
export function answer(site: Site, call: Call): { status: number; body?: unknown } {
	for (const [pattern, handler] of routes) {
		const match = pattern.exec(call.path);
		if (match) return handler(site, call, match.slice(1));
	}
	return notFound;
}

function gatewayBot({ gateway, shards, sessions }: Site): { status: number; body: unknown } {
	return {
		status: 200,
		body: {
			url: gateway.address,
			shards,
			session_start_limit: {
				total: 1000,
				remaining: sessions,
				reset_after: 86_400_000,
				max_concurrency: 16,
			},
		},
	};
}

function applicationJson({ world }: Site): Json {
	return {
		id: world.application.id,
		name: world.application.name,
		description: "",
		approximate_guild_count: world.guilds.size,
		bot: world.userJson(world.bot),
	};
}

function openDirect({ world }: Site, { body }: Call): Result {
	const person = world.people.get(String((body as Json | null)?.recipient_id));
	if (!person || person.bot) return refusal(400, 50_033, "Invalid Recipient(s)");
	return { status: 200, body: world.channelJson(world.direct(person.id)) };
}

function commands(
	site: Site,
	{ method, body }: Call,
	scope: string,
	id: string | undefined,
): Result | { status: number; body: unknown } {
	const { world, creations } = site;
	const there = world.commands.get(scope) ?? [];
	if (method === "GET")
		return { status: 200, body: id ? there.find((each) => each.id === id) : there };
	if (method === "DELETE") {
		world.commands.set(
			scope,
			there.filter((each) => each.id !== id),
		);
		return { status: 204 };
	}
	const given = method === "PUT" ? list(body) : [(body ?? {}) as Json];
	for (const each of given) {
		const refused = checkCommand(each);
		if (refused) return refused;
	}
	const key = (each: Json) => `${each.type ?? 1}:${each.name}`;
	const next = method === "PUT" ? [] : [...there];
	const made = given.map((each) => {
		const old = there.find((one) => (id ? one.id === id : key(one) === key(each)));
		const stored = stamped(site, scope, each, old);
		if (!old) creations.left--;
		const at = next.findIndex((one) => one.id === stored.id);
		if (at < 0) next.push(stored);
		else next[at] = stored;
		return stored;
	});
	if (creations.left < 0)
		return refusal(
			400,
			30_034,
			"Max number of daily application command creates has been reached (200)",
		);
	const count = (type: number) => next.filter((each) => (each.type ?? 1) === type).length;
	if (count(1) > 100 || count(3) > 15)
		return refusal(400, 30_032, "Maximum number of application commands reached (100)");
	world.commands.set(scope, next);
	const created = made.some((each) => !there.some(({ id: old }) => old === each.id));
	return { status: created ? 201 : 200, body: method === "PUT" ? made : made[0] };
}

/** A command as Discord returns it, with the fields that it adds. */
function stamped({ world }: Site, scope: string, given: Json, old: Json | undefined): Json {
	return {
		id: old?.id ?? world.id(),
		application_id: world.application.id,
		version: world.id(),
		default_member_permissions: null,
		type: 1,
		description: "",
		dm_permission: true,
		nsfw: false,
		name_localizations: null,
		description_localizations: null,
		...(scope === "global" ? { contexts: null, integration_types: [0] } : { guild_id: scope }),
		...given,
	};
}

function messages(
	site: Site,
	call: Call,
	[id = "", message]: string[],
): Result | { status: number; body: unknown } {
	const { world } = site;
	const channel = world.channels.get(id);
	if (!channel) return refusal(404, 10_003, "Unknown Channel");
	if (channel.closed)
		return refusal(channel.closed.status, channel.closed.code, channel.closed.message);
	if (call.method === "POST") return post(site, channel, (call.body ?? {}) as Json);
	if (message === undefined) return { status: 200, body: history(world, channel, call.query) };
	const found = channel.messages.find((each) => each.id === message && !each.deleted);
	if (!found) return refusal(404, 10_008, "Unknown Message");
	if (call.method === "PATCH") return edit(site, found, (call.body ?? {}) as Json);
	if (call.method === "DELETE") {
		found.deleted = true;
		return { status: 204 };
	}
	return { status: 200, body: world.json(found) };
}

function post(site: Site, channel: Channel, body: Json): Result {
	const { world } = site;
	const refused = checkMessage(body);
	if (refused) return refused;
	if (body.flags !== undefined && (Number(body.flags) & 64) !== 0)
		world.violations.push("a message of a channel cannot be for one person");
	pingless(world, body);
	const key = `${channel.id}:${body.nonce}`;
	const known = world.nonces.get(key);
	if (body.enforce_nonce && body.nonce !== undefined && known && world.now() - known.at < nonceMs)
		return { status: 200, body: world.json(known.message) };
	const reference = (body.message_reference as Json | undefined)?.message_id;
	const there = reference === undefined ? undefined : world.message(String(reference));
	const stored = world.store({
		channel: channel.id,
		author: world.bot.id,
		body,
		reference: there ? there.id : null,
	});
	if (body.nonce !== undefined) world.nonces.set(key, { message: stored, at: world.now() });
	site.changed();
	return { status: 200, body: world.json(stored) };
}

function edit(site: Site, message: StoredMessage, body: Json): Result {
	const { world } = site;
	if (message.author !== world.bot.id)
		return refusal(403, 50_005, "Cannot edit a message authored by another user");
	const refused = checkMessage(body, message.body);
	if (refused) return refused;
	pingless(world, body);
	message.body = { ...message.body, ...body };
	message.edits++;
	site.changed();
	return { status: 200, body: world.json(message) };
}

/** A body that may notify somebody is a fault of the bot, whatever its text says today. */
function pingless(world: World, body: Json): void {
	const allowed = body.allowed_mentions as Json | undefined;
	if (!allowed || list(allowed.parse).length > 0)
		world.violations.push("a message without an empty allowed_mentions.parse");
}

function history(world: World, channel: Channel, query: URLSearchParams): unknown {
	const limit = Math.min(100, Number(query.get("limit") ?? 50));
	const [after, before] = [query.get("after"), query.get("before")];
	if (!channel.readable) return [];
	const all = channel.messages.filter(({ deleted, onlyFor }) => !deleted && onlyFor === null);
	if (after !== null) {
		const later = all.filter(({ id }) => BigInt(id) > BigInt(after)).slice(0, limit);
		return later.toReversed().map((each) => world.json(each));
	}
	const earlier = before === null ? all : all.filter(({ id }) => BigInt(id) < BigInt(before));
	return earlier
		.slice(-limit)
		.toReversed()
		.map((each) => world.json(each));
}
