import { loadAliases } from "../../src/app/load/language-data.ts";
import { loadSearchData } from "../../src/app/load/search-data.ts";
import { indexDataFolder } from "../../src/app/paths.ts";
import type { App } from "../../src/app/serving/app.ts";
import { openDesk } from "../../src/app/serving/desk/desk.ts";
import type { Asker } from "../../src/domain/chat.ts";
import type { Filters } from "../../src/domain/sets/filters.ts";
import { NameMatcher } from "../../src/identity/name-matcher.ts";
import { nameKey } from "../../src/identity/related-names.ts";
import { tokens } from "../../src/language/text/tokens.ts";
import { memoryStore } from "../../src/storage/memory/store.ts";

/** What a turn came to ask for: the request and what its own words say. Null where nothing is kept. */
export type Meant = {
	/** What was typed in this turn. */
	typed: string;
	text: string;
	topic: string;
	by?: string | undefined;
	outlet?: string | undefined;
	act?: string | undefined;
	from?: string | undefined;
} | null;

export type Chat = {
	say(text: string): Promise<Meant>;
	/** Whether two names are of one identity of the corpus. */
	names(one: string, other: string): boolean;
};

/** A conversation at the desk of the program, its state in memory. */
export async function openChat(app: App, id: string): Promise<Chat> {
	const store = memoryStore();
	const { lexicon, stopWords, related } = await loadSearchData(indexDataFolder);
	const names = new NameMatcher(lexicon, stopWords, await loadAliases(indexDataFolder));
	let kept: (Filters & { text: string }) | null = null;
	const { threads } = store;
	const desk = await openDesk({
		app,
		config: { operators: new Set<string>(), questionsPerMinute: 1_000_000 },
		store: {
			...store,
			threads: {
				get: (thread, since) => threads.get(thread, since),
				dropBefore: (at) => threads.dropBefore(at),
				async put(thread, request, at) {
					kept = at === 0 ? null : request;
					await threads.put(thread, request, at);
				},
			},
		},
		log: () => {},
		now: Date.now,
	});
	const asker: Asker = {
		place: { platform: "console", space: null, channel: "bench", thread: id },
		person: "bench",
		admin: false,
	};
	return {
		async say(text) {
			await desk.reply({ kind: "message", text }, asker);
			return meant(text, kept, app);
		},
		names(one, other) {
			const who = app.answerer.who();
			const meant = new Set(who.find(one).identities);
			const shared = who.find(other).identities.some((each) => meant.has(each));
			const near = (name: string) =>
				related.get(nameKey(tokens(name).map((token) => token.text)))?.near ?? [];
			const isNear = (from: string, to: string) =>
				near(from).some((name) => names.test(name)([to]));
			return (
				shared ||
				names.test(one)([other]) ||
				names.test(other)([one]) ||
				isNear(one, other) ||
				isNear(other, one)
			);
		},
	};
}

async function meant(
	typed: string,
	request: (Filters & { text: string }) | null,
	{ answerer }: App,
): Promise<Meant> {
	if (!request) return null;
	const reading = await answerer.read(request.text);
	const { filters, sayer = [], topicText } = reading;
	return {
		typed,
		text: request.text,
		topic: topicText,
		by: request.by ?? filters.by ?? (sayer.join(" ") || undefined),
		outlet: request.outlet ?? filters.outlet,
		act: request.stance ?? filters.act,
		from: request.from ?? filters.from,
	};
}
