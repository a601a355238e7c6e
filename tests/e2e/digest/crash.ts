import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { alertKey, deliveryKey } from "../../../src/digest/delivery/delivery-key.ts";
import type { Timing } from "../../../src/digest/delivery/rates.ts";
import { firstDay } from "../../../src/digest/local-days.ts";
import type { Subscription } from "../../../src/domain/digest.ts";
import type { PlatformName } from "../../../src/domain/sets/platforms.ts";
import { openStore, type StorePlace } from "../../../src/storage/open.ts";
import { discordMix, slackMix } from "./mix.ts";

export type WorkerOrder = {
	place: StorePlace;
	/** How far its clock is ahead of this machine's. */
	aheadMs: number;
	slack: { apiUrl: string; token: string };
	discord: { apiUrl: string; token: string };
	timing: Timing;
	/** Between two messages of a worker in a channel, and anywhere on a platform. */
	channelMs: number;
	anywhereMs: number;
	/** Before a refused token is asked about. */
	tokenPausesMs: number[];
};

export type CrashOrder = {
	place: StorePlace;
	/** For the workers, where they reach the state another way. */
	workerPlace?: StorePlace;
	/** Worker processes at a time, by how far the clock of each is ahead. */
	aheadMs: number[];
	/** Whatever else befalls them, until it is over. */
	disturb?(isOver: () => boolean): Promise<void>;
	/** Digests on each platform. */
	digests: number;
	/** After so many nobody is killed any more. */
	kills: number;
	/** Share of posts and questions that meet an answer of `mix.ts`, 0 to 1. */
	strange: number;
	/** So often a platform refuses the token until a worker has given that platform up. */
	revocations: number;
	/** Of all interruptions, those that freeze a worker past its lease. */
	freezes: number;
	/** 0 to 1. */
	random(): number;
	timing: Timing;
	anywhereMs: number;
	/** A worker lives so long after its start, at random, in milliseconds. */
	livesMs: [least: number, most: number];
	/** Given up after so long. */
	patienceMs: number;
};

export type PlatformReport = {
	digests: number;
	posted: number;
	lost: string[];
	doubled: string[];
	/** Subscriptions that were paused, which none should be. */
	paused: string[];
	/** Answers of `mix.ts` that requests met. */
	met: Record<string, number>;
};
export type CrashReport = {
	seconds: number;
	kills: number;
	/** Of these, before everything was delivered. */
	killsAtWork: number;
	/** Workers that ended by themselves: the state could not be reached when they started. */
	ended: number;
	freezes: number;
	/** Posts after the end of a lease that workers noticed themselves. */
	late: number;
	/** Times that a worker gave a platform up, since its token was refused for good. */
	givenUp: number;
	slack: PlatformReport;
	discord: PlatformReport;
};

type Server = { child: ChildProcess; said: Record<string, unknown> };
const channels = 40;
/** What the start of a server takes on a machine with nothing else to do, in milliseconds. */
const usualStartMs = 500;
/** However busy a machine is. */
const mostStretched = 6;
const endsInStart = 0.1;
/** A token that nobody has given up by then is taken again. */
const longestRevocationMs = 5_000;

/**
 * Delivers digests with worker processes that are killed and frozen at random moments, against
 * the platforms' test servers, and looks what the channels hold in the end.
 */
export async function crashRun(asked: CrashOrder): Promise<CrashReport> {
	const began = performance.now();
	const children: ChildProcess[] = [];
	const killAll = () => {
		for (const child of children) child.kill("SIGKILL");
	};
	// A run that is called off leaves nothing behind.
	process.once("exit", killAll);
	try {
		const slack = await startServer("slack", ["--channels", `${channels}`, "--gap", "0"], children);
		const order = stretched(asked, (performance.now() - began) / usualStartMs);
		const discord = await startServer(
			"discord",
			[
				"--channels",
				`${channels}`,
				"--rates",
				"none",
				"--seed",
				`${1 + Math.floor(order.random() * 1e6)}`,
			],
			children,
		);
		const seed = Math.floor(order.random() * 1e6);
		await tell(slack, "/faults/chance", slackMix(order.strange, seed));
		for (const fault of discordMix(order.strange)) await tell(discord, "/fault", fault);
		const keys = {
			slack: await subscribe(order, "slack", slack.said["channels"] as string[]),
			discord: await subscribe(order, "discord", discord.said["channels"] as string[]),
		};
		const worker: Omit<WorkerOrder, "aheadMs"> = {
			place: order.workerPlace ?? order.place,
			slack: { apiUrl: String(slack.said["apiUrl"]), token: String(slack.said["botToken"]) },
			discord: { apiUrl: String(discord.said["apiUrl"]), token: String(discord.said["token"]) },
			timing: order.timing,
			channelMs: 20,
			anywhereMs: order.anywhereMs,
			tokenPausesMs: [50, 100, 200],
		};
		const pain = await interrupt(order, worker, children, [...keys.slack, ...keys.discord], {
			slack: (known) => tell(slack, "/token", { refused: known ? null : "token_revoked" }),
			discord: (known) => tell(discord, "/token", { known }),
		});
		const paused = await pausedIn(order.place);
		const stateOf = { slack: await tell(slack, "/state"), discord: await tell(discord, "/state") };
		return {
			seconds: Math.round((performance.now() - began) / 1_000),
			...pain,
			slack: report(keys.slack, stateOf.slack["posts"], paused, stateOf.slack["met"]),
			discord: report(keys.discord, stateOf.discord["posted"], paused, stateOf.discord["met"]),
		};
	} finally {
		process.off("exit", killAll);
		killAll();
	}
}

