import type { Receiver } from "@slack/bolt";
import type { SubscriptionStore } from "../../../src/domain/digest.ts";
import { asIsnadError } from "../../../src/domain/errors.ts";
import { scopes } from "../surface.ts";
import { openWorkspace, type ServingParts, type Workspace } from "../workspace.ts";
import type { ReadInstallation, SlackInstallations } from "./installation-store.ts";
import { type RenewalParts, withFreshToken } from "./renewal.ts";
import type { WhoseDelivery } from "./whose-delivery.ts";

export type InstalledParts = ServingParts &
	RenewalParts & {
		installations: SlackInstallations;
		/** What is told in a workspace rests while the app is not there. */
		digests: Pick<SubscriptionStore, "leave" | "comeBack">;
		apiUrl?: string | undefined;
		followUps?: boolean | undefined;
	};

type Served = { workspace: Workspace; installation: string; version: number };

/** Workspaces that are remembered between two deliveries. */
const mostServed = 500;

/** Brings nothing by itself: one receiver stands before all workspaces. */
const noReceiver: Receiver = { init() {}, start: async () => {}, stop: async () => {} };

/** The workspaces in which the app is installed, each served with its own token from its first delivery on. */
export class Workspaces {
	readonly #parts: InstalledParts;
	/** By workspace, in the order of their last use. */
	readonly #served = new Map<string, Served>();
	readonly #opening = new Map<string, Promise<Workspace | null>>();
	/** Those that were replaced and finish what they accepted. */
	readonly #ending = new Set<Promise<void>>();

	constructor(parts: InstalledParts) {
		this.#parts = parts;
	}

	/** Null where the app is not installed, or no token of it is taken. Errors: those of the state and its seal. */
	async of(whose: WhoseDelivery): Promise<Workspace | null> {
		const key = whose.team ?? whose.enterprise ?? "";
		const known = this.#opening.get(key);
		if (known) return known;
		const opening = this.#find(key, whose).finally(() => this.#opening.delete(key));
		this.#opening.set(key, opening);
		return opening;
	}

	/** Finishes what was accepted in all of them. */
	async stop(): Promise<void> {
		for (const key of [...this.#served.keys()]) this.#end(key);
		await Promise.all([...this.#ending]);
	}

	/** The app is gone from there: nothing of it is asked or told any more, and what was planned rests. */
	async remove(id: string): Promise<void> {
		const gone = await this.#parts.installations.rows.remove(id);
		for (const each of gone) await this.#rest(each);
		this.#parts.log("warn", "Slack: the app was removed; its digests there rest.", {
			installation: id,
		});
	}

	async #find(key: string, { team, enterprise }: WhoseDelivery): Promise<Workspace | null> {
		const { installations, now } = this.#parts;
		const read = await installations.find(team, enterprise);
		const fresh = read && (await withFreshToken(this.#parts, read));
		if (!fresh || fresh.refused) {
			this.#end(key);
			return null;
		}
		const served = this.#served.get(key);
		if (served?.installation === fresh.id && served.version === fresh.version) {
			this.#served.delete(key);
			this.#served.set(key, served);
			return served.workspace;
		}
		// A workspace of an organisation is remembered: its digests are posted without a delivery that tells whose it is.
		if (team && team !== fresh.id)
			await installations.rows.meet({ id: team, of: fresh.id, name: "", installedAt: now() });
		this.#end(key);
		return this.#open(key, fresh);
	}

	async #open(key: string, read: ReadInstallation): Promise<Workspace> {
		const { bot, team, enterprise } = read.kept;
		const granted = new Set(bot.scopes);
		const workspace = await openWorkspace({
			...this.#parts,
			botToken: bot.token,
			me: {
				...{ team: key, teamName: team?.name ?? enterprise?.name ?? "" },
				...{ botId: bot.id, botUserId: bot.userId },
				missing: Object.keys(scopes).filter((scope) => !granted.has(scope)),
			},
			receiver: noReceiver,
			onFatal: () => this.#inBackground(this.#refuse(read)),
			onRemoved: () => this.#inBackground(this.remove(read.id)),
		});
		this.#served.set(key, { workspace, installation: read.id, version: read.version });
		const [oldest] = this.#served.keys();
		if (this.#served.size > mostServed && oldest !== undefined) this.#end(oldest);
		return workspace;
	}

	/** Slack takes the token no more: this installation rests, and no other. */
	async #refuse({ id, version }: ReadInstallation): Promise<void> {
		const { rows } = this.#parts.installations;
		// Whoever installed it anew meanwhile has another token.
		if (!(await rows.refuse(id, version))) return;
		const all = await rows.list();
		for (const row of all) if (row.id === id || row.of === id) await this.#rest(row.id);
		this.#parts.log(
			"error",
			"Slack takes the token of an installation no more: install it again.",
			{
				installation: id,
			},
		);
	}

	async #rest(space: string): Promise<void> {
		this.#end(space);
		await this.#parts.digests.leave("slack", space);
	}

	#end(key: string): void {
		const served = this.#served.get(key);
		if (!served) return;
		this.#served.delete(key);
		const ending = served.workspace.stop().finally(() => this.#ending.delete(ending));
		this.#ending.add(ending);
	}

	#inBackground(work: Promise<void>): void {
		const kept = work
			.catch((error) => {
				const { code } = asIsnadError(error);
				this.#parts.log("error", "An installation could not be ended in order.", { code });
			})
			.finally(() => this.#ending.delete(kept));
		this.#ending.add(kept);
	}
}
