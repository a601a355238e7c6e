import type { Subscription } from "../domain/digest.ts";
import { platforms } from "../domain/sets/platforms.ts";
import type { Home } from "../domain/state/conversation.ts";
import type { Person } from "../domain/state/person.ts";

/**
 * Which rows hold a person, by the keys that the desk gives them: `slack/T1/person/U1` of settings,
 * `slack/T1/C1/person:U1` of a thread outside of any, `slack/T1/U1` of a voter. Whatever stands in
 * the person's direct conversation is theirs too, once `learn` was told where that is; so is a thread
 * of a channel whose last question is one that `learnAsked` was told of.
 */
export class PersonRows {
	readonly #person: Person;
	/** Channels of the person's direct conversations. */
	readonly #direct = new Set<string>();
	/** Questions with the channels in which they were asked. */
	readonly #asked = new Set<string>();

	constructor(person: Person) {
		this.#person = person;
	}

	get directChannels(): string[] {
		return [...this.#direct];
	}

	learn(place: Omit<Home, "person">): void {
		if (place.platform === this.#person.platform && isDirect(place))
			this.#direct.add(place.channel);
	}

	/** Where the person was shown an answer, and to what. */
	learnAsked(home: Home, question: unknown): void {
		if (!this.isAsker(home)) return;
		this.learn(home);
		this.#asked.add(`${home.channel} ${sameAsked(question)}`);
	}

	/**
	 * Told of everything that was shown in a channel once all was learned: where somebody else was
	 * answered as well it is nobody's own, such as a group of people at Discord.
	 */
	see(home: Home | undefined): void {
		if (home?.platform !== this.#person.platform) return;
		if (home.person !== null && !this.isAsker(home)) this.#direct.delete(home.channel);
	}

	hasSetting(scope: string): boolean {
		const [platform, , kind, id] = scope.split("/");
		if (kind === "person") return this.#is(platform, id);
		return kind === "channel" && this.#isDirect(platform, id);
	}

	hasVoter(voter: string): boolean {
		const [platform, , id] = voter.split("/");
		return this.#is(platform, id);
	}

	/** Who added a source: `slack/U1`. */
	hasAdded(by: string): boolean {
		const [platform, ...more] = by.split("/");
		return this.#is(platform, more.at(-1));
	}

	/** A thread outside of any is begun by one person. */
	isBegunThread(thread: string): boolean {
		const [platform, , , own] = thread.split("/");
		return this.#is(platform, own?.startsWith("person:") ? own.slice("person:".length) : undefined);
	}

	hasThread(thread: string, question: unknown): boolean {
		const [platform, , channel] = thread.split("/");
		if (this.isBegunThread(thread) || this.#isDirect(platform, channel)) return true;
		const isAsked = this.#asked.has(`${channel} ${sameAsked(question)}`);
		return isAsked && platform === this.#person.platform && !thread.includes("/person:");
	}

	isAsker({ platform, person }: Home): boolean {
		return this.#is(platform, person ?? undefined);
	}

	hasView(home: Home | undefined): boolean {
		if (!home) return false;
		return this.isAsker(home) || this.#isDirect(home.platform, home.channel);
	}

	isMaker({ place: { platform }, maker }: Pick<Subscription, "place" | "maker">): boolean {
		return this.#is(platform, maker);
	}

	hasDigest({ place, maker }: Pick<Subscription, "place" | "maker">): boolean {
		return (
			(this.isMaker({ place, maker }) && isDirect(place)) ||
			this.#isDirect(place.platform, place.channel)
		);
	}

	#is(platform: string | undefined, id: string | undefined): boolean {
		return platform === this.#person.platform && id === this.#person.id;
	}

	#isDirect(platform: string | undefined, channel: string | undefined): boolean {
		return platform === this.#person.platform && channel !== undefined && this.#direct.has(channel);
	}
}

/** The same for a question whichever of its pages was shown, in whichever language. */
function sameAsked(question: unknown): string {
	const { offset, limit, language, ...rest } = { ...(question as object) } as Record<
		string,
		unknown
	>;
	return JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isDirect(place: Omit<Home, "person">): boolean {
	return platforms[place.platform].isDirect(place);
}

/** The place that a thread's key names. */
export function placeOfThread(thread: string, { platform }: Person): Omit<Home, "person"> {
	const [, space = "-", channel = ""] = thread.split("/");
	return { platform, space: space === "-" ? null : space, channel };
}

/** `slack/U1` without who it was. */
export function withoutPerson(by: string): string {
	return by.split("/").slice(0, -1).join("/");
}
