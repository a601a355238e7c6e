import type { Logger } from "../../src/domain/ports.ts";
import { type Language, languageOr } from "../../src/domain/sets/languages.ts";
import { clean } from "../shared/clean.ts";
import type { SlackApi } from "./wire/api.ts";
import { SlackFailure } from "./wire/failure.ts";

export type Person = {
	admin: boolean;
	language?: Language;
	timeZone?: string;
	/** As it is shown; empty where it is not known. */
	name: string;
};

const keptMs = 60 * 60_000;
const mostKept = 5_000;
const nobody: Person = { admin: false, name: "" };

/** What Slack tells about people: asked once an hour each, a bounded number remembered. */
export class People {
	readonly #api: SlackApi;
	readonly #team: string;
	readonly #now: () => number;
	readonly #log: Logger;
	readonly #known = new Map<string, { person: Promise<Person>; at: number }>();

	/** `team`: the workspace of the bot. An administrator of another one is nobody here. */
	constructor(api: SlackApi, team: string, now: () => number, log: Logger) {
		this.#api = api;
		this.#team = team;
		this.#now = now;
		this.#log = log;
	}

	/** Never fails: a person of whom nothing is told has no rights and no language. */
	get(id: string): Promise<Person> {
		const kept = this.#known.get(id);
		if (kept && this.#now() - kept.at < keptMs) return kept.person;
		const person = this.#ask(id).catch((error) => {
			this.#known.delete(id);
			const reason = error instanceof SlackFailure ? error.message : "unknown";
			this.#log("warn", "Slack told nothing about a person.", { reason });
			return nobody;
		});
		this.#known.delete(id);
		this.#known.set(id, { person, at: this.#now() });
		if (this.#known.size > mostKept) {
			const [oldest] = this.#known.keys();
			if (oldest !== undefined) this.#known.delete(oldest);
		}
		return person;
	}

	async #ask(id: string): Promise<Person> {
		const { user } = await this.#api.repeatable(() =>
			this.#api.client.users.info({ user: id, include_locale: true }),
		);
		const language = languageOr(user?.locale?.slice(0, 2), undefined);
		const admin = Boolean(user?.is_admin || user?.is_owner) && user?.team_id === this.#team;
		return {
			admin,
			name: clean(user?.profile?.display_name || user?.real_name || user?.name || "").slice(0, 80),
			...(language ? { language } : {}),
			...(user?.tz ? { timeZone: user.tz } : {}),
		};
	}
}
