import type { Forgotten, Person } from "../../domain/state/person.ts";
import { PersonRows, placeOfThread, withoutPerson } from "../person-rows.ts";
import type { MemoryTables } from "./tables.ts";

/** See the store. */
export function forgetPerson(
	tables: MemoryTables,
	person: Person,
	{ dry }: { dry: boolean },
): Forgotten {
	const rows = new PersonRows(person);
	const subscriptions = [...tables.subscriptions.values()];
	for (const each of subscriptions) if (rows.isMaker(each)) rows.learn(each.place);
	for (const key of tables.threads.keys())
		if (rows.isBegunThread(key)) rows.learn(placeOfThread(key, person));
	for (const { home, request } of tables.views.values()) if (home) rows.learnAsked(home, request);
	for (const { home } of tables.views.values()) rows.see(home);
	const digests = new Set(subscriptions.filter((each) => rows.hasDigest(each)).map(({ id }) => id));
	const made = subscriptions.filter((each) => rows.isMaker(each) && !digests.has(each.id));
	const added = [...tables.sources.values()].filter(({ addedBy }) => rows.hasAdded(addedBy));
	const drop = <T>(of: Map<string, T>, holds: (value: T, key: string) => boolean): number => {
		const gone = [...of].filter(([key, value]) => holds(value, key));
		if (!dry) for (const [key] of gone) of.delete(key);
		return gone.length;
	};
	if (!dry) {
		for (const each of made) each.maker = "";
		for (const each of added) each.addedBy = withoutPerson(each.addedBy);
		drop(tables.deliveries, ({ subscription }) => digests.has(subscription));
	}
	return {
		settings: drop(tables.settings, (_, scope) => rows.hasSetting(scope)),
		feedback: drop(tables.feedback, ({ voter }) => rows.hasVoter(voter)),
		views: drop(tables.views, ({ home }) => rows.hasView(home)),
		threads: drop(tables.threads, ({ request }, key) => rows.hasThread(key, request)),
		digests: drop(tables.subscriptions, ({ id }) => digests.has(id)),
		unnamed: made.length + added.length,
	};
}
