import type { Store } from "../../../src/domain/state/store.ts";
import { Platform } from "../digest/platform.ts";
import { subscribed, World } from "../digest/world.ts";
import { seeded } from "../storage/kills.ts";
import { checkEnd } from "./checks.ts";
import { crowded } from "./crowd.ts";
import { type Hints, type SimulatedDatabase, sqliteDatabase } from "./database.ts";
import { type Fault, faults } from "./faults.ts";
import { Link } from "./link.ts";
import { Newsroom } from "./newsroom.ts";
import { Observer } from "./observer.ts";
import { runProcess } from "./process.ts";

export type SimulationOrder = {
	seed: number;
	/** Of simulated time. */
	hours: number;
	processes?: number;
	/** Clocks lie at most so far from the world's, in milliseconds, to both sides. */
	skewMs?: number;
	/** Planted, to see that it is found. */
	fault?: Fault | undefined;
	/** SQLite in this thread where it is absent. */
	database?: ((world: World, hints: Hints) => Promise<SimulatedDatabase>) | undefined;
};

export type SimulationReport = {
	changes: number;
	messages: number;
	kills: number;
	cuts: number;
	freezes: number;
	hintsLost: number;
	/** The longest that two processes looked at one source at the same time. */
	longestTogetherMs: number;
	/** Nothing, where all that is promised was kept. */
	violations: readonly string[];
};

const minute = 60_000;
/** Monday morning. */
const start = Date.UTC(2024, 4, 6, 7);
const daily = 8;
const alerts = 4;
const sources = 3;
/** Of what is on its way to the database or back. */
const longestDelayMs = 8_000;
/** How long everything has to come to its end. */
const healingMs = 90 * minute;

/**
 * Several processes with clocks of their own over one database, everything that may go wrong between
 * them, and what is promised all the same. The same order gives the same report.
 */
