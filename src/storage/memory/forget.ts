import type { Forgotten, Person } from "../../domain/state/person.ts";
import { PersonRows, placeOfThread, withoutPerson } from "../person-rows.ts";
import type { MemoryTables } from "./tables.ts";

/** See the store: from the tables of every collection. */
export function forgetPerson(
	all: readonly MemoryTables[],
	person: Person,
	{ dry }: { dry: boolean },
): Forgotten {
	const rows = new PersonRows(person);
	const subscriptions = all.flatMap((each) => [...each.subscriptions.values()]);
	const views = all.flatMap((each) => [...each.views.values()]);
	for (const each of subscriptions) if (rows.isMaker(each)) rows.learn(each.place);
	for (const key of all.flatMap(({ threads }) => [...threads.keys()]))
		if (rows.isBegunThread(key)) rows.learn(placeOfThread(key, person));
	for (const { home, request } of views) if (home) rows.learnAsked(home, request);
	for (const { home } of views) rows.see(home);
	const digests = new Set(subscriptions.filter((each) => rows.hasDigest(each)).map(({ id }) => id));
	const made = subscriptions.filter((each) => rows.isMaker(each) && !digests.has(each.id));
	const added = all
		.flatMap(({ sources }) => [...sources.values()])
		.filter(({ addedBy }) => rows.hasAdded(addedBy));
	const drop = <T>(
		of: (tables: MemoryTables) => Map<string, T>,
		holds: (value: T, key: string) => boolean,
	): number => {
		const gone = all.flatMap((tables) =>
			[...of(tables)].filter(([key, value]) => holds(value, key)).map(([key]) => ({ tables, key })),
		);
		if (!dry) for (const { tables, key } of gone) of(tables).delete(key);
		return gone.length;
	};
	if (!dry) {
		for (const each of made) each.maker = "";
		for (const each of added) each.addedBy = withoutPerson(each.addedBy);
		drop(
			({ deliveries }) => deliveries,
			({ subscription }) => digests.has(subscription),
		);
	}
	return {
		settings: drop(
			({ settings }) => settings,
			(_, scope) => rows.hasSetting(scope),
		),
		feedback: drop(
			({ feedback }) => feedback,
			({ voter }) => rows.hasVoter(voter),
		),
		views: drop(
			(tables) => tables.views,
			({ home }) => rows.hasView(home),
		),
		threads: drop(
			({ threads }) => threads,
			({ request }, key) => rows.hasThread(key, request),
		),
		digests: drop(
			(tables) => tables.subscriptions,
			({ id }) => digests.has(id),
		),
		unnamed: made.length + added.length,
	};
}