/**
 * On a busy machine all times are longer, in the same proportions: a request that has no processor in
 * its time would be given up again and again, and nothing be learned of kills.
 */
function stretched(order: CrashOrder, slowness: number): CrashOrder {
	const by = Math.min(mostStretched, Math.max(1, slowness));
	const longer = (ms: number) => Math.round(ms * by);
	const timing = Object.fromEntries(
		Object.entries(order.timing).map(([name, ms]) => [name, longer(ms)]),
	) as Timing;
	const [least, most] = order.livesMs;
	return {
		...order,
		timing,
		livesMs: [longer(least), longer(most)],
		patienceMs: longer(order.patienceMs),
	};
}

async function subscribe(
	{ place: state, digests }: CrashOrder,
	platform: PlatformName,
	places: readonly string[],
): Promise<string[]> {
	const store = await openStore(state);
	const now = Date.now();
	await store.changes.append([
		{ at: now, kind: "added", article: "a", before: null, newClaims: ["c"], goneClaims: [] },
	]);
	const keys: string[] = [];
	for (let n = 0; n < digests; n++) {
		const id = `${platform.slice(0, 1)}${n}`.padEnd(12, "x");
		// Due a minute ago wherever the run begins: midnight in one zone or the other is far.
		const zone = new Date(now).getUTCHours() < 12 ? "Etc/GMT-6" : "Etc/GMT+6";
		const at = "00:01";
		const day = firstDay({ at: "23:59", zone }, now);
		const subscription: Subscription = {
			id,
			place: { platform, space: null, channel: places[n % places.length] ?? "", thread: null },
			maker: "U1",
			request: { command: "claims", text: `topic ${n}` },
			language: "en",
			// Every other one is told at once, of the one change that there is.
			when: n % 2 === 0 ? "daily" : "now",
			at,
			zone,
			days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
			empty: "say",
			paused: null,
			createdAt: now,
			from: day,
			since: 0,
			lastDay: null,
			nextDue: now,
		};
		await store.subscriptions.add(subscription, digests);
		keys.push(n % 2 === 0 ? deliveryKey(id, day) : alertKey(id, 0, 0));
	}
	await store.close();
	return keys;
}

