import type { Asker } from "../domain/chat.ts";
import { platforms } from "../domain/sets/platforms.ts";

/** People and channels that an operator has named, as `slack:U024BE7LH` or `discord:80351110224678912`. */
export type Operators = ReadonlySet<string>;

/** What is not everybody's: settings and digests of a channel; the sources of the whole corpus. */
export type Right = "manage" | "operate";

/**
 * Administrators of a space manage it; whoever an operator named, by person or by channel, does
 * too, and may operate. A conversation with the bot alone is managed by its person. At the console sits
 * the operator.
 */
export function may(right: Right, asker: Asker, operators: Operators): boolean {
	const { platform, channel } = asker.place;
	if (platforms[platform].own) return true;
	const named =
		operators.has(`${platform}:${asker.person}`) || operators.has(`${platform}:${channel}`);
	return named || (right === "manage" && (asker.admin || asker.direct === true));
}
