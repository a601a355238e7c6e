import { randomBytes } from "node:crypto";
import { z } from "zod";
import { hashOf, makeToken } from "../../../../adapters/shared/access-token.ts";
import { defaultCollection } from "../../../domain/collection.ts";
import { IsnadError } from "../../../domain/errors.ts";
import { isoDayOf } from "../../../domain/iso-day.ts";
import type { Clock } from "../../../domain/ports.ts";
import type { Store } from "../../../domain/state/store.ts";
import { longestTokenName, type Token } from "../../../domain/tokens.ts";
import { openStore } from "../../../storage/open.ts";
import { write, writeJson } from "../../io.ts";
import { printableLine } from "../../printable.ts";
import type { Call } from "../call.ts";
import { textOption } from "../options.ts";

/** More programs than one installation serves; each is a row that somebody has to know of. */
const mostTokens = 1_000;

type Verb = (call: Call, store: Store, named: string) => Promise<void>;
const verbs: Readonly<Record<string, { run: Verb; takesName: boolean }>> = {
	create: { run: create, takesName: true },
	list: { run: list, takesName: false },
	revoke: { run: revoke, takesName: true },
};

/** What lets other programs ask over HTTP, for an operator. */
export async function run(call: Call): Promise<number> {
	const [name = "", named = "", ...more] = call.positionals;
	const verb = Object.hasOwn(verbs, name) && more.length === 0 ? verbs[name] : undefined;
	if (!verb || verb.takesName !== Boolean(named.trim()))
		throw new IsnadError(
			"usage",
			"token takes create NAME, list or revoke NAME: write for example isnad token create research-desk.",
		);
	if (call.options["expires"] !== undefined && name !== "create")
		throw new IsnadError("usage", `token ${name} takes no --expires: leave it out.`);
	if (call.options["collection"] !== undefined && name !== "create")
		throw new IsnadError("usage", `token ${name} takes no --collection: leave it out.`);
	const expires = name === "create" ? expiryOf(call) : null;
	const store = await openStore(call.config);
	try {
		await verb.run({ ...call, options: { ...call.options, expires: expires ?? "" } }, store, named);
		return 0;
	} finally {
		await store.close();
	}
}

/** Shown this once: what is kept of it cannot be turned back. */
async function create(
	{ io, config, options }: Call,
	{ tokens }: Store,
	named: string,
): Promise<void> {
	const name = nameOf(named);
	if ((await tokens.list()).length >= mostTokens)
		throw new IsnadError(
			"usage",
			`There are ${mostTokens} tokens: more of them nobody can keep an eye on; let programs share one.`,
		);
	const { id, secret, token } = makeToken(randomBytes);
	const expires = textOption(options, "expires") ?? null;
	const made: Token = {
		...{ id, name, collection: config.collection, hash: hashOf(secret) },
		...{ createdAt: io.now(), expires, revokedAt: null, lastUsed: null },
	};
	if (!(await tokens.add(made)))
		throw new IsnadError(
			"token_known",
			`There is a token ${JSON.stringify(name)} already: revoke it first, or give the new one another name.`,
		);
	if (options["json"]) await writeJson(io.stdout, { token, ...told(made, io.now) });
	else {
		await write(io.stdout, `${token}\n`);
		const holds = expires ? `It holds until ${expires} (UTC).` : "It holds until it is revoked.";
		io.stderr.write(`This is shown once: keep it where the program finds it. ${holds}\n`);
	}
}

async function list({ io, options }: Call, store: Store): Promise<void> {
	const all = await store.tokens.list();
	if (options["json"]) await writeJson(io.stdout, { tokens: all.map((one) => told(one, io.now)) });
	else if (all.length === 0) await write(io.stdout, "No token was created.\n");
	else for (const one of all) await write(io.stdout, `${printableLine(lineOf(one, io.now))}\n`);
	for (const { id } of await store.damaged(mostTokens, ["token"]))
		io.stderr.write(`The token ${id} cannot be read: revoke it and create another one.\n`);
}

async function revoke({ io, options }: Call, { tokens }: Store, named: string): Promise<void> {
	const all = await tokens.list();
	const held = all.find(({ name, revokedAt }) => name === named && revokedAt === null);
	// A name that was given again is its newest bearer's; an id is looked for in the state itself,
	// since one that cannot be read is on no list.
	const id = held?.id ?? named;
	if (!(await tokens.revoke(id, io.now())))
		throw new IsnadError(
			"token_unknown",
			`No token that holds is called ${JSON.stringify(named.slice(0, longestTokenName))}: isnad token list shows them.`,
		);
	if (options["json"]) await writeJson(io.stdout, { revoked: id });
	else await write(io.stdout, printableLine(`${named} is revoked.`).concat("\n"));
}

function nameOf(named: string): string {
	const name = named.trim();
	if (name.length <= longestTokenName && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name)) return name;
	throw new IsnadError(
		"usage",
		`The name of a token has up to ${longestTokenName} characters on one line: give a shorter one.`,
	);
}

function expiryOf({ io, options }: Call): string | null {
	const day = options["expires"];
	if (day === undefined) return null;
	if (!z.iso.date().safeParse(day).success)
		throw new IsnadError("usage", "--expires is no day: write it as 2027-01-31.");
	if (String(day) < isoDayOf(io.now()))
		throw new IsnadError("usage", `--expires is ${day}, which is over: name a day to come.`);
	return String(day);
}

const stateOf = ({ revokedAt, expires }: Token, now: Clock) =>
	revokedAt !== null
		? "revoked"
		: expires !== null && expires < isoDayOf(now())
			? "expired"
			: "holds";

/** A token as an operator is told of it: nothing that lets anybody in. */
function told(token: Token, now: Clock) {
	const { id, name, collection, createdAt, expires, revokedAt, lastUsed } = token;
	const revoked = revokedAt === null ? null : isoDayOf(revokedAt);
	const state = stateOf(token, now);
	return { id, name, collection, state, created: isoDayOf(createdAt), expires, revoked, lastUsed };
}

function lineOf(token: Token, now: Clock): string {
	const { id, name, collection, state, created, expires, lastUsed } = told(token, now);
	const until = expires === null ? "" : `, until ${expires}`;
	const of = collection === defaultCollection ? "" : `, asks ${collection}`;
	return `${id}  ${name}  ${state}${until}${of}, created ${created}, last used ${lastUsed ?? "never"}`;
}
