import type { Kysely, Transaction } from "kysely";
import type { PlatformName } from "../../domain/sets/platforms.ts";
import type { Home } from "../../domain/state/conversation.ts";
import type { Forgotten, Person } from "../../domain/state/person.ts";
import { StoredHome } from "../../domain/state/stored.ts";
import { PersonRows, placeOfThread, withoutPerson } from "../person-rows.ts";
import { json } from "../readable.ts";
import type { Tables } from "./schema.ts";

/** Keys named in one statement. */
const mostKeys = 500;

/** The rows that hold a person, found and dropped in one transaction. */
export async function forgetPerson(
	db: Kysely<Tables>,
	person: Person,
	{ dry }: { dry: boolean },
): Promise<Forgotten> {
	return db.transaction().execute(async (trx) => {
		const found = await find(trx, person);
		if (!dry) await drop(trx, found);
		const { settings, voters, views, threads, digests, made, added } = found;
		return {
			settings: settings.length,
			feedback: voters.length,
			views: views.length,
			threads: threads.length,
			digests: digests.length,
			unnamed: made.length + added.length,
		};
	});
}

type Shown = { id: string; home: Home | undefined; request: unknown };

type Found = {
	/** Scopes, which hold some settings each. */
	settings: string[];
	voters: { view: string; voter: string }[];
	views: string[];
	threads: string[];
	digests: string[];
	/** Subscriptions that stay. */
	made: string[];
	added: { id: string; added_by: string }[];
};

/**
 * `like` narrows down what is read, to more than the person's own rows: `_` stands for any letter, and
 * databases differ in whether case counts. The keys themselves decide.
 */
async function find(trx: Transaction<Tables>, person: Person): Promise<Found> {
	const { platform, id } = person;
	const rows = new PersonRows(person);
	const subscriptions = await subscriptionsOf(trx, platform);
	for (const each of subscriptions) if (rows.isMaker(each)) rows.learn(each.place);
	const threads = await threadsOf(trx, platform);
	for (const { thread } of threads)
		if (rows.isBegunThread(thread)) rows.learn(placeOfThread(thread, person));
	const shown = await viewsLike(trx, `%"person":${JSON.stringify(id)}%`);
	for (const { home, request } of shown) if (home) rows.learnAsked(home, request);
	for (const channel of rows.directChannels)
		shown.push(...(await viewsLike(trx, `%"channel":${JSON.stringify(channel)}%`)));
	for (const { home } of shown) rows.see(home);
	const [digests, others] = split(subscriptions, (each) => rows.hasDigest(each));
	return {
		settings: (await scopesOf(trx, platform)).filter((scope) => rows.hasSetting(scope)),
		voters: (await votersLike(trx, `${platform}/%/${id}`)).filter(({ voter }) =>
			rows.hasVoter(voter),
		),
		views: [...new Set(shown.filter(({ home }) => rows.hasView(home)).map((view) => view.id))],
		threads: threads
			.filter(({ thread, request_json }) => rows.hasThread(thread, json(request_json)))
			.map(({ thread }) => thread),
		digests: digests.map((each) => each.id),
		made: others.filter((each) => rows.isMaker(each)).map((each) => each.id),
		added: (await addedLike(trx, `${platform}/%`)).filter((each) => rows.hasAdded(each.added_by)),
	};
}

async function drop(trx: Transaction<Tables>, found: Found): Promise<void> {
	const { settings, voters, views, threads, digests, made, added } = found;
	for (const some of chunks(settings))
		await trx.deleteFrom("settings").where("scope", "in", some).execute();
	for (const { view, voter } of voters)
		await trx.deleteFrom("feedback").where("view", "=", view).where("voter", "=", voter).execute();
	for (const some of chunks(views)) await trx.deleteFrom("views").where("id", "in", some).execute();
	for (const some of chunks(threads))
		await trx.deleteFrom("threads").where("thread", "in", some).execute();
	for (const some of chunks(digests)) {
		await trx.deleteFrom("deliveries").where("subscription", "in", some).execute();
		await trx.deleteFrom("subscriptions").where("id", "in", some).execute();
	}
	for (const some of chunks(made))
		await trx.updateTable("subscriptions").set({ maker: "" }).where("id", "in", some).execute();
	for (const { id, added_by } of added)
		await trx
			.updateTable("sources")
			.set({ added_by: withoutPerson(added_by) })
			.where("id", "=", id)
			.execute();
}

async function subscriptionsOf(trx: Transaction<Tables>, platform: PlatformName) {
	const rows = await trx
		.selectFrom("subscriptions")
		.select(["id", "space", "channel", "thread", "maker"])
		.where("platform", "=", platform)
		.execute();
	return rows.map(({ id, maker, ...place }) => ({ id, maker, place: { platform, ...place } }));
}

function threadsOf(trx: Transaction<Tables>, platform: PlatformName) {
	return trx
		.selectFrom("threads")
		.select(["thread", "request_json"])
		.where("thread", "like", `${platform}/%`)
		.execute();
}

async function scopesOf(trx: Transaction<Tables>, platform: PlatformName): Promise<string[]> {
	const rows = await trx
		.selectFrom("settings")
		.select("scope")
		.distinct()
		.where("scope", "like", `${platform}/%`)
		.execute();
	return rows.map(({ scope }) => scope);
}

function votersLike(trx: Transaction<Tables>, pattern: string): Promise<Found["voters"]> {
	return trx
		.selectFrom("feedback")
		.select(["view", "voter"])
		.where("voter", "like", pattern)
		.execute();
}

function addedLike(trx: Transaction<Tables>, pattern: string): Promise<Found["added"]> {
	return trx
		.selectFrom("sources")
		.select(["id", "added_by"])
		.where("added_by", "like", pattern)
		.execute();
}

async function viewsLike(trx: Transaction<Tables>, pattern: string): Promise<Shown[]> {
	const rows = await trx
		.selectFrom("views")
		.select(["id", "home_json", "request_json"])
		.where("home_json", "like", pattern)
		.execute();
	return rows.map(({ id, home_json, request_json }) => ({
		id,
		home: StoredHome.safeParse(json(home_json)).data,
		request: json(request_json),
	}));
}

function chunks(keys: readonly string[]): string[][] {
	const count = Math.ceil(keys.length / mostKeys);
	return Array.from({ length: count }, (_, n) => keys.slice(n * mostKeys, (n + 1) * mostKeys));
}

function split<T>(all: readonly T[], holds: (each: T) => boolean): [T[], T[]] {
	return [all.filter(holds), all.filter((each) => !holds(each))];
}
