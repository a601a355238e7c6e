/** What an answer of Discord means for what was asked. */
export type Meaning =
	/** Surely not done. */
	| "refused"
	/** Surely not done: the channel is no more. */
	| "gone"
	/** Surely not done: the channel is closed to the bot. */
	| "closed"
	/** Surely not done: too many requests, or too early. */
	| "wait";

/**
 * Discord's JSON error codes that the adapter knows. Topics, "Opcodes and Status Codes", JSON error
 * codes. A code that is not here, and whatever else answers (another status, no JSON, a body that was
 * cut, a proxy's page, 401), tells nothing: it is unknown whether the request was done.
 */
const meanings: Readonly<Record<number, Meaning>> = {
	// Unknown channel, guild.
	10003: "gone",
	10004: "gone",
	// Unknown message, user, webhook, interaction, application command.
	10008: "refused",
	10013: "refused",
	10015: "refused",
	10062: "refused",
	10063: "refused",
	// Explicit content, not authorized for this application.
	20009: "refused",
	20012: "refused",
	// Slow mode; announcements, this channel, this server are written to too fast.
	20016: "wait",
	20022: "wait",
	20028: "wait",
	20029: "wait",
	// Too many commands; created today; edits of an old message.
	30032: "refused",
	30034: "refused",
	30046: "refused",
	// Direct messages are opened too fast; sending is switched off for a while.
	40003: "wait",
	40004: "wait",
	// Request too large; a feature is switched off for a while; banned from the guild.
	40005: "refused",
	40006: "wait",
	40007: "closed",
	// No message in a forum; already acknowledged; the resource is limited; no more follow-ups.
	40058: "refused",
	40060: "refused",
	40062: "wait",
	40094: "refused",
	// Missing access.
	50001: "closed",
	// Not in a direct message; somebody else's message; empty.
	50003: "refused",
	50005: "refused",
	50006: "refused",
	// This person takes no messages from the bot.
	50007: "closed",
	// No text channel; verification level; missing permissions.
	50008: "closed",
	50009: "refused",
	50013: "closed",
	// System message, type of channel, webhook token, recipients, form, archived thread, JSON.
	50021: "refused",
	50024: "refused",
	50027: "refused",
	50033: "refused",
	50035: "refused",
	50083: "refused",
	50109: "refused",
	// No guild in common with this person.
	50278: "closed",
	// Overloaded.
	130000: "wait",
	// A reply or a reference needs the history; locked thread.
	160002: "refused",
	160005: "closed",
	160009: "refused",
	// Automatic moderation, harmful links.
	200000: "refused",
	240000: "refused",
};

/** What a code of Discord means; null where the adapter does not know it. */
export function meaningOf(code: number): Meaning | null {
	return meanings[code] ?? null;
}
