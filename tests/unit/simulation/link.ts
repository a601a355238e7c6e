import { asIsnadError, IsnadError } from "../../../src/domain/errors.ts";
import type { World } from "../digest/world.ts";
import type { InFlight } from "./in-flight.ts";

export type LinkParts = {
	world: World;
	/** Of one way, in milliseconds. */
	delayMs(): number;
	/** Where the database answers by a clock of its own. */
	inFlight?: InFlight | undefined;
	/** Told when nothing that is on its way to the database or back arrives any more. */
	onCut?(): void;
};

/** Whether it is the database's fault alone, so that the same is tried again later. */
export function isTrouble(error: unknown): boolean {
	return ["store_unavailable", "store_busy"].includes(asIsnadError(error).code);
}

/** What lies between a process and everything outside it: slow, cut at times, and gone with the process. */
export class Link {
	readonly #parts: LinkParts;
	#isKilled = false;
	#isCut = false;
	#thawed: Promise<void> = Promise.resolve();

	constructor(parts: LinkParts) {
		this.#parts = parts;
	}

	/** Nothing that the process waits for ever comes. */
	kill(): void {
		this.#isKilled = true;
		this.#parts.onCut?.();
	}

	/** The database cannot be reached from here. */
	get isCut(): boolean {
		return this.#isCut;
	}

	cut(): void {
		this.#isCut = true;
		this.#parts.onCut?.();
	}

	mend(): void {
		this.#isCut = false;
	}

	get isKilled(): boolean {
		return this.#isKilled;
	}

	/** Everything that it waits for comes after `ms`. */
	freeze(ms: number): void {
		const before = this.#thawed;
		this.#thawed = this.#parts.world.sleep(ms).then(() => before);
	}

	/** Resolves where the process is at work. */
	async alive(): Promise<void> {
		if (this.#isKilled) await new Promise(() => {});
		await this.#thawed;
		if (this.#isKilled) await new Promise(() => {});
	}

	/** A port of the database as the process reaches it: what it asks may be lost, and so may the reply. */
	toDatabase<T extends object>(port: T): T {
		return this.#over(port, async (ask) => {
			await this.#way();
			const { inFlight } = this.#parts;
			const result = await (inFlight ? inFlight.during(async () => ask()) : ask());
			await this.#way();
			return result;
		});
	}

	/** Anything else outside: there as long as the process is. */
	toWorld<T extends object>(port: T): T {
		return this.#over(port, async (ask) => {
			await this.alive();
			const result = await ask();
			await this.alive();
			return result;
		});
	}

	async #way(): Promise<void> {
		const { world, delayMs } = this.#parts;
		await this.alive();
		await world.sleep(delayMs());
		await this.alive();
		if (this.#isCut) throw new IsnadError("store_unavailable", "The database cannot be reached.");
	}

	#over<T extends object>(port: T, call: (ask: () => unknown) => Promise<unknown>): T {
		return new Proxy(port, {
			get: (target, name) => {
				const member: unknown = Reflect.get(target, name);
				// A hint is no step of the process: it comes, or it does not.
				if (typeof member !== "function" || name === "watch") return member;
				return (...args: unknown[]) => call(() => Reflect.apply(member, target, args));
			},
		});
	}
}
