import type { Asker } from "../domain/chat.ts";
import { platforms } from "../domain/sets/platforms.ts";
import type { Home } from "../domain/state/conversation.ts";

/** People and channels that an operator has named, as `slack:U024BE7LH` or `discord:80351110224678912`. */
export type Operators = ReadonlySet<string>;

/** What is not everybody's: settings and digests of a channel; the sources of the whole corpus. */
export type Right = "manage" | "operate";

/** Why somebody may not, as the notice that says so is called. */
export type Refusal = `not_allowed_${Right}` | "not_at_home";

/**
 * Administrators of a space manage it; whoever an operator named, by person or by channel, does
 * too, and may operate. A conversation with the bot alone is managed by its person. At the console sits
 * the operator. Nobody manages a space where the bot only came along with a person: it can post nothing
 * there by itself. Null where they may.
 */
export function refusedFor(right: Right, asker: Asker, operators: Operators): Refusal | null {
	const { platform, channel } = asker.place;
	if (platforms[platform].own) return null;
	if (right === "manage" && asker.cannotPost === "no_member") return "not_at_home";
	const named =
		operators.has(`${platform}:${asker.person}`) || operators.has(`${platform}:${channel}`);
	return named || (right === "manage" && (asker.admin || asker.direct === true))
		? null
		: `not_allowed_${right}`;
}

export function may(right: Right, asker: Asker, operators: Operators): boolean {
	return refusedFor(right, asker, operators) === null;
}

/**
 * Whether an answer that was shown there may be gone on with here: in its channel, in its workspace or
 * guild, and wherever the person who was shown it is. What another one sends of it was forged. What
 * was kept before places were noted may be anywhere.
 */
export function reaches(home: Home | undefined, { place, person }: Asker): boolean {
	if (!home) return true;
	if (home.platform !== place.platform) return false;
	const isSpace = home.space !== null && home.space === place.space;
	return isSpace || home.channel === place.channel || home.person === person;
}
