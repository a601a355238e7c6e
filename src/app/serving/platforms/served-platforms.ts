import type { Poster } from "../../../domain/digest.ts";
import { asIsnadError, type IsnadError, PlatformAway } from "../../../domain/errors.ts";
import type { Logger } from "../../../domain/ports.ts";
import type { PlatformName } from "../../../domain/sets/platforms.ts";
import type { Running, ServedPlatform } from "./platforms.ts";

export type ServedParts = {
	/** Starts one of them; `onFatal` as in `PlatformParts`. */
	start(platform: ServedPlatform, onFatal: (error: IsnadError) => void): Promise<Running>;
	log: Logger;
	sleep(ms: number, signal: AbortSignal): Promise<void>;
};

/** A platform that was away at the start is tried again after so long, then ever more seldom. */
const firstPauseMs = 5_000;
const longestPauseMs = 300_000;

/**
 * The platforms that this process serves. One that has nothing more to do with the bot is left, and
 * the others go on; one that is away when the others start joins them when it is there.
 */
export class ServedPlatforms {
	/** Of those that are served now; it changes while they come and go. */
	readonly posters: Partial<Record<PlatformName, Poster>> = {};
	readonly #parts: ServedParts;
	readonly #served = new Map<PlatformName, Running>();
	/** Those that had nothing more to do with the bot before their start had ended. */
	readonly #refused = new Map<PlatformName, IsnadError>();
	/** Platforms on their way out, and those that are tried again. */
	readonly #work = new Set<Promise<void>>();
	readonly #over = new AbortController();
	readonly #noneLeft = Promise.withResolvers<never>();
	/** Platforms that are tried again. */
	#away = 0;

	constructor(parts: ServedParts) {
		this.#parts = parts;
		// It may come while something else is awaited; it is looked at in its turn.
		this.#noneLeft.promise.catch(() => {});
	}

	/** Rejects with the sentence of the last platform that was left. */
	get noneLeft(): Promise<never> {
		return this.#noneLeft.promise;
	}

	/** Names of those that are served. */
	get names(): PlatformName[] {
		return [...this.#served.keys()];
	}

	/** Whether the platform can reach the bot now: false for one that is not served, or away. */
	isConnected(id: PlatformName): boolean {
		return this.#served.get(id)?.isConnected() ?? false;
	}

	/** Rejects with the sentence of the first that could not be started where none could. */
	async start(platforms: readonly ServedPlatform[]): Promise<void> {
		const failed: { platform: ServedPlatform; error: IsnadError }[] = [];
		for (const platform of platforms) {
			try {
				await this.#start(platform);
			} catch (error) {
				failed.push({ platform, error: asIsnadError(error) });
			}
		}
		const [first] = failed;
		if (first && this.#served.size === 0) throw first.error;
		for (const { platform, error } of failed) {
			this.#tell(platform, error);
			if (error instanceof PlatformAway) this.#keep(this.#tryAgain(platform));
		}
	}

	/** Takes nothing new, finishes what was begun. */
	async stop(): Promise<void> {
		this.#over.abort();
		await Promise.all([...[...this.#served.values()].map(({ stop }) => stop()), ...this.#work]);
	}

	async #start(platform: ServedPlatform): Promise<void> {
		const { id } = platform;
		this.#refused.delete(id);
		const running = await this.#parts.start(platform, (error) => {
			if (this.#served.has(id)) this.#leave(platform, error);
			else this.#refused.set(id, error);
		});
		const refused = this.#refused.get(id);
		if (refused || this.#over.signal.aborted) await running.stop();
		if (refused) throw refused;
		if (this.#over.signal.aborted) return;
		this.#served.set(id, running);
		this.posters[id] = running.poster;
	}

	#leave(platform: ServedPlatform, error: IsnadError): void {
		const { id } = platform;
		const running = this.#served.get(id);
		this.#served.delete(id);
		delete this.posters[id];
		if (running) this.#keep(running.stop());
		if (this.#over.signal.aborted) return;
		if (this.#served.size === 0 && this.#away === 0) this.#noneLeft.reject(error);
		else this.#tell(platform, error);
	}

	#tell({ name }: ServedPlatform, error: IsnadError): void {
		const { code, message } = error;
		const others = this.names.join(",");
		this.#parts.log("error", `${name} is not served: ${message}`, { code, others });
	}

	async #tryAgain(platform: ServedPlatform): Promise<void> {
		this.#away++;
		let pauseMs = firstPauseMs;
		while (!this.#over.signal.aborted) {
			await this.#parts.sleep(pauseMs, this.#over.signal);
			if (this.#over.signal.aborted) return;
			try {
				await this.#start(platform);
				this.#away--;
				this.#parts.log("info", `${platform.name} is served.`);
				return;
			} catch (error) {
				const refusal = asIsnadError(error);
				pauseMs = Math.min(2 * pauseMs, longestPauseMs);
				if (refusal instanceof PlatformAway) continue;
				this.#away--;
				return this.#leave(platform, refusal);
			}
		}
	}

	#keep(work: Promise<void>): void {
		const kept = work
			.catch((error) => {
				const { code } = asIsnadError(error);
				this.#parts.log("error", "A platform was not left in order.", { code });
			})
			.finally(() => this.#work.delete(kept));
		this.#work.add(kept);
	}
}