/** Workers, of which one after the other is killed or frozen, until all is delivered. */
async function interrupt(
	order: CrashOrder,
	worker: Omit<WorkerOrder, "aheadMs">,
	children: ChildProcess[],
	keys: readonly string[],
	takeToken: Record<"slack" | "discord", (known: boolean) => Promise<unknown>>,
): Promise<Pick<CrashReport, "kills" | "killsAtWork" | "ended" | "freezes" | "late" | "givenUp">> {
	const pain = { kills: 0, killsAtWork: 0, ended: 0, freezes: 0, late: 0, givenUp: 0 };
	const store = await openStore(order.place);
	const open = new Set(keys);
	const isDone = async () => {
		for (const key of open) {
			// The state itself may be away at the moment.
			const row = await store.deliveries.get(key).catch(() => null);
			if (row?.state === "sent") open.delete(key);
			else return false;
		}
		return true;
	};
	const start = (aheadMs: number) => {
		const path = fileURLToPath(new URL("worker.ts", import.meta.url));
		const child = spawn(process.execPath, [path, JSON.stringify({ ...worker, aheadMs })], {
			stdio: ["ignore", "pipe", "inherit"],
			// The same files are compiled for each of hundreds of short lives.
			env: { NODE_COMPILE_CACHE: join(tmpdir(), "isnad-compile-cache"), ...process.env },
		});
		children.push(child);
		const life = { child, lacks: false, started: Promise.resolve() };
		life.started = new Promise<void>((resolve) => {
			createInterface({ input: child.stdout }).on("line", (line) => {
				if (line.includes("after its lease")) pain.late++;
				if (line.startsWith("given up")) {
					pain.givenUp++;
					life.lacks = true;
				}
				if (line === "started") resolve();
			});
			// Killed before it could say so.
			child.once("exit", () => resolve());
		});
		return life;
	};
	const deadline = performance.now() + order.patienceMs;
	let over = false;
	const lane = async (aheadMs: number) => {
		while (!over) {
			const life = start(aheadMs);
			const { child } = life;
			// Most of a short life is its start: some end there, the others live on after it.
			if (order.random() >= endsInStart) await life.started;
			const [least, most] = order.livesMs;
			const isFrozen = order.random() < order.freezes;
			// In the end they are left in peace: what is unsettled then has to be settled.
			const inPeace = pain.kills >= order.kills;
			const lives = inPeace ? order.patienceMs : least + order.random() * (most - least);
			// One that has given a platform up is started again, as an operator does.
			const isThrough = () => over || life.lacks || child.exitCode !== null;
			await wait(lives, isThrough);
			if (isFrozen && !over) {
				pain.freezes++;
				child.kill("SIGSTOP");
				await wait(order.timing.leaseMs * (1 + order.random()), () => over);
				child.kill("SIGCONT");
				// What it does now is what matters: it wakes with its work half done.
				await wait(lives, isThrough);
			}
			if (over) await wait(2 * order.timing.settleMs, () => false);
			else if (child.exitCode === null) pain.kills++;
			else pain.ended++;
			child.kill("SIGKILL");
			if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
		}
	};
	const revoke = async () => {
		const names = ["slack", "discord"] as const;
		for (let n = 0; n < order.revocations && !over; n++) {
			await wait(order.livesMs[1] * (1 + order.random()), () => over);
			const before = pain.givenUp;
			const name = names[n % names.length] ?? "slack";
			await takeToken[name](false);
			await wait(longestRevocationMs, () => over || pain.givenUp > before);
			await takeToken[name](true);
		}
	};
	const disturbed = order.disturb?.(() => over || pain.kills >= order.kills);
	const lanes = [...order.aheadMs.map(lane), revoke(), disturbed];
	while (performance.now() < deadline) {
		if (!(await isDone())) pain.killsAtWork = pain.kills;
		else if (pain.kills >= order.kills) break;
		await wait(200, () => false);
	}
	over = true;
	await Promise.all(lanes);
	await store.close();
	return pain;
}

async function wait(ms: number, isOver: () => boolean): Promise<void> {
	const end = performance.now() + ms;
	while (performance.now() < end && !isOver())
		await new Promise((resolve) => setTimeout(resolve, Math.min(50, ms)));
}

async function pausedIn(place: StorePlace): Promise<Set<string>> {
	const store = await openStore(place);
	const paused = new Set<string>();
	for (let after = ""; ; ) {
		const page = await store.subscriptions.page(after, 100);
		for (const each of page) if (each.paused !== null) paused.add(each.id);
		after = page.at(-1)?.id ?? "";
		if (after === "") break;
	}
	await store.close();
	return paused;
}

function report(
	keys: readonly string[],
	posts: unknown,
	paused: ReadonlySet<string>,
	met: unknown,
): PlatformReport {
	const posted = (posts as { key: string | null }[]).map(({ key }) => key ?? "");
	const counts = Map.groupBy(posted, (key) => key);
	return {
		digests: keys.length,
		posted: posted.length,
		lost: keys.filter((key) => !counts.has(key)),
		doubled: [...counts].filter(([, each]) => each.length > 1).map(([key]) => key),
		paused: keys.filter((key) => paused.has(key.slice(0, 12))),
		met: met as Record<string, number>,
	};
}

async function startServer(
	name: "slack" | "discord",
	args: string[],
	children: ChildProcess[],
): Promise<Server> {
	const path = fileURLToPath(new URL(`../../servers/${name}/main.ts`, import.meta.url));
	const child = spawn(process.execPath, [path, ...args], { stdio: ["ignore", "pipe", "inherit"] });
	children.push(child);
	const [line] = await once(createInterface({ input: child.stdout }), "line");
	return { child, said: JSON.parse(String(line)) };
}

async function tell(
	{ said }: Server,
	path: string,
	body?: object,
): Promise<Record<string, unknown>> {
	const init = body ? { method: "POST", body: JSON.stringify(body) } : {};
	const response = await fetch(`${said["controlUrl"]}${path}`, init);
	return (await response.json()) as Record<string, unknown>;
}