export async function simulate(order: SimulationOrder): Promise<SimulationReport> {
	const { seed, hours, processes = 3, skewMs = 15_000, fault } = order;
	const random = seeded(seed);
	const world = new World(start);
	const observer = new Observer(world);
	const trouble = { kills: 0, cuts: 0, freezes: 0, hintsLost: 0 };
	// What goes wrong has numbers of its own, so that nothing that is asked in another order changes it.
	const numbers = (of: number) => seeded(seed * 1_000 + of);
	const hints = lossyHints(world, numbers(997), () => trouble.hintsLost++);
	const { database: opened = (_world, told) => sqliteDatabase(told) } = order;
	const database = await opened(world, hints);
	const { inFlight, store: plain } = database;
	if (inFlight) world.settle = () => inFlight.settle();
	const platform = new Platform(world, 0);
	let isTroubled = true;
	const chance = numbers(998);
	platform.luck = () => {
		const luck = isTroubled ? chance() : 1;
		return luck < 0.05 ? "never_done" : luck < 0.15 ? "reply_lost" : "done";
	};
	const newsroom = new Newsroom();
	const subscriptions = await subscribe(plain, hours);
	for (let n = 0; n < sources; n++) await follow(plain, n);
	const links: Link[] = [];
	const skews = Array.from({ length: processes }, () => Math.round((2 * random() - 1) * skewMs));
	let started = 0;
	const begin = (at: number) => {
		const name = `p${at}-${++started}`;
		const delay = numbers(300 + started);
		const delayMs = () => (delay() < 0.02 ? delay() * longestDelayMs : 1 + delay() * 60);
		const link = new Link({ world, delayMs, inFlight, onCut: () => reached.cut() });
		links[at] = link;
		const own = numbers(started);
		const reached = database.reachedBy(link, numbers(600 + started));
		const store = fault ? faults[fault](reached.store, world) : reached.store;
		const seen = { ...store, changes: observer.reading(store.changes) };
		void runProcess({
			...{ name, world, link, store: seen, newsroom, poster: platform.poster, observer },
			...{ skewMs: skews[at] ?? 0, random: own },
		}).catch((error: unknown) => observer.violations.push(`${name} ended: ${String(error)}`));
		return name;
	};
	const names = Array.from({ length: processes }, (_, at) => begin(at));
	const restart = async (at: number) => {
		trouble.kills++;
		links[at]?.kill();
		observer.gone(names[at] ?? "");
		await world.sleep(random() * minute);
		names[at] = begin(at);
	};
	const cut = async (some: readonly Link[]) => {
		trouble.cuts++;
		for (const link of some) link.cut();
		await world.sleep(5_000 + random() * 2 * minute);
		for (const link of some) link.mend();
	};
	const isKilled = new Set<number>();
	const makeTrouble = () => {
		const at = Math.floor(random() * processes);
		const what = random();
		const link = links[at];
		if (!link || isKilled.has(at)) return;
		if (what < 0.35) {
			isKilled.add(at);
			void restart(at).then(() => isKilled.delete(at));
		} else if (what < 0.7) void cut([link]);
		else if (what < 0.8) void cut([...links]);
		else {
			trouble.freezes++;
			const ms = random() * 3 * minute;
			observer.frozen(names[at] ?? "", ms);
			link.freeze(ms);
		}
	};
	for (let passed = 0; passed < hours * 60; passed++) {
		await world.pass(minute);
		await checkCrowd(plain, observer);
		if (random() < 0.5) makeTrouble();
		if (random() < 0.3) newsroom.change(random);
		// Behind the other, while some look at the one.
		if (random() < 0.1) void world.sleep(random() * minute).then(() => newsroom.change(random));
	}
	isTroubled = false;
	await world.pass(healingMs);
	// A lease ends by its holder's timers and is taken by another's clock; on the way both may be delayed.
	if (observer.longestTogetherMs > 2 * skewMs + 2 * longestDelayMs)
		observer.violations.push(`two looked at a source for ${observer.longestTogetherMs} ms`);
	await checkEnd({ store: plain, platform, newsroom, observer, subscriptions });
	const changes = await plain.changes.last();
	for (const link of links) link.kill();
	await database.close();
	const { longestTogetherMs, violations } = observer;
	return { changes, messages: platform.messages.length, ...trouble, longestTogetherMs, violations };
}

/** Half of what is told comes, and late. */
function lossyHints(world: World, random: () => number, lost: () => void): Hints {
	const watching = new Set<() => void>();
	return {
		tell() {
			for (const heard of watching)
				if (random() < 0.5) lost();
				else void world.sleep(random() * 2_000).then(heard);
		},
		watch(heard) {
			watching.add(heard);
			return () => void watching.delete(heard);
		},
	};
}

async function checkCrowd({ subscriptions }: Store, { violations }: Observer): Promise<void> {
	const there = await subscriptions.ofChannel(crowded.platform, crowded.channel);
	if (there.length > crowded.most)
		violations.push(`${there.length} digests in a channel for ${crowded.most}`);
}

/** Digests over the hours that are looked at, and some that are told at once. */
async function subscribe(store: Store, hours: number): Promise<string[]> {
	const all = [
		...Array.from({ length: daily }, (_, n) => {
			const due = new Date(start + ((n + 1) / daily) * Math.min(hours, 16) * 50 * minute);
			return subscribed(`d${n}`, "slack", { at: due.toISOString().slice(11, 16) });
		}),
		...Array.from({ length: alerts }, (_, n) => subscribed(`n${n}`, "slack", { when: "now" })),
	];
	for (const each of all) await store.subscriptions.add(each, 1_000);
	return all.map(({ id }) => id);
}

async function follow(store: Store, n: number): Promise<void> {
	await store.sources.add({
		...{ id: `src${n}`, address: `https://s${n}.example/`, kind: "feed", title: null },
		...{ addedBy: "console", addedAt: 0, etag: null, lastModified: null, nextPollAt: 0 },
		...{ lastSuccessAt: null, lastProblem: null, failures: 0 },
	});
}
